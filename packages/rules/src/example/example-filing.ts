import type {
  Document,
  Filing,
  Indicator,
  Passage,
  PlanRow,
  RowClaims,
  Sourced,
  Span,
  Stated,
  TextColumn,
} from '@guankao/domain';
import type { Checked } from '../facts/filing-facts.ts';

/** A filing as a person would jot it down: for tests, rule pages, and whoever wants to try a rule. */
export interface ExampleFiling {
  /** Republic of China year, 113 where none is given; null where the filing prints none. */
  readonly year?: number | null;
  readonly agency?: string;
  /** `text/plain` where none is given: findings about glyphs carry their doubt. */
  readonly mediaType?: string;
  readonly moneyUnit?: 'TWD' | 'thousand TWD';
  readonly plans: readonly ExamplePlan[];
}

export interface ExamplePlan {
  readonly name?: string;
  /** Marks a sub-plan of the nearest plan above without one: `(1)`. */
  readonly marker?: string;
  readonly type?: '社會發展' | '科技發展' | '公共建設';
  /** As printed: `112年1月至115年12月`. */
  readonly period?: string;
  readonly approved?: number;
  readonly budgeted?: number;
  readonly executed?: number;
  /** As printed in a column 執行率(%): `95.00`. */
  readonly rate?: string;
  /** Each item with or without its printed number: `1. 完成…`. */
  readonly plannedWork?: readonly string[];
  readonly execution?: readonly string[];
  readonly goals?: readonly string[];
  readonly explanation?: readonly string[];
  readonly indicators?: readonly ExampleIndicator[];
  readonly stated?: { readonly verdict: 'achieved' | 'not_achieved'; readonly words: string };
  readonly verdict?: RowClaims['verdict'];
  /** How sure it is that the texts are this row’s; 1 where none is given. */
  readonly confidence?: number;
  readonly causes?: readonly string[];
  readonly remedies?: readonly string[];
}

/** Words are looked up in the plan's texts: the target in goals and planned work, the actual in the results. */
export interface ExampleIndicator {
  readonly label: string;
  readonly comparator?: Indicator['comparator'];
  readonly target: string;
  readonly value?: number;
  readonly unit?: string;
  readonly actual?: string;
  readonly actualValue?: number;
  readonly actualUnit?: string;
  readonly met?: boolean;
  readonly column?: TextColumn;
  /** What was held against what, where it is not the one figure against the other. */
  readonly compared?: Indicator['compared'];
  readonly late?: Indicator['late'];
}

/** Writes the example out as a document, reads it back as rows whose spans point into it. */
export function example(filing: ExampleFiling): Checked {
  const sheet = new Sheet();
  const year = filing.year === undefined ? 113 : filing.year;
  const fiscalYear = year === null ? null : sheet.value(`${year}年度`, year + 1911);
  const agency = filing.agency === undefined ? null : sheet.value(filing.agency, filing.agency);
  const moneyUnit = sheet.value('單位：新臺幣千元', filing.moneyUnit ?? 'thousand TWD');
  let parent: string | null = null;
  const rows: { readonly row: PlanRow; readonly claims: RowClaims }[] = [];
  for (const [index, plan] of filing.plans.entries()) {
    const id = `r${String(index + 1).padStart(2, '0')}`;
    const row = rowOf(sheet, plan, id, plan.marker === undefined ? null : parent);
    if (plan.marker === undefined) parent = id;
    rows.push({ row, claims: claimsOf(plan, row, sheet) });
  }
  const document: Document = {
    name: 'example.txt',
    sha256: '0'.repeat(64),
    mediaType: filing.mediaType ?? 'text/plain',
    pages: null,
    text: sheet.text,
    blocks: [],
    notices: [],
  };
  const read: Filing = {
    form: null,
    agency,
    fiscalYear,
    moneyUnit,
    layout: 'execution-and-goals',
    plans: rows.map(({ row }) => row),
    furniture: [],
    unread: [],
  };
  return { document, filing: read, claims: rows.map(({ claims }) => claims) };
}

class Sheet {
  text = '';

  write(words: string): Span {
    const start = this.text.length;
    this.text += `${words}\t`;
    return { start, end: start + words.length };
  }

  value<T>(words: string, value: T): Sourced<T> {
    return { value, text: words, spans: [this.write(words)], basis: 'said', by: 'example' };
  }
}

function rowOf(sheet: Sheet, plan: ExamplePlan, id: string, parent: string | null): PlanRow {
  const start = sheet.text.length;
  const name = sheet.value(`${plan.marker ?? ''}${plan.name ?? '範例計畫'}`, plan.name ?? '範例計畫');
  const money = (amount: number | undefined): Sourced<number> | null =>
    amount === undefined ? null : sheet.value(amount.toLocaleString('en-US'), amount);
  const row = {
    id,
    name,
    marker: plan.marker ?? null,
    parent,
    type: plan.type === undefined ? null : sheet.value(plan.type, plan.type),
    period: plan.period === undefined ? null : sheet.value(plan.period, periodOf(plan.period)),
    approvedTotal: money(plan.approved),
    budgetedToDate: money(plan.budgeted),
    executedToDate: money(plan.executed),
    plannedWork: passages(sheet, plan.plannedWork),
    execution: passages(sheet, plan.execution),
    goals: passages(sheet, plan.goals),
    explanation: passages(sheet, plan.explanation),
    ...(plan.rate === undefined
      ? {}
      : { rates: [{ column: '執行率(%)', value: Number(plan.rate), span: sheet.write(plan.rate) }] }),
    join: { confidence: plan.confidence ?? 1, reason: 'example' },
    executingAgency: null,
    code: null,
    amounts: [],
  };
  return { ...row, spans: [{ start, end: sheet.text.length }] };
}

function periodOf(text: string): { start: string | null; end: string | null } {
  const months = [...text.matchAll(/(\d+)年(\d+)月/gu)].map(
    ([, year, month]) => `${Number(year) + 1911}-${month?.padStart(2, '0')}`,
  );
  const [first, second] = text.split('至').map((part) => /\d+年\d+月/u.test(part));
  return { start: first === true ? (months[0] ?? null) : null, end: second === true ? (months.at(-1) ?? null) : null };
}

const numbered = /^(?<marker>(?:<[^>]*>\s*)*(?:\d+[.、](?!\d)|[(（]\d+[)）]|[一二三四五六七八九十]+、))\s*/u;

/** Mark-up and the item's number stay in the document and leave the cleaned text, as the reader does it. */
function passages(sheet: Sheet, items: readonly string[] = []): readonly Passage[] {
  return items.map((printed) => {
    const span = sheet.write(printed);
    const marker = numbered.exec(printed)?.groups?.['marker']?.replace(/<[^>]*>\s*/gu, '') ?? null;
    const skipped = new Set<number>();
    for (const match of printed.matchAll(/<[^>]*>\s*/gu))
      for (let i = 0; i < match[0].length; i++) skipped.add(match.index + i);
    const lead = numbered.exec(printed)?.[0].length ?? 0;
    const kept = Array.from(printed, (_, i) => i).filter((i) => i >= lead && !skipped.has(i));
    return {
      text: kept.map((i) => printed[i]).join(''),
      marker,
      spans: [span],
      offsets: kept.map((i) => span.start + i),
    };
  });
}

function claimsOf(plan: ExamplePlan, row: PlanRow, sheet: Sheet): RowClaims {
  const found = (words: string, columns: readonly TextColumn[]): Span => {
    for (const column of columns)
      for (const passage of row[column]) {
        const at = passage.text.indexOf(words);
        const start = passage.offsets[at];
        if (at >= 0 && start !== undefined) return { start, end: start + words.length };
      }
    throw new RangeError(`the example does not say “${words}”: ${sheet.text}`);
  };
  const cited = (words: string): { text: string; span: Span } => ({
    text: words,
    span: found(words, ['execution', 'explanation']),
  });
  const statedAt = (
    words: string,
    columns: readonly TextColumn[],
    value: number | undefined,
    unit: string | undefined,
  ): Stated => ({
    text: words,
    span: found(words, columns),
    value: value ?? null,
    unit: unit ?? null,
  });
  const indicators = (plan.indicators ?? []).map((one): Indicator => ({
    label: one.label,
    comparator: one.comparator ?? (one.value === undefined ? 'milestone' : '>='),
    target: statedAt(one.target, ['goals', 'plannedWork'], one.value, one.unit),
    actual:
      one.actual === undefined
        ? null
        : statedAt(one.actual, ['explanation', 'execution', 'goals'], one.actualValue, one.actualUnit ?? one.unit),
    met: one.met ?? null,
    scope: 'year',
    column: one.column ?? 'goals',
    reason: 'example',
    ...comparedIn(one),
    ...(one.late === undefined ? {} : { late: one.late }),
  }));
  return {
    plan: row.id,
    indicators,
    statedVerdict: plan.stated?.verdict ?? 'none',
    statedVerdictSpan:
      plan.stated === undefined ? null : found(plan.stated.words, ['explanation', 'execution', 'goals']),
    verdict: plan.verdict ?? verdictOf(indicators),
    commitments: [],
    causes: (plan.causes ?? []).map(cited),
    remedies: (plan.remedies ?? []).map(cited),
  };
}

/** One figure against the other, where both are given in one unit and nothing else is. */
function comparedIn({ compared, value, actualValue, unit, actualUnit }: ExampleIndicator): Pick<Indicator, 'compared'> {
  if (compared !== undefined) return { compared };
  if (value === undefined || actualValue === undefined || (actualUnit ?? unit) !== unit) return {};
  return { compared: { target: value, actual: actualValue, unit: unit ?? null } };
}

function verdictOf(indicators: readonly Indicator[]): RowClaims['verdict'] {
  const decided = indicators.filter(({ met }) => met !== null);
  if (decided.length === 0) return 'undetermined';
  if (decided.every(({ met }) => met === true)) return 'achieved';
  return decided.some(({ met }) => met === true) ? 'partly' : 'not_achieved';
}
