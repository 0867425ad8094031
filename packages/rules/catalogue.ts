// Writes src/catalogue.ts from the folders of src: node scripts/run.mjs packages/rules/catalogue.ts
// A folder with a file of its own name is a rule; catalogue.test.ts fails where one is missing from the list.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';

const source = 'packages/rules/src';
const ids = readdirSync(source)
  .filter((name) => existsSync(`${source}/${name}/${name}.ts`))
  .toSorted();
const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const lines = [
  '// Written by packages/rules/catalogue.ts from the folders beside it: run it again after adding a rule.',
  "import type { Rule } from './engine/rule.ts';",
  ...ids.map((id) => `import { rule as ${camel(id)} } from './${id}/${id}.ts';`),
  ...ids.map((id) => `import ${camel(id)}Page from './${id}/${id}.md';`),
  '',
  '/** Every rule, by id. */',
  'export const rules: readonly Rule[] = [',
  ...ids.map((id) => `  ${camel(id)},`),
  '];',
  '',
  '/** The page of each rule, Markdown, by id. */',
  'export const pages: Readonly<Record<string, string>> = {',
  ...ids.map((id) => `  '${id}': ${camel(id)}Page,`),
  '};',
  '',
];
writeFileSync(`${source}/catalogue.ts`, lines.join('\n'));
console.log(`${ids.length} rules`);
