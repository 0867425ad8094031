import type { Finding } from '@guankao/domain';

/** Findings after a correction, against those before it: 已改 5，剩 2，新增 1. */
export interface Changes {
  readonly gone: number;
  readonly left: number;
  readonly added: number;
}

/** Two findings are the same where rule, row, field and what is stated are: their places move with the text. */
export function changesIn(before: readonly Finding[], after: readonly Finding[]): Changes {
  const waiting = new Map<string, number>();
  for (const finding of before) waiting.set(keyOf(finding), (waiting.get(keyOf(finding)) ?? 0) + 1);
  let left = 0;
  for (const finding of after) {
    const same = waiting.get(keyOf(finding)) ?? 0;
    if (same === 0) continue;
    waiting.set(keyOf(finding), same - 1);
    left += 1;
  }
  return { gone: before.length - left, left, added: after.length - left };
}

function keyOf({ rule, plan, field, stated, evidence }: Finding): string {
  return JSON.stringify([rule, plan, field, stated ?? evidence[0]?.text ?? null]);
}
