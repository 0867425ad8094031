import {
  isAboutFiling,
  moneyColumns,
  overlaps,
  spanIn,
  textColumns,
  type Filing,
  type Finding,
  type Indicator,
  type MoneyUnit,
  type PlanRow,
  type RowClaims,
  type RowField,
  type Span,
} from '@guankao/domain';
import { absolute, compare, minus, readText, whole, type Figure, type Text } from '@guankao/passages';
import { extractAll } from '@guankao/quantities';
import { executionRatesIn, figuresIn } from './execution-rate.ts';
import { Places, type Place } from './places.ts';
import { standings, type Standing, type StandingCounts } from './standing.ts';
import { borneOut, type Statement } from '@guankao/statements';

/** One number of the document. */
export interface CountedNumber {
  /** Row id; null where it stands in no row. */
  readonly plan: string | null;
  /** null where it stands in no field of the form: in another column, or in no row. */
  readonly field: RowField | null;
  readonly text: string;
  readonly span: Span;
  readonly standing: Standing;
  /**
   * By what: ids of rules; the words that it was held against, or that bear it out; which kind of no claim it is; why it is
   * unread. Empty where it stands alone.
   */
  readonly by: readonly string[];
}

export interface Coverage {
  readonly numbers: readonly CountedNumber[];
  readonly all: StandingCounts;
  /** By row id. The numbers that stand in no row are in `all` only. */
  readonly rows: ReadonlyMap<string, StandingCounts>;
}

export interface Covered {
  readonly text: string;
  /** As it was read, bounds not heeded: what they leave out is unread. */
  readonly filing: Filing;
  /** The rows as they were looked at. */
  readonly lookedAt: readonly PlanRow[];
  readonly claims: readonly RowClaims[];
  readonly findings: readonly Finding[];
  /** By row id. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
}

/** Every number of a filing, and how it stands with it. */
export function coverageOf(covered: Covered): Coverage {
  const { filing, lookedAt, claims, findings, statements, text } = covered;
  const claimsOf = new Map(claims.map((row) => [row.plan, row]));
  const refuting = new Places(refutedPlaces(findings));
  const numbers = lookedAt.flatMap((row) => {
    const read = filing.plans.find(({ id }) => id === row.id);
    const evidence = [
      refuting,
      new Places(judgedPlaces(claimsOf.get(row.id)?.indicators ?? [])),
      new Places(bornOutPlaces(row, filing, statements.get(row.id) ?? [])),
    ] as const;
    return [...seenIn(row), ...beyondBounds(row, read)].map((seen) => counted(row.id, seen, evidence));
  });
  const outside = filing.unread.flatMap(({ start, end }) =>
    seenInText(text.slice(start, end)).map((seen): CountedNumber => ({
      plan: null,
      field: null,
      text: seen.text,
      span: { start: start + seen.start, end: start + seen.end },
      standing: 'unread',
      by: ['stretch'],
    })),
  );
  const all = [...numbers, ...outside];
  const byRow = Map.groupBy(numbers, ({ plan }) => plan);
  return {
    numbers: all,
    all: countsOf(all),
    rows: new Map(lookedAt.map(({ id }) => [id, countsOf(byRow.get(id) ?? [])])),
  };
}

function countsOf(numbers: readonly Pick<CountedNumber, 'standing'>[]): StandingCounts {
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const { standing } of numbers) counts[standing] += 1;
  return counts;
}

/** A number as it stands before anything is asked of it. */
interface Seen {
  readonly field: RowField | null;
  readonly text: string;
  readonly span: Span;
  /** A number that states something, or which of the others it is. */
  readonly kind: 'number' | 'not-a-claim' | 'unread';
  readonly by: readonly string[];
  /** Of a number with one value. */
  readonly value: number | null;
}

function counted(
  plan: string,
  { field, text, span, kind, by, value }: Seen,
  [refuted, judged, born]: readonly [Places, Places, Places],
): CountedNumber {
  const number = { plan, field, text, span };
  const at = (places: Places): readonly string[] => [
    ...new Set(
      places
        .over(span)
        .filter(
          (place) =>
            (place.value === null || place.value === value) && (place.notDates !== true || kind !== 'not-a-claim'),
        )
        .map((place) => place.by),
    ),
  ];
  for (const [standing, places] of [
    ['contradicted', refuted],
    ['judged', judged],
    ['borne-out', born],
  ] as const) {
    const found = at(places);
    if (found.length > 0) return { ...number, standing, by: found };
  }
  return kind === 'number' ? { ...number, standing: 'stands-alone', by: [] } : { ...number, standing: kind, by };
}

/** All that a row prints in numbers: its texts, its amounts and rates, its period. */
function seenIn(row: PlanRow): readonly Seen[] {
  const inTexts = textColumns.flatMap((column) =>
    row[column].flatMap((item, at) => seenInPassage(readText(column, at, item))),
  );
  const amounts = moneyColumns.flatMap((column): Seen[] => {
    const amount = row[column];
    const span = amount?.spans[0];
    if (amount === null || span === undefined) return [];
    return [{ field: column, text: amount.text, span, kind: 'number', by: [], value: amount.value }];
  });
  const others = [...row.amounts, ...(row.rates ?? [])]
    .filter(({ span }) => !amounts.some((amount) => overlaps(amount.span, span)))
    .map(({ value, span, column }): Seen => ({
      field: null,
      text: column,
      span,
      kind: value === null ? 'unread' : 'number',
      by: value === null ? ['amount'] : [],
      value,
    }));
  const period = row.period?.spans[0];
  return [
    ...(row.period === null || period === undefined || !/\d/u.test(row.period.text)
      ? []
      : [
          {
            field: 'period',
            text: row.period.text,
            span: period,
            kind: 'not-a-claim',
            by: ['date'],
            value: null,
          } as const,
        ]),
    ...amounts,
    ...others,
    ...inTexts,
  ];
}

function seenInPassage(text: Text): readonly Seen[] {
  return seenInExtraction(text).map(({ start, end, ...seen }) => ({
    ...seen,
    field: text.column,
    span: spanIn(text.passage, start, end),
  }));
}

type Extracted = Pick<Text, 'quantities' | 'labels' | 'unread'>;

function seenInExtraction({ quantities, labels, unread }: Extracted) {
  return [
    ...quantities.map(({ start, end, text, kind, value }) => ({
      start,
      end,
      text,
      kind: kind === 'date' ? ('not-a-claim' as const) : ('number' as const),
      by: kind === 'date' ? [kind] : [],
      value: value === null ? null : Number(value.coefficient) / 10 ** value.scale,
    })),
    ...labels.map(({ start, end, text, kind }) => ({
      start,
      end,
      text,
      kind: 'not-a-claim' as const,
      by: [kind],
      value: null,
    })),
    ...unread.map(({ start, end, text, reason }) => ({
      start,
      end,
      text,
      kind: 'unread' as const,
      by: [reason],
      value: null,
    })),
  ].toSorted((a, b) => a.start - b.start);
}

const seenInText = (text: string) => seenInExtraction(extractAll(text));

/** Numbers of texts that no stage was given, since a bound was reached. */
function beyondBounds(row: PlanRow, read: PlanRow | undefined): readonly Seen[] {
  if (read === undefined || row.inPart !== true) return [];
  return textColumns.flatMap((column) => {
    const looked = new Set(row[column].flatMap(({ offsets }) => offsets));
    return read[column].flatMap((item, at) =>
      seenInPassage(readText(column, at, item))
        .filter(({ span }) => !looked.has(span.start))
        .map((seen): Seen => ({ ...seen, kind: 'unread', by: ['bounds'] })),
    );
  });
}

const refutes = new Set<Finding['category']>(['arithmetic', 'contradiction', 'money', 'period']);
const ofWords = new Set<Finding['category']>(['arithmetic', 'contradiction']);

/** The numbers that errors and warnings rest on: of a proof its premises, else what is shown as evidence. */
function refutedPlaces(findings: readonly Finding[]): readonly Place[] {
  return findings.flatMap((finding) => {
    const { severity, category, proof, evidence, rule } = finding;
    if (!isAboutFiling(finding) || severity === 'question' || !refutes.has(category)) return [];
    if (proof === undefined && !ofWords.has(category)) return [];
    const spans =
      proof === undefined
        ? evidence.map(({ span }) => span)
        : proof.premises.flatMap((premise) => {
            if (premise.is === 'words') return [];
            if (premise.is === 'count') return premise.of.map(({ span }) => span);
            return 'span' in premise ? [premise.span] : [];
          });
    return spans.map((span) => ({ span, by: rule, value: null }));
  });
}

function judgedPlaces(indicators: readonly Indicator[]): readonly Place[] {
  return indicators.flatMap(({ met, target, actual, late }) => {
    if (met === null || actual === null) return [];
    const notDates = late === undefined;
    return [
      { span: target.span, by: actual.text, value: target.value, notDates },
      { span: actual.span, by: target.text, value: actual.value, notDates },
    ];
  });
}

function bornOutPlaces(row: PlanRow, filing: Filing, statements: readonly Statement[]): readonly Place[] {
  return [
    ...statements.flatMap(statementPlaces),
    ...childrenPlaces(row, filing),
    ...restatedPlaces(row, filing.moneyUnit?.value ?? null),
  ];
}

/** The claim and what gives it. */
function statementPlaces(statement: Statement): readonly Place[] {
  const { outcome, claim } = statement;
  if (outcome !== 'borne-out') return [];
  const printed = claim.text.text.slice(claim.start, claim.end) === claim.words;
  const operands = borneOut(statement).flatMap(({ source, words }) => {
    if (source.from === 'text')
      return [{ text: source.figure.text, start: source.figure.start, end: source.figure.end, words }];
    return source.from === 'number' ? [{ text: claim.text, start: source.start, end: source.end, words }] : [];
  });
  return [
    ...operands.map(({ text, start, end }) => ({
      span: spanIn(text.passage, start, end),
      by: claim.words,
      value: null,
    })),
    ...(printed
      ? operands.map(({ words }) => ({
          span: spanIn(claim.text.passage, claim.start, claim.end),
          by: words,
          value: null,
        }))
      : []),
  ];
}

/** A parent row is the sum of its sub-plans, and each of them a part of it. */
function childrenPlaces(row: PlanRow, { plans }: Filing): readonly Place[] {
  const parent = row.parent === null ? row : plans.find(({ id }) => id === row.parent);
  const children = plans.filter((other) => other.parent !== null && other.parent === parent?.id);
  if (parent === undefined || children.length < 2) return [];
  return moneyColumns.flatMap((column) => {
    const [total, own] = [parent[column], row[column]];
    const parts = children.map((child) => child[column]?.value ?? null);
    const sum = parts.reduce<number | null>((all, part) => (all === null || part === null ? null : all + part), 0);
    const span = own?.spans[0];
    if (total === null || sum !== total.value || span === undefined) return [];
    return [{ span, by: row === parent ? parts.map(String).join('+') : total.text, value: null }];
  });
}

/** An amount that a text and a column tell alike, to the column's unit; and the rate that two columns give. */
function restatedPlaces(row: PlanRow, unit: MoneyUnit | null): readonly Place[] {
  if (unit === null) return [];
  const factor = unit === 'TWD' ? 1n : 1000n;
  const figures = figuresIn(row);
  const placed = ({ text, start, end }: Figure): Span => spanIn(text.passage, start, end);
  const alike = moneyColumns.flatMap((column) => {
    const [amount, span] = [row[column], row[column]?.spans[0]];
    if (amount === null || span === undefined || amount.value === 0) return [];
    const full = whole(BigInt(amount.value) * factor);
    return figures
      .filter(({ unit: own, value }) => own === 'TWD' && compare(absolute(minus(value, full)), whole(factor)) < 0)
      .flatMap((figure) => [
        { span: placed(figure), by: amount.text, value: null },
        { span, by: figure.words, value: null },
      ]);
  });
  return [...alike, ...ratePlaces(row, figures, placed)];
}

function ratePlaces(row: PlanRow, figures: readonly Figure[], placed: (figure: Figure) => Span): readonly Place[] {
  const [part, all] = [row.executedToDate?.spans[0], row.budgetedToDate?.spans[0]];
  if (part === undefined || all === undefined) return [];
  return executionRatesIn(row, figures).flatMap(({ figure, executed, budgeted }) => [
    { span: placed(figure), by: `${executed}/${budgeted}`, value: null },
    { span: part, by: figure.words, value: null },
    { span: all, by: figure.words, value: null },
  ]);
}
