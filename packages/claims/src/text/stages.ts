import { once, type Item } from './items.ts';
import { meet } from './words.ts';

interface Stage {
  readonly at: number;
  readonly name: string;
}

const digits = '一二三四五六七八九十';

function stagesOf(normalised: string): readonly Stage[] {
  if (!normalised.includes('第')) return [];
  return Array.from(
    normalised.matchAll(/第([0-9一二三四五六七八九十]+)(階段|期|標|批|區|梯次|季)/g),
    ({ index, 1: number = '', 2: noun = '' }) => ({
      at: index,
      name: `${digits.indexOf(number) + 1 || number}${noun}`,
    }),
  );
}

const ownStages = once((item) => stagesOf(item.text));

/** The stages that a stretch of an item names: 第2階段, 第一期. */
export function stagesIn(item: Item, start: number, end: number): ReadonlySet<string> {
  const stages = ownStages(item);
  return stages.length === 0
    ? none
    : new Set(stages.filter(({ at }) => at >= start && at < end).map(({ name }) => name));
}

const none: ReadonlySet<string> = new Set();

/** An item's stages with those of its headings. */
export const stagesAround = once((item): ReadonlySet<string> => {
  const own = stagesIn(item, 0, item.text.length);
  return item.heading === '' ? own : new Set([...own, ...stagesOf(item.heading).map(({ name }) => name)]);
});

/** Both name stages, and none in common: they are about different work. */
export function otherStage(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !meet(a, b);
}
