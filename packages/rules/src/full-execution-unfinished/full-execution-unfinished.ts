import { rowRule } from '../engine/rule.ts';
import { clauseAround } from '../facts/figure.ts';
import { place, resultColumns, textsIn } from '../facts/filing-facts.ts';
import { grouped, moneySpans } from '../facts/money.ts';

const meta = {
  id: 'full-execution-unfinished',
  title: {
    'zh-Hant': '執行數恰為 100.00%，文中仍有未完成工作',
    en: 'Executed to exactly 100.00 % with work unfinished',
  },
  category: 'money',
  severity: 'question',
  authority: '執行數不含保留數；應付數、賸餘數是否計入應註明',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '工作未完而經費全數執行，可能把應付、預付或賸餘計入。',
    en: 'Work is open and yet all is executed: payables, advances or lapsed balances may have been counted.',
  },
  messages: {
    unfinished: {
      fault: {
        'zh-Hant': '累計執行數 {executed} 等於編列數，但文中寫「{words}」。',
        en: 'Executed to date equals the {executed} budgeted, but the text says “{words}”.',
      },
      settle: {
        'zh-Hant': '請分列實現、應付、保留、賸餘數。',
        en: 'State realised, payable, carried-over and lapsed amounts apart.',
      },
    },
  },
} as const;

const unfinished =
  /(?:辦理(?:經費)?保留|申請保留|未及於[^，。；]{0,12}(?:完成|辦理)|未能於年度內完成|尚未(?:完成|執行|驗收|付款)|未能如期(?:完成|交貨)|刻正(?:辦理)?施(?:工|作))/u;

export const rule = rowRule(meta, function* (row) {
  const { plan } = row;
  const { budgetedToDate: budgeted, executedToDate: executed } = plan;
  if (budgeted === null || executed === null || budgeted.value === 0 || budgeted.value !== executed.value) return;
  for (const text of textsIn(row, ...resultColumns)) {
    const match = unfinished.exec(text.text);
    if (match === null) continue;
    const [start, end] = clauseAround(text.text, match.index, match.index + match[0].length);
    yield {
      says: 'unfinished',
      words: { executed: grouped(executed.value), words: text.text.slice(start, end) },
      at: [place(text, start, Math.min(end, start + 40)), ...moneySpans(plan, 'budgetedToDate', 'executedToDate')],
      stated: executed.value,
    };
    return;
  }
});
