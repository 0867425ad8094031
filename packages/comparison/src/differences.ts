import type { Message } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import type { Match } from './match.ts';
import { amountOf } from './reading-source.ts';
import type { SourcedAmount } from './source-plan.ts';

/** Two sources say different things of one plan. Neither is called wrong. */
export interface Difference {
  readonly field: 'approvedTotal' | 'budgetedToDate';
  readonly here: SourcedAmount;
  readonly there: SourcedAmount;
  /** there − here, in TWD. */
  readonly twd: bigint;
  /** `scope`: the two totals cover different things, as they usually do; `amount`: the same thing, told differently. */
  readonly kind: 'scope' | 'amount';
  readonly message: Message;
}

/**
 * Compares only what both sources state of the same years. Totals of one plan differ by scope (whole plan here, the
 * agency's part there) and are said to; what was budgeted up to the same year is one thing and should agree.
 */
export function differencesOf(reading: Reading, { row, other }: Match): readonly Difference[] {
  const factor = reading.filing.moneyUnit === 'TWD' ? 1n : 1000n;
  const rocYear = reading.filing.fiscalYear === null ? null : reading.filing.fiscalYear - 1911;
  const differences: Difference[] = [];
  const total = amountOf(row, 'approvedTotal', factor);
  if (total !== null && other.total !== null && total.twd !== other.total.twd) {
    differences.push(difference('approvedTotal', 'scope', total, other.total));
  }
  const budgeted = amountOf(row, 'budgetedToDate', factor);
  const sameYears =
    other.budgetedYears !== null && (other.budgetedYears.to === rocYear || other.budgetedYears.to === null);
  if (budgeted !== null && other.budgeted !== null && sameYears && budgeted.twd !== other.budgeted.twd) {
    differences.push(difference('budgetedToDate', 'amount', budgeted, other.budgeted));
  }
  return differences;
}

function difference(
  field: Difference['field'],
  kind: Difference['kind'],
  here: SourcedAmount,
  there: SourcedAmount,
): Difference {
  const twd = there.twd - here.twd;
  const amount = (value: bigint) => value.toLocaleString('en-US');
  const size = amount(twd < 0n ? -twd : twd);
  const message: Message =
    kind === 'scope'
      ? {
          'zh-Hant': `總經費兩處範圍不同：此處 ${amount(here.twd)} 元，另一來源 ${amount(there.twd)} 元，相差 ${size} 元。一處可能是整個計畫，一處是本機關部分；不宜直接相比。`,
          en: `The totals differ in scope: ${amount(here.twd)} TWD here, ${amount(there.twd)} TWD there, ${size} apart. One may be the whole plan, the other this agency's part; they are not to be compared directly.`,
        }
      : {
          'zh-Hant': `已編列預算數兩處不同：此處 ${amount(here.twd)} 元，另一來源 ${amount(there.twd)} 元，相差 ${size} 元。請對照兩份文件的編列範圍（追加減、特別預算、其他機關科目）。`,
          en: `The budget to date differs: ${amount(here.twd)} TWD here, ${amount(there.twd)} TWD there, ${size} apart. Compare what each counts (supplementary or special budgets, other agencies' accounts).`,
        };
  return { field, here, there, twd, kind, message };
}
