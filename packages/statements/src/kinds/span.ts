import {
  between,
  compare,
  daysOf,
  pattern,
  signOf,
  whole,
  type CalendarPoint,
  type Figure,
  type Fraction,
  type Mark,
  type MarkedSentence,
} from '@guankao/passages';
import { just, type Operand } from '../expression.ts';
import { after, before, nearWords, type Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

type DateMark = Extract<Mark, { sign: 'date' }>;

/** 為期6個月, 共31天, 期程4年 */
const lasting = pattern(
  '(?:(?:屆|已|即將)?滿|(?:冷凍|封閉|停駛|停航|展出|借展|住院|[\\p{Script=Han}]{2})期間共|連續|合約|契約(?:期限)?|租約|已營運|已成立|已設立|已運作|為期|期程|全程|工期|期間|歷時|歷經|費時|耗時|長達|共計|合計|總計|共|計|履約期限|租期|任期|保固期|效期|展期|活動期間|契約期間|展延|封閉|關閉|停用|停駛|停航|停電|停水)(?:約|為|計|達|共|長達|共計|:)*$',
);
/** 提前10日, 逾期5天 */
const shifted = pattern(
  '(?<word>提前|提早|逾期|逾|延遲|延後|延誤|落後|遲延|超過期限|早於期限|晚)(?:了|約|計|達|完成|完工)*$',
);
const due = /期限|預定|契約|應於|原定|原訂|限期|截止|目標|預計|規劃|履約/u;

/** A span told by its ends and by its length: 113年3月1日至113年8月31日止，為期6個月. */
export function* spansIn({ sentence, fiscalYear }: Surroundings): Iterable<Statement> {
  const dates = sentence.marks.filter((mark): mark is DateMark => mark.sign === 'date' && mark.date.lacks === null);
  if (dates.length === 0) return;
  for (const length of sentence.figures) {
    if (length.kind !== 'duration' || length.unit === null || unitOf(length.unit) === null) continue;
    const words = before(sentence, signOf(sentence, length));
    const word = shifted.exec(nearWords(words))?.groups?.['word'];
    if (word !== undefined) yield* shift(sentence, dates, length, word, fiscalYear);
    else if (lasting.test(words) || /^(?:\(自|，自|\()/u.test(after(sentence, signOf(sentence, length))))
      // 自8月5日至8月9日，為期5日: of one stretch, whatever its year.
      yield* lasts(
        sentence,
        /(?:為期|，計)$/u.test(words) || isRightBehind(sentence, dates, length)
          ? dates.map((mark) => inAYear(mark, fiscalYear))
          : dates,
        length,
        fiscalYear,
      );
  }
}

/** 自6月1日至12月31日止（含例假日），共7個月 */
function isRightBehind(sentence: MarkedSentence, dates: readonly DateMark[], length: Figure): boolean {
  const last = dates.findLast((mark) => mark.end <= length.start);
  if (last === undefined || last.date.to === null) return false;
  // 自5月1日至5月31日，共45天: days may be of more than one stretch, unless the words count every one of them.
  if (unitOf(length.unit ?? '') === 'day' && !/含[例休]?假日|日曆天|連續|未中斷|未停/u.test(sentence.words))
    return false;
  return /^止?(?:\([^()]{0,20}\))?，(?:合計|共計|共|計|歷時)$/u.test(
    sentence.words.slice(last.at + 1, signOf(sentence, length)),
  );
}

/** 自8月5日至8月9日: days of the filing's year, and of the next where they run over its end. */
function inAYear(mark: DateMark, fiscalYear: number | null): DateMark {
  const { from, to } = mark.date;
  if (fiscalYear === null || from.year !== null || to === null || to.year !== null) return mark;
  if (from.day === null || to.day === null || from.month === null || to.month === null) return mark;
  const runsOver = to.month < from.month || (to.month === from.month && to.day < from.day);
  return {
    ...mark,
    date: { ...mark.date, from: { ...from, year: fiscalYear }, to: { ...to, year: fiscalYear + (runsOver ? 1 : 0) } },
  };
}

type Unit = 'day' | 'week' | 'month' | 'year';

/** Working days leave out more than the calendar tells. */
function unitOf(unit: string): Unit | null {
  if (['日', '天', '日曆天'].includes(unit)) return 'day';
  if (['週', '星期', '個星期', '個週'].includes(unit)) return 'week';
  if (['月', '個月'].includes(unit)) return 'month';
  return ['年', '年度', '個年度'].includes(unit) ? 'year' : null;
}

interface Ends {
  readonly from: CalendarPoint;
  readonly to: CalendarPoint;
  readonly start: number;
  readonly end: number;
  /** Its year was taken from the filing. */
  readonly yearless?: boolean;
}

function* lasts(
  sentence: MarkedSentence,
  dates: readonly DateMark[],
  length: Figure,
  fiscalYear: number | null,
): Iterable<Statement> {
  const told = endsIn(sentence, dates);
  const [ends, ...more] = told.length > 0 ? told : twoDaysBefore(sentence, length, fiscalYear);
  const unit = unitOf(length.unit ?? '');
  if (ends === undefined || more.length > 0 || unit === null || length.value.of <= 0n) return;
  const operand = lengthOf(sentence, ends, unit);
  if (operand === null) return;
  // 自5月6日至5月17日，共10日: those on which it took place, unless the words count the others in.
  const fewer = unit === 'day' && operand.interval.low !== null && compare(length.value, operand.interval.low.at) < 0;
  const counted = /為期|期程|歷時|含[例休]?假日|日曆天|連續|未中斷|未停/u.test(sentence.words);
  if (fewer && ends.yearless === true && !counted) return;
  yield judged({
    kind: 'span',
    claim: length,
    word: '為期',
    sure: true,
    suggested: [{ as: 'from-the-first-to-the-last', expression: just(operand) }],
  });
}

/** A range of dates, or two dates that 至, 起 and 止 make one. */
function endsIn(sentence: MarkedSentence, dates: readonly DateMark[]): readonly Ends[] {
  const ends: Ends[] = [];
  for (const [i, mark] of dates.entries()) {
    const { from, to } = mark.date;
    if (to !== null && !/季|半年/u.test(mark.date.words))
      ends.push({ from, to, start: mark.start, end: mark.end, yearless: !mark.date.yearIsPrinted });
    const next = dates[i + 1];
    if (to !== null || next === undefined || next.date.to !== null) continue;
    const gap = sentence.words.slice(mark.at + 1, next.at);
    if (
      /^[^，。；、]{0,8}(?:起|開工|動工|開始)?[，]?(?:至|迄|到)(?:於)?$/u.test(gap) ||
      isBeginAndEnd(sentence, gap, next)
    )
      ends.push({ from, to: next.date.from, start: mark.start, end: next.end });
  }
  return ends;
}

const course =
  /(?:歷時|歷經|費時|耗時|(?:計|共|再)?展延|封閉|關閉|停用|停駛|停航|停電|停水)(?:約|為|計|達|共|長達|共計)*$/u;

/** 2月10日收件、3月12日核定，歷時30日: two days of one course of things, told right before how long it was. */
function twoDaysBefore(sentence: MarkedSentence, length: Figure, fiscalYear: number | null): readonly Ends[] {
  const marks = sentence.marks.filter(({ end }) => end <= length.start);
  const dates = marks.filter((mark): mark is DateMark => mark.sign === 'date');
  const [first, second] = dates;
  if (first === undefined || second === undefined || dates.length > 2 || marks.length > 2) return [];
  if (first.date.to !== null || second.date.to !== null) return [];
  const gap = sentence.words.slice(first.at + 1, second.at);
  const behind = sentence.words.slice(second.at + 1, signOf(sentence, length));
  if (
    !/^[^，。；、]{1,14}[，、][^，。；、]{0,6}$/u.test(gap) ||
    !/^[^，。；、]{0,10}，[^，。；、]{0,10}$/u.test(behind)
  )
    return [];
  if (!course.test(behind) || /工作[天日]/u.test(sentence.words)) return [];
  if (isOnlyDue(gap) || (/展延/u.test(behind) && !puttingOff.test(gap))) return [];
  const [a, b] = inOneYear([first, second], fiscalYear);
  return a === undefined || b === undefined ? [] : [{ from: a.date.from, to: b.date.from, start: a.start, end: b.end }];
}

/** 9月10日下水，原定12月交船: a day that was only meant to come ends no course of things. */
const isOnlyDue = (gap: string): boolean => /(?:原[訂定]|預[定計]|應於?|預期|規劃)[^，。；、]{0,3}$/u.test(gap);

/** 6月完工，展延至8月: an extension is told from the day that was meant to the day that it was put off to. */
const puttingOff = /(?:[延改][^，。；、]{0,4}|調整)[至為到]$|[延改]至[^，。；、]{0,4}$/u;

/** What begins a stretch, and what ends one of that kind. */
const stretches: readonly (readonly [RegExp, RegExp])[] = [
  [/送入|存入|放入|移入/u, /取出|移出|領出/u],
  [/入住|進駐|入院/u, /退房|撤離|遷出|出院/u],
  [/借出|外借/u, /歸還|收回/u],
  [/起算|起始/u, /屆滿|期滿|到期|終止/u],
  [/開幕|揭幕|開始/u, /閉幕|落幕|結束/u],
  [/停用|停駛|停航|封閉|關閉/u, /恢復|復駛|復航|重新開放/u],
  [/開工|動工/u, /竣工|完工/u],
];

/** 4月10日送入，4月30日取出; 始於3月3日，訖於3月14日. */
function isBeginAndEnd(sentence: MarkedSentence, gap: string, { at }: DateMark): boolean {
  if (/^，(?:訖於|迄於|止於|終於)$/u.test(gap)) return true;
  if (!/^[^，。；、]{1,12}，(?:並|復|嗣)?於?$/u.test(gap)) return false;
  const behind = /^[^，。；、]{0,8}/u.exec(sentence.words.slice(at + 1))?.[0] ?? '';
  return stretches.some(([begin, end]) => begin.test(gap) && end.test(behind));
}

const day = 86_400_000;
const time = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/** How long it lasts, the last day, month or year counted in or not. */
function lengthOf(sentence: MarkedSentence, { from, to, start, end }: Ends, unit: Unit): Operand | null {
  const [a, b] = [daysOf(from), daysOf(to)];
  if (a === null || b === null) return null;
  const range = unit === 'day' || unit === 'week' ? inDays(a, b, unit) : inMonths(from, to, unit);
  if (range === null || range.high.of <= 0n) return null;
  const [low, high] = [range.low, range.high];
  return {
    words: sentence.text.text.slice(start, end),
    source: { from: 'number', start, end },
    value: high,
    interval: between(low, high),
  };
}

interface Range {
  readonly low: Fraction;
  readonly high: Fraction;
}

function inDays(
  a: { readonly first: string; readonly last: string },
  b: { readonly first: string; readonly last: string },
  unit: Unit,
): Range {
  const over = unit === 'week' ? 7n : 1n;
  const least = BigInt(Math.round((time(b.first) - time(a.last)) / day));
  const most = BigInt(Math.round((time(b.last) - time(a.first)) / day) + 1);
  return { low: { of: least, over }, high: { of: most, over } };
}

function inMonths(from: CalendarPoint, to: CalendarPoint, unit: Unit): Range | null {
  if (from.year === null || to.year === null) return null;
  if (unit === 'year' && (from.month === null || to.month === null)) {
    const years = BigInt(to.year - from.year);
    return { low: whole(years), high: whole(years + 1n) };
  }
  if (from.month === null || to.month === null) {
    const years = BigInt(to.year - from.year);
    return { low: whole(years * 12n), high: whole((years + 1n) * 12n) };
  }
  const months = BigInt((to.year - from.year) * 12 + (to.month - from.month));
  const over = unit === 'year' ? 12n : 1n;
  // 3月15日至6月10日 is not quite three months.
  const short = from.day !== null && to.day !== null && to.day < from.day - 1 ? 1n : 0n;
  // 3月1日至8月31日 is six whole months, and no five.
  const complete = from.day === 1 && to.day !== null && to.day === daysIn(to.year, to.month) ? 1n : 0n;
  return { low: { of: months - short + complete, over }, high: { of: months + 1n, over } };
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 應於4月20日竣工，5月10日竣工: of the filing's year, where neither tells its own and the second comes later. */
function inOneYear(told: readonly DateMark[], year: number | null): readonly DateMark[] {
  const [a, b] = told;
  if (year === null || a === undefined || b === undefined) return told;
  const [first, second] = [a.date.from, b.date.from];
  if (first.year !== null || second.year !== null) return told;
  const order = (second.month ?? 0) * 31 + (second.day ?? 0) - (first.month ?? 0) * 31 - (first.day ?? 0);
  return order <= 0
    ? told
    : told.map((mark) => ({ ...mark, date: { ...mark.date, from: { ...mark.date.from, year } } }));
}

/** 契約期限113年9月30日，於113年9月20日完工，提前10日 */
function* shift(
  sentence: MarkedSentence,
  dates: readonly DateMark[],
  length: Figure,
  word: string,
  fiscalYear: number | null,
): Iterable<Statement> {
  const told = dates.filter((mark) => mark.end <= length.start && mark.date.to === null && mark.date.from.day !== null);
  const [a, b] = inOneYear(told.slice(-2), fiscalYear);
  const unit = unitOf(length.unit ?? '');
  if (a === undefined || b === undefined || (unit !== 'day' && unit !== 'month')) return;
  const isDue = (mark: DateMark): boolean =>
    due.test(/[^\uE000-\uE008，。；]*$/u.exec(sentence.words.slice(Math.max(0, mark.at - 14), mark.at))?.[0] ?? '') ||
    /^(?:前|以前|期限)/u.test(sentence.words.slice(mark.at + 1));
  const [first, second] = [daysOf(a.date.from), daysOf(b.date.from)];
  if (isDue(a) === isDue(b) || first === null || second === null) return;
  const apart = Math.abs(Math.round((time(second.first) - time(first.first)) / day));
  const [low, high] = unit === 'day' ? [apart - 1, apart + 1] : [Math.floor(apart / 31), Math.ceil(apart / 28)];
  const statement = judged({
    kind: 'span',
    claim: length,
    word,
    sure: told.length === 2,
    suggested: [
      {
        as: 'from-the-due-day-to-the-day',
        expression: just({
          words: sentence.text.text.slice(a.start, b.end),
          source: { from: 'number', start: a.start, end: b.end },
          value: whole(unit === 'day' ? apart : Math.round(apart / 30)),
          interval: between(whole(low), whole(high)),
        }),
      },
    ],
  });
  const [dueDay, doneDay] = isDue(a) ? [first, second] : [second, first];
  const early = /^(?:提前|提早|早於期限)$/u.test(word);
  const late = /^(?:逾期|延遲|延誤|遲延)$/u.test(word);
  const other = early ? doneDay.first > dueDay.last : late && doneDay.last < dueDay.first;
  yield other &&
  told.length === 2 &&
  /實際|已|業|延至|延後至|順延至|較(?:預定|原[訂定]|契約|預計|期限)/u.test(sentence.words)
    ? { ...statement, outcome: 'contradicted', turned: true }
    : statement;
}
