import { spanIn, type PlanRow, type Span } from '@guankao/domain';
import { daysOf, readText, type CalendarPoint, type Text } from '@guankao/passages';

/** What happens once to a work: 決標, 開工 (動工), 停工, 復工, 竣工 (完工), 驗收. */
type EventKind = 'award' | 'start' | 'halt' | 'resumption' | 'completion' | 'acceptance';

/** An event that a row tells with its date, as having happened. */
export interface DatedEvent {
  readonly kind: EventKind;
  /** ISO 8601 at the printed precision: `2024-03-12`, `2024-03`. */
  readonly date: string;
  /** The clause that tells it. */
  readonly text: string;
  readonly span: Span;
}

/**
 * The dated events that a row's results tell: a date and, behind it in its clause, the word of the event, neither planned
 * nor denied nor only named (竣工後, 驗收缺失). A date whose year nothing tells, a stretch and a mere year are left out,
 * as is what the calendar lacks: rather none than a wrong one. In the order of the texts, each told once.
 */
export function eventsOf({
  execution,
  explanation,
}: Pick<PlanRow, 'execution' | 'explanation'>): readonly DatedEvent[] {
  const told = [
    ...execution.map((passage, at) => readText('execution', at, passage)),
    ...explanation.map((passage, at) => readText('explanation', at, passage)),
  ].flatMap(eventsIn);
  const seen = new Set<string>();
  return told.filter(({ kind, date, text }) => {
    const key = `${kind} ${date} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}

function eventsIn(text: Text): readonly DatedEvent[] {
  const { dates } = text;
  return dates.flatMap(({ start, end, words, from, to, lacks }, at): DatedEvent[] => {
    const date = dateOf(from);
    if (date === null || to !== null || lacks !== null || notADay.test(words)) return [];
    const [first, last] = clauseOf(text.text, start, end);
    // The next date has the words behind it.
    const until = Math.min(last, dates[at + 1]?.start ?? last);
    const before = text.text.slice(Math.max(first, dates[at - 1]?.end ?? first), start);
    const behind = text.text.slice(end, until);
    const event = kindOf(behind);
    if (event === null || planned.test(before) || planned.test(behind.slice(0, event.at))) return [];
    const stop = end + event.at + event.word.length;
    return [{ kind: event.kind, date, text: text.text.slice(first, stop), span: spanIn(text.passage, first, stop) }];
  });
}

/** A month or a day whose year is known; null for all else. */
function dateOf(point: CalendarPoint): string | null {
  if (point.year === null || point.month === null || daysOf(point) === null) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return [`${point.year}`, two(point.month), ...(point.day === null ? [] : [two(point.day)])].join('-');
}

const notADay = /季|半年|年[初中底]/u;

/** So many characters may stand between the date and the word of the event: 辦理機電工程決標. */
const nearest = 14;

const kinds: readonly (readonly [EventKind, RegExp])[] = [
  ['award', /決標/u],
  ['start', /開工|動工/u],
  ['halt', /停工/u],
  ['resumption', /復工/u],
  ['completion', /竣工|完工/u],
  ['acceptance', /驗收/u],
];

/** 竣工後, 開工前, 決標金額, 驗收缺失, 竣工查驗: the event is only named. 驗收中, 驗收作業 are not over. */
const onlyNamed =
  /^(?:後|之後|前|之前|以前|時|當日起|金額|價|查驗|缺失|改善|改正|付款|付訖|典禮|儀式|報告|程序|作業|中|期限|期間|日期|日|率|比例|\d|展延|延|逾期|進度|損失|補償|事宜|申請)/u;
/** 未能竣工, 尚未決標, 預計完工, 將驗收, 同意開工, 通知開工, 報請竣工. */
const planned =
  /未|無法|尚|預計|預定|預估|預期|訂於|定於|將|擬|應|俟|待|至遲|可望|力求|原訂|原定|契約|履約期限|如期限|以前$|前$|若|倘|申報|同意|通知|報請|公告|上網|招標|開標|請求|要求|限期|展延|延至|延後/u;

interface Told {
  readonly kind: EventKind;
  readonly word: string;
  readonly at: number;
}

/** The first event that the words behind a date tell. */
function kindOf(behind: string): Told | null {
  const found = kinds
    .flatMap(([kind, pattern]): Told[] => {
      const match = pattern.exec(behind.slice(0, nearest + 2));
      return match === null ? [] : [{ kind, word: match[0], at: match.index }];
    })
    .toSorted((a, b) => a.at - b.at)[0];
  if (found === undefined) return null;
  const rest = behind.slice(found.at + found.word.length);
  return onlyNamed.test(rest) ? null : found;
}

const marks = new Set('，。；：、！？;:!?\n');

/** Between the marks around a stretch. */
function clauseOf(text: string, start: number, end: number): readonly [start: number, end: number] {
  let first = start;
  while (first > 0 && !marks.has(text.charAt(first - 1))) first -= 1;
  let last = end;
  while (last < text.length && !marks.has(text.charAt(last))) last += 1;
  return [first, last];
}
