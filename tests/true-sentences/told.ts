import { example } from '../../packages/rules/src/example/example-filing.ts';
import { checkFiling } from '../../packages/rules/src/index.ts';

export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
}

/** What the rules say of a text alone in a row whose other columns it does not touch; questions left out. */
export function toldOf(text: string): readonly Finding[] {
  const { findings, bugs } = checkFiling(
    example({
      plans: [
        {
          name: '範例計畫',
          period: '112年1月至115年12月',
          // Large enough for every amount that the grammar tells.
          approved: 90_000_000,
          budgeted: 60_000_000,
          executed: 20_000_000,
          execution: [text],
        },
      ],
    }),
  );
  const [bug] = bugs;
  if (bug !== undefined) throw new Error(`${bug.rule}: ${text}`);
  return findings.flatMap(({ rule, severity }) => (severity === 'question' ? [] : [{ rule, severity }]));
}
