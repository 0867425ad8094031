import type { Rule, RuleMessage } from '../engine/rule.ts';

/** docs/rules/messages.md: every sentence that a rule can say, in both languages. */
export function gallery(rules: readonly Rule[]): string {
  return [
    '# Every message of the rules',
    '',
    'Written by `node scripts/run.mjs packages/rules/gallery.ts`; a test holds it to the rules. `{…}` is filled with the filing’s own words and figures. Each finding says the fault, why it matters, and what would settle it.',
    '',
    ...rules.flatMap(entry),
  ].join('\n');
}

function entry({ meta }: Rule): readonly string[] {
  const lines = Object.entries<RuleMessage>(meta.messages).flatMap(([key, message]) => [
    `- \`${key}\` (${message.severity ?? meta.severity})`,
    `  - ${message.fault['zh-Hant']}${meta.why['zh-Hant']}${message.settle['zh-Hant']}`,
    `  - ${message.fault.en} ${meta.why.en} ${message.settle.en}`,
  ]);
  return [`## ${meta.id}`, '', `${meta.title['zh-Hant']} · ${meta.title.en}`, '', ...lines, ''];
}

/** docs/rules/README.md: the catalogue at a glance, from what can be proven to what can be asked. */
export function catalogueTable(rules: readonly Rule[]): string {
  const rank = { error: 0, warning: 1, question: 2 };
  const rows = rules
    .toSorted(
      (a, b) =>
        a.meta.category.localeCompare(b.meta.category) ||
        rank[a.meta.severity] - rank[b.meta.severity] ||
        a.meta.id.localeCompare(b.meta.id),
    )
    .map(
      ({ meta }) =>
        `| ${meta.category} | [${meta.id}](../../packages/rules/src/${meta.id}/${meta.id}.md) | ${meta.severity} | ${meta.title['zh-Hant']} | ${meta.title.en} | ${meta.authority} |`,
    );
  return [
    '# The rules',
    '',
    'Written by `node scripts/run.mjs packages/rules/gallery.ts`; a test holds it to the rules. Each rule has its page; [messages.md](messages.md) has every sentence they can say. A message may be milder than its rule.',
    '',
    '| category | rule | severity | 名稱 | name | 依據 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
