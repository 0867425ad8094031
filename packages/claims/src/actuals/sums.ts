import { decisive } from '../judge.ts';
import { roleOf } from '../targets/roles.ts';
import { clauseAt, figuresIn, type Figure, type Item } from '../text/items.ts';
import { sentencesOf, type Sentence } from '../text/sentences.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';
import { toBase, unitFit } from './units.ts';
import { whenOf } from './when.ts';
import { earlierBefore, inTheEnd } from '../words/earlier.ts';
import { fits } from '../weights.ts';

/** 甲段6公頃、乙段5公頃、丙段3公頃, without what they come to: the parts of the one thing that is asked in their unit, added up. */
export function sumOf(untold: Untold, year: number | null): Derived | null {
  const { target, items, alone } = untold;
  const { figure: asked, comparator, change, each } = target;
  if (
    asked === null ||
    !alone ||
    asked.kind === 'percent' ||
    comparator === '<=' ||
    change?.firm === true ||
    each !== null
  )
    return null;
  const goal = decisive(asked, comparator);
  if (goal === null) return null;
  for (const item of items) {
    for (const sentence of sentencesOf(item)) {
      const parts = partsIn(item, sentence, asked, year);
      const [first, last] = [parts[0], parts.at(-1)];
      if (first === undefined || last === undefined || parts.length < 2 || !speaksOf(untold, item, first.start))
        continue;
      const sum = parts.reduce((total, part) => total + toBase(part.value ?? 0, part), 0);
      const result = Number((sum / toBase(1, asked)).toPrecision(12));
      return {
        met: result >= goal,
        result,
        phrase: { item, start: first.start, end: last.end },
        reason: `sum of ${parts.length} parts`,
      };
    }
  }
  return null;
}

/** The figures that a sentence lists in the unit asked; none where it says what they come to, or takes some of them from others. */
function partsIn(item: Item, { clauses }: Sentence, asked: Figure, year: number | null): readonly Figure[] {
  const figures = clauses
    .flatMap((clause) => figuresIn(item, clause))
    .filter((figure) => unitFit(asked, figure) >= fits.sameMeasure);
  const listed = figures.every(
    (figure, index) =>
      roleOf(item, figure) === 'plain' &&
      // 受理230件，核定185件 are stages of one thing.
      !earlierBefore.test(item.text.slice(0, figure.start)) &&
      // 錄取42人，實際報到36人: what it came to in the end.
      (index === 0 || !inTheEnd.test(item.text.slice(clauseAt(item, figure.start).start, figure.start))) &&
      figure.value !== null &&
      whenOf(item, figure, year)?.earlier !== true &&
      !/(合計|共計|總計|累計|共|計|餘|另|其中|剩|尚)[^，、；。]{0,3}$/.test(item.text.slice(0, figure.start)) &&
      (index === 0 || /^[^；。]{0,4}[、，及與和]/.test(item.text.slice(figures[index - 1]?.end ?? 0, figure.start))),
  );
  return listed ? figures : [];
}
