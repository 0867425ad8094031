import { rowRule } from '../engine/rule.ts';
import { absolute, asNumber, compare, minus, plus, times, whole, written } from '../facts/exact.ts';
import { place } from '../facts/filing-facts.ts';
import { moneySpans } from '../facts/money.ts';

const meta = {
  id: 'approved-total-restated',
  title: { 'zh-Hant': '文中總經費與核定總經費欄不符', en: 'The total told in the text is not the one in the column' },
  category: 'contradiction',
  severity: 'warning',
  authority: '核定總經費應為年底有效之核定版本',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '同一總額兩個數，可能一為舊版。', en: 'One total, two figures: one may be an older version.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中總經費 {stated}，核定總經費欄為 {column} 千元，相差 {difference} 元。',
        en: 'The text gives the total as {stated}, the column as {column} thousand TWD: {difference} TWD apart.',
      },
      settle: { 'zh-Hant': '請核對最近一次核定文號與金額。', en: 'Check number and amount of the latest approval.' },
    },
  },
} as const;

const names = /(?:計畫|核定)?總經費(?:需求)?(?:由[^，。；]{2,24})?(?:調整|增加|修正|變更|減少|增列|核定)?(?:為|至|計|共|達|：)?(?:新[臺台]幣)?$/u;

export const rule = rowRule(meta, function* ({ plan, texts }, { moneyFactor }) {
  const approved = plan.approvedTotal;
  if (approved === null || moneyFactor === null) return;
  const column = times(whole(approved.value), whole(moneyFactor));
  for (const text of texts) {
    for (const figure of text.figures) {
      if (figure.kind !== 'money' || figure.comparator !== null) continue;
      const match = names.exec(text.text.slice(Math.max(0, figure.start - 40), figure.start));
      // 由 X 增加為 Y: X was the total before.
      if (match === null || /^[^，。；]{0,4}(?:增加|調整|修正|變更)(?:為|至)/u.test(text.text.slice(figure.end))) continue;
      const difference = absolute(minus(figure.value, column));
      if (compare(difference, plus(figure.step, whole(moneyFactor))) < 0) continue;
      yield {
        says: 'differs',
        words: { stated: figure.words, column: approved.value.toLocaleString('en-US'), difference: written(difference, 0) },
        at: [place(text, figure.start - match[0].length, figure.end), ...moneySpans(plan, 'approvedTotal')],
        stated: asNumber(figure.value),
        computed: asNumber(column),
        expression: `${approved.value}*${moneyFactor}`,
      };
    }
  }
});
