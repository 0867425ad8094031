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
