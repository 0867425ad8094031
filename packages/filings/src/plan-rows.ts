import type {
  Amount,
  Document,
  MoneyColumn,
  Period,
  PlanRow,
  PlanType,
  Rate,
  Notice,
  Sourced,
  Span,
} from '@guankao/domain';
import { spansOf, type Draft } from './drafts.ts';
import { readMoney } from './fields/money.ts';
import { readPeriod } from './fields/period.ts';
import { readPlanType } from './fields/plan-type.ts';
import type { Role } from './layout.ts';
import { merged } from './coverage.ts';
import { lineOf } from './texts/printed.ts';
import { placeOf } from './texts/places.ts';
import type { Texts } from './texts/texts.ts';
import { scaled, unitUnder, type Units } from './units.ts';

export interface Surroundings {
  readonly document: Pick<Document, 'name' | 'text'>;
  readonly units: Units;
}

export interface BuiltRow {
  readonly row: PlanRow;
  /** What of it was left unread, or may be read wrong. */
  readonly notices: readonly Notice[];
}

/** Cells whose words are in no field of the row: they stay unread. */
const unreadRoles: readonly Role[] = ['note', 'other'];

/** One plan row. Cells that could not be read are not in its spans: what no row takes is unread in the filing. */
export function buildRow(
  draft: Draft,
  id: string,
  parent: string | null,
  texts: Texts,
  { document, units }: Surroundings,
): BuiltRow {
  const field = new FieldReader(document, draft, units);
  const name = field.name();
  const money = {
    approvedTotal: field.money('approvedTotal'),
    budgetedToDate: field.money('budgetedToDate'),
    executedToDate: field.money('executedToDate'),
  };
  const [type, period, amounts, rates, executingAgency, code] = [
    field.type(),
    field.period(),
    field.amounts(),
    field.rates(),
    field.agency(),
    field.line('code'),
  ];
  const unread = [...field.unread, ...unreadRoles.flatMap((role) => spansOf(draft, role))];
  const spans = [...draft.cells].flatMap(([role, cells]) =>
    unreadRoles.includes(role) || isResult(role) ? [] : cells.map(({ span }) => span),
  );
  const row: PlanRow = {
    id,
    name,
    marker: draft.name.marker?.text ?? null,
    parent,
    type,
    period,
    ...money,
    executingAgency,
    code,
    amounts,
    ...(rates.length > 0 ? { rates } : {}),
    plannedWork: texts.plannedWork,
    execution: texts.execution,
    goals: texts.goals,
    explanation: texts.explanation,
    join: texts.join,
    spans: merged(document.text, [...spans.filter((span) => !unread.includes(span)), ...texts.spans]),
  };
  return { row, notices: field.notices };
}

/** Their print is split among rows, and comes with the texts. */
function isResult(role: Role): boolean {
  return role === 'execution' || role === 'goals' || role === 'explanation';
}

/** Reads the short fields of a row; what it cannot read it puts by. */
class FieldReader {
  readonly unread: Span[] = [];
  readonly notices: Notice[] = [];
  readonly #document: string;
  readonly #file: string;
  readonly #draft: Draft;
  readonly #units: Units;

  constructor({ name, text }: Surroundings['document'], draft: Draft, units: Units) {
    this.#document = text;
    this.#file = name;
    this.#draft = draft;
    this.#units = units;
  }

  /** A name merged over several rows stands first where its own row begins: rows are told apart by that place. */
  name(): Sourced<string> {
    const spans = spansOf(this.#draft, 'name');
    const by = this.#draft.name.marker === null ? 'name' : 'name, item-number';
    if (!this.#draft.inherited.has('name')) return this.#sourced(this.#draft.name.name, spans, by);
    const sourced = this.#sourced(this.#draft.name.name, spans, `${by}, merged-cell`);
    return { ...sourced, spans: [this.#draft.start, ...spans], basis: 'inferred' };
  }

  type(): Sourced<PlanType> | null {
    const own = spansOf(this.#draft, 'type');
    const common = this.#draft.group.type;
    if (own.length === 0 && common !== null) {
      const value = readPlanType(lineOf(this.#document, [common.span]).replace(/^.{1,4}[、.)）]/, ''));
      return value === null ? null : this.#sourced(value, [common.span], 'type, group-heading');
    }
    const value = readPlanType(this.#line(own));
    return value === null ? this.#unreadable(own) : this.#sourced(value, own, this.#from('type', 'type'));
  }

  period(): Sourced<Period> | null {
    const spans = spansOf(this.#draft, 'period');
    const read = readPeriod(this.#periodLine());
    if (read === null) return this.#unreadable(spans);
    const sourced = this.#sourced(
      read.period,
      spans,
      this.#from('period', read.inferred ? 'period, years-only' : 'period'),
    );
    return read.inferred ? { ...sourced, basis: 'inferred' } : sourced;
  }

  /** Its beginning and its end may stand in columns of their own, under one heading or two. */
  #periodLine(): string {
    const spans = spansOf(this.#draft, 'period');
    const lines = spans.map((span) => this.#line([span]));
    const isParted = lines.length === 2 && lines.every((line) => readPeriod(line)?.period.end === null);
    return isParted ? lines.join('至') : this.#line(spans);
  }

  money(role: MoneyColumn): Sourced<number> | null {
    const cells = this.#draft.cells.get(role) ?? [];
    const spans = cells.map(({ span }) => span);
    if (this.#draft.shared.has(role)) return this.#nobodysOwn(role, spans);
    const unit = unitUnder(cells[0]?.heading ?? '', this.#units);
    const read = readMoney(this.#line(spans), unit);
    if (read === null) return this.#unreadable(spans);
    if (this.#units.inCells && read.unit === null && read.value !== 0) return this.#unreadable(spans);
    // Nothing approved is no plan; a dash for what was budgeted or spent is nought.
    if (read.dash && role === 'approvedTotal') return this.#unreadable(spans);
    const sourced = this.#sourced(
      scaled(read.value, unit, this.#units),
      spans,
      this.#from(role, read.dash ? 'money-column, dash' : 'money-column'),
    );
    if (read.marked) return { ...sourced, doubt: markedFigure };
    return read.dash ? { ...sourced, basis: 'inferred' } : sourced;
  }

  /** An amount that stands once for several plans: it stays unread, for which part is whose nothing tells. */
  #nobodysOwn(role: MoneyColumn, spans: readonly Span[]): null {
    this.notices.push({
      id: 'amount-of-several-plans',
      place: placeOf(spans[0] ?? this.#draft.start, this.#file),
      message: {
        'zh-Hant': `「${this.#draft.name.name}」的${columnWords['zh-Hant'][role]}與其他計畫合併為一格，無法得知各計畫的數額，未讀入。請分列各計畫之金額。`,
        en: `The ${columnWords.en[role]} of “${this.#draft.name.name}” stands in one cell with that of other plans; whose part is how much cannot be told, and it was not read. Give each plan's amount.`,
      },
    });
    return this.#unreadable(spans);
  }

  amounts(): readonly Amount[] {
    return (this.#draft.cells.get('amount') ?? []).flatMap(({ span, heading }) => {
      const unit = unitUnder(heading, this.#units);
      const read = readMoney(this.#line([span]), unit);
      if (read === null) this.unread.push(span);
      return read === null
        ? []
        : [{ column: heading, value: read.dash ? null : scaled(read.value, unit, this.#units), span }];
    });
  }

  rates(): readonly Rate[] {
    return (this.#draft.cells.get('rate') ?? []).flatMap(({ span, heading }) => {
      const match = /^(-?\d{1,6}(?:\.\d+)?)%?$|^[-－—]+$/.exec(
        this.#line([span]).normalize('NFKC').replaceAll(',', ''),
      );
      if (match === null) this.unread.push(span);
      return match === null ? [] : [{ column: heading, value: match[1] === undefined ? null : Number(match[1]), span }];
    });
  }

  /** Who answers for a plan need not be who executes it: taken for it only until a person settles that. */
  agency(): Sourced<string> | null {
    const own = this.line('agency') ?? this.#common(this.#draft.group.agency?.span ?? null);
    if (own !== null) return own;
    const host = this.line('host');
    return host === null ? null : { ...host, basis: 'inferred' };
  }

  line(role: Role): Sourced<string> | null {
    const spans = spansOf(this.#draft, role);
    return spans.length === 0 ? null : this.#sourced(this.#line(spans), spans, role);
  }

  #common(span: Span | null): Sourced<string> | null {
    return span === null ? null : this.#sourced(this.#line([span]), [span], 'agency, group-heading');
  }

  #line(spans: readonly Span[]): string {
    return lineOf(this.#document, spans);
  }

  #from(role: Role, by: string): string {
    return this.#draft.inherited.has(role) ? `${by}, merged-cell` : by;
  }

  #unreadable(spans: readonly Span[]): null {
    for (const span of spans) this.unread.push(span);
    return null;
  }

  #sourced<T>(value: T, spans: readonly Span[], by: string): Sourced<T> {
    const text = spans.map(({ start, end }) => this.#document.slice(start, end)).join(' ');
    return { value, text, spans, basis: 'said', by: this.#draft.shifted ? `${by}, shifted-cell` : by };
  }
}

const columnWords = {
  'zh-Hant': {
    approvedTotal: '計畫核定總經費',
    budgetedToDate: '截至本年度已編列預算數',
    executedToDate: '截至本年底止累計執行數',
  },
  en: { approvedTotal: 'approved total', budgetedToDate: 'budget to date', executedToDate: 'amount executed to date' },
} as const;

const markedFigure = {
  'zh-Hant': '數字旁有上標數字，視為附註記號而未計入；請對照原件。',
  en: 'Raised digits beside the figure were taken for the mark of a note and left out; compare with the original.',
} as const;
