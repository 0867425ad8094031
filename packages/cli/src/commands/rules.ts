import { Refusal } from '@guankao/domain';
import { measured, measureOf, pages, rules, type Measure, type Rule } from '@guankao/rules';
import type { Arguments } from '../command.ts';
import { displayWidth, padEnd } from '../columns.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';
import { severityMarks, words } from '../words.ts';

/** `guankao rules` lists the catalogue; `guankao rules ID` prints a rule's page. */
export async function rulesCommand(terminal: Terminal, { positionals: [id] }: Arguments): Promise<ExitCode> {
  terminal.out(id === undefined ? catalogue(terminal) : `${pageOf(id)}${measureIn(id, terminal)}`);
  return exit.well;
}

function catalogue({ lang }: Terminal): string {
  const widest = Math.max(...rules.map(({ meta }) => displayWidth(meta.id)));
  const lines = rules.map(
    ({ meta }) =>
      `${padEnd(meta.id, widest)}  ${severityMarks[meta.severity]} ${padEnd(words.severity[lang][meta.severity], 8)}  ${meta.title[lang]}`,
  );
  return `${lines.join('\n')}\n\n${lang === 'en' ? `${rules.length} rules; a rule's page: guankao rules ID` : `共 ${rules.length} 條；規則頁：guankao rules ID`}\n`;
}

/** How errors of the rule were judged, where it says any. */
function measureIn(id: string, { lang }: Terminal): string {
  if (rules.find(({ meta }) => meta.id === id)?.meta.severity !== 'error') return '';
  const { unseen, now, earned } = measureOf(id);
  const told = ({ right, wrong, bound }: Measure): string =>
    lang === 'en'
      ? `n ${right + wrong}, right ${right}, wrong ${wrong}, at least ${(bound * 100).toFixed(1)} % right`
      : `n ${right + wrong}，對 ${right}，錯 ${wrong}，下限 ${(bound * 100).toFixed(1)}%`;
  return lang === 'en'
    ? `\nErrors judged by people (${measured.date}; one-sided 95 %). At first contact: ${told(unseen)}. Today, on texts looked at since: ${told(now)}.${earned ? '' : ' Not earned: told as a warning.'}\n`
    : `\n錯誤經人判定（${measured.date}；單尾 95%）。初次遇到：${told(unseen)}。目前，文字都已看過：${told(now)}。${earned ? '' : '尚未證實，先列為警告。'}\n`;
}

/** The page of a rule. Throws a Refusal, with rules of a like name, where there is none. */
export function pageOf(id: string): string {
  const page = pages[id];
  if (page !== undefined) return page.endsWith('\n') ? page : `${page}\n`;
  const near = rules
    .map(({ meta }: Rule) => meta.id)
    .filter((one) => one.split('-').some((part) => part.length > 3 && id.includes(part)));
  throw new Refusal('no-such-rule', 404, {
    'zh-Hant': `沒有「${id}」這條規則。${near.length > 0 ? `相近的有：${near.join('、')}。` : ''}全部見 guankao rules。`,
    en: `there is no rule ${id}. ${near.length > 0 ? `Near it: ${near.join(', ')}. ` : ''}All of them: guankao rules.`,
  });
}
