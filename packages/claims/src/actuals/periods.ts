import { decisive } from '../judge.ts';
import { figuresIn, type Figure, type Item } from '../text/items.ts';
import { sentencesOf, type Sentence } from '../text/sentences.ts';
import { listedInOrder, nothingDone, periodNames } from '../words/periods.ts';
import { periods } from '../words/each.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';
import { toBase, unitFit } from './units.ts';
import { fits } from '../weights.ts';

/** What one period came to, and where that is told. */
interface Told {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/**
 * 每季6場, answered season by season: 第1季6場、第2季7場、第3季5場. One below is a miss, whatever all came to; it is met only where
 * each period of the year is told and reaches it.
 */
export function periodsOf(untold: Untold): Derived | null {
  const { figure: asked, each, comparator, change } = untold.target;
  if (asked === null || change !== null || each?.kind !== 'period') return null;
  const goal = decisive(asked, comparator);
  const times = periods[each.period];
  if (goal === null || times === undefined) return null;
  for (const item of untold.items) {
    for (const sentence of sentencesOf(item)) {
      const told = [named(item, sentence, asked, each.period), inOrder(item, sentence, asked, each.period, times)];
      const members = told.find(({ length }) => length > 1);
      const [first, last] = [members?.[0], members?.at(-1)];
      if (members === undefined || first === undefined || last === undefined) continue;
      if (!untold.alone && !speaksOf(untold, item, first.start)) continue;
      const values = members.map(({ value }) => value);
      const worst = comparator === '<=' ? Math.max(...values) : Math.min(...values);
      const met = comparator === '<=' ? worst <= goal : worst >= goal;
      if (met && members.length < times) continue;
      const phrase = { item, start: first.start, end: last.end };
      return { met, result: worst, phrase, reason: `period by period, ${members.length} told` };
    }
  }
  return null;
}

/** 第1季6場、第2季未辦理: each period by its name, the first figure in the unit asked behind it. */
function named(item: Item, { clauses }: Sentence, asked: Figure, period: string): readonly Told[] {
  const [from, to] = [clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0];
  const name = periodNames[period];
  if (name === undefined) return [];
  const text = item.text.slice(from, to);
  const heads = [...text.matchAll(name)].map(({ index, 0: word }) => ({
    word,
    start: from + index,
    end: from + index + word.length,
  }));
  const told = heads.flatMap((head, index): readonly Told[] => {
    const next = heads[index + 1]?.start ?? to;
    const clause = { start: head.end, end: next };
    const figure = figuresIn(item, clause).find((one) => unitFit(asked, one) >= fits.sameMeasure);
    if (nothingDone.test(item.text.slice(head.end, next))) return [{ value: 0, start: head.start, end: next }];
    // 第3季，全年共26場: another figure's words stand between.
    if (figure === undefined || /共|計|累計|全年/.test(item.text.slice(head.end, figure.start))) return [];
    return valueIn(asked, figure, head.start);
  });
  return new Set(heads.map(({ word }) => word)).size === heads.length ? told : [];
}

/** 各月依序為312、298、…及346人次. */
function inOrder(item: Item, { clauses }: Sentence, asked: Figure, period: string, times: number): readonly Told[] {
  const [from, to] = [clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0];
  const found = listedInOrder.exec(item.text.slice(from, to));
  const list = found?.[2];
  if (found === null || list === undefined || found[1] !== period) return [];
  const start = from + found.index + found[0].length - list.length;
  const last = item.figures.find((one) => one.start >= start && one.end >= start + list.length);
  if (last === undefined || unitFit(asked, last) < fits.sameMeasure) return [];
  const values = list
    .split(/[^0-9,.萬千]*[、及與和]/)
    .map((one) => (/^[0-9,]+(?:\.[0-9]+)?$/.test(one) ? Number(one.replaceAll(',', '')) : Number.NaN));
  if (values.length !== times || values.some(Number.isNaN)) return [];
  const factor = toBase(1, last) / toBase(1, asked);
  return values.map((value) => ({ value: value * factor, start, end: last.end }));
}

function valueIn(asked: Figure, figure: Figure, start: number): readonly Told[] {
  if (figure.value === null) return [];
  return [{ value: (figure.value * toBase(1, figure)) / toBase(1, asked), start, end: figure.end }];
}
