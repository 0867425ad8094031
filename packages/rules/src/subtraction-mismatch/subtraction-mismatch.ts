import { rowRule } from '../engine/rule.ts';
import { asNumber, minus, same, written } from '@guankao/passages';
import type { Figure } from '@guankao/passages';
import { gap, sameUnit } from '../facts/lists.ts';
import { together } from '../facts/pointing.ts';
import { bare, ownWords } from '../facts/rates.ts';

const meta = {
  id: 'subtraction-mismatch',
  title: { 'zh-Hant': '總數扣除後不等於實際數', en: 'What is left does not equal the whole less what was taken off' },
  category: 'arithmetic',
  severity: 'error',
  authority: '減法：實際數＝總數－扣除數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '三個數須能互相驗算。', en: 'The three figures must follow from one another.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '{all} 扣除 {less} 為 {computed}，文中寫 {stated}。',
        en: '{all} less {less} is {computed}; the text says {stated}.',
      },
      settle: { 'zh-Hant': '請核對三個數。', en: 'Check the three figures.' },
    },
  },
} as const;

/** What is taken off, and what is left. */
const takenOff = /扣除|未完成|撤案|退件|不符|不予|淘汰|撤回|取消|不合格|未入住|未到|停機|剔除|註銷|缺席|除役/u;
const wholeWords = /受理|核定|應|總|全長|預算|編列|經費|全年|預約|申請|原|報名|報到/u;
const left = /實際|淨|實得|剩餘|尚餘|合計|(?<!未)入住|實到|(?<!未)完成|(?<!不)合格|結案|辦結/u;

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    if (!takenOff.test(text.text) && !balance.test(text.text)) continue;
    const figures = text.figures.filter(({ kind }) => kind !== 'percent');
    for (const [i, second] of figures.entries()) {
      const third = figures[i + 1];
      if (third === undefined || !sameUnit(second, third)) continue;
      const fourth = figures[i + 2];
      // 完成64座，未完成12座、設計中4座: there are more kinds than two.
      if (fourth !== undefined && sameUnit(fourth, third) && /^[、及與和]/u.test(gap(third, fourth))) continue;
      const roles = rolesOf(second, third);
      const wholes = figures.slice(0, i).filter((figure) => sameUnit(figure, second));
      if (roles === null || wholes.some(({ value }) => same(minus(value, roles.less.value), roles.rest.value)))
        continue;
      const all = wholes.find((figure) => wholeWords.test(ownWords(figure)));
      if (all !== undefined) {
        yield {
          says: 'differs',
          words: {
            all: all.words,
            less: roles.less.words,
            stated: roles.rest.words,
            computed: written(minus(all.value, roles.less.value), 4),
          },
          at: together([all, second, third]),
          stated: asNumber(roles.rest.value),
          computed: asNumber(minus(all.value, roles.less.value)),
          expression: `${bare(all)}-${bare(roles.less)}`,
        };
      }
    }
  }
});

/** 預算數5,000萬元，執行數4,500萬元，賸餘500萬元 */
const spent = /執行|支用|實支|決標|撥付/u;
const balance = /賸餘|結餘|節餘|剩餘|節省|未執行/u;

function rolesOf(second: Figure, third: Figure): { readonly less: Figure; readonly rest: Figure } | null {
  const exact = [second, third].every(({ comparator, kind }) => comparator === null && kind !== 'percent');
  if (!exact) return null;
  if (second.kind === 'money')
    return spent.test(ownWords(second)) && balance.test(ownWords(third)) ? { less: second, rest: third } : null;
  if (takenOff.test(ownWords(second)) && left.test(ownWords(third))) return { less: second, rest: third };
  return left.test(ownWords(second)) && takenOff.test(ownWords(third)) ? { less: third, rest: second } : null;
}
