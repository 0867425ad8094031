import { both } from '../words/words.ts';
import type { KindsFact } from './facts.ts';

const counts = (facts: readonly KindsFact[]): readonly [rows: number, withAny: number, findings: number] => [
  facts.length,
  facts.filter(({ all }) => all > 0).length,
  facts.reduce((sum, { all }) => sum + all, 0),
];

export const kindsWords = {
  chart: {
    title: both('計畫 × 檢核結果種類', 'Plans by kind of finding'),
    about: both(
      '每列計畫各種檢核結果幾項，越多底色越深。',
      'How many findings of each kind every plan row has: the more, the darker.',
    ),
    lead: both(
      '一格的數字是那一列、那一種檢核結果的項數，越多底色越深；檢核結果最多的在前。點計畫名稱看每一項。',
      'A number is how many findings of that kind the row has; more is darker, and rows with most come first. The name of a plan leads to each of them.',
    ),
    formula: both(
      '項數 = 規則在那一列指出的檢核結果，不分不符、應說明、請釐清；轉檔存疑不計。一條規則在一列最多列 30 項。',
      'Number = findings of the rules in that row, whatever their severity; doubts about the transcription do not count. At most 30 of one rule are listed in a row.',
    ),
    scope: both(
      '一份執行情形表現行版的每一列。項數多不表示計畫差：文字長的列本來就查得到較多。',
      'Each row of the current edition of a filing. Many findings do not make a bad plan: a row with long texts has more to check.',
    ),
    nothing: both('這份執行情形表沒有讀到計畫列。', 'No plan row was read from this filing.'),
    missing: both(
      (facts: readonly KindsFact[]): readonly string[] => {
        const [rows, withAny, findings] = counts(facts);
        return [
          `${rows} 列中 ${withAny} 列有檢核結果，共 ${findings} 項。關於整份表、不屬於任何一列的不在其中；規則查不到的，不等於沒有。`,
        ];
      },
      (facts: readonly KindsFact[]): readonly string[] => {
        const [rows, withAny, findings] = counts(facts);
        return [
          `${withAny} of ${rows} rows have findings, ${findings} in all. Those about the whole filing, of no row, are not in it; what the rules do not look for may still be there.`,
        ];
      },
    ),
  },
  all: { head: both('合計', 'all'), about: both('各種之和。', 'Sum of all kinds.') },
  kind: both('這一種檢核結果的項數。', 'Number of findings of this kind.'),
} as const;
