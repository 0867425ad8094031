import type { Figure, MarkedSentence, Text } from '@guankao/passages';
import { attainmentsIn } from './kinds/attainment.ts';
import { bareListsIn } from './kinds/bare-lists.ts';
import { boundedIn } from './kinds/bounded.ts';
import { countsByStateIn } from './kinds/by-state.ts';
import { changesIn } from './kinds/change.ts';
import { claimedBoundsIn } from './kinds/claimed-bounds.ts';
import { changesOfSeries } from './kinds/change-of-series.ts';
import { clocksIn } from './kinds/clock.ts';
import { comparisonsIn } from './kinds/comparison.ts';
import { differencesIn } from './kinds/difference.ts';
import { discountsIn } from './kinds/discounted.ts';
import { endsOfAllIn } from './kinds/ends-of-all.ts';
import { extensionsIn } from './kinds/extended.ts';
import { extremesIn } from './kinds/extremes.ts';
import { followsIn } from './kinds/follows.ts';
import { formulasIn } from './kinds/formula.ts';
import { instalmentsIn } from './kinds/instalments.ts';
import { ratesOfPopulationsIn } from './kinds/rate-of-population.ts';
import { reachedIn } from './kinds/reached.ts';
import { roundedIn } from './kinds/rounded.ts';
import { inOrder, inOrderAcross } from './kinds/in-order.ts';
import { growthsOverYearsIn } from './kinds/growth-over-years.ts';
import { hundredsIn } from './kinds/hundred.ts';
import { listsIn } from './kinds/listed.ts';
import { meansAcross } from './kinds/mean-across.ts';
import { meansIn } from './kinds/mean.ts';
import { productsIn } from './kinds/product.ts';
import { ranksIn } from './kinds/rank.ts';
import { ratesOfAmountsIn } from './kinds/rate-of-amount.ts';
import { ratiosIn } from './kinds/ratio.ts';
import { changesSinceInAnotherItem } from './kinds/since-another-item.ts';
import { productsOfAnotherItem } from './kinds/sold-by-the-piece.ts';
import { sharesIn } from './kinds/share.ts';
import { sharesOfListsIn } from './kinds/share-of-list.ts';
import { spansIn } from './kinds/span.ts';
import { standingsIn } from './kinds/standing.ts';
import { stepsIn } from './kinds/steps.ts';
import { sumsIn } from './kinds/sum.ts';
import { toldAgainIn } from './kinds/told-again.ts';
import { toldWaysIn } from './kinds/told-ways.ts';
import { uptimesIn } from './kinds/uptime.ts';
import { waysIn } from './kinds/ways.ts';
import type { Surroundings } from './near.ts';
import { withSecondThoughts } from './second-thoughts.ts';
import { operandsOf, type Operand } from './expression.ts';
import { borneOut, type Statement } from './statement.ts';

/** What of a row the statements of its texts may be about. */
export interface RowTexts {
  readonly texts: readonly Text[];
  /** Gregorian; null where the filing does not say. */
  readonly fiscalYear: number | null;
}

const readers: readonly ((near: Surroundings) => Iterable<Statement>)[] = [
  formulasIn,
  sharesIn,
  attainmentsIn,
  changesIn,
  changesOfSeries,
  changesSinceInAnotherItem,
  growthsOverYearsIn,
  comparisonsIn,
  reachedIn,
  standingsIn,
  boundedIn,
  claimedBoundsIn,
  stepsIn,
  extremesIn,
  endsOfAllIn,
  toldWaysIn,
  waysIn,
  sumsIn,
  countsByStateIn,
  instalmentsIn,
  extensionsIn,
  uptimesIn,
  ratesOfPopulationsIn,
  roundedIn,
  hundredsIn,
  differencesIn,
  meansIn,
  bareListsIn,
  productsIn,
  productsOfAnotherItem,
  ratesOfAmountsIn,
  ratiosIn,
  ranksIn,
  spansIn,
  clocksIn,
  discountsIn,
  listsIn,
  toldAgainIn,
];

/** Every statement of a row that can be worked out, each with what came of it, in the order of the texts. */
export function statementsOf(row: RowTexts): readonly Statement[] {
  return doubted(readIn(row)).map((statement) => withSecondThoughts(statement, row.texts));
}

/**
 * 回收1,080份，回收率90%，滿意度95.6%: two figures that make one rate of their sentence are not surely what the next one, of
 * another name, is of.
 */
function doubted(statements: readonly Statement[]): readonly Statement[] {
  const rates = statements.filter(({ kind, outcome }) => kind === 'share' && outcome === 'borne-out');
  return statements.map((statement) => {
    if (statement.kind !== 'share' || statement.outcome !== 'contradicted' || !statement.sure) return statement;
    const { claim } = statement;
    const isTaken = rates.some(
      (other) =>
        other.claim.text === claim.text &&
        other.claim.sentence.start === claim.sentence.start &&
        other.claim.end <= claim.start &&
        other.word !== statement.word &&
        isOfTheSame(statement, other),
    );
    return isTaken ? { ...statement, sure: false } : statement;
  });
}

function isOfTheSame({ readings: [first] }: Statement, other: Statement): boolean {
  const own = first === undefined ? [] : operandsOf(first.expression);
  const others = borneOut(other);
  return (
    own.length === 2 &&
    own.length === others.length &&
    own.every(({ source }, at) => isSameSource(source, others[at]?.source))
  );
}

const isSameSource = (one: Operand['source'], other: Operand['source'] | undefined): boolean =>
  one.from === 'text' && other?.from === 'text' && one.figure === other.figure;

function readIn({ texts, fiscalYear }: RowTexts): readonly Statement[] {
  const goals: readonly Figure[] = texts.filter(({ column }) => column === 'goals').flatMap(({ figures }) => figures);
  const results = texts
    .filter(({ column }) => column === 'execution' || column === 'explanation')
    .flatMap(({ figures }) => figures);
  const read = texts.flatMap((text) =>
    text.figures.length + text.labels.length === 0
      ? []
      : withAcross(
          text,
          text.marked.flatMap((sentence) => {
            const near = {
              sentence,
              group: groupOf(text, sentence),
              item: text.figures,
              goals,
              fiscalYear,
              opened: openedBy(sentence, texts),
              results,
            };
            return withWhatFollows(
              near,
              withForms(
                near,
                readers.flatMap((read) => [...read(near)]),
              ),
            );
          }),
        ),
  );
  const decided = new Set(
    read.filter((one) => isSettled(one) || one.outcome === 'contradicted').map(({ claim }) => claim),
  );
  const means = [...meansAcross(texts, decided)];
  const told = new Set(means.map(({ claim }) => claim));
  return means.length === 0 ? read : [...read.filter((one) => isSettled(one) || !told.has(one.claim)), ...means];
}

/** What runs over a semicolon, where no sentence settled its claim. */
function withAcross(text: Text, read: readonly Statement[]): readonly Statement[] {
  const settled = new Set(read.filter(isSettled).map(({ claim }) => claim.start));
  const told = [...inOrderAcross(text, settled)];
  const decided = new Set(told.map(({ claim }) => claim.start));
  return told.length === 0 ? read : [...read.filter((one) => isSettled(one) || !decided.has(one.claim.start)), ...told];
}

const isSettled = ({ outcome, sure }: Statement): boolean =>
  outcome === 'borne-out' || (outcome === 'contradicted' && sure);

/** Borne out by charity alone, where the words left it open: 年初6座，除役1座、新建3座，年底7座 as 6 and 1. */
const isOnlyCharity = ({ sure, readings }: Statement): boolean =>
  !sure && readings.find(({ holds }) => holds === true)?.charitable === true;

/** Phrases whose words leave no choice decide where no reader was sure. */
function withForms(near: Surroundings, read: readonly Statement[]): readonly Statement[] {
  const settled = read.filter(isSettled);
  // How two figures stand to one another says nothing yet of what either comes to.
  const decidedBefore = new Set(
    settled.filter((one) => one.kind !== 'comparison' && !isOnlyCharity(one)).map(({ claim }) => claim.start),
  );
  const told = [
    ...inOrder(near, decidedBefore),
    ...[...sharesOfListsIn(near)].filter(({ claim }) => !decidedBefore.has(claim.start)),
  ];
  if (told.length === 0) return read;
  const decided = new Set(told.map(({ claim }) => claim.start));
  return [
    ...read.filter((one) => (settled.includes(one) && !isOnlyCharity(one)) || !decided.has(one.claim.start)),
    ...told,
  ];
}

/** Last, of what no reader has settled. */
function withWhatFollows(near: Surroundings, read: readonly Statement[]): readonly Statement[] {
  const told = followsIn(near, new Set(read.filter(isSettled).map(({ claim }) => claim.start)));
  return [...read, ...told];
}

/** ①全年清除8,640公噸 ②其中可回收再利用者3,024公噸: an item that opens with 其中 tells of the one before it. */
function openedBy({ text, start, words }: MarkedSentence, texts: readonly Text[]): readonly Figure[] {
  if (start !== 0 || !/^\s*其中(?!一)/u.test(words)) return [];
  const before = texts.find(({ column, index }) => column === text.column && index === text.index - 1);
  return before?.figures ?? [];
}

/** Back to the full stop before the sentence, and on to its own end. */
function groupOf(text: Text, { start, end }: MarkedSentence): readonly Figure[] {
  const stop = text.text.lastIndexOf('。', start - 1);
  return start === 0
    ? text.figures.filter((figure) => figure.end <= end)
    : text.figures.filter((figure) => figure.start > stop && figure.end <= end);
}
