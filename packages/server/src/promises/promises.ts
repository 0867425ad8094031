import type { FollowedPromise, PromiseAnswer } from '@guankao/comparison';
import { Refusal } from '@guankao/domain';
import { planId, type PlanReading } from '@guankao/reading';
import type { FilingEdition, FilingRecord, Shown } from '@guankao/store';
import type { PromiseLine } from '@guankao/web';
import { dayInTaipei } from '@guankao/workflow';
import type { Moment } from '../as-of/as-of.ts';
import { presentName } from '../plans/presenter.ts';
import type { Site } from '../pages/site.ts';
import { Places, placesOf, presentFilingName } from '../sources/presenter.ts';
import { recordedRows } from './recorded-rows.ts';
import { standingOf, type Later } from './standing.ts';

/** A promise as its filing has it; how it stands depends on the day and on what came later. */
type Promised = Omit<PromiseLine, 'state' | 'basis' | 'answer' | 'later' | 'joined'> & {
  readonly row: string;
  readonly at: number;
};

type Answer = NonNullable<PromiseLine['answer']>;

interface Followed {
  /** Ids of the later rows of the same plan; none: it is not listed. */
  readonly rows: readonly string[];
  readonly joined: PromiseLine['joined'];
  readonly answer: Answer | null;
}

export interface Known {
  readonly lines: readonly PromiseLine[];
  /** Filings that were not looked through yet, and pairs of filings not yet held against each other. */
  readonly pending: number;
}

/** Answers are looked for in so many filings after the one that promised. */
const mostLater = 5;

/**
 * All promises of the current editions that are shown, now or at a time before. What a file promises never changes, so
 * each is gathered once; so is what a later file says of it, which the pool finds out. Every question asks first which
 * editions are shown.
 */
export class AllPromises {
  static of(site: Site, moment: Moment): AllPromises {
    let kept = ofSites.get(site);
    if (kept === undefined) ofSites.set(site, (kept = new KeptPromises(site)));
    return kept.of(moment);
  }

  readonly #site: Site;
  readonly #shown: Shown;
  /** In Taipei. */
  readonly #today: () => string;
  /** Knows what most files of another time promise, too. */
  readonly #beside: AllPromises | null;
  readonly #promised = new Map<string, readonly Promised[]>();
  readonly #followed = new Map<string, ReadonlyMap<string, Followed>>();
  #work: Promise<void> | null = null;

  constructor(site: Site, shown: Shown, today: () => string, beside: AllPromises | null) {
    this.#site = site;
    this.#shown = shown;
    this.#today = today;
    this.#beside = beside;
  }

  /** What is known within so many milliseconds; the rest goes on being gathered. */
  async within(milliseconds: number): Promise<Known> {
    const before = await this.#shown.filings();
    if (this.#isWhole(before)) return this.#compose(before);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    // What failed is tried again with the next question: what is known till then is told, and that it is not all.
    const gathered = this.#gathered().catch(() => undefined);
    await Promise.race([gathered, patience]).finally(() => clearTimeout(timer));
    return this.#compose(await this.#shown.filings());
  }

  /** All of it, however long it takes. */
  async whole(): Promise<Known> {
    const before = await this.#shown.filings();
    if (!this.#isWhole(before)) await this.#gathered();
    return this.#compose(await this.#shown.filings());
  }

  #isWhole(records: readonly FilingRecord[]): boolean {
    return this.#missing(records) === 0;
  }

  #missing(records: readonly FilingRecord[]): number {
    const filings = records.filter((record) => !this.#promised.has(keyOf(record))).length;
    const pairs = this.#pairs(records).filter(([earlier, later]) => !this.#followed.has(pairKey(earlier, later)));
    return filings + pairs.length;
  }

  /** One at a time, however many ask. */
  #gathered(): Promise<void> {
    this.#work ??= this.#gather().finally(() => (this.#work = null));
    // Who no longer waits need not hear of it; who waits is told.
    this.#work.catch(() => undefined);
    return this.#work;
  }

  async #gather(): Promise<void> {
    const records = await this.#shown.filings();
    this.#forget(records);
    for (const record of records) {
      const key = keyOf(record);
      if (this.#promised.has(key)) continue;
      const known = this.#beside === null ? undefined : this.#beside.#promised.get(key);
      const held = known === undefined ? await this.#shown.filing(record.id) : null;
      if (known !== undefined) this.#promised.set(key, known);
      else if (held !== null) this.#promised.set(keyOf(held.filing), promisedIn(held));
    }
    for (const [earlier, later] of this.#pairs(records)) {
      if (!this.#followed.has(pairKey(earlier, later))) await this.#follow(earlier, later);
    }
  }

  async #follow(earlier: FilingRecord, later: FilingRecord): Promise<void> {
    const pair = pairKey(earlier, later);
    const known = this.#beside === null ? undefined : this.#beside.#followed.get(pair);
    if (known !== undefined) {
      this.#followed.set(pair, known);
      return;
    }
    const { pool } = this.#site;
    const [before, now] = [await this.#shown.filing(earlier.id), await this.#shown.filing(later.id)];
    // One of them was changed meanwhile: the next question sees the new pair.
    if (before === null || now === null || pairKey(before.filing, now.filing) !== pair) return;
    const recorded = await recordedRows(this.#shown, before, now);
    const input = { before: before.reading, now: now.reading, recorded };
    const followed = await pool
      .run('follow-promises', input, { asker: { kind: 'job', id: 'promises' }, name: later.id })
      .catch(nothingWhereRefused);
    this.#followed.set(pair, answersOf(followed, now));
  }

  /** Filings of one agency, each with those of later years; only where the earlier one promised anything. */
  #pairs(records: readonly FilingRecord[]): readonly (readonly [FilingRecord, FilingRecord])[] {
    return records.flatMap((earlier) =>
      (this.#promised.get(keyOf(earlier)) ?? []).length === 0
        ? []
        : laterThan(earlier, records).map((later) => [earlier, later] as const),
    );
  }

  #compose(records: readonly FilingRecord[]): Known {
    const today = this.#today();
    const lines = records.flatMap((record) => {
      const later = laterThan(record, records);
      return (this.#promised.get(keyOf(record)) ?? []).map(({ row, at, ...promise }): PromiseLine => {
        const known = later.map((one) => this.#followed.get(pairKey(record, one))?.get(promiseKey(row, at)));
        const answers = later.map(({ fiscalYear }, place): Later<Answer> => {
          const found = known[place];
          return {
            fiscalYear: fiscalYear ?? 0,
            pending: found === undefined,
            row: found?.rows[0] ?? null,
            answer: found?.answer ?? null,
          };
        });
        const rows = known.flatMap((found) => found?.rows ?? []);
        const ways = known.flatMap((found) => found?.joined ?? []);
        const joined = ways.includes('recorded') ? 'recorded' : (ways[0] ?? null);
        return { ...promise, later: rows, joined, ...standingOf(promise.due, today, answers) };
      });
    });
    return { lines: lines.toSorted(byDue), pending: this.#missing(records) };
  }

  /** What is shown no more is not kept here either. */
  #forget(records: readonly FilingRecord[]): void {
    const current = new Set(records.map(keyOf));
    const pairs = new Set(this.#pairs(records).map(([earlier, later]) => pairKey(earlier, later)));
    for (const key of this.#promised.keys()) if (!current.has(key)) this.#promised.delete(key);
    for (const key of this.#followed.keys()) if (!pairs.has(key)) this.#followed.delete(key);
  }
}

/** Those of now, and those of a few times before; what binds a time before makes it another. */
class KeptPromises {
  readonly #site: Site;
  readonly #now: AllPromises;
  readonly #past = new Map<string, AllPromises>();
  readonly #most = 8;

  constructor(site: Site) {
    this.#site = site;
    this.#now = new AllPromises(site, site.catalogue, () => dayInTaipei(site.clock()), null);
  }

  of({ shown, today, key: time }: Moment): AllPromises {
    if (time === '') return this.#now;
    const key = `${time} ${today}`;
    const kept = this.#past.get(key) ?? new AllPromises(this.#site, shown, () => today, this.#now);
    this.#past.delete(key);
    this.#past.set(key, kept);
    for (const oldest of this.#past.keys()) {
      if (this.#past.size <= this.#most) break;
      this.#past.delete(oldest);
    }
    return kept;
  }
}

const ofSites = new WeakMap<Site, KeptPromises>();

/** The same reading may stand in another edition at another time. */
const keyOf = ({ id, reading, editions }: FilingRecord): string => `${id} ${editions.at(-1)?.number} ${reading}`;
const pairKey = (earlier: FilingRecord, later: FilingRecord): string => `${keyOf(earlier)} ${keyOf(later)}`;
const promiseKey = (row: string, at: number): string => `${row} ${at}`;

function laterThan({ agency, fiscalYear }: FilingRecord, records: readonly FilingRecord[]): readonly FilingRecord[] {
  if (agency === null || fiscalYear === null) return [];
  return records
    .filter((other) => other.agency === agency && other.fiscalYear !== null && other.fiscalYear > fiscalYear)
    .toSorted((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0))
    .slice(0, mostLater);
}

/** What takes too long or too much stays uncompared; a pool that is full is asked again later. */
function nothingWhereRefused(error: unknown): readonly FollowedPromise[] {
  if (error instanceof Refusal && error.status === 422) return [];
  throw error;
}

function promisedIn(held: FilingEdition): readonly Promised[] {
  const { filing, edition, reading } = held;
  const places = placesOf(held);
  return reading.plans.flatMap((plan: PlanReading) =>
    plan.commitments.map((promise, at) => ({
      id: `${planId(filing.id, plan.id)}-${at + 1}`,
      row: plan.id,
      at,
      number: at + 1,
      filing: presentFilingName(filing),
      edition: edition.number,
      publishedAt: edition.importedAt,
      plan: presentName(filing.id, plan),
      due: promise.due,
      text: promise.text,
      about: promise.about?.text ?? null,
      place: places.of([promise.span]),
    })),
  );
}

function answersOf(followed: readonly FollowedPromise[], now: FilingEdition): ReadonlyMap<string, Followed> {
  const places = placesOf(now);
  return new Map(
    followed.map(({ plan, at, now: rows, joined, answer }) => [
      promiseKey(plan, at),
      {
        rows: rows.map((row) => planId(now.filing.id, row)),
        joined,
        answer: answer === null ? null : answered(answer, answer.row, now, places),
      },
    ]),
  );
}

function answered({ says, text, spans }: PromiseAnswer, row: string, now: FilingEdition, places: Places): Answer {
  return {
    says,
    text,
    plan: planId(now.filing.id, row),
    filing: presentFilingName(now.filing),
    publishedAt: now.edition.importedAt,
    place: spans.length === 0 ? null : places.of(spans),
  };
}

/** By the day; what names none comes last. */
function byDue(a: PromiseLine, b: PromiseLine): number {
  const key = ({ due }: PromiseLine): string => due ?? '9999';
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
