// Runs one rule over the example on its page: node scripts/run.mjs packages/rules/demonstrate.ts RULE
import { demonstrationOf, outputOf } from './src/example/demonstration.ts';
import { pages, rules } from './src/index.ts';

const id = process.argv[2] ?? '';
const rule = rules.find(({ meta }) => meta.id === id);
if (rule === undefined) {
  console.error(`no rule “${id}”; there are: ${rules.map(({ meta }) => meta.id).join(', ')}`);
  process.exit(2);
}
console.log(outputOf(rule, demonstrationOf(pages[id] ?? '').filing));
