import { both } from '../words/words.ts';
import type { LifeFact } from './facts.ts';

const of = (zh: string, en: string, aboutZh: string, aboutEn: string) => ({
  head: both(zh, en),
  about: both(aboutZh, aboutEn),
});

const counts = (facts: readonly LifeFact[]) => ({
  rows: facts.length,
  plans: new Set(facts.map(({ line }) => line)).size,
  broken: facts.filter(({ starts, ends }) => starts === null || ends === null || starts > ends).length,
});

export const lifeWords = {
  chart: {
    title: both('計畫歷程', 'Plans by edition and year'),
    about: both(
      '各年度、各版的期程、核定總經費與目標，一個計畫一組，同一條時間軸。',
      'Periods, approved totals and targets of each year and edition, a plan below another on one line of years.',
    ),
    lead: both(
      '每條是一個年度、一版表上所印的期程，最新的在下；圓點是那個年度的年底。條連到那一版。',
      'A bar is the period as one edition of one year prints it, the newest below; the dot is the end of its year. A bar leads to its edition.',
    ),
    formula: both(
      '都是表上所印，沒有推導；放寬、提高要求、不再列出，是與同一份表的前一版逐項相比的目標數。',
      'All of it as printed, nothing derived. Lowered, made stricter and no longer listed count targets against the edition before, of the same filing.',
    ),
    scope: both(
      '一個主管機關各年度公開的每一版。核定總經費是整個計畫全期的，不與任何數相加；編列與執行是本列份額，自計畫開始至該年底。年度之間以主管機關與計畫名稱相同認作同一計畫。',
      'Every published edition of a ministry’s years. An approved total is of the whole plan and is added to nothing; budgeted and executed are the row’s own share, from the start to that year’s end. Across years rows are one plan where ministry and name are the same.',
    ),
    nothing: both('這個範圍裡沒有印出期程的計畫列。', 'No plan row in this scope prints a period.'),
    missing: both(
      (facts: readonly LifeFact[]): readonly string[] => {
        const { rows, plans, broken } = counts(facts);
        return [
          `${plans} 個計畫，${rows} 列；${broken} 列的期程缺一端或倒置，沒有畫。圖與下表一頁一頁對應。每月的進度、核定文號與修正計畫沒有公開在紀錄裡，不在其中。`,
        ];
      },
      (facts: readonly LifeFact[]): readonly string[] => {
        const { rows, plans, broken } = counts(facts);
        return [
          `${plans} plans, ${rows} rows; the period of ${broken} lacks an end or runs backwards and is not drawn. The picture holds what the page of the table holds. Monthly progress, document numbers and revisions are not published in this record.`,
        ];
      },
    ),
  },
  words: {
    edition: both(
      (year: string | null, edition: number): string => `${year === null ? '' : `${year} `}第 ${edition} 版`,
      (year: string | null, edition: number): string => `${year === null ? '' : `${year}, `}edition ${edition}`,
    ),
    approved: both(
      (amount: string): string => `核定 ${amount} 元`,
      (amount: string): string => `approved TWD ${amount}`,
    ),
    noApproved: both('核定總經費沒有印', 'no approved total printed'),
    targets: both(
      (count: number): string => `目標 ${count} 項`,
      (count: number): string => (count === 1 ? '1 target' : `${count} targets`),
    ),
    changed: both(
      (eased: number, tightened: number, removed: number): string =>
        `放寬 ${eased}、提高要求 ${tightened}、不再列出 ${removed}`,
      (eased: number, tightened: number, removed: number): string =>
        `${eased} lowered, ${tightened} made stricter, ${removed} no longer listed`,
    ),
    noPeriod: both('期程不全', 'period broken'),
    older: both(
      (count: number): string => `更早的 ${count} 版在下表。`,
      (count: number): string => `${count} older editions are in the table below.`,
    ),
  },
  columns: {
    line: of('計畫編號', 'plan', '同一計畫最新一列的編號。', 'The newest row of the same plan.'),
    edition: of('版次', 'edition', '同一份執行情形表的第幾版。', 'Of the filing, from 1.'),
    since: of(
      '收錄日',
      'taken in on',
      '這一版進入紀錄的日子（臺北）。',
      'The day on which the edition came, in Taipei.',
    ),
    starts: of('期程（起）', 'starts', '西元年月，如表上所印。', 'A Gregorian month, as printed.'),
    ends: of('期程（迄）', 'ends', '西元年月，如表上所印。', 'A Gregorian month, as printed.'),
    approved: of(
      '計畫核定總經費（元）',
      'approved total (TWD)',
      '整個計畫，全期；不可加總。',
      'The whole plan, all years; never added up.',
    ),
    budgeted: of(
      '已編列預算數（元）',
      'budgeted to date (TWD)',
      '本列份額，至該年底。',
      'The row’s share, to that year’s end.',
    ),
    executed: of(
      '累計執行數（元）',
      'executed to date (TWD)',
      '本列份額，至該年底。',
      'The row’s share, to that year’s end.',
    ),
    targets: of('目標（項）', 'targets', '讀到的可衡量目標。', 'Measurable targets that were read.'),
    eased: of(
      '放寬的目標（項）',
      'targets lowered',
      '與前一版相比；第一版留空。',
      'Against the edition before; empty of the first.',
    ),
    tightened: of('提高要求的目標（項）', 'targets made stricter', '與前一版相比。', 'Against the edition before.'),
    removed: of('不再列出的目標（項）', 'targets no longer listed', '與前一版相比。', 'Against the edition before.'),
  },
} as const;
