import { both } from '../words/words.ts';
import type { DisconnectFact } from './facts.ts';

const sum = (facts: readonly DisconnectFact[], key: 'rows' | 'both' | 'differ'): number =>
  facts.reduce((total, fact) => total + fact[key], 0);

const of = (zh: string, en: string, aboutZh: string, aboutEn: string) => ({
  head: both(zh, en),
  about: both(aboutZh, aboutEn),
});

export const disconnectWords = {
  chart: {
    title: both('機關自述與依數據判讀不一致的比率', 'Stated and computed verdicts that differ'),
    about: both(
      '各主管機關各年度，說達成而數據沒有達成、說未達成而數據達成的計畫列占多少。',
      'By ministry and year: the share of rows that call themselves achieved and are not by their figures, or the other way round.',
    ),
    lead: both(
      '一條是一個主管機關的一個年度；深色是不一致的比率。點名稱看那份執行情形表。',
      'A bar is a ministry in a year; its dark part is the share that differs. A name leads to the filing.',
    ),
    formula: both(
      '不一致率 = 不一致的列 ÷ 兩者都有的列，小數兩位。不一致：機關自述達成而判讀為部分達成或未達成；機關自述未達成而判讀為達成。沒有機關自述、或數據無法判定的列，不在分母裡。',
      'Rate = rows that differ ÷ rows that have both, two decimals. They differ where achieved is stated and partly or not achieved computed, or not achieved stated and achieved computed. Rows that state nothing or whose figures decide nothing are in neither.',
    ),
    scope: both(
      '各年度現行版的執行情形表的每一列，子計畫也算。只有機關自述的列多、兩者都有的列少時，比率不代表整份表。',
      'Each row of the current edition of each year’s filing, sub-plans too. Where few rows have both verdicts, the rate does not speak for the whole filing.',
    ),
    nothing: both('這個範圍裡沒有計畫列。', 'There is no plan row in this scope.'),
    missing: both(
      (facts: readonly DisconnectFact[]): readonly string[] => [
        `${sum(facts, 'rows')} 列中 ${sum(facts, 'both')} 列兩者都有，其中 ${sum(facts, 'differ')} 列不一致。`,
        '查核意見沒有隨版次公開，所以沒有第三欄；公開後才比。',
      ],
      (facts: readonly DisconnectFact[]): readonly string[] => [
        `Of ${sum(facts, 'rows')} rows ${sum(facts, 'both')} have both verdicts, and ${sum(facts, 'differ')} of these differ.`,
        'Reviewed verdicts are not published with editions, so there is no third one to hold against them; it comes once they are.',
      ],
    ),
  },
  words: {
    none: both('沒有兩者都有的列', 'no row has both'),
    told: both(
      (rate: string, differ: string, all: string): string => `${rate}\u00A0%（${all} 列中 ${differ} 列）`,
      (rate: string, differ: string, all: string): string => `${rate}\u00A0% (${differ} of ${all} rows)`,
    ),
  },
  ministry: of('主管機關', 'ministry', '如表上所印。', 'As printed.'),
  year: of('年度', 'year', '西元年。', 'Gregorian.'),
  filing: of('執行情形表編號', 'filing', '對應 editions 表。', 'As in the table editions.'),
  rows: of('計畫列', 'rows', '全部的列。', 'All rows.'),
  stated: of('有機關自述', 'stated', '寫明達成或未達成的列。', 'Rows that say achieved or not achieved.'),
  computed: of('可判讀', 'computed', '數據判得出來的列。', 'Rows whose figures decide.'),
  both: of('兩者都有', 'both', '分母。', 'What the rate is of.'),
  more: of(
    '說達成，數據沒有',
    'stated more',
    '機關自述達成，判讀為部分達成或未達成。',
    'Achieved stated; partly or not achieved computed.',
  ),
  less: of(
    '說未達成，數據達成',
    'stated less',
    '機關自述未達成，判讀為達成。',
    'Not achieved stated; achieved computed.',
  ),
  differ: of('不一致', 'differ', '前兩欄之和。', 'The two before together.'),
  rate: of('不一致率（%）', 'rate (%)', '小數兩位；沒有分母時留空。', 'Two decimals; empty where no row has both.'),
} as const;
