import { checks } from './checks.ts';
import { form } from './form.ts';
import { money } from './money.ts';
import { plans } from './plans.ts';
import type { Term, Terms } from './term.ts';
import { work } from './work.ts';

const sections: Readonly<Record<string, Terms>> = {
  'The form': form,
  'Plans and control': plans,
  Money: money,
  'The work on a form': work,
  'The checks': checks,
};

/** All terms as Markdown, by section: docs/glossary.md. */
export function glossary(): string {
  const head = `# Glossary

Made from \`packages/terms\`, held there by a test. One thing has one name everywhere: code, API, pages, exports, docs. Where the form or a law prints a term, that wins. English terms follow the published translations where there are any (NDC, Budget Act); those marked * are ours.
`;
  const tables = Object.entries(sections).map(([title, terms]) => `## ${title}\n\n${tableOf(Object.values(terms))}\n`);
  return [head, ...tables].join('\n');
}

function tableOf(terms: readonly Term[]): string {
  const rows = terms.map(({ code = '', note = '', ours, ...said }) => [
    said['zh-Hant'],
    `${said.en}${ours === true ? '*' : ''}`,
    code === '' ? '' : `\`${code}\``,
    note,
  ]);
  const line = (cells: readonly string[]) => `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`;
  return [['中文', 'English', 'identifier', 'note'], ['---', '---', '---', '---'], ...rows].map(line).join('\n');
}
