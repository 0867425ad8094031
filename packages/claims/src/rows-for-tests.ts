import type { Indicator, Passage, PlanRow, RowClaims, Sourced, TextColumn } from '@guankao/domain';
import { claimsOf } from './read-claims.ts';

/** A row's cells as a test writes them: one line an item, its number in front. */
export type Cells = Partial<Readonly<Record<TextColumn, string>>>;

/** Reads one made-up row of 113年度 (2024), or of `fiscalYear`. Nothing but its texts is filled in. */
export function read(cells: Cells, fiscalYear: number | null = 2024): RowClaims {
  return claimsOf(rowOf(cells), fiscalYear);
}

/** One line an indicator: `>= 120公里 ← 125公里 met`, `milestone 完成建置 → open`. */
export function told(cells: Cells, fiscalYear: number | null = 2024): readonly string[] {
  return read(cells, fiscalYear).indicators.map(inALine);
}

function inALine({ comparator, strict, target, actual, met, scope }: Indicator): string {
  const outcome = met === null ? 'open' : met ? 'met' : 'missed';
  const whole = scope === 'plan' ? 'plan ' : '';
  if (target.value === null) return `${whole}milestone ${target.text} → ${outcome}`;
  const result = actual?.value === null || actual === null ? '—' : `${actual.value}${actual.unit ?? ''}`;
  return `${whole}${comparator}${strict === true ? ' strictly' : ''} ${target.value}${target.unit ?? ''} ← ${result} ${outcome}`;
}

function rowOf(cells: Cells): PlanRow {
  let offset = 0;
  const passages = (column: TextColumn): readonly Passage[] =>
    (cells[column] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const passage = passageOf(line, offset);
        offset += line.length + 1;
        return passage;
      });
  return {
    id: 'r01',
    name: said('範例計畫'),
    marker: null,
    parent: null,
    type: null,
    period: null,
    approvedTotal: null,
    budgetedToDate: null,
    executedToDate: null,
    plannedWork: passages('plannedWork'),
    execution: passages('execution'),
    goals: passages('goals'),
    explanation: passages('explanation'),
    join: { confidence: 1, reason: 'made up' },
    spans: [],
    executingAgency: null,
    code: null,
    amounts: [],
  };
}

function passageOf(line: string, offset: number): Passage {
  const marker =
    /^([0-9]+(?:\.(?![0-9])|、)|\([0-9]+\)|[(（][0-9一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|[①-⑳])\s*/.exec(
      line,
    );
  const lead = marker?.[0].length ?? 0;
  const text = line.slice(lead);
  const start = offset + lead;
  return {
    text,
    marker: marker?.[1] ?? null,
    spans: [{ start, end: start + text.length }],
    offsets: Array.from({ length: text.length }, (_, at) => start + at),
  };
}

function said<T>(value: T): Sourced<T> {
  return { value, text: String(value), spans: [], basis: 'said', by: 'test' };
}
