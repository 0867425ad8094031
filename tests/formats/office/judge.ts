import { textColumns, type TextColumn } from '@guankao/domain';
import type { PlanReading, Reading } from '@guankao/reading';
import type { ExpectedPlan } from './form.ts';

/** How a reading stands to what was put in. */
export interface Verdict {
  /** Values that differ, and nothing says that they may be wrong. */
  readonly wrong: readonly string[];
  /** Values that are not there, or carry a doubt: said in `unread`, a notice, or the value's origin. */
  readonly doubtful: readonly string[];
  readonly invented: readonly string[];
  readonly missed: readonly string[];
}

/** From here on a reading says that texts belong to their row. */
const sure = 0.9;

const fields = {
  type: (plan: PlanReading) => plan.type,
  start: (plan: PlanReading) => plan.period?.start ?? null,
  end: (plan: PlanReading) => plan.period?.end ?? null,
  approved: (plan: PlanReading) => plan.approvedTotal,
  budgeted: (plan: PlanReading) => plan.budgetedToDate,
  executed: (plan: PlanReading) => plan.executedToDate,
} as const;
const originOf: Record<string, string> = {
  type: 'type',
  start: 'period',
  end: 'period',
  approved: 'approvedTotal',
  budgeted: 'budgetedToDate',
  executed: 'executedToDate',
};

/** `unit`: TWD in an expected amount. A reading that knows no unit gives what is printed. */
export function judge(reading: Reading, expected: readonly ExpectedPlan[], unit = 1000): Verdict {
  const [wrong, doubtful, missed]: [string[], string[], string[]] = [[], [], []];
  const left = [...reading.plans];
  const { moneyUnit } = reading.filing;
  const factor = (moneyUnit === null ? unit : moneyUnit === 'TWD' ? 1 : 1000) / unit;
  const said = reading.unread.length > 0 || reading.notices.length > 0;
  for (const want of expected) {
    const at = left.findIndex((plan) => bare(plan.name) === bare(want.name));
    if (at < 0) {
      missed.push(want.name);
      continue;
    }
    const [plan] = left.splice(at, 1) as [PlanReading];
    for (const [field, valueOf] of Object.entries(fields)) {
      const read = valueOf(plan);
      const got = typeof read === 'number' ? read * factor : read;
      const right = want[field as keyof typeof fields];
      if (got === right) continue;
      const doubted = plan.origins[originOf[field] ?? '']?.doubt !== undefined;
      (doubted || (got === null && said) ? doubtful : wrong).push(`${want.name} ${field}: ${got}, not ${right}`);
    }
    for (const [column, right] of textsOf(want)) {
      const got = bare(plan[column].map(({ marker, text }) => `${marker ?? ''}${text}`).join(''));
      if (got === bare(right)) continue;
      const lost = bare(right).startsWith(got) && reading.unread.length > 0;
      (lost || plan.join.confidence < sure ? doubtful : wrong).push(
        `${want.name} ${column}: ${got}, not ${bare(right)}`,
      );
    }
    const cut = cutNumberIn(plan);
    if (cut !== null) wrong.push(`${want.name} a number cut in two: ${cut}`);
  }
  return { wrong, doubtful, missed, invented: left.map(({ name }) => name) };
}

function textsOf({ planned, execution, goals, explanation }: ExpectedPlan): (readonly [TextColumn, string])[] {
  return [
    ...(planned === undefined ? [] : [['plannedWork', planned] as const]),
    ...(execution === undefined ? [] : [['execution', execution] as const]),
    ['goals', goals],
    ['explanation', explanation],
  ];
}

/** A passage that ends within a number, the next one going on with it. */
function cutNumberIn(plan: PlanReading): string | null {
  for (const column of textColumns) {
    for (const [i, { text, marker }] of plan[column].entries()) {
      const before = plan[column][i - 1]?.text ?? '';
      if (marker === null && /(?:\d,?|[萬億])$/.test(before) && /^\d/.test(text)) return `${before} / ${text}`;
    }
  }
  return null;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
