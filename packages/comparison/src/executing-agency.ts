import type { Span } from '@guankao/domain';
import type { PlanReading, Reading, TextReading } from '@guankao/reading';
import { comparePlans } from './compare.ts';
import { comparableName } from './match.ts';
import type { SourcePlan } from './source-plan.ts';

/** The agency that may execute a plan whose row prints none, and what says so. A person confirms it, or not. */
export interface AgencyProposal {
  readonly row: PlanReading;
  readonly agency: string;
  /** An account of a budget book that states the same plan; the row's own texts; the rows before and after it. */
  readonly by: 'budget-book' | 'texts' | 'order';
  /** The words that say it. Of rows in order: the names of the plans around. */
  readonly words: string;
  /** Where the words stand, in the budget book or in the filing; null of rows in order. */
  readonly span: Span | null;
}

/** A match of this confidence has the same name, or a like one and the same money. */
const sure = 0.7;

/**
 * At most one proposal a row, for rows that print no executing agency: from `book`, the plans of a budget book beside the
 * filing; else from the row's texts; else from the order, where the filing lists its plans agency by agency. Where sources
 * name several agencies, there is none.
 */
export function proposeAgencies(reading: Reading, book: readonly SourcePlan[]): readonly AgencyProposal[] {
  const open = reading.plans.filter(({ executingAgency }) => executingAgency === null);
  const byBook = new Map(fromBook(reading, book).map((proposal) => [proposal.row, proposal]));
  const told = open.flatMap((row) => byBook.get(row) ?? fromTexts(row) ?? []);
  const known = new Map<PlanReading, string>(told.map(({ row, agency }) => [row, agency]));
  for (const row of reading.plans) if (row.executingAgency !== null) known.set(row, row.executingAgency.value);
  const found = new Map([...told, ...fromOrder(reading.plans, known)].map((proposal) => [proposal.row, proposal]));
  return open.flatMap((row) => found.get(row) ?? []);
}

/** A plan of one name in several agencies' accounts is told apart by its money alone. */
function fromBook(reading: Reading, book: readonly SourcePlan[]): AgencyProposal[] {
  const agencies = new Map<string, Set<string>>();
  for (const { name, agency } of book) {
    const key = comparableName(name);
    if (agency !== null) agencies.set(key, (agencies.get(key) ?? new Set()).add(ownName(agency)));
  }
  return comparePlans(reading, book).matched.flatMap(({ row, other, confidence, sameMoney }): AgencyProposal[] => {
    const several = (agencies.get(comparableName(other.name))?.size ?? 0) > 1;
    if (other.agency === null || confidence < sure || (several && !sameMoney)) return [];
    return [{ row, agency: ownName(other.agency), by: 'budget-book', words: other.text, span: other.span }];
  });
}

/** Budgets name an agency with those under it. */
function ownName(agency: string): string {
  return agency.replace(/及所屬$/, '');
}

const agency = '[\\p{sc=Han}]{2,12}?(?:署|局|處|所|院|館|場|站|中心|大學|總隊|分署)';
/** 由某某署辦理; 某某署已完成, where a text begins. */
const executes = [
  new RegExp(`由(?<name>${agency})(?:主辦|執行|辦理|負責|承辦)`, 'gu'),
  new RegExp(`^(?!由|經|請|函|洽|會)(?<name>${agency})(?=業已|業於|已|於|辦理|持續|賡續|完成|依)`, 'gu'),
];
/** Bodies that are nobody's by name, or of other governments: they are helped, asked, or paid. */
const nobody =
  /^(?:本|該|各|貴|其|相關|有關|主管|所屬|轄區|地方|受補助|得標|委託)|[縣市鄉鎮區](?:政府|公所)|各|等|相關|及|與|委託|補助|會同|配合|協助/;

function fromTexts(row: PlanReading): AgencyProposal | null {
  const told = [...row.plannedWork, ...row.execution].flatMap(agenciesIn);
  const [first] = told;
  if (first === undefined || new Set(told.map(({ name }) => name)).size > 1) return null;
  return { row, agency: first.name, by: 'texts', words: first.words, span: first.span };
}

function agenciesIn({ text, spans }: TextReading): { name: string; words: string; span: Span | null }[] {
  return executes.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => {
      const name = match.groups?.['name'] ?? '';
      if (nobody.test(name)) return [];
      return [{ name, words: clauseAt(text, match.index), span: spans[0] ?? null }];
    }),
  );
}

/** From the mark before `at` to the next one. */
function clauseAt(text: string, at: number): string {
  const start = Math.max(...['。', '；', '，'].map((mark) => text.lastIndexOf(mark, at))) + 1;
  const end = text.slice(at).search(/[。；，]/);
  return text.slice(start, end < 0 ? text.length : at + end);
}

/** A row between two of one agency, where the filing lists its plans agency by agency: none comes again after another. */
function fromOrder(plans: readonly PlanReading[], known: ReadonlyMap<PlanReading, string>): AgencyProposal[] {
  const runs = plans.flatMap((row) => known.get(row) ?? []).filter((name, i, all) => name !== all[i - 1]);
  if (runs.length < 2 || new Set(runs).size < runs.length) return [];
  return plans.flatMap((row, at): AgencyProposal[] => {
    if (known.has(row)) return [];
    const before = plans.slice(0, at).findLast((other) => known.has(other));
    const after = plans.slice(at + 1).find((other) => known.has(other));
    const name = before && known.get(before);
    if (before === undefined || after === undefined || name === undefined || known.get(after) !== name) return [];
    return [{ row, agency: name, by: 'order', words: `${before.name}、${after.name}`, span: null }];
  });
}
