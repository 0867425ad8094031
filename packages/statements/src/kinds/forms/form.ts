import { commensurable, compare, plus, sameUnit, whole, type BareNumber, type Figure } from '@guankao/passages';
import type { Expression } from '../../expression.ts';
import type { StatementKind } from '../../statement.ts';

/**
 * Phrases whose words say what each of their numbers is: 年初列管912件，本年新增148件、解除列管260件，年底列管800件. A
 * pattern names its numbers `a` to `d` and `claim`; what the claim comes to is told in them, every fair way.
 */
export interface Form {
  readonly kind: StatementKind;
  readonly as: string;
  readonly word: string;
  readonly phrase: RegExp;
  /** Every fair way to work the claim out; the likeliest first. */
  readonly ways: (numbers: Numbers) => readonly Expression[];
  /** Which numbers are counted in one unit with the claim. */
  readonly alike?: string;
  readonly scale?: 100;
  /** A mean is rounded or cut off at its last place, whole persons too. */
  readonly rounded?: true;
  /** Where things may be counted twice (兩者均取得) it says nothing. */
  readonly apart?: true;
  /** It may run over a semicolon. */
  readonly across?: true;
  /** What else must be so of the printed values. */
  readonly given?: (numbers: Values) => boolean;
}

export type Numbers = Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', Expression>>;
export type Values = Readonly<Record<string, Figure | BareNumber>>;

/** Words between two numbers of one phrase. */
export const few = '[^，。；、%A()]{0,12}';
/** At most so many of each are no number that all of them have. */
export const noBound = '(?![^，。；]*(?:最高|上限|最多|至多|限額|以內|不超過|最低|至少|平均|[日月季年]均))';
export const sumUp = '(?:合計|共計|總計|合共|總共|(?<!公)共|計|全年|累計)';

/** The parts a and b, and c where there is one, come to more than is claimed: all of them need not be told, but more they cannot be. */
export const partsExceedClaim = ({ a, b, c, claim }: Values): boolean =>
  a !== undefined &&
  b !== undefined &&
  claim !== undefined &&
  compare(claim.value, plus(plus(a.value, b.value), c?.value ?? whole(0))) < 0;

export const isFigure = (told: Figure | BareNumber | undefined): told is Figure => told !== undefined && 'unit' in told;

/** These are figures, all counted in one unit. */
export function alike(values: Values, ...names: readonly string[]): boolean {
  const [first, ...others] = names.map((name) => values[name]);
  return isFigure(first) && others.every((other) => isFigure(other) && sameUnit(first, other));
}

/** The unit of a list of three or four stands behind its last member, and is the claim's. */
export function lastTellsTheUnit({ c, d, claim }: Values): boolean {
  const last = d ?? c;
  return isFigure(last) && isFigure(claim) && sameUnit(last, claim);
}

/** b is no more than a. */
export const isPart = ({ a, b }: Values): boolean =>
  a !== undefined && b !== undefined && compare(b.value, a.value) <= 0;

/** b and the claim measure the same, each in whatever unit. */
export const measuresTheClaim = ({ b, claim }: Values): boolean =>
  isFigure(b) && isFigure(claim) && commensurable(b, claim);

/** Nothing else of the sentence is counted in the claim's unit, or in that of another of them, so that nothing else can be meant. */
export function areAllThatAreTold(values: Values, name = 'claim'): boolean {
  const one = values[name];
  if (!isFigure(one)) return false;
  const told = new Set(Object.values(values).map(({ start }) => start));
  return one.text.figures.every(
    (figure) => figure.sentence.start !== one.sentence.start || told.has(figure.start) || !sameUnit(figure, one),
  );
}

/** A phrase ends there. */
export const closes = '(?=[，。；)]|$)';
