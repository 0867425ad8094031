import type { FilingEdition, FilingRecord, Shown } from '@guankao/store';
import {
  chartPage,
  rowsPerPage,
  type Chart,
  type ChartChoices,
  type ChartFact,
  type ChartQuestion,
  type ChartView,
  type Locale,
  type PlanName,
  type Reader,
} from '@guankao/web';
import type { Moment } from '../as-of/as-of.ts';
import { byteOrderMark, csvLine } from '../csv/csv.ts';
import { asCells, asJson, type Value } from '../data/table.ts';
import type { Site } from '../pages/site.ts';
import { goneOrNotHeld, planNotHeld } from '../problems/not-held.ts';
import { presentFilingName } from '../sources/presenter.ts';
import type { Asked } from './schema.ts';

/** How the facts of a chart come about: of each filing on its own, then all together. */
export interface Source<Fact extends ChartFact> {
  readonly chart: Chart<Fact>;
  /** What it is of where nothing is asked for: the newest year, the newest filing, or all that is held. */
  readonly usual: 'year' | 'filing' | 'all';
  /** One filing stands for all years of its ministry. */
  readonly ofMinistry?: true;
  readonly by?: ChartChoices['by'];
  /** Of all editions that are shown, not of the current ones alone. */
  readonly everyEdition?: true;
  /** Of an edition; `before` is the one that it replaces. Never of the clock: it is kept until another edition comes. */
  readonly of: (held: FilingEdition, by: string | null, before: FilingEdition | null) => readonly Fact[];
  /** Of all filings that were asked for, in their order. */
  readonly together?: (facts: readonly Fact[], question: ChartQuestion) => readonly Fact[];
  /** In place of `of`: of all that is held, each with the id of its filing. Who is not patient gets what is known by now. */
  readonly whole?: (
    site: Site,
    moment: Moment,
    isPatient: boolean,
  ) => Promise<readonly (Fact & { readonly filing: string })[]>;
}

/** A chart as pages and programs ask for it; what its facts are is known inside only. */
export interface ServedChart {
  readonly id: string;
  readonly title: Chart<ChartFact>['title'];
  readonly about: Chart<ChartFact>['about'];
  readonly page: (site: Site, moment: Moment, asked: Asked) => Promise<(reader: Reader) => string>;
  readonly csv: (site: Site, moment: Moment, asked: Asked, locale: Locale) => Promise<string>;
  readonly json: (site: Site, moment: Moment, asked: Asked) => Promise<readonly object[]>;
}

export function served<Fact extends ChartFact>(source: Source<Fact>): ServedChart {
  const { chart } = source;
  const ofSites = new WeakMap<Site, KeptFacts<Fact>>();
  const keptOf = (site: Site): KeptFacts<Fact> => {
    const kept = ofSites.get(site) ?? new KeptFacts(source);
    ofSites.set(site, kept);
    return kept;
  };
  const answer = async (site: Site, moment: Moment, asked: Asked, isPatient = true) => {
    const { shown } = moment;
    const records = await shown.filings();
    const choices = choicesOf(source, records);
    const question = await questionOf(source, shown, asked, choices);
    const wanted = await recordsOf(source, shown, question, records);
    const facts: Fact[] = [];
    if (source.whole === undefined)
      for (const record of wanted) facts.push(...(await keptOf(site).of(moment, record, question.by)));
    else {
      const ids = new Set(wanted.map(({ id }) => id));
      facts.push(...(await source.whole(site, moment, isPatient)).filter(({ filing }) => ids.has(filing)));
    }
    return { question, choices, wanted, facts: source.together?.(facts, question) ?? facts };
  };
  const values = (fact: Fact): readonly Value[] => chart.columns.map(({ key }) => fact[key] ?? null);
  return {
    id: chart.id,
    title: chart.title,
    about: chart.about,
    page: async (site, moment, asked) => {
      const { question, choices, wanted, facts } = await answer(site, moment, asked, false);
      const names = wanted.map(presentFilingName);
      const view: ChartView<Fact> = {
        facts,
        asked: question,
        choices,
        page: Math.min(asked.page ?? 1, Math.max(1, Math.ceil(facts.length / rowsPerPage))),
        today: moment.today,
        fictional: names.length > 0 && names.every(({ fictional }) => fictional),
      };
      return (reader) => chartPage(reader, chart, view);
    },
    csv: async (site, moment, asked, locale) => {
      const { facts } = await answer(site, moment, asked);
      const head = csvLine(chart.columns.map((column) => column.head[locale]));
      return byteOrderMark + head + facts.map((fact) => csvLine(asCells(chart, values(fact), locale))).join('');
    },
    json: async (site, moment, asked) => {
      const { facts } = await answer(site, moment, asked);
      return facts.map((fact) => asJson(chart, values(fact)));
    },
  };
}

function choicesOf<Fact extends ChartFact>(
  { usual, by, ofMinistry }: Source<Fact>,
  records: readonly FilingRecord[],
): ChartChoices {
  const years = [...new Set(records.flatMap(({ fiscalYear }) => fiscalYear ?? []))].toSorted((a, b) => b - a);
  return {
    all: usual === 'all',
    years: usual === 'filing' || ofMinistry === true ? [] : years,
    filings: records
      .filter((record, at) => ofMinistry !== true || isNewest(record, records.slice(0, at)))
      .map(presentFilingName),
    by: by ?? null,
  };
}

/** They come newest first. */
const isNewest = ({ agency }: FilingRecord, before: readonly FilingRecord[]): boolean =>
  !before.some((other) => other.agency === agency);

async function questionOf<Fact extends ChartFact>(
  { usual, by }: Source<Fact>,
  shown: Shown,
  asked: Asked,
  { years, filings }: ChartChoices,
): Promise<ChartQuestion> {
  const plan = asked.plan === undefined ? null : await planOf(shown, asked.plan);
  const usually = usual === 'all' ? '' : usual === 'year' && years[0] !== undefined ? `${years[0]}` : filings[0]?.id;
  const grouped = Object.keys(by?.en ?? {});
  return {
    of: plan?.filing ?? asked.of ?? usually ?? '',
    by: grouped.length === 0 ? null : (grouped.find((each) => each === asked.by) ?? grouped[0] ?? null),
    plan: plan?.name ?? null,
  };
}

async function planOf(shown: Shown, id: string): Promise<{ readonly filing: string; readonly name: PlanName }> {
  const held = await shown.plan(id);
  if (held === null) throw await planNotHeld(shown, id);
  return { filing: held.filing, name: { id: held.id, name: held.row.name, marker: held.row.marker } };
}

/** A year is four digits; a filing's id never is. */
async function recordsOf<Fact extends ChartFact>(
  { ofMinistry }: Source<Fact>,
  shown: Shown,
  { of }: ChartQuestion,
  records: readonly FilingRecord[],
): Promise<readonly FilingRecord[]> {
  if (of === '') return records;
  if (/^\d{4}$/.test(of)) return records.filter(({ fiscalYear }) => fiscalYear === Number(of));
  const found = records.find(({ id }) => id === of);
  if (found === undefined) throw await goneOrNotHeld(shown, of);
  return ofMinistry === true && found.agency !== null
    ? records.filter(({ agency }) => agency === found.agency)
    : [found];
}

/** What an edition holds can never change, so its facts are made once; those asked for longest ago go first. */
class KeptFacts<Fact extends ChartFact> {
  readonly #source: Source<Fact>;
  readonly #known = new Map<string, readonly Fact[]>();
  readonly #most = 500;

  constructor(source: Source<Fact>) {
    this.#source = source;
  }

  async of({ shown, key: time }: Moment, record: FilingRecord, by: string | null): Promise<readonly Fact[]> {
    const { id, editions, reading } = record;
    // An edition that is published anew, with something withheld, is another file.
    const key = JSON.stringify([time, id, editions.at(-1)?.event, editions.map(({ sha256 }) => sha256), reading, by]);
    const facts = this.#known.get(key) ?? (await this.#made(shown, record, by));
    this.#known.delete(key);
    this.#known.set(key, facts);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#most) break;
      this.#known.delete(oldest);
    }
    return facts;
  }

  async #made(shown: Shown, { id, editions }: FilingRecord, by: string | null): Promise<readonly Fact[]> {
    const { everyEdition, of } = this.#source;
    const facts: Fact[] = [];
    let before: FilingEdition | null = null;
    for (const number of everyEdition === true ? editions.map((edition) => edition.number) : [undefined]) {
      const held = await shown.filing(id, number);
      // It was taken back since the list was made.
      if (held === null) continue;
      facts.push(...of(held, by, before));
      before = held;
    }
    return facts;
  }
}
