import type { Amount, MoneyColumn, Period, PlanRow, PlanType, Rate, Sourced, Span } from '@guankao/domain';
import { spansOf, type Draft } from './drafts.ts';
import { readMoney } from './fields/money.ts';
import { readPeriod } from './fields/period.ts';
import { readPlanType } from './fields/plan-type.ts';
import type { Role } from './layout.ts';
import { merged } from './coverage.ts';
import { lineOf } from './texts/printed.ts';
import type { Texts } from './texts/texts.ts';

export interface Surroundings {
  readonly document: string;
  /** TWD in a printed figure, and in a figure of the reading. */
  readonly unit: number;
}

/** Cells whose words are in no field of the row: they stay unread. */
const unreadRoles: readonly Role[] = ['note', 'other'];

/** One plan row. Cells that could not be read are not in its spans: what no row takes is unread in the filing. */
export function buildRow(
  draft: Draft,
  id: string,
  parent: string | null,
  texts: Texts,
  { document, unit }: Surroundings,
): PlanRow {
  const field = new FieldReader(document, draft, unit);
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
  return {
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
    spans: merged(document, [...spans.filter((span) => !unread.includes(span)), ...texts.spans]),
  };
}

/** Their print is split among rows, and comes with the texts. */
function isResult(role: Role): boolean {
  return role === 'execution' || role === 'goals' || role === 'explanation';
}

/** Reads the short fields of a row; what it cannot read it puts by. */
class FieldReader {
  readonly unread: Span[] = [];
  readonly #document: string;
  readonly #draft: Draft;
  readonly #unit: number;

  constructor(document: string, draft: Draft, unit: number) {
    this.#document = document;
    this.#draft = draft;
    this.#unit = unit;
  }

  name(): Sourced<string> {
    const spans = spansOf(this.#draft, 'name');
    return this.#sourced(this.#draft.name.name, spans, this.#draft.name.marker === null ? 'name' : 'name, item-number');
  }

  type(): Sourced<PlanType> | null {
    const own = spansOf(this.#draft, 'type');
    const common = this.#draft.group.type;
    if (own.length === 0 && common !== null) {
      const value = readPlanType(lineOf(this.#document, [common.span]).replace(/^.{1,4}[、.)）]/, ''));
      return value === null ? null : this.#sourced(value, [common.span], 'type, group-heading');
    }
    const value = readPlanType(this.#line(own));
    return value === null ? this.#unreadable(own) : this.#sourced(value, own, 'type');
  }

  period(): Sourced<Period> | null {
    const spans = spansOf(this.#draft, 'period');
    const read = readPeriod(this.#line(spans));
    if (read === null) return this.#unreadable(spans);
    const sourced = this.#sourced(read.period, spans, read.inferred ? 'period, years-only' : 'period');
    return read.inferred ? { ...sourced, basis: 'inferred' } : sourced;
  }

  money(role: MoneyColumn): Sourced<number> | null {
    const spans = spansOf(this.#draft, role);
    const read = readMoney(this.#line(spans), this.#unit);
    if (read === null) return this.#unreadable(spans);
    return read.value === null ? null : this.#sourced(this.#scaled(read.value), spans, 'money-column');
  }

  amounts(): readonly Amount[] {
    return (this.#draft.cells.get('amount') ?? []).flatMap(({ span, heading }) => {
      const read = readMoney(this.#line([span]), this.#unit);
      if (read === null) this.unread.push(span);
      return read === null
        ? []
        : [{ column: heading, value: read.value === null ? null : this.#scaled(read.value), span }];
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

  agency(): Sourced<string> | null {
    return this.line('agency') ?? this.#common(this.#draft.group.agency?.span ?? null);
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

  /** Figures in 萬元 and 百萬元 are given in thousands, as the reading has them. */
  #scaled(value: number): number {
    return this.#unit > 1000 ? value * (this.#unit / 1000) : value;
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
