import { sql } from 'kysely';
import type { FindingPage, FindingQuery, FoundFinding } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import type { FindingKind, FindingLine } from '../database/tables.ts';
import { partsOfPlace, placeOf } from '../projections/plan-rows.ts';
import type { Moment } from './past-index.ts';
import type { PlanIndex } from './plan-index.ts';
import { windowOf } from './plans.ts';
import type { IndexedFiling } from './rows.ts';
import { findingsWithWords, pastFindingsWithWords, wordsIn } from './words.ts';

/** Places of the findings in which all these words stand. */
type LookUp = (words: readonly string[]) => Promise<readonly number[]>;

/** Searches whose places are kept: who searches then narrows and turns pages. */
const mostSearches = 50;

/** Questions whose findings and counts are kept: pages are turned, and most ask nothing. */
const mostFitted = 10;

/**
 * The findings of some filings: of each its kind, four bytes, so that finding and counting are one walk as with plans
 * (docs/decisions/008). What never changes is kept as long as the filings are.
 */
class AllFindings {
  readonly filings: readonly IndexedFiling[];
  readonly kinds: readonly FindingKind[];
  readonly lookUp: LookUp;
  /** By finding, in order: its kind, and its filing. */
  readonly kindOf: Uint32Array;
  readonly filingOf: Uint32Array;
  /** By event: where the findings of its filing begin. */
  readonly #starts = new Map<number, number>();
  readonly #all: Uint32Array;
  readonly #withWords = new Map<string, Uint32Array>();
  readonly #fitted = new Map<string, Fitted>();

  constructor(filings: Iterable<IndexedFiling>, lookUp: LookUp) {
    this.lookUp = lookUp;
    this.filings = [...filings].filter(({ found }) => found.of.length > 0).toSorted(byYearAndId);
    const count = this.filings.reduce((sum, { found }) => sum + found.of.length, 0);
    this.kindOf = new Uint32Array(count);
    this.filingOf = new Uint32Array(count);
    this.#all = Uint32Array.from({ length: count }, (_, at) => at);
    const numbers = new Map<string, number>();
    const kinds: FindingKind[] = [];
    let at = 0;
    for (const [number, { event, found }] of this.filings.entries()) {
      const own = found.kinds.map((kind) => {
        const known = numbers.get(kind.join(' ')) ?? kinds.push(kind) - 1;
        numbers.set(kind.join(' '), known);
        return known;
      });
      this.#starts.set(event, at);
      for (const kind of found.of) {
        this.kindOf[at] = own[kind] ?? 0;
        this.filingOf[at++] = number;
      }
    }
    this.kinds = kinds;
  }

  /** In which every word of `q` stands, in rising order; all where it has none. */
  async withWords(q: string): Promise<Uint32Array> {
    const words = wordsIn(q);
    if (words.length === 0) return this.#all;
    const name = words.join(' ');
    const places = this.#withWords.get(name) ?? this.#here(await this.lookUp(words));
    this.#withWords.delete(name);
    this.#withWords.set(name, places);
    const [oldest] = this.#withWords.keys();
    if (this.#withWords.size > mostSearches && oldest !== undefined) this.#withWords.delete(oldest);
    return places;
  }

  /** Those that a question asks for, and the counts. */
  async fitting({ page: _page, size: _size, ...query }: FindingQuery): Promise<Fitted> {
    const name = JSON.stringify(Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const fitted = this.#fitted.get(name) ?? fittingOf(this, await this.withWords(query.q ?? ''), query);
    this.#fitted.delete(name);
    this.#fitted.set(name, fitted);
    const [oldest] = this.#fitted.keys();
    if (this.#fitted.size > mostFitted && oldest !== undefined) this.#fitted.delete(oldest);
    return fitted;
  }

  #here(places: readonly number[]): Uint32Array {
    const here = places.flatMap((place) => {
      const { event, position } = partsOfPlace(place);
      const start = this.#starts.get(event);
      return start === undefined ? [] : [start + position];
    });
    return Uint32Array.from(here).sort();
  }

  /** The filing of a finding, and its number in the whole record. */
  at(finding: number): { readonly filing: IndexedFiling; readonly place: number } {
    const filing = this.filings[this.filingOf[finding] ?? -1];
    if (filing === undefined) throw new RangeError(`no finding at ${finding}`);
    return { filing, place: placeOf(filing.event, finding - (this.#starts.get(filing.event) ?? 0)) };
  }
}

function byYearAndId(a: IndexedFiling, b: IndexedFiling): number {
  return (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0) || (a.id < b.id ? -1 : 1);
}

/** What is shown of some filings, with the number of the edition that is shown. */
interface Shown {
  readonly all: AllFindings;
  readonly editions: (filings: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

const kept = new WeakMap<ReadonlyMap<string, IndexedFiling>, AllFindings>();

function allOf(filings: ReadonlyMap<string, IndexedFiling>, lookUp: LookUp): AllFindings {
  const all = kept.get(filings) ?? new AllFindings(filings.values(), lookUp);
  kept.set(filings, all);
  return all;
}

export async function foundNow(db: Database, index: PlanIndex): Promise<Shown> {
  return {
    all: allOf(await index.filings(), (words) => findingsWithWords(db, words)),
    editions: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await db.selectFrom('filings').select(['id', 'edition']).where('id', 'in', ids).execute();
      return new Map(rows.map(({ id, edition }) => [id, edition]));
    },
  };
}

export function foundThen(db: Database, { filings, shown }: Moment): Shown {
  const lookUp: LookUp = async (words) =>
    (await Promise.all([findingsWithWords(db, words), pastFindingsWithWords(db, words)])).flat();
  return {
    all: allOf(filings, lookUp),
    editions: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const then = shown.get(id);
          return then?.is === 'shown' ? [[id, then.current.edition.number] as const] : [];
        }),
      ),
  };
}

export async function findFindings(db: Database, { all, editions }: Shown, query: FindingQuery): Promise<FindingPage> {
  const fitting = await all.fitting(query);
  const { offset, most } = windowOf(query);
  const page = Array.from(fitting.places.subarray(offset, offset + most), (finding) => all.at(finding));
  const lines = await linesAt(
    db,
    page.map(({ place }) => place),
  );
  const numbers = await editions([...new Set(page.map(({ filing }) => filing.id))]);
  const findings = page.flatMap(({ filing: { id, agency, fiscalYear, moneyUnit }, place }): FoundFinding[] => {
    const [line, edition] = [lines.get(place), numbers.get(id)];
    // It was changed since it was found: the next question finds what stands in its place.
    if (line === undefined || edition === undefined) return [];
    return [{ filing: id, agency, fiscalYear, moneyUnit, edition, ...line }];
  });
  return { findings, total: fitting.places.length, others: fitting.others, counts: fitting.counts };
}

async function linesAt(db: Database, places: readonly number[]): Promise<ReadonlyMap<number, FindingLine>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<{ place: number; line: FindingLine }>`
    select place, line from guankao.findings where place = any(${places}::bigint[])
    union all select place, line from guankao.past_findings where place = any(${places}::bigint[])`.execute(db);
  return new Map(rows.map(({ place, line }) => [place, line]));
}

type Counts = FindingPage['counts'];
type Facet = keyof Counts;

interface Fitted {
  readonly places: Uint32Array;
  readonly others: number;
  readonly counts: Counts;
}

/** Which of the candidates fit, and how many would, were one condition left open. */
function fittingOf(
  { filings, kinds, kindOf, filingOf }: AllFindings,
  candidates: Uint32Array,
  { rule, severity, ministry, year, filing, doubts = false }: FindingQuery,
): Fitted {
  /** Of each kind and of each filing: which one condition keeps it out; several, or one that has no choices: `never`. */
  const kindOut = kinds.map(([name, grade]) =>
    outBy([rule !== undefined && name !== rule && 'rule', severity !== undefined && grade !== severity && 'severity']),
  );
  const filingOut = filings.map(({ id, agency, fiscalYear }) =>
    outBy([
      filing !== undefined && id !== filing && 'never',
      ministry !== undefined && (agency ?? '') !== ministry && 'ministry',
      year !== undefined && fiscalYear !== year && 'year',
    ]),
  );
  const isDoubt = kinds.map(([, , doubt]) => doubt);
  const byKind = { rule: new Uint32Array(kinds.length), severity: new Uint32Array(kinds.length) };
  const byFiling = { ministry: new Uint32Array(filings.length), year: new Uint32Array(filings.length) };
  const places = new Uint32Array(candidates.length);
  let count = 0;
  let others = 0;
  for (let n = 0; n < candidates.length; n++) {
    const at = candidates[n] ?? 0;
    const [kind, of] = [kindOf[at] ?? 0, filingOf[at] ?? 0];
    const [k, f] = [kindOut[kind] ?? null, filingOut[of] ?? null];
    if (k !== null && f !== null) continue;
    const out = k ?? f;
    if (isDoubt[kind] !== doubts) {
      if (out === null) others++;
      continue;
    }
    if (out === null) places[count++] = at;
    for (const facet of ['rule', 'severity'] as const) if (out === null || out === facet) increase(byKind[facet], kind);
    for (const facet of ['ministry', 'year'] as const) if (out === null || out === facet) increase(byFiling[facet], of);
  }
  return {
    places: places.subarray(0, count),
    others,
    counts: {
      rule: summed(byKind.rule, (kind) => kinds[kind]?.[0]),
      severity: summed(byKind.severity, (kind) => kinds[kind]?.[1]),
      ministry: summed(byFiling.ministry, (of) => filings[of]?.agency ?? ''),
      year: summed(byFiling.year, (of) => filings[of]?.fiscalYear?.toString()),
    },
  };
}

/** Which condition alone keeps something out; null: none does. */
function outBy(conditions: readonly (Facet | 'never' | false)[]): Facet | 'never' | null {
  const out = conditions.filter((condition) => condition !== false);
  return out.length > 1 ? 'never' : (out[0] ?? null);
}

function increase(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function summed(counts: Uint32Array, nameOf: (at: number) => string | undefined): Record<string, number> {
  const sums = new Map<string, number>();
  for (let at = 0; at < counts.length; at++) {
    const [name, count] = [nameOf(at), counts[at] ?? 0];
    if (name !== undefined && count > 0) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}
