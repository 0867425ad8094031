import { heading, terms } from '@guankao/terms';
import { calendarDate, fiscalYear, instant } from '../figures/years.ts';
import { both, inLanguage, words, type InLanguage, type Locale } from '../words/words.ts';
import { grouped } from '../figures/numbers.ts';
import type { PromiseBasis, PromiseLine, PromiseState } from './line.ts';

const state = (locale: Locale): Readonly<Record<PromiseState, string>> => ({
  kept: terms.promiseKept[locale],
  open: terms.promiseOpen[locale],
  overdue: terms.promiseOverdue[locale],
  undetermined: terms.undetermined[locale],
});

const because = {
  'zh-Hant': {
    done: '後來的執行情形表說已做到',
    'done-late': '後來的執行情形表說做到了，但晚於所說的期限',
    'not-yet-due': '期限未到',
    'not-done': '期限已過，後來的執行情形表說沒有做到',
    'no-due': '沒有寫期限',
    'no-later-filing': '期限已過，這裡還沒有期限那一年（或以後）的執行情形表',
    'being-compared': '期限已過，還沒有與後來的執行情形表比對',
    'not-listed': '期限已過，後來的執行情形表沒有這個計畫',
    'not-mentioned': '期限已過，後來的執行情形表沒有提到',
    unclear: '期限已過，後來的執行情形表提到了，但看不出是否做到',
  },
  en: {
    done: 'a later filing says that it was done',
    'done-late': 'a later filing says that it was done, after the day that was named',
    'not-yet-due': 'not yet due',
    'not-done': 'past due, and a later filing says that it was not done',
    'no-due': 'no day is given',
    'no-later-filing': 'past due; no filing of the year in which it was due, or later, is held',
    'being-compared': 'past due; not yet compared with the later filing',
    'not-listed': 'past due; the later filing does not list the plan',
    'not-mentioned': 'past due; the later filing passes it over',
    unclear: 'past due; the later filing speaks of it, but not whether it was done',
  },
} as const satisfies Readonly<Record<Locale, Readonly<Record<PromiseBasis, string>>>>;

/** Of the page of promises, its files, feed and calendar. */
const promiseTable = {
  title: heading(terms.commitments),
  lead: both(
    '機關在執行情形表裡說以後要做到的事，依期限排列，並與後來的執行情形表比對。每一項都能點回原文。',
    'What agencies say in their filings they will do later, by the day it is due, held against what later filings say. Each leads to its place in the source.',
  ),
  next: both(
    (year: string, count: number) => `明年（${year}）到期 ${grouped(count)} 項`,
    (year: string, count: number) => `Due next year (${year}): ${grouped(count)}`,
  ),
  dueYears: both('各年到期', 'Due by year'),
  homeMore: both('看全部承諾', 'All commitments'),
  search: both('找承諾', 'Search commitments'),
  searchHint: both(
    '計畫名稱或承諾裡的字；空格分開的詞都要出現。',
    'Words of the plan’s name or of the promise; all of them must occur.',
  ),
  found: both(
    (count: number) => `${grouped(count)} 項承諾`,
    (count: number) => `${grouped(count)} commitment${count === 1 ? '' : 's'}`,
  ),
  none: both('沒有符合條件的承諾', 'No commitment fits'),
  noneHelp: both(
    '換一個年度或取消條件再看。只有寫明期限、而且晚於該年度的話，才列為承諾。',
    'Try another year or clear the conditions. Only what names a day later than its filing’s year counts as a commitment.',
  ),
  noneAtAll: both(
    '目前收錄的執行情形表裡沒有讀到承諾；公開新的執行情形表後會列在這裡。',
    'No commitment was read in the filings held. They will stand here once such a filing is published.',
  ),
  pending: both(
    (count: number) =>
      `還有 ${grouped(count)} 份執行情形表或年度間的比對正在整理，尚未全部列入；稍後重新整理本頁即可。`,
    (count: number) =>
      `${grouped(count)} filings or comparisons between years are still being worked through and are not all in here; load this page again shortly.`,
  ),
  due: both('期限', 'Due'),
  promise: both('承諾（機關的話）', 'Commitment (the agency’s words)'),
  plan: both('計畫', 'Plan'),
  state: both('狀態', 'State'),
  byMinistry: heading(terms.ministry),
  byYear: both('到期年', 'Due in'),
  byState: both('狀態', 'State'),
  later: both('後來的話', 'Later words'),
  joinedBy: both(
    { recorded: '依紀錄的接續', name: '依名稱' },
    { recorded: 'what is recorded of the plan', name: 'its name' },
  ),
  recordedLater: both('後來的計畫列（依紀錄的接續）', 'The plan later, as recorded'),
  atom: both('Atom 訂閱', 'Atom feed'),
  calendar: both('行事曆（iCal）', 'Calendar (iCal)'),
  csv: both('CSV', 'CSV'),
  json: both('JSON', 'JSON'),
  method: both(
    '怎麼判定：把承諾當成目標，與後來執行情形表同一計畫的執行情形和說明比對，規則同目標的判讀。同一計畫依紀錄的接續（改名、移交、分割、合併）認定，沒有紀錄的依名稱。寫明沒有做到、而且期限已過的，才列為「逾期未完成」；其餘過期的都列為「無法判定」並說明理由。期限是月或年的，以最後一天為準；狀態是臺北時間今天的，看過去某一天時，是那一天的。',
    'How they are judged: each commitment is put as a target to the results of the same plan in later filings, by the rules for targets. The same plan is what is recorded to follow it (renamed, handed over, split, merged), and where nothing is recorded, the plan of that name. Only what is past due and said not to be done is called overdue; all else that is past is undetermined, with the reason. A month or a year ends on its last day. They stand as of today in Taipei; on a page of an earlier day, as of that day.',
  ),
};

type Table = InLanguage<typeof promiseTable>;

export interface PromiseWords extends Table {
  readonly stateName: Readonly<Record<PromiseState, string>>;
  readonly siteName: string;
  readonly noAgency: string;
  readonly colon: string;
  /** `114 年 3 月底前`, or that none is given. */
  readonly dueIn: (due: string | null) => string;
  readonly why: (line: Pick<PromiseLine, 'basis' | 'answer'>) => string;
  /** All that a citation needs but the address: agency, year, edition, plan, place. */
  readonly cited: (line: PromiseLine) => string;
}

export function promiseWords(locale: Locale): PromiseWords {
  const own = inLanguage(promiseTable, locale);
  const t = words[locale];
  return {
    ...own,
    stateName: state(locale),
    siteName: t.siteName,
    noAgency: t.noAgency,
    colon: t.colon,
    dueIn: (due) => {
      if (due === null) return t.noDue;
      const day = calendarDate(due, locale);
      if (due.length === 10) return day;
      return locale === 'en' ? `by the end of ${day}` : `${day}底前`;
    },
    why: ({ basis, answer }) => {
      const year = answer?.filing.fiscalYear ?? null;
      const told = because[locale][basis];
      return answer === null || year === null ? told : `${told}${t.inBrackets(fiscalYear(year, locale))}`;
    },
    cited: ({ filing, edition, publishedAt, plan, place }) =>
      [
        filing.agency ?? t.noAgency,
        filing.fiscalYear === null ? null : fiscalYear(filing.fiscalYear, locale),
        t.filing,
        `${t.edition(edition)}${t.inBrackets(instant(publishedAt, locale))}`,
        plan.name,
        place.page === null ? t.line(place.line) : t.page(place.page),
      ]
        .filter((part) => part !== null)
        .join(locale === 'en' ? ', ' : '，'),
  };
}
