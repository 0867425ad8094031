import {
  formName,
  inPrintedUnit,
  rowFields,
  type Document,
  type FieldPlace,
  type Filing,
  type Join,
  type MoneyColumn,
  type Passage,
  type PlanRow,
  type RowField,
  type Sourced,
  type Span,
  type TextColumn,
  type TypedCell,
  type TypedPlaces,
  type TypedRow,
  type Withheld,
} from '@guankao/domain';
import { readPeriod } from '../fields/period.ts';
import { readPlanType } from '../fields/plan-type.ts';
import { parentsOf } from '../parents.ts';
import { markerAt } from '../texts/markers.ts';
import { itemsOf, passagesIn } from '../texts/items.ts';
import { typedLines } from '../texts/printed.ts';

/** The layout whose columns a typed form has. */
const layout = 'execution-and-goals';

/**
 * A typed form as a filing, straight from its fields: every typed row is a row, in its place, with its own id, whatever
 * stands in its fields. A field is never asked whether it looks like a heading, a total or the rest of the row above.
 * Type and period are read from their own field alone; what is neither stays unread, its text in `cells`.
 */
export function typedFiling(document: Document, typed: TypedPlaces): Filing {
  const { form, heads, rows: places } = typed;
  const parents = typedParents(form.rows);
  const rows = form.rows.map((row, at) => {
    const fields = new Fields(document.text, places[at] as TypedPlaces['rows'][number], row.withheld);
    return { fields, plan: planRow(fields, row, parents[at] ?? null, typed) };
  });
  const head = <T>(value: T, span: Span): Sourced<T> => ({
    value,
    text: document.text.slice(span.start, span.end),
    spans: [span],
    basis: 'said',
    by: 'typed',
  });
  return {
    form: head(formName, heads.form),
    agency: form.agency === '' ? null : head(form.agency, heads.agency),
    fiscalYear: head(form.fiscalYear, heads.fiscalYear),
    moneyUnit: head(form.printedUnit, heads.moneyUnit),
    layout,
    plans: rows.map(({ plan }) => plan),
    furniture: [
      ...Object.values(heads).filter(({ start, end }) => start < end),
      ...places.flatMap((row) => rowFields.map((field) => row[field].title)),
    ],
    unread: rows.flatMap(({ fields, plan }) => [
      ...(plan.type === null ? fields.typedSpans('type') : []),
      ...(plan.period === null ? fields.typedSpans('period') : []),
    ]),
  };
}

/**
 * The id of each row's parent, null where it has none: the one that the record names, where the form has it; else what the
 * numbers before the names say, as in a filed form.
 */
export function typedParents(rows: readonly TypedRow[]): readonly (string | null)[] {
  const said = parentsOf(rows.map((row) => ({ marker: markerAt(`${row.marker ?? ''}${row.name}`, 0) })));
  const ids = new Set(rows.map(({ id }) => id));
  return rows.map(({ parent }, at) =>
    parent !== null && ids.has(parent) ? parent : (rows[said[at] ?? -1]?.id ?? null),
  );
}

const typedJoin: Join = {
  confidence: 1,
  reason: 'typed',
  message: { 'zh-Hant': '各欄逐一填寫，無須配對。', en: 'Typed field by field: there is nothing to join.' },
};

function planRow(fields: Fields, row: TypedRow, parent: string | null, { form }: TypedPlaces): PlanRow {
  const money = (field: MoneyColumn): Sourced<number> | null => {
    const twd = row[field];
    return twd === null ? null : fields.sourced(field, inPrintedUnit(twd, form.printedUnit));
  };
  return {
    id: row.id,
    name: fields.sourced('name', row.withheld?.name ?? row.name),
    marker: row.marker,
    parent,
    type: fields.read('type', readPlanType(row.type)),
    period: periodOf(fields, row),
    approvedTotal: money('approvedTotal'),
    budgetedToDate: money('budgetedToDate'),
    executedToDate: money('executedToDate'),
    plannedWork: fields.passages('plannedWork'),
    execution: fields.passages('execution'),
    goals: fields.passages('goals'),
    explanation: fields.passages('explanation'),
    join: typedJoin,
    spans: rowFields.flatMap((field) => fields.typedSpans(field)),
    executingAgency: null,
    code: null,
    amounts: [],
    cells: fields.cells(),
    ...(row.yearMoneyMissing === true ? { yearMoneyMissing: true } : {}),
    // What it lacks, or says only once, cannot be told of a row that is not shown whole.
    ...(row.withheld === undefined ? {} : { withheld: row.withheld, inPart: true }),
  };
}

function periodOf(fields: Fields, row: TypedRow): PlanRow['period'] {
  const read = readPeriod(row.period);
  const sourced = fields.read('period', read?.period ?? null);
  return sourced !== null && read?.inferred === true ? { ...sourced, basis: 'inferred' } : sourced;
}

/** One typed row's fields with their places. */
class Fields {
  readonly #text: string;
  readonly #places: Readonly<Record<RowField, FieldPlace>>;
  readonly #withheld: Withheld;

  constructor(text: string, places: Readonly<Record<RowField, FieldPlace>>, withheld: Withheld = {}) {
    this.#text = text;
    this.#places = places;
    this.#withheld = withheld;
  }

  /** Where what was typed stands; nowhere where nothing was, or what was is not shown. */
  typedSpans(field: RowField): readonly Span[] {
    const { value } = this.#places[field];
    const isTyped = this.#withheld[field] === undefined && this.#text.slice(value.start, value.end).trim() !== '';
    return isTyped ? [value] : [];
  }

  /** An empty field is pointed to by its title. */
  sourced<T>(field: RowField, value: T): Sourced<T> {
    const at = this.#places[field];
    const [typed = at.title] = this.typedSpans(field);
    return { value, text: this.#text.slice(at.value.start, at.value.end), spans: [typed], basis: 'said', by: 'typed' };
  }

  read<T>(field: RowField, value: T | null): Sourced<T> | null {
    return value === null ? null : this.sourced(field, value);
  }

  /** Each line is a paragraph. Numbers before items are told for the claims; what looks like mark-up is what was typed. */
  passages(field: TextColumn): readonly Passage[] {
    const { value } = this.#places[field];
    if (this.#withheld[field] !== undefined) return [];
    return passagesIn(itemsOf(typedLines(this.#text, value)), [value]);
  }

  cells(): Readonly<Record<RowField, TypedCell>> {
    return Object.fromEntries(
      rowFields.map((field): [RowField, TypedCell] => {
        const { title, value } = this.#places[field];
        return [
          field,
          { text: this.#text.slice(value.start, value.end), span: { start: title.start, end: value.end } },
        ];
      }),
    ) as Record<RowField, TypedCell>;
  }
}
