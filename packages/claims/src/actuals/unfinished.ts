import { clauseAt, clausesOfSentence, once, type Figure, type Item } from '../text/items.ts';
import {
  asksForLess,
  asksForWork,
  doneAhead,
  doneAtAll,
  doneAtOnce,
  everyOne,
  goesByPlan,
  lastEnds,
  openAhead,
  openRest,
  restAhead,
} from '../words/unfinished.ts';
import { decisive } from '../judge.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';

/** A whole that a sentence tells apart: what of it is done, and what is open. */
export interface Split {
  readonly item: Item;
  readonly done: Figure;
  readonly all: number;
}

/**
 * 魚道工程計12座，完工9座，施工中3座 where 完成魚道12座 is asked: the whole that answers it is taken apart into what is done and
 * what is open, and what is done falls short. Told of whichever column; null where nothing is.
 */
export function unfinishedOf(asked: Asked, candidate: Candidate, items: readonly Item[]): Split | null {
  const { target, figure } = asked;
  const goal = decisive(figure, target.comparator);
  const words = target.phrase.item.text.slice(target.phrase.start, target.phrase.end);
  if (goal === null || target.comparator === '<=' || figure.kind !== 'count') return null;
  if (!asksForWork.test(words) || asksForLess.test(words)) return null;
  const splits = items.flatMap(splitsIn);
  return (
    splits.find(
      ({ done, all }) =>
        done !== candidate.figure &&
        done.measure === candidate.figure.measure &&
        all === candidate.figure.value &&
        (done.value ?? goal) < goal,
    ) ?? null
  );
}

const splitsIn = once((item): readonly Split[] => {
  const counts = item.figures.filter(
    ({ kind, value, comparator }) => kind === 'count' && value !== null && comparator === null,
  );
  return counts.flatMap((done, at): Split[] => {
    const { sentence } = clauseAt(item, done.start);
    if (!isDone(item, done) || isAllDoneLater(item, done, sentence)) return [];
    const rest: Figure[] = [];
    for (const one of counts.slice(at + 1)) {
      const fits = one.measure === done.measure && clauseAt(item, one.start).sentence === sentence;
      if (!fits || !isOpen(item, one)) break;
      rest.push(one);
    }
    const open = rest.reduce((sum, { value }) => sum + (value ?? 0), 0);
    return rest.length === 0 || open === 0 ? [] : [{ item, done, all: (done.value ?? 0) + open }];
  });
});

function isDone(item: Item, figure: Figure): boolean {
  const clause = clauseAt(item, figure.start);
  const before = item.text.slice(clause.start, figure.start);
  return doneAhead.test(before) || doneAtOnce.test(item.text.slice(figure.end, clause.end));
}

/** 施工中7件; 餘2輛因底盤缺料，展延至明年3月交車. */
function isOpen(item: Item, figure: Figure): boolean {
  const clause = clauseAt(item, figure.start);
  const before = item.text.slice(clause.start, figure.start);
  if (openAhead.test(before)) return true;
  const next = item.figures.find(({ start, measure }) => start >= figure.end && measure === figure.measure);
  const end = clausesOfSentence(item, clause.sentence).at(-1)?.end ?? clause.end;
  const behind = item.text.slice(figure.end, Math.min(end, next?.start ?? end));
  return openRest.test(behind) && restAhead.test(before);
}

/** 截至9月底完工28棟、施工中2棟，年底全數完工: it was open once. */
function isAllDoneLater(item: Item, done: Figure, sentence: number): boolean {
  const start = clausesOfSentence(item, sentence)[0]?.start ?? 0;
  return (
    everyOne.test(item.text.slice(done.end)) || /截至[^，]*(?<!12)[月季]/u.test(item.text.slice(start, done.start))
  );
}

/**
 * Why a count of works may not have come to the end that was asked: 4棟工程均依進度執行 tells that they go on; where 驗收 is asked
 * behind the count, 刻正辦理驗收 says that it is still to come. null where nothing says so.
 */
export function endIsOpen({ target, figure }: Asked, candidate: Candidate, items: readonly Item[]): string | null {
  const { item, start, end } = target.phrase;
  const own = clauseAt(candidate.item, candidate.figure.start).text;
  if (asksForWork.test(item.text.slice(start, end)) && goesByPlan.test(own) && !doneAtAll.test(own))
    return 'only goes on';
  const { sentence } = clauseAt(item, figure.start);
  const asked = clausesOfSentence(item, sentence)
    .map(({ text }) => text)
    .join('，');
  const open = lastEnds.find(
    ({ asks, stillOpen }) => asks.test(asked) && items.some(({ text }) => stillOpen.test(text)),
  );
  return open === undefined ? null : 'its end is said to be open';
}
