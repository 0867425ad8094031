import { markAt, pattern, signOf, type Figure, type MarkedSentence } from '@guankao/passages';

/** Which year a figure is told for, counted from the year of the filing: 0 this year, -1 the year before. */
export interface ToldYear {
  readonly relative: number;
}

const yearBefore = pattern(
  '(?:(?<date>%D)(?:[^，。；、%A]|、(?=[^%A]{0,2}$)){0,14}|(?<former>去年度?|上年度?|前一年度?|上一年度|去年同期|上期)[^，。；%A]{0,12}|(?<earlier>前年度?)[^，。；%A]{0,12}|(?<now>今年度?|本年度?|當年度?)[^，。；%A]{0,12})$',
);

/** 112年度為9,600度, 去年11.5億美元; null where no year stands with the figure. */
export function yearOf(sentence: MarkedSentence, figure: Figure, fiscalYear: number | null): ToldYear | null {
  const at = signOf(sentence, figure);
  const from = Math.max(0, at - 40);
  const match = yearBefore.exec(sentence.words.slice(from, at));
  if (match === null) return null;
  const { date, former, earlier, now } = match.groups ?? {};
  if (former !== undefined) return { relative: -1 };
  if (earlier !== undefined) return { relative: -2 };
  if (now !== undefined) return { relative: 0 };
  const mark = date === undefined ? null : markAt(sentence, from + match.index);
  const year = mark?.sign === 'date' ? mark.date.from.year : null;
  // Without the year of the filing only the order of the years counts.
  return year === null ? null : { relative: year - (fiscalYear ?? 0) };
}
