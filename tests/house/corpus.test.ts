import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { figuresIn, type Figure } from '../../packages/cli/src/bench/figures.ts';
import {
  labelledFilings,
  type LabelledClaim,
  type LabelledFiling,
  type LabelledIndicator,
  type LabelledPlan,
} from '../../packages/cli/src/bench/labels.ts';
import { holdsAt, operandsOf, recompute } from '../../packages/cli/src/bench/recompute.ts';

const root = join(import.meta.dirname, '../..');
const corpus = labelledFilings(root).filter((filing) => filing.ours);
const textColumns = ['plannedWork', 'execution', 'goals', 'explanation'] as const;
/** 千元, 萬元, per cent, the months of a year, and how many are listed. */
const unprinted: readonly number[] = [1000, 10_000, 100, 12, 3];

const bare = (text: string) => text.replace(/\s+/g, '');
const plain = (text: string) => bare(text.replace(/<[^>]*>|&nbsp;/g, ''));

/** The figure that states a claim: as a number, or as a percentage of it. */
function statedFigure({ texts, stated }: LabelledClaim): Figure | undefined {
  const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  const figures = texts.flatMap((text) => figuresIn(text));
  return stated === null
    ? undefined
    : figures.find(
        (figure) => same(figure.percent ? figure.value / 100 : figure.value, stated) || same(figure.value, stated),
      );
}

/** Amounts are labelled in the contract's units; a filing may print them in 萬元. */
function asPrinted({ printedUnit }: LabelledPlan, amount: number | null): string {
  return ((amount ?? Number.NaN) / (printedUnit === '萬元' ? 10 : 1)).toLocaleString('en-US');
}

function stepOf(claim: LabelledClaim): number {
  const figure = statedFigure(claim);
  if (figure === undefined) throw new Error(`${claim.texts.join(' / ')} does not print ${claim.stated}`);
  return figure.percent && Math.abs(figure.value / 100 - (claim.stated ?? 0)) < 1e-9 ? figure.step / 100 : figure.step;
}

function met({ comparator, target, actual, strict }: LabelledIndicator): boolean | null {
  if (target === null || actual === null) return null;
  if (comparator === '<=') return strict === true ? actual < target : actual <= target;
  return strict === true ? actual > target : actual >= target;
}

/** The contract's convention: all decidable met, some, or none; nothing decidable is undetermined. */
function verdictOf(indicators: readonly LabelledIndicator[]): string {
  const decided = indicators.map((one) => one.met).filter((one) => one !== null);
  if (decided.length === 0) return 'undetermined';
  if (decided.every((one) => one)) return 'achieved';
  return decided.some((one) => one) ? 'partly' : 'not_achieved';
}

const planOf = (filing: LabelledFiling, id: string | null): LabelledPlan => {
  const plan = filing.plans.find((one) => one.id === id);
  if (plan === undefined) throw new Error(`no plan ${id} in ${filing.name}`);
  return plan;
};

test('there are at least five filings of fictional agencies, each of 8 to 18 rows', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(5);
  for (const { name, plans } of corpus) {
    expect(plans.length, name).toBeGreaterThanOrEqual(8);
    expect(plans.length, name).toBeLessThanOrEqual(18);
  }
});

describe.each(corpus.map((filing) => [filing.name, filing] as const))('labels of %s', (_, filing) => {
  const source = bare(filing.source);
  const printed = plain(filing.source);

  test('every row stands in the filing: name, period, money, passages', () => {
    for (const plan of filing.plans) {
      expect(source).toContain(bare(plan.rawName));
      expect(bare(plan.name)).toBe(bare(plan.rawName));
      if (plan.periodRaw !== null) expect(source).toContain(bare(plan.periodRaw));
      for (const amount of [plan.approvedTotal, plan.budgetedToDate, plan.executedToDate])
        expect(source).toContain(asPrinted(plan, amount));
      for (const column of textColumns) for (const passage of plan[column]) expect(printed).toContain(plain(passage));
    }
  });

  test('ids are unique and lead somewhere', () => {
    const ids = filing.plans.map((plan) => plan.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parentId } of filing.plans) if (parentId !== null) expect(ids).toContain(parentId);
    for (const { planId } of [...filing.indicators, ...filing.claims, ...filing.commitments])
      expect(ids).toContain(planId);
  });

  test('every text that a claim quotes is printed', () => {
    for (const { texts } of filing.claims)
      for (const text of texts) expect(printed.includes(bare(text)) || source.includes(bare(text)), text).toBe(true);
  });

  test('every expression recomputes as said, and holds or not as said, at its printed precision', () => {
    for (const claim of filing.claims) {
      if (claim.expression === null) continue;
      const value = recompute(claim.expression);
      expect(claim.computed, claim.expression).toBeCloseTo(value, 6);
      if (claim.stated === null || claim.holds === null) continue;
      const figure = claim.family === 'parent-sum' || claim.kind === 'sum' || claim.kind === 'ratio';
      if (figure)
        expect(holdsAt(value, claim.stated, stepOf(claim)), `${claim.texts[0]}: ${value} against ${claim.stated}`).toBe(
          claim.holds,
        );
    }
  });

  test('every operand is printed in the words of its claim, but for units and counts of what is listed', () => {
    for (const claim of filing.claims) {
      if (claim.expression === null) continue;
      const values = claim.texts.flatMap((text) => figuresIn(text)).map(({ value }) => value);
      const missing = operandsOf(claim.expression).filter(
        (operand) => !unprinted.includes(operand) && !values.includes(operand),
      );
      expect(missing, claim.texts.join(' / ')).toEqual([]);
    }
  });

  test('indicators quote the cells that they name, and what was met follows from the figures', () => {
    for (const indicator of filing.indicators) {
      const plan = planOf(filing, indicator.planId);
      expect(bare([...plan.goals, ...plan.plannedWork].join('')), indicator.label).toContain(
        bare(indicator.targetText),
      );
      if (indicator.actualText !== null && indicator.where !== null)
        expect(bare(plan[indicator.where].join('')), indicator.label).toContain(bare(indicator.actualText));
      if (met(indicator) !== null) expect(indicator.met, indicator.label).toBe(met(indicator));
      if (indicator.target !== null)
        expect(
          figuresIn(indicator.targetText).map(({ value }) => value),
          indicator.label,
        ).toContain(indicator.target);
    }
  });

  test('verdicts follow from the indicators', () => {
    for (const plan of filing.plans) {
      if (plan.verdict === 'unstated' || plan.verdict === null) continue;
      expect(plan.verdict, plan.id).toBe(verdictOf(filing.indicators.filter(({ planId }) => planId === plan.id)));
    }
  });

  test('a missed target is labelled as a claim too', () => {
    for (const { planId, targetText, met: was } of filing.indicators) {
      if (was !== false) continue;
      const texts = filing.claims
        .filter((claim) => claim.planId === planId && claim.kind === 'target_missed')
        .flatMap((claim) => claim.texts);
      expect(
        texts.some((text) => bare(text).includes(bare(targetText)) || bare(targetText).includes(bare(text))),
        targetText,
      ).toBe(true);
    }
  });

  test('commitments are printed in the right-hand texts', () => {
    for (const { planId, text } of filing.commitments) {
      const plan = planOf(filing, planId);
      expect(bare([...plan.execution, ...plan.explanation, ...plan.goals].join(''))).toContain(bare(text));
    }
  });
});

test('faults of every family stand somewhere in the corpus', () => {
  const faults = new Set(
    corpus
      .flatMap(({ claims }) => claims)
      .filter(({ holds }) => holds !== true)
      .map(({ family }) => family),
  );
  expect([...faults].toSorted()).toEqual([
    'ahead-behind',
    'average',
    'beaten',
    'carry-over',
    'counting-more',
    'dash',
    'date',
    'dates-reversed',
    'debris',
    'difference',
    'done-pending',
    'doubled',
    'echo',
    'empty',
    'estimate',
    'execution-rate',
    'full-unfinished',
    'glyph',
    'goals-repeat',
    'growth',
    'half-spent',
    'impossible-share',
    'incomplete-date',
    'list-count',
    'list-total',
    'low-execution',
    'no-evidence',
    'no-target',
    'numbering',
    'other-measure',
    'out-of-year',
    'over-approved',
    'over-hundred',
    'overspend',
    'parent-sum',
    'period',
    'period-over',
    'rate-column',
    'ratio',
    'restated',
    'results-in-goals',
    'said-achieved',
    'subtraction',
    'sum',
    'swap',
    'target',
    'two-dates',
    'two-figures',
    'two-units',
    'umbrella',
    'unanswered',
    'unsupported',
    'wrong-character',
  ]);
});

test('sound claims outnumber the faults', () => {
  const claims = corpus.flatMap((filing) => filing.claims);
  expect(claims.filter(({ holds }) => holds === true).length).toBeGreaterThan(
    claims.filter(({ holds }) => holds === false).length * 2,
  );
});
