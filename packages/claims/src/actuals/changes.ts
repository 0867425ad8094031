import { clauseAt, type Figure, type Item } from '../text/items.ts';
import { tellsChange } from '../targets/change.ts';
import { roleOf } from '../targets/roles.ts';
import { whenOf } from './when.ts';

/** Where something stood and where it got to: 由80%提升至83%, 112年100萬人次 beside 113年112萬人次. */
export interface Way {
  readonly from: Figure;
  readonly to: Figure;
}

/** The ways that an item tells, one for each figure that something got to. */
export function waysIn(item: Item, year: number | null): readonly Way[] {
  return item.figures.flatMap((to) => {
    const role = roleOf(item, to);
    if ((role !== 'plain' && role !== 'among') || tellsChange(item, to) || isEarlier(item, to, year)) return [];
    const from = startOf(item, to, year);
    return from === undefined ? [] : [{ from, to }];
  });
}

function startOf(item: Item, to: Figure, year: number | null): Figure | undefined {
  const { sentence } = clauseAt(item, to.start);
  const alike = item.figures.filter(
    (other) =>
      other !== to &&
      other.kind === to.kind &&
      other.measure === to.measure &&
      clauseAt(item, other.start).sentence === sentence,
  );
  const led = alike.findLast((other) => other.end <= to.start && roleOf(item, other) === 'baseline');
  return led ?? alike.findLast((other) => isEarlier(item, other, year) && !tellsChange(item, other));
}

function isEarlier(item: Item, figure: Figure, year: number | null): boolean {
  return whenOf(item, figure, year)?.earlier === true;
}
