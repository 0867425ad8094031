import { clauseAt, once, timesIn, type Figure, type Item } from '../text/items.ts';
import { isPartOfYear, type Time } from '../text/times.ts';
import { namesAnotherThing, onlyMeant, runsOn, toDateBefore, toDateBehind } from '../words/times.ts';

/** Which time a figure of a result speaks of. */
export interface When {
  readonly time: Time;
  /** The year before the filing's, or an earlier one. */
  readonly earlier: boolean;
  /** A month, a quarter or a half, and neither a count up to then nor the day of an act. */
  readonly partial: boolean;
}

/**
 * The time that governs a figure: the last one before it in its clause, as long as no other figure stands between that is not
 * listed with it (112年45%、113年52%; 上年度訓練甲類20人及乙類30人). null where none does.
 */
export function whenOf(item: Item, figure: Figure, year: number | null): When | null {
  const time = governing(item, figure) ?? earlierOfSeries(item, figure, year);
  if (time === null || year === null) return null;
  return {
    time,
    earlier: Number(time.last.slice(0, 4)) < year,
    partial: isPartOfYear(time) && isSpan(item, time),
  };
}

/** 近三年依序為1.5億元、1.7億元、1.9億元: of such a list only the last is this year's. */
function earlierOfSeries(item: Item, figure: Figure, year: number | null): Time | null {
  const clause = clauseAt(item, figure.start);
  const series = /(近|最近|過去)[0-9一二三四五]年[^，；。]*(依序|分別|各|逐年)/.exec(clause.text);
  const later = item.figures.some(
    ({ start, measure }) => start >= figure.end && start < clause.end && measure === figure.measure,
  );
  if (series === null || year === null || !later) return null;
  const start = clause.start + series.index;
  return { start, end: start + series[0].length, first: `${year - 1}-01-01`, last: `${year - 1}-12-31`, dated: false };
}

/** Each figure of a list asks the one before it: told once, a list of n figures takes n steps and not n². */
const known = once((_item) => new Map<Figure, Time | null>());

function governing(item: Item, figure: Figure): Time | null {
  const told = known(item);
  const found = told.get(figure);
  if (found !== undefined) return found;
  const time = governingOf(item, figure);
  told.set(figure, time);
  return time;
}

function governingOf(item: Item, figure: Figure): Time | null {
  const clause = clauseAt(item, figure.start);
  const before = item.figures.findLast(
    (other) =>
      other.end <= figure.start &&
      other.start >= clause.start &&
      // 3年 of 前3年平均.
      item.times.every((time) => other.start < time.start || time.end < other.end),
  );
  const times = timesIn(item, { start: before?.end ?? clause.start, end: figure.start });
  const time = times.findLast((one) => governs(item, one, figure)) ?? null;
  if (time !== null || before === undefined || times.length > 0) return time;
  return isListedWith(item.text.slice(before.end, figure.start)) ? governing(item, before) : null;
}

/** 較112年增加8% speaks of a change, 依112年核定計畫 of a plan, 自112年起 of what runs on. */
function governs({ text }: Item, time: Time, figure: Figure): boolean {
  const [before, between] = [text.slice(0, time.start), text.slice(time.end, figure.start)];
  return !namesAnotherThing.test(before) && !onlyMeant.test(before) && !runsOn.test(between);
}

function isListedWith(between: string): boolean {
  return /^[、及與和]/.test(between) && !/新增|累計|合計|共|較|增|減/.test(between);
}

/**
 * 12月份服務1,100人次, 第4季, 1月至6月: what came in a part of the year. 截至12月底 counts up to then, 於9月及 113年9月 are when
 * something was done.
 */
function isSpan({ text }: Item, time: Time): boolean {
  const [words, before, behind] = [text.slice(time.start, time.end), text.slice(0, time.start), text.slice(time.end)];
  if (time.first === time.last || /(於|在)$/.test(before) || /[底末]$/.test(words)) return false;
  if (toDateBefore.test(before) || toDateBehind.test(behind)) return false;
  const months = Number(time.last.slice(5, 7)) - Number(time.first.slice(5, 7)) + 1;
  return (
    /份|單月|當月/.test(words + behind.slice(0, 1)) ||
    months === 3 ||
    months === 6 ||
    (months > 1 && time.first.endsWith('-01-01'))
  );
}
