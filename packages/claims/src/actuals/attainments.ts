import { phraseOf } from '../targets/phrases.ts';
import { roleOf } from '../targets/roles.ts';
import { clauseAt, type Figure, type Item } from '../text/items.ts';
import { unitFit } from './units.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';

/** The rate of attainment that answers a target for which no result is printed: 達成率104%. */
export function attainmentOf(untold: Untold): Derived | null {
  for (const item of untold.items) {
    const figure =
      item.figures.find(
        (one) => roleOf(item, one) === 'attainment' && isFree(untold, item, one) && speaksOf(untold, item, one.start),
      ) ?? bareRateOf(untold, item);
    if (figure !== undefined && figure.value !== null)
      return { met: figure.value >= 100, result: null, phrase: phraseOf(item, figure), reason: 'rate of attainment' };
  }
  return null;
}

/** 6,480人，達成率108%: of the persons before it, and of nothing that is asked in another unit. */
function isFree({ target }: Untold, item: Item, rate: Figure): boolean {
  const { sentence } = clauseAt(item, rate.start);
  const before = item.figures.findLast(({ end }) => end <= rate.start);
  return (
    before === undefined ||
    target.figure === null ||
    before.kind === 'percent' ||
    roleOf(item, before) !== 'plain' ||
    clauseAt(item, before.start).sentence !== sentence ||
    unitFit(target.figure, before) > 0
  );
}

/** (2)104%。 under (2)30,000人次: a rate and nothing else, where a count was asked, is how much of it was reached. */
function bareRateOf({ target }: Untold, item: Item): Figure | undefined {
  const { marker } = target.phrase.item.passage;
  const [figure, more] = item.figures;
  const isBare =
    figure?.kind === 'percent' &&
    more === undefined &&
    item.column === 'explanation' &&
    /^[\s。；，]*$/u.test(`${item.text.slice(0, figure.start)}${item.text.slice(figure.end)}`);
  return isBare && marker !== null && marker === item.passage.marker && target.figure?.kind === 'count'
    ? figure
    : undefined;
}
