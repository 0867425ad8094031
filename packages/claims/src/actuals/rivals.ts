import type { Weights } from '../text/words.ts';
import type { Candidate } from './candidates.ts';
import { scored, type Match } from './match.ts';
import { isConfirmed, isRateOf, isStep } from './signs.ts';
import { fitOf } from './units.ts';
import { rates, rivals } from '../weights.ts';

/**
 * Another figure for the same thing in the other column, as clearly told and not the same:
 * 優化58座 in the explanation, 優化85座 in the execution. Results of other targets (`taken`) are none.
 */
export function rivalOf(
  match: Match,
  candidates: readonly Candidate[],
  taken: ReadonlySet<Candidate>,
  weights: Weights,
): Candidate | null {
  const { asked, candidate, likeness } = match;
  // 採樣3,650場，達成率101.4%: the rate settles which of the two it is.
  if (isConfirmed(asked, candidate)) return null;
  const told = new Set(Array.from(taken, ({ figure }) => `${figure.value} ${figure.measure}`));
  const others = candidates.filter(
    (other) =>
      !told.has(`${other.figure.value} ${other.figure.measure}`) &&
      other.item.column !== candidate.item.column &&
      !other.aside &&
      other.role === candidate.role,
  );
  const differing = others.filter(
    (other) =>
      other.figure.value !== candidate.figure.value &&
      fitOf(asked.figure, other) === 1 &&
      other.isCumulative === candidate.isCumulative &&
      isStep(other.phrase) === isStep(candidate.phrase),
  );
  const enough = Math.max(rivals.sameThing, likeness - rivals.below);
  return (
    differing.find(
      (other) =>
        !bearsOut(candidate, other) &&
        !isToldBeside(candidate, other, others) &&
        !isPartOf(candidate, other) &&
        (scored(asked, other, candidates, weights, false)?.likeness ?? 0) >=
          (isShifted(candidate, other) ? rivals.shifted : enough),
    ) ?? null
  );
}

/** 參訓者11.2%，未參訓者16.0%: the item that tells another figure tells this one too. */
const isToldBeside = ({ figure }: Candidate, { item }: Candidate, others: readonly Candidate[]): boolean =>
  others.some((one) => one.item === item && one.figure.value === figure.value && one.figure.measure === figure.measure);

/** 體能620人次、生化330人次及動作200人次 of 1,150人次: one of the parts that come to it in the other column. */
function isPartOf({ figure: whole }: Candidate, { figure: part, item }: Candidate): boolean {
  const alike = item.figures.filter(({ measure, kind }) => measure === part.measure && kind === part.kind);
  const at = alike.indexOf(part);
  return alike.some((_, from) => {
    let sum = 0;
    for (const [k, { value }] of alike.slice(from).entries()) {
      sum += value ?? NaN;
      if (k > 0 && from <= at && at <= from + k && sum === whole.value) return true;
    }
    return false;
  });
}

/** 42.5個 and 42萬5,000個: the same digits, a power of ten apart, so that 十, 千 or 萬 was lost or put in. */
function isShifted({ figure: a }: Candidate, { figure: b }: Candidate): boolean {
  if (a.value === null || b.value === null || a.value <= 0 || b.value <= 0 || a.kind === 'percent') return false;
  const ratio = Number((Math.max(a.value, b.value) / Math.min(a.value, b.value)).toPrecision(12));
  return [10, 100, 1000, 10_000, 100_000_000].includes(ratio);
}

/** Of two such, the row means the other: its rate of attainment is that one's, or it calls the target reached, which only that one does. */
export function meansOther({ asked, candidate }: Match, rival: Candidate): boolean {
  if (!isShifted(candidate, rival)) return false;
  return isRateOf(asked, rival, candidate.attainment) || /達成|達標|超前/.test(candidate.item.text);
}

/** 採樣180件，鑑定171件，鑑定率59% bears out the 95% of the other column by its own counts. */
function bearsOut({ figure }: Candidate, { item }: Candidate): boolean {
  const counts = item.figures.filter((one) => one.kind === 'count' && one.value !== null);
  if (figure.kind !== 'percent' || figure.value === null) return false;
  const rate = figure.value;
  return counts.some((part) =>
    counts.some(
      (whole) =>
        (whole.value ?? 0) > 0 && Math.abs((100 * (part.value ?? 0)) / (whole.value ?? 1) - rate) < rates.share,
    ),
  );
}
