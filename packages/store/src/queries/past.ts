import type { FilingRecord, Past, Position } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { findFindings, foundThen } from './findings.ts';
import { findPlan } from './filings.ts';
import { findLineage, type EditionShown } from './lineage.ts';
import type { Moment, PastIndex } from './past-index.ts';
import { windowOf } from './plans.ts';
import type { Readings } from './readings.ts';
import type { ShownThen } from './shown-then.ts';

/** What the public saw after the event at `position`, as far as it may be seen now. */
export async function pastAt(db: Database, readings: Readings, index: PastIndex, position: number): Promise<Past> {
  const moment = await index.at(position);
  const filing: Past['filing'] = async (id, edition) => {
    const then = moment.shown.get(id);
    const record = recordOf(moment, id);
    if (then?.is !== 'shown' || record === null) return null;
    const asked = edition === undefined ? then.current : then.editions.find((one) => one.edition.number === edition);
    if (asked === undefined) return null;
    return { filing: record, edition: asked.edition, reading: await readings.of(asked.reading) };
  };
  return {
    binding: moment.history.binding,
    first: moment.history.first,
    filing,
    filings: async () => recordsOf(moment),
    async withdrawn(id) {
      const then = moment.shown.get(id);
      return then?.is === 'withdrawn' ? then.withdrawal : null;
    },
    async plans(query) {
      const { offset, most } = windowOf(query);
      return index.find(moment, query, offset, most);
    },
    findings: (query) => findFindings(db, foundThen(db, moment), query),
    plan: (id, edition) => findPlan(filing, id, edition),
    lineage: (plan) => findLineage(db, readings, async (ids) => ids.flatMap((id) => editionsOf(moment, id)), plan),
    firstShown: (id) => firstOf(moment, id),
    isShownNow: (id) => (moment.history.states.get(id) ?? []).some(({ until }) => until === null),
  };
}

const recordsOfMoments = new WeakMap<Moment, readonly FilingRecord[]>();

/** Every list asks for them, and of a moment they are always the same. */
function recordsOf(moment: Moment): readonly FilingRecord[] {
  let records = recordsOfMoments.get(moment);
  if (records === undefined) {
    records = [...moment.filings.keys()].flatMap((id) => recordOf(moment, id) ?? []).toSorted(byYearAndId);
    recordsOfMoments.set(moment, records);
  }
  return records;
}

function recordOf({ shown, filings }: Moment, id: string): FilingRecord | null {
  const [then, filing] = [shown.get(id), filings.get(id)];
  if (then?.is !== 'shown' || filing === undefined) return null;
  const { form, agency, fiscalYear, moneyUnit, findings, reading, rows } = filing;
  const editions = then.editions.map(({ edition }) => edition);
  return { id, form, agency, fiscalYear, moneyUnit, editions, plans: rows.length, findings, reading };
}

/** Newest year first, then by agency, as the list of now. */
function byYearAndId(a: FilingRecord, b: FilingRecord): number {
  return (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0) || (a.id < b.id ? -1 : 1);
}

function editionsOf({ shown }: Moment, id: string): readonly EditionShown[] {
  const then: ShownThen | undefined = shown.get(id);
  if (then?.is !== 'shown') return [];
  return then.editions.map(({ edition, reading, takenIn }) => ({
    filing: id,
    number: edition.number,
    event: takenIn,
    at: edition.importedAt,
    reading,
  }));
}

function firstOf({ history }: Moment, id: string): Position | null {
  const [first] = history.states.get(id) ?? [];
  return first === undefined ? null : { number: first.from, at: first.since };
}
