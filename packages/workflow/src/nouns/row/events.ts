import { accountsBehind, type ActingFor } from '../../actors.ts';
import type { Changed } from '../../noun.ts';
import type { Disclosure } from './disclosure.ts';
import type { RowMove, RowState } from './machine.ts';
import type { OpeningBalance, ShareMoney, YearMoney } from './money.ts';
import type { PlanVersion } from './plan-version.ts';
import {
  asApproved,
  type CarriedIn,
  type DrawnTexts,
  type IndicatorRecord,
  type Remark,
  type RowRecord,
  type RowTexts,
} from './row.ts';

/** What happened to a row. Accounts (`writer`, `by`) are ids; events of 0.1.0 do not say all of them. */
export type RowEvent =
  | RowHappening<'row-opened', { readonly row: RowRecord }>
  | RowHappening<
      'row-texts-saved',
      Changed<Partial<RowTexts>> & {
        readonly writer: string;
        /** Where somebody without an account wrote them, and `writer` entered them. */
        readonly writtenBy?: { readonly mark: string; readonly person: string; readonly agency: string };
        /** Of what was not typed here: by field, who wrote it where it comes from. */
        readonly authors?: RowRecord['authors'];
        /** Where they come from, for people. */
        readonly document?: string;
        /** Of a text that was drawn from the work plan or a report, or written in its place. */
        readonly drawn?: DrawnTexts;
      }
    >
  | RowHappening<'row-indicators-saved', Changed<readonly IndicatorRecord[]> & { readonly writer: string }>
  | RowHappening<
      'row-money-recorded',
      Changed<MoneyEntry> & {
        readonly document: string | null;
        readonly writer?: string;
        /** Of money that was drawn: who wrote what it is drawn from. */
        readonly authors?: readonly string[];
      }
    >
  | RowHappening<
      'row-carried-in-drawn',
      {
        readonly before: CarriedIn | null;
        readonly after: CarriedIn;
        readonly writer: string;
        /** Of the carry-over; events of before lack them. */
        readonly authors?: readonly string[];
      }
    >
  | RowHappening<
      'row-plan-versioned',
      { readonly before: PlanVersion | null; readonly after: PlanVersion; readonly writer?: string }
    >
  | RowHappening<
      'row-moved',
      {
        readonly move: RowMove;
        readonly from: RowState;
        readonly to: RowState;
        readonly remarks: readonly Remark[];
        readonly by?: string;
        /** Of a row that is retired: those in which it goes on. */
        readonly successors?: readonly string[];
      }
    >
  | RowHappening<'row-renamed', Changed<{ readonly name: string }> & { readonly writer: string }>
  | RowHappening<'row-disclosure-set', Changed<Disclosure> & { readonly by: string }>
  | RowHappening<'row-handed-over', Changed<{ readonly agency: string }> & { readonly by: string }>;

interface RowHappening<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly subject: string;
  readonly payload: Payload;
  readonly actingFor?: ActingFor;
}

/** What 主計 records of a share's year; null where nothing stood before. */
export interface MoneyEntry {
  readonly approvedTotal: number | null;
  readonly ownTotal: number | null;
  readonly opening: OpeningBalance | null;
  readonly money: YearMoney | null;
}

/** A row after an event. Folding a subject's events from the first gives its current state: that is all a rebuild is. */
export function applyToRow(row: RowRecord | null, event: RowEvent): RowRecord {
  if (event.kind === 'row-opened') return openedRow(event.payload.row);
  if (row === null) throw new Error(`${event.kind} before the row ${event.subject} was opened`);
  const next = { ...row, version: row.version + 1 };
  /** A deputy writes, and whoever they act for: neither of the two approves it. */
  const behind = (account: string | undefined) =>
    account === undefined ? [undefined] : accountsBehind(account, event.actingFor);
  switch (event.kind) {
    case 'row-texts-saved': {
      const { before: _before, after, writer, writtenBy, authors: earlier = {}, drawn } = event.payload;
      const by = [...(writtenBy === undefined ? [] : [writtenBy.mark]), ...behind(writer)];
      const authors = Object.entries(after).reduce(
        (all, [field, text]) =>
          text === '' ? withEmptied(all, field, by) : withAuthors(all, field, [...by, ...(earlier[field] ?? [])]),
        row.authors,
      );
      const texts = { ...row.texts, ...after };
      return withWriters({
        ...next,
        texts,
        authors,
        ...(drawn === undefined ? {} : { drawn: { ...row.drawn, ...drawn } }),
      });
    }
    case 'row-indicators-saved': {
      const { after, writer } = event.payload;
      return withWriters({
        ...next,
        indicators: after.map(whole),
        authors: withAuthors(row.authors, 'indicators', after.length === 0 ? null : behind(writer)),
      });
    }
    case 'row-money-recorded': {
      const { after, writer, authors: earlier = [] } = event.payload;
      const { approvedTotal, ownTotal, opening, money } = after;
      return withWriters({
        ...next,
        money: { approvedTotal, ownTotal, opening, years: withYear(row.money, row.fiscalYear, money) },
        authors: withAuthors(row.authors, 'money', [...behind(writer), ...earlier]),
      });
    }
    case 'row-carried-in-drawn': {
      const { after, writer, authors: earlier = [] } = event.payload;
      const authors = withAuthors(row.authors, 'money', [...behind(writer), ...earlier]);
      return withWriters({ ...next, carried: after, authors });
    }
    case 'row-plan-versioned': {
      const { after, writer } = event.payload;
      const versions = [...row.versions, after];
      return withWriters(
        asApproved({ ...next, versions, authors: withAuthors(row.authors, 'versions', behind(writer)) }),
      );
    }
    case 'row-moved': {
      const { move, to, remarks, by, successors = row.successors } = event.payload;
      return withWriters({
        ...next,
        state: to,
        successors,
        remarks: [...row.remarks, ...remarks],
        authors:
          move === 'submit' && by !== undefined
            ? { ...row.authors, submission: accountsBehind(by, event.actingFor) }
            : row.authors,
      });
    }
    case 'row-renamed': {
      const { after, writer } = event.payload;
      const authors = withAuthors(row.authors, 'name', behind(writer));
      return withWriters({ ...next, texts: { ...row.texts, name: after.name }, authors });
    }
    case 'row-disclosure-set':
      return { ...next, disclosure: { ...row.disclosure, ...event.payload.after } };
    case 'row-handed-over':
      return { ...next, agency: event.payload.after.agency };
  }
}

/** Events of before plans had versions and followed one another, targets a scope and a document, texts their authors lack them. */
function openedRow(row: RowRecord): RowRecord {
  return {
    ...row,
    versions: row.versions ?? [],
    predecessors: row.predecessors ?? [],
    successors: row.successors ?? [],
    disclosure: row.disclosure ?? {},
    indicators: row.indicators.map(whole),
    authors: row.authors ?? {},
    writers: row.writers ?? [],
  };
}

function whole(indicator: IndicatorRecord): IndicatorRecord {
  const targets = indicator.targets.map((target) => ({ ...target, document: target.document ?? null }));
  return { ...indicator, scope: indicator.scope ?? 'year', targets };
}

type Authors = RowRecord['authors'];

/** `writers` null: what was written there is gone, and nobody's; one undefined: an older event that does not say who. */
function withAuthors(authors: Authors, part: string, writers: readonly (string | undefined)[] | null): Authors {
  if (writers === null) return Object.fromEntries(Object.entries(authors).filter(([name]) => name !== part));
  const known = authors[part] ?? [];
  const more = writers.filter((writer) => writer !== undefined && !known.includes(writer)) as readonly string[];
  return more.length === 0 ? authors : { ...authors, [part]: [...known, ...more] };
}

/** Who takes out what others wrote answers for what is missing; who takes out their own leaves nothing behind. */
function withEmptied(authors: Authors, part: string, writers: readonly (string | undefined)[]): Authors {
  const others = (authors[part] ?? ['']).some((author) => !writers.includes(author));
  const left = withAuthors(authors, part, null);
  const known = writers.filter((writer) => writer !== undefined);
  return others && known.length > 0 ? { ...left, [part]: known } : left;
}

/** `writers` as `authors` say. */
export function withWriters(row: RowRecord): RowRecord {
  return { ...row, writers: [...new Set(Object.values(row.authors).flat())].toSorted() };
}

function withYear({ years }: ShareMoney, fiscalYear: number, money: YearMoney | null): ShareMoney['years'] {
  const others = years.filter((year) => year.fiscalYear !== fiscalYear);
  if (money === null) return others;
  return [...others, { fiscalYear, money }].toSorted((a, b) => a.fiscalYear - b.fiscalYear);
}
