import {
  daysOf,
  markAt,
  pattern,
  type CalendarPoint,
  type DateMention,
  type Figure,
  type MarkedSentence,
  type Text,
} from '@guankao/passages';

/** So many days as words count them, and how many the calendar has between the dates beside them. */
export interface CountedDays {
  readonly length: Figure;
  readonly dates: DateMention;
  readonly start: number;
  readonly end: number;
  /** The least and the most that they may be. */
  readonly least: number;
  readonly most: number;
}

interface Form {
  /** `dates` is a stretch, or the first day of one whose last is `until`; `claim` how long it is. */
  readonly phrase: RegExp;
  readonly isMiscounted: (told: number, days: number) => boolean;
  readonly given?: (dates: DateMention) => boolean;
}

const sums = '(?:合計|共計|總計|共|計|為期)+';
const took = '(?:全程|前後|連續|共|計)*(?:歷時|費時|歷經)(?:共|計|約|達)*';
const atWork =
  '(?:展出|展覽|開放|開展|演出|施工|封閉|封園|閉園|休館|停駛|停航|駐點|巡迴|試辦|試營運|營業|開班|研習|訓練)';
const stops = '(?=[，。；(]|$)';
const form = (phrase: string, isMiscounted: Form['isMiscounted'], given?: Form['given']): Form => ({
  phrase: pattern(phrase, undefined, 'dgu'),
  isMiscounted,
  ...(given && { given }),
});
const isMore = (told: number, days: number): boolean => told > days;

const daysTold: readonly Form[] = [
  // 自7月7日至7月18日（含首尾），共12日
  form(
    `(?<dates>%D)止?(?:\\([^()%A]{0,4}含首[尾末][^()%A]{0,3}\\))，?(?:歷時|${sums})(?<claim>%T)${stops}`,
    (told, days) => told !== days,
  ),
  // 自5月1日起至5月31日止，計31日: of whole months everybody counts both ends in. 共10日 may be some of them.
  form(
    `(?<dates>%D)止，${sums}(?<claim>%T)(?=[，。；]|$)`,
    (told, days) => told === days - 1 || told > days,
    ({ words, from, to }) => words.includes('起') && from.day === 1 && to !== null && isLastOfMonth(to),
  ),
  // 自6月7日至6月30日，展出24日: on no more days than there are.
  form(`(?<dates>%D)止?，(?:對外|實際|全日)*${atWork}(?:共|計|達|約|期間)*(?<claim>%T)${stops}`, isMore),
  form(`(?<dates>%D)止?[^，。；、%A()]{1,12}，${took}(?<claim>%T)${stops}`, isMore),
  // 自6月12日受理通報至6月20日尋獲，歷時9日
  form(
    `自(?<dates>%D)[^，。；、%A()]{1,10}至(?<until>%D)[^，。；、%A()]{1,10}，${took}(?<claim>%T)${stops}`,
    (told, days) => told > days || told < days - 1,
  ),
];

/** 113年4月至9月計6個月: the month in which it began and the one in which it ended. */
const monthsTold = form(`(?<dates>%D)，?${sums}(?<claim>%T)(?=[，。；]|$)`, (told, months) => told === months - 1);

const fromADay = pattern(
  '自(?<dates>%D)起(?:計|算|起算|計算)*(?<claim>%T)(?<first>\\([^()%A]{0,4}(?:含首日|含當日|含起始日|首日計入)[^()%A]{0,2}\\))?，(?:工程|廠商|本案|依約)?(?:應於|須於|即於|至|於|期限為|預定於|應至)(?<until>%D)(?:前|止)?(?:完工|竣工|屆滿|期滿|到期|完成|屆期|截止)',
  undefined,
  'dgu',
);
/** 2月20日決標，履約期限為決標次日起120日曆天，期限屆滿日為6月20日 */
const sinceTheDayAfter = pattern(
  '(?<dates>%D)(?<act>決標|簽約|訂約|開工|驗收|核定|公告)[^。；%A]{0,14}(?:次日|翌日)起(?:算|計)?(?<claim>%T)(?:內[^，。；%A]{0,6})?，[^，。；%A]{0,4}(?:屆滿|到期|屆期|截止)日(?:期)?(?:為|是|即)(?<until>%D)',
  undefined,
  'dgu',
);
const ofAYear = pattern('(?<dates>%D)度?全年(?:共|計|為)*(?<claim>%T)', undefined, 'dgu');
/** Days that the calendar counts, and the words do not. */
const someAreLeftOut = /工作[天日]|假日|扣除|不含|不計|展延|延長|順延|免計|休息日|星期|每週/u;

/** Days and months counted otherwise than the calendar has them, in the filing's year where the text tells none. */
export function* miscounted(text: Text, fiscalYear: number | null): Iterable<CountedDays> {
  for (const sentence of text.marked) {
    if (someAreLeftOut.test(sentence.words)) continue;
    yield* inStretches(sentence, fiscalYear);
    yield* inMonths(sentence);
    yield* dueDays(sentence, fiscalYear);
    yield* inYears(sentence);
  }
}

function* inStretches(sentence: MarkedSentence, fiscalYear: number | null): Iterable<CountedDays> {
  for (const { phrase, isMiscounted, given } of daysTold)
    for (const match of sentence.words.matchAll(phrase)) {
      const [dates, until] = [dateAt(sentence, match, 'dates'), dateAt(sentence, match, 'until')];
      const length = daysAt(sentence, match);
      if (dates === null || length === null || given?.(dates) === false) continue;
      const last = until ?? (dates.to === null ? null : { ...dates, from: dates.to });
      const days = last === null ? [] : yearsOf(fiscalYear).map((year) => daysBetween(dates, last, year));
      const [many = null] = days;
      if (many === null || !days.every((of) => of !== null && isMiscounted(valueOf(length), of))) continue;
      yield counted(length, dates, until?.end ?? dates.end, many, many);
    }
}

function* inMonths(sentence: MarkedSentence): Iterable<CountedDays> {
  for (const match of sentence.words.matchAll(monthsTold.phrase)) {
    const [dates, length] = [dateAt(sentence, match, 'dates'), lengthAt(sentence, match)];
    if (dates === null || length === null || dates.to === null || !['月', '個月'].includes(length.unit ?? '')) continue;
    const [from, to] = [dates.from, dates.to];
    if (from.day !== null || to.day !== null || from.month === null || to.month === null) continue;
    if (from.year !== to.year || /[底末初中]/u.test(dates.words)) continue;
    const months = to.month - from.month + 1;
    if (monthsTold.isMiscounted(valueOf(length), months)) yield counted(length, dates, dates.end, months, months);
  }
}

/** 自5月1日起計60日，應於6月30日完工: the first day counted in or not, and a day off let pass. */
function* dueDays(sentence: MarkedSentence, fiscalYear: number | null): Iterable<CountedDays> {
  for (const match of [...sentence.words.matchAll(fromADay), ...sentence.words.matchAll(sinceTheDayAfter)]) {
    const [from, until] = [dateAt(sentence, match, 'dates'), dateAt(sentence, match, 'until')];
    const length = daysAt(sentence, match);
    if (from === null || until === null || length === null || from.to !== null || until.to !== null) continue;
    const days = daysBetween(from, until, fiscalYear);
    if (days === null) continue;
    const { first, act } = match.groups ?? {};
    const least = days - (first === undefined ? 1 : 0) - daysOff(until, fiscalYear);
    const most = act === undefined ? days : days - 1;
    if (valueOf(length) < least || valueOf(length) > most) yield counted(length, from, until.end, least, most);
  }
}

/** 全年366日 of a year that has 365. 365日 is said of any year. */
function* inYears(sentence: MarkedSentence): Iterable<CountedDays> {
  for (const match of sentence.words.matchAll(ofAYear)) {
    const [year, length] = [dateAt(sentence, match, 'dates'), daysAt(sentence, match)];
    if (year === null || length === null || year.to !== null || year.from.month !== null || year.from.year === null)
      continue;
    const days = new Date(Date.UTC(year.from.year, 2, 0)).getUTCDate() + 337;
    if (valueOf(length) > days) yield counted(length, year, year.end, days, days);
  }
}

const counted = (length: Figure, dates: DateMention, end: number, least: number, most: number): CountedDays => ({
  length,
  dates,
  start: Math.min(dates.start, length.start),
  end: Math.max(end, length.end),
  least,
  most,
});

function dateAt(sentence: MarkedSentence, { indices }: RegExpExecArray, name: string): DateMention | null {
  const at = indices?.groups?.[name]?.[0];
  const mark = at === undefined ? null : markAt(sentence, at);
  return mark?.sign === 'date' && mark.date.lacks === null ? mark.date : null;
}

function lengthAt(sentence: MarkedSentence, { indices }: RegExpExecArray): Figure | null {
  const at = indices?.groups?.['claim']?.[0];
  const mark = at === undefined ? null : markAt(sentence, at);
  if (mark?.sign !== 'figure' || mark.figure.widening !== 'exact' || mark.figure.value.over !== 1n) return null;
  return mark.figure;
}

function daysAt(sentence: MarkedSentence, match: RegExpExecArray): Figure | null {
  const length = lengthAt(sentence, match);
  return ['日', '天', '日曆天'].includes(length?.unit ?? '') ? length : null;
}

const isLastOfMonth = ({ year, month, day: of }: CalendarPoint): boolean =>
  month !== null && of !== null && of >= new Date(Date.UTC(year ?? 2023, month, 0)).getUTCDate();

/** Where nobody tells the year it is one with a leap day or one without. */
const yearsOf = (fiscalYear: number | null): readonly number[] => (fiscalYear === null ? [2023, 2024] : [fiscalYear]);

const valueOf = ({ value }: Figure): number => Number(value.of);

const day = 86_400_000;

/** From the first day to the last, both counted in; null where a day or its year is not known, or the last comes first. */
function daysBetween(from: DateMention, until: DateMention, fiscalYear: number | null): number | null {
  const [first, last] = [timeOf(from, fiscalYear), timeOf(until, from.from.year ?? fiscalYear)];
  if (first === null || last === null || last < first) return null;
  return (last - first) / day + 1;
}

function timeOf({ from }: DateMention, fiscalYear: number | null): number | null {
  const year = from.year ?? fiscalYear;
  if (year === null || from.day === null || from.month === null) return null;
  return Date.parse(`${daysOf({ ...from, year })?.first ?? ''}T00:00:00Z`);
}

/** What is due on a Saturday or a Sunday is due on the Monday. */
function daysOff(until: DateMention, fiscalYear: number | null): number {
  const time = timeOf(until, fiscalYear);
  return time !== null && new Date(time).getUTCDay() === 1 ? 2 : 0;
}
