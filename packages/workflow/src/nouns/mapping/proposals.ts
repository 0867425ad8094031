import type { RowRecord } from '../row/row.ts';
import { accountLevels, type AccountName } from './mapping.ts';

/** A plan that an account may be for, and what says so. It counts only once a person confirms it. */
export interface ProposedPlan {
  /** Id of the row. */
  readonly row: string;
  readonly why: 'same-name' | 'close-name';
}

/** More would be no help in choosing. */
const mostProposed = 3;
/** Of two names: twice the pairs of characters that they share, of all of theirs. */
const closeEnough = 0.5;

type Named = Pick<RowRecord, 'id' | 'texts'>;

/** Plans whose names are those of a level of the account, or close to one; the closest first. */
export function proposedPlans(account: AccountName, rows: readonly Named[]): readonly ProposedPlan[] {
  const levels = accountLevels
    .filter((level) => level !== 'code' && level !== 'use')
    .map((level) => bare(account[level]))
    .filter((name) => name.length >= 2);
  const scored = rows
    .map(({ id, texts }) => {
      const names = [texts.name, ...texts.name.split(/[-－—–]/).slice(1)].map(bare).filter((name) => name.length >= 2);
      const scores = levels.flatMap((level) => names.map((name) => likeness(level, name)));
      return { row: id, score: Math.max(0, ...scores) };
    })
    .filter(({ score }) => score >= closeEnough)
    .toSorted((a, b) => b.score - a.score);
  const same = scored.filter(({ score }) => score === 1);
  return (same.length > 0 ? same : scored)
    .slice(0, mostProposed)
    .map(({ row, score }) => ({ row, why: score === 1 ? 'same-name' : 'close-name' }));
}

/** Width, blanks, numbering in front and what every plan is called do not tell names apart. */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll('臺', '台')
    .replace(/^(?:\(?[一二三四五六七八九十\d]+[)、.])/u, '')
    .replace(/[\s\-–—_()「」、，,]/gu, '')
    .replace(/(?:計畫|業務|工作|經費)+$/u, '');
}

/** From 0 to 1, which is the same. A name with another number in it is another's: 第2期 is not 第3期. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (numbersOf(one) !== numbersOf(other)) return 0;
  const [ours, theirs] = [pairsOf(one), pairsOf(other)];
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  return (2 * shared) / (ours.size + theirs.size + 1);
}

function numbersOf(name: string): string {
  return [...name.matchAll(/\d+|第[一二三四五六七八九十]+|[一二三四五六七八九十]+期/gu)].join();
}

function pairsOf(name: string): ReadonlySet<string> {
  const signs = [...name];
  return new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`));
}
