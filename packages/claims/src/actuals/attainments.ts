import { phraseOf } from '../targets/phrases.ts';
import { roleOf } from '../targets/roles.ts';
import type { Figure, Item } from '../text/items.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';

/** The rate of attainment that answers a target for which no result is printed: 達成率104%. */
export function attainmentOf(untold: Untold): Derived | null {
  for (const item of untold.items) {
    const figure =
      item.figures.find((one) => roleOf(item, one) === 'attainment' && speaksOf(untold, item, one.start)) ??
      bareRateOf(untold, item);
    if (figure !== undefined && figure.value !== null)
      return { met: figure.value >= 100, result: null, phrase: phraseOf(item, figure), reason: 'rate of attainment' };
  }
  return null;
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
