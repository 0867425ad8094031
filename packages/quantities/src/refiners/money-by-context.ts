import type { Refiner } from './refiner.ts';

const sum =
  /(?:經費|預算|金額|款項?|費用|[費價額稅金息租]|產值|營收|收入|支出|成本|投資|罰鍰|補助|獎金|獎勵金|資金|基金|歲入|歲出|融資|貸款|捐款|投入|挹注|斥資|造價)(?:數|上限|合計|總計|共計|累計|計|共|為|約|達|逾|近|超過|新增|增加|由|至|從|提高|[:： ])*$/;
const lookBack = 14;

/** 預算金額為4,305萬: a sum without 元. It says money by what stands before it, and that it could be a count. */
export const moneyByContext: Refiner = {
  name: 'money-by-context',
  refine(text, drafts) {
    for (const draft of drafts) {
      if (draft.kind !== 'count' || draft.unit !== null || (draft.numeral?.multiplier ?? 0) < 4) continue;
      if (!sum.test(text.slice(Math.max(0, draft.start - lookBack), draft.start))) continue;
      draft.mayAlsoBe(draft.reading());
      draft.kind = 'money';
      draft.unit = 'TWD';
      draft.touched('money-by-context');
    }
    return drafts;
  },
};
