import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  carryOverMachine,
  collectionMachine,
  diagram,
  nouns,
  reportMachine,
  roleTable,
  rowMachine,
  workPlanMachine,
  yearMachine,
} from '@guankao/workflow';

/** docs/roles.md and docs/states.md are made from the code: `UPDATE_DOCS=1 npm run unit -- tests/house/workflow-docs` writes them anew. */

const docs = join(import.meta.dirname, '../../docs');

const made: Record<string, string> = {
  'roles.md': `# Who may do what\n\nMade from \`packages/workflow/src/nouns/*/policy.ts\`, held there by a test. A role holds in its agency and in all below it. What stands nowhere is refused. Beyond the role: a row is written only while it is open, money only until the form is filed, and nobody approves, returns or reviews what they wrote or submitted: texts, indicators, money or a version of the plan. What is recorded after an approval ends it.\n\n${roleTable(nouns)}\n`,
  'states.md': `# States\n\nMade from \`packages/workflow/src/nouns/*/machine.ts\`, held there by a test. A move that is not drawn is refused, with the reason and who could.\n\n## A row of the form · 表上的一列\n\n\`\`\`mermaid\n${diagram(rowMachine, 'zh-Hant')}\n\`\`\`\n\n## A ministry's form of a year · 一個年度的表\n\n\`\`\`mermaid\n${diagram(yearMachine, 'zh-Hant')}\n\`\`\`\n\n## A collection · 一次收集\n\n\`\`\`mermaid\n${diagram(collectionMachine, 'zh-Hant')}\n\`\`\`\n\n## An annual work plan · 年度作業計畫\n\n\`\`\`mermaid\n${diagram(workPlanMachine, 'zh-Hant')}\n\`\`\`\n\n## A periodic report · 定期填報\n\nA month that the compiler locks (鎖定) is locked for all reports of it.\n\n\`\`\`mermaid\n${diagram(reportMachine, 'zh-Hant')}\n\`\`\`\n\n## Money carried over · 經費保留\n\n\`\`\`mermaid\n${diagram(carryOverMachine, 'zh-Hant')}\n\`\`\`\n`,
};

describe.each(Object.entries(made))('docs/%s', (name, text) => {
  test('is what the code says', () => {
    const path = join(docs, name);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, text);
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
  });
});
