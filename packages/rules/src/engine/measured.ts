import file from '../../measured.json' with { type: 'json' };

/** How many errors of a rule people found right and wrong. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
}

type Tallies = Readonly<Record<string, Tally>>;

/** Of a rule's errors by one way to read a statement: how they fared, and in the texts of how many authors they were right. */
interface WayTally extends Tally {
  readonly authors: number;
}

/** By rule, by the name of the way (`Reading.as`). */
type Ways = Readonly<Record<string, Readonly<Record<string, WayTally>>>>;

/** `measured.json`, which `guankao bench rules --measured` writes. */
export interface Measured {
  readonly schema: string;
  /** ISO, the day of the measurement. */
  readonly date: string;
  readonly release: string;
  /** Sets by people who had seen neither code nor corpus, as the program met each of them for the first time. */
  readonly firstContact: readonly { readonly pool: string; readonly commit: string; readonly rules: Tallies }[];
  /** What it says today on these sets and on the labelled corpus, all of which were looked at since. */
  readonly now: { readonly pools: readonly string[]; readonly rules: Tallies; readonly ways: Ways };
}

export const measured: Measured = file;

/** A tally with the one-sided 95 % lower bound of the share that is right; 0 where nothing was measured. */
export interface Measure extends Tally {
  readonly bound: number;
}

/** How a rule's errors fared: on texts that nobody had tuned on, and on all that is at hand today. */
export interface RuleMeasure {
  readonly unseen: Measure;
  readonly now: Measure;
  /** It may call what it finds an error. */
  readonly earned: boolean;
}

/** The bound that errors must hold: 99 right of 99 have it. */
export const leastBound = 0.97;

/** In the texts of so many authors a way to read has to be right before it may accuse. */
export const leastAuthors = 3;

/**
 * A way to read that was written for one author's sentence says little of the next author's: what reads a statement as few
 * do is a warning. Of the errors of the seventh set at first contact four of seven false ones were read in ways that fewer
 * than three of the six authors before had borne out, and so were 13 % of the right ones (docs/decisions/040).
 */
export function isWayProven(rule: string, way: string, { now }: Measured = measured): boolean {
  const known = now.ways[rule]?.[way];
  return known !== undefined && known.wrong === 0 && known.authors >= leastAuthors;
}

const known = new WeakMap<Measured, Map<string, RuleMeasure>>();

/**
 * A rule of which no wrong error stands shares the bound of all rules together, for one rule alone is seldom seen a hundred
 * times. One that was found wrong, and still says so today, has to hold the bound by itself.
 *
 * Every check asks it of every rule, and a file says of one rule always the same.
 */
export function measureOf(rule: string, file: Measured = measured): RuleMeasure {
  const measures = known.get(file) ?? new Map<string, RuleMeasure>();
  known.set(file, measures);
  const measure = measures.get(rule) ?? measureIn(file, rule);
  measures.set(rule, measure);
  return measure;
}

function measureIn(file: Measured, rule: string): RuleMeasure {
  const { firstContact, now } = file;
  const own = calledErrors(rule, file);
  const all = total(
    Object.keys(now.rules)
      .map((one) => calledErrors(one, file))
      .filter(({ wrong }) => wrong === 0),
  );
  return {
    unseen: withBound(total(firstContact.flatMap(({ rules }) => rules[rule] ?? []))),
    now: withBound(now.rules[rule] ?? none),
    earned: lowerBound(own.wrong === 0 ? all : own) >= leastBound,
  };
}

/** What is read in a way that is not proven is no error, and says nothing for the rule or against it. */
function calledErrors(rule: string, file: Measured): Tally {
  const { right, wrong } = file.now.rules[rule] ?? none;
  const unproven = total(
    Object.entries(file.now.ways[rule] ?? {}).flatMap(([way, tally]) => (isWayProven(rule, way, file) ? [] : [tally])),
  );
  return { right: right - unproven.right, wrong: wrong - unproven.wrong };
}

/** Of all rules together, by which a release is judged. */
export function measureOfAll({ firstContact, now }: Measured = measured): Omit<RuleMeasure, 'earned'> {
  return {
    unseen: withBound(total(firstContact.flatMap(({ rules }) => Object.values(rules)))),
    now: withBound(total(Object.values(now.rules))),
  };
}

const none: Tally = { right: 0, wrong: 0 };

const total = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, { right, wrong }) => ({ right: sum.right + right, wrong: sum.wrong + wrong }), none);

const withBound = (tally: Tally): Measure => ({ ...tally, bound: lowerBound(tally) });

/** Clopper and Pearson, one-sided: the share at which so many right ones or more would be seen in one of twenty trials. */
export function lowerBound({ right, wrong }: Tally): number {
  if (right === 0) return 0;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const share = (low + high) / 2;
    if (atMostWrong(right + wrong, wrong, share) > 0.05) high = share;
    else low = share;
  }
  return low;
}

/** The chance that of `trials`, each right with `share`, no more than `wrong` are wrong. */
function atMostWrong(trials: number, wrong: number, share: number): number {
  let [term, sum] = [share ** trials, share ** trials];
  for (let many = 1; many <= wrong; many++) {
    term *= ((trials - many + 1) / many) * ((1 - share) / share);
    sum += term;
  }
  return sum;
}
