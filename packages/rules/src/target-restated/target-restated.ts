import { asNumber, compare, pattern, sameUnit, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import type { Indicator } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { place, resultColumns, textsIn, type Row } from '../facts/filing-facts.ts';
import { figureSpan, targetFigure } from '../facts/indicators.ts';

const meta = {
  id: 'target-restated',
  title: {
    'zh-Hant': '文中重述之目標與績效目標欄不符',
    en: 'A target told again in the text is not the one in the goals',
  },
  category: 'contradiction',
  severity: 'warning',
  authority: '本表績效目標欄為年度目標之依據；同列應一致',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '目標兩個數，達成多少就無從計算。',
    en: 'With two targets nobody can say how much of it was reached.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫「{words}」，績效目標欄為「{target}」。',
        en: 'The text says “{words}”; the goals say “{target}”.',
      },
      settle: {
        'zh-Hant': '請擇一更正；若目標已修正或另有所指，請寫明。',
        en: 'Correct one; if the target was revised or another one is meant, say so.',
      },
    },
  },
} as const;

/** 較年度目標65萬立方公尺: the target itself, right behind the word. */
const again = pattern('(?:較|比|相較於?)(?:本年度?|年度|全年|原訂|原定|預定|績效)*目標(?:值|數)?(?:之|的|為)?$');
/** Of a stretch of the plan or of the year, of a part, or changed on the way. */
const another =
  /全程|總目標|累計|修正|調整|變更|季|上半年|下半年|月|每|平均|其中|分別|各|上年|去年|前一?年|次年|明年|中程|長程|挑戰/u;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  const { claims } = row;
  if (claims === null) return;
  for (const text of textsIn(row, ...resultColumns))
    for (const sentence of text.marked)
      for (const told of sentence.figures) {
        const result = resultBefore(sentence, told);
        const answered = result === null ? null : answeredBy(row, result, told);
        if (answered === null) continue;
        const { words, start } = wordsOf(sentence, told);
        yield {
          says: 'differs',
          words: { words, target: answered.indicator.target.text },
          at: [place(text, start, told.end), figureSpan(answered.target)],
          stated: asNumber(told.value),
          computed: asNumber(answered.target.value),
        };
      }
});

/** 68萬5,000立方公尺，較年度目標65萬立方公尺…: the figure right before it that is held against the target. */
function resultBefore(sentence: MarkedSentence, told: Figure): Figure | null {
  const at = signOf(sentence, told);
  const clause = sentence.words.slice(0, at);
  const match = again.exec(clause);
  const result = sentence.figures[sentence.figures.indexOf(told) - 1];
  if (match === null || result === undefined || told.widening === 'about' || !sameUnit(result, told)) return null;
  const gap = clause.slice(signOf(sentence, result) + 1, match.index);
  return gap.length <= 8 && !another.test(sentence.text.text.slice(sentence.start, told.start)) ? result : null;
}

/** The one target of the goals that this result answers, where it is another than is told. */
function answeredBy(
  row: Row,
  result: Figure,
  told: Figure,
): { readonly indicator: Indicator; readonly target: Figure } | null {
  const goals = textsIn(row, 'goals').flatMap(({ figures }) => figures);
  if (goals.some((figure) => sameUnit(figure, told) && compare(figure.value, told.value) === 0)) return null;
  const answered = (row.claims?.indicators ?? []).flatMap((indicator) => {
    const target = targetFigure(row, indicator);
    const isOwn = indicator.column === 'goals' && indicator.actual?.value === asNumber(result.value);
    return target !== null && isOwn && sameUnit(target, told) ? [{ indicator, target }] : [];
  });
  const [one, more] = answered;
  if (one === undefined || more !== undefined) return null;
  const asked = one.target.text.text.slice(Math.max(0, one.target.start - 12), one.target.start);
  // What the goals ask to date is held against what there is to date.
  const isToDate = asked.includes('累計');
  const tellsToDate = result.text.text.slice(result.sentence.start, told.start).includes('累計');
  return another.test(asked) || isToDate !== tellsToDate ? null : one;
}

function wordsOf({ text }: MarkedSentence, { start, end }: Figure): { readonly words: string; readonly start: number } {
  const from = /[\p{Script=Han}]{0,12}$/u.exec(text.text.slice(0, start))?.index ?? start;
  return { words: text.text.slice(from, end), start: from };
}
