import { both } from '../words/words.ts';
import type { EventFact } from './facts.ts';

const plans = (facts: readonly EventFact[]): number => new Set(facts.map(({ id }) => id)).size;

export const eventWords = {
  chart: {
    title: both('計畫重要日期', 'Dated events of plans'),
    about: both(
      '決標、開工、停工、復工、竣工、驗收：執行情形裡寫了日期的，畫在一條時間軸上，連到原文。',
      'Award, start, halt, resumption, completion, acceptance: those that the results date, on one line of time, each leading to its words.',
    ),
    lead: both(
      '每個記號是表上寫明日期的一件事，連到原文的那一句。形狀說明是哪一種。',
      'A mark is an event that the filing dates; it leads to the very words. Its shape tells of which kind it is.',
    ),
    formula: both(
      '日期與事件在同一句、事件緊接日期之後，且不是預定、否定、僅提及（如竣工後、驗收缺失）才算。只寫月的畫在月初。',
      'Counted where a date and, right behind it in its clause, the event stand, neither planned nor denied nor only named (after completion, faults at acceptance). A month without a day is drawn at its beginning.',
    ),
    scope: both(
      '一份執行情形表現行版的「執行情形說明」與「達成情形說明」。同一件事兩欄各說一次的都畫，字句相同的只畫一次。',
      'Both columns of results of a filing’s current edition. What both columns tell in other words is drawn twice, in the same words once.',
    ),
    nothing: both(
      '這份執行情形表沒有讀到寫了日期的決標、開工、停工、復工、竣工或驗收。早先讀入、還沒有重讀的檔案也沒有。',
      'No dated award, start, halt, resumption, completion or acceptance was read from this filing. Of files that were read long ago and not read anew there are none either.',
    ),
    missing: both(
      (facts: readonly EventFact[]): readonly string[] => [
        `${plans(facts)} 個計畫，${facts.length} 件事。沒有寫年、只寫季或期間的、讀不出來的，都不在其中；沒有畫不等於沒有發生。`,
      ],
      (facts: readonly EventFact[]): readonly string[] => [
        `${plans(facts)} plans, ${facts.length} events. What is dated without a year, by a quarter or a stretch, or could not be read, is not in it: what is not drawn may well have happened.`,
      ],
    ),
  },
  kind: {
    head: both('事件', 'event'),
    about: both('決標、開工、停工、復工、竣工或驗收。', 'Which kind of event.'),
    words: both(
      { award: '決標', start: '開工', halt: '停工', resumption: '復工', completion: '竣工', acceptance: '驗收' },
      {
        award: 'award',
        start: 'start of work',
        halt: 'halt',
        resumption: 'resumption',
        completion: 'completion',
        acceptance: 'acceptance',
      },
    ),
  },
  date: { head: both('日期', 'date'), about: both('西元，如表上所印之細。', 'Gregorian, as finely as printed.') },
  text: { head: both('原文', 'words (as printed)'), about: both('說這件事的一句。', 'The clause that tells it.') },
  source: { head: both('原文位置', 'place'), about: both('本站的位址。', 'An address of this site.') },
} as const;
