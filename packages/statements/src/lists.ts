import { pattern, sameUnit, signOf, signs, vocabulary, type Figure, type MarkedSentence } from '@guankao/passages';

/** A mark that parts the items of a list, somewhere between two numbers. */
const joins = pattern('[、及與和，；暨]|以及');

/** What opens another count, so that the list ends before it. */
const breaks = pattern(
  '合計|共計|總計|總共|(?<!公)共(?!同|有|享|識|構|通|用)|較|(?<![預對])比(?![率例重])|每|平均|累計|目標|其中|包含|包括|分別|分為|分置|達成|扣除|實際|實到|總經費|編列|續編|負擔|分年|[按依][^，、]{1,6}別|。|；(?=[^%A]*(?:另|又|並))|增加|減少|成長|提升|為%',
);

/** The widest gap between two items of a list, in characters. */
const widest = 40;

const rateOfItem = pattern('[，、]?[^，。；、%A]{0,8}%P', vocabulary, 'gu');

/** Words between the signs of two figures, what stands in brackets between them left out. */
export function gapBetween({ words }: MarkedSentence, a: number, b: number): string {
  const gap = words.slice(a + 1, b);
  const flat = gap.includes('(') ? gap.replaceAll(/\([^()]*\)/gu, '') : gap;
  // 合格42處，合格率95.45%，不合格2處: a rate of the item before it.
  return flat.includes(signs.percent) ? flat.replaceAll(rateOfItem, '') : flat;
}

/** How deep in brackets each figure of a sentence stands. */
export function depths({ words, figures, marks }: MarkedSentence): ReadonlyMap<Figure, number> {
  const found = new Map<Figure, number>();
  let [depth, next] = [0, 0];
  for (let at = 0; at < words.length; at++) {
    const character = words[at];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character !== undefined && character >= signs.count && character <= signs.label) {
      const mark = marks[next++];
      if (mark?.sign === 'figure') found.set(mark.figure, depth);
    }
  }
  return figures.length === 0 ? found : found;
}

/**
 * The numbers from `from` on that go on as one list: the same unit, as deep in brackets, parted by 、 及 ， and nothing that
 * opens another count. Rates and parts of parts in brackets between them are passed over.
 */
export function listFrom(
  sentence: MarkedSentence,
  figures: readonly Figure[],
  from: number,
  deep: ReadonlyMap<Figure, number>,
): readonly Figure[] {
  const first = figures[from];
  if (first === undefined) return [];
  const list = [first];
  const depth = deep.get(first) ?? 0;
  for (const next of figures.slice(from + 1)) {
    const last = list.at(-1) ?? first;
    const level = deep.get(next) ?? 0;
    if (level > depth) continue;
    if (level < depth || !sameUnit(next, first)) {
      if (level === depth && isAside(sentence, last, next)) continue;
      break;
    }
    const gap = gapBetween(sentence, signOf(sentence, last), signOf(sentence, next));
    if (
      gap.length > widest ||
      !joins.test(gap) ||
      breaks.test(gap) ||
      (first.kind !== 'percent' && /[占佔]/u.test(gap))
    )
      break;
    list.push(next);
  }
  return list;
}

/** 北區12案36萬元、中區8案24萬元: another unit right behind the item. */
function isAside(sentence: MarkedSentence, last: Figure, next: Figure): boolean {
  const gap = sentence.words.slice(signOf(sentence, last) + 1, signOf(sentence, next));
  if (next.kind === 'percent' && last.kind !== 'percent')
    return /^[^。；、]{0,10}$/u.test(gap) && !/[較比增減]/u.test(gap);
  return gap.length <= 3 && !/[、，；]/u.test(gap) && next.kind !== last.kind;
}
