import { Refusal } from '@guankao/domain';
import type { Context } from '../../../context.ts';
import type { RowEvent } from '../events.ts';
import type { IndicatorRecord, LastYear, RowRecord } from '../row.ts';
import { saveIndicators } from './save-texts.ts';

type Promised = LastYear['commitments'][number];

/** What an indicator may be called. */
const longestLabel = 300;

/**
 * What last year's form promised for this year becomes an indicator each, a milestone whose first target is the promise
 * as it was written, with its form as the source. From then on it is revised only with a reason, beside the first.
 */
export function drawPromises(row: RowRecord, shown: number, context: Context): readonly RowEvent[] {
  const { commitments = [], fiscalYear } = row.lastYear ?? {};
  if (commitments.length === 0) throw nothingPromised();
  const document = `${(fiscalYear ?? row.fiscalYear - 1) - 1911}年度情形表`;
  const isHeld = ({ text }: Promised, at: number) =>
    row.indicators.some(({ targets: [first] }) => first?.text === text && first.document === document) ||
    commitments.findIndex((other) => other.text === text) !== at;
  const fresh = commitments.filter((promise, at) => !isHeld(promise, at));
  const indicators = fresh.map((promise, at): IndicatorRecord => ({
    id: `i${row.indicators.length + at + 1}`,
    label: labelOf(promise),
    comparator: 'milestone',
    unit: null,
    scope: 'year',
    targets: [
      {
        value: null,
        text: promise.text,
        at: context.now.toISOString(),
        by: context.actor.name,
        reason: null,
        document,
      },
    ],
    actual: null,
    evidence: [],
    stated: null,
    reviewed: null,
  }));
  return saveIndicators(row, [...row.indicators, ...indicators], shown, context);
}

/** By the sentence that names the work, where the promise itself does not. */
function labelOf({ text, about }: Promised): string {
  const label = (about?.text ?? text).replace(/\s+/g, ' ').trim();
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;
}

function nothingPromised(): Refusal {
  return new Refusal('nothing-promised', 409, {
    'zh-Hant': '去年的表沒有讀到留待今年的承諾，沒有可以帶入的指標。請在「新增指標」填寫。',
    en: 'no promise for this year was read in last year’s form: there is nothing to draw. Add the indicator yourself.',
  });
}
