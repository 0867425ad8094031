import { compare, minus, plus, times, whole, written } from '@guankao/passages';
import { place, resultColumns, textsIn, type FormFacts, type Row } from '../facts/filing-facts.ts';
import type { Figure } from '@guankao/passages';
import { clauseAround, sentenceAt } from '../facts/figure.ts';
import { moneySpans } from '../facts/money.ts';
import { rowRule, type Fault } from '../engine/rule.ts';

const meta = {
  id: 'carry-over-too-large',
  title: { 'zh-Hant': '保留數大於編列數減執行數', en: 'More carried over than is left' },
  category: 'money',
  severity: 'warning',
  authority: '恆等式：可用預算＝實現＋應付＋保留＋賸餘；保留不得逾編列減執行',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '能保留的最多是編列數減執行數；其餘應為賸餘。',
    en: 'At most what is budgeted and not executed can be carried over; the rest is a lapsed balance.',
  },
  messages: {
    over: {
      fault: {
        'zh-Hant': '文中保留 {stated} 元，編列減執行只有 {computed} 元，多 {difference} 元。',
        en: 'The text carries over TWD {stated}; budgeted less executed is TWD {computed}, {difference} less.',
      },
      settle: {
        'zh-Hant': '請核對保留申請數與執行數，或說明來源。',
        en: 'Check the carry-over request against the accounts, or say where it comes from.',
      },
    },
    unit: {
      fault: {
        'zh-Hant': '文中寫 {stated} 元，編列減執行是 {computed} 元，正好一千倍。',
        en: 'The text says TWD {stated}; budgeted less executed is TWD {computed}, exactly a thousand times as much.',
      },
      settle: { 'zh-Hant': '請核對單位是元或千元。', en: 'See whether it is TWD or thousand TWD.' },
    },
  },
} as const;

const carriedOver = /保留|未支用|未執行數|賸餘款?|剩餘款?/u;
/** 工程保留款 is money withheld under a contract, another thing. */
const contractRetention = /工程保留款|保留款[額]?(?:之)?(?:給付|退還|支付)/u;

/** 營運收入1.26億元，支出1.05億元，賸餘2,100萬元: what was earned, not what is left of the budget. */
const earnings = /收入(?!預算)[^。]*(?:賸餘|剩餘)(?![^。]*(?:預算|保留))/u;

export const rule = rowRule(meta, function* (row, filing): Iterable<Fault<keyof typeof meta.messages>> {
  const left = leftOver(row, filing);
  if (left === null || filing.moneyFactor === null) return;
  // Columns are rounded to the unit, each by up to half of it.
  const most = plus(whole(left), whole(filing.moneyFactor));
  for (const figure of carriedAmounts(row)) {
    const isUnitSlip =
      left > 0n && filing.moneyFactor === 1000n && compare(times(figure.value, whole(1000)), whole(left)) === 0;
    if (compare(figure.value, most) <= 0 && !isUnitSlip) continue;
    yield {
      says: isUnitSlip ? 'unit' : 'over',
      words: {
        stated: written(figure.value, 0),
        computed: written(whole(left), 0),
        difference: written(minus(figure.value, whole(left)), 0),
      },
      at: [place(figure.text, ...pointer(figure)), ...moneySpans(row.plan, 'budgetedToDate', 'executedToDate')],
      stated: Number(figure.value.of / figure.value.over),
      computed: Number(left),
      expression: `(${row.plan.budgetedToDate?.value}-${row.plan.executedToDate?.value})*${filing.moneyFactor}`,
    };
    return;
  }
});

function leftOver({ plan }: Row, { moneyFactor }: FormFacts): bigint | null {
  if (plan.budgetedToDate === null || plan.executedToDate === null || moneyFactor === null) return null;
  const left = times(whole(plan.budgetedToDate.value - plan.executedToDate.value), whole(moneyFactor));
  return left.of < 0n ? 0n : left.of;
}

function* carriedAmounts(row: Row): Iterable<Figure> {
  for (const text of textsIn(row, ...resultColumns)) {
    if (!carriedOver.test(text.text) || contractRetention.test(text.text)) continue;
    for (const figure of text.figures) {
      if (figure.kind !== 'money') continue;
      const [start] = sentenceAt(text.text, figure.start);
      const [, end] = clauseAround(text.text, figure.start, figure.end);
      // 實現數1億1,400萬元、保留數400萬元，決算數計1億1,800萬元: each amount has the words since the amount before it.
      const previous = text.figures.findLast((other) => other.kind === 'money' && other.end <= figure.start)?.end ?? 0;
      const around = text.text.slice(Math.max(start, previous, figure.start - 60), Math.min(end, figure.end + 6));
      if (
        carriedOver.test(around) &&
        !earnings.test(text.text.slice(Math.max(start, figure.start - 60), end)) &&
        !/預算金額|編列|契約金額|決標金額|總經費/u.test(around.slice(-40))
      )
        yield figure;
    }
  }
}

/** The amount with the word 保留 where it stands close before it. */
function pointer({ text, start, end }: Figure): [number, number] {
  const before = text.text.slice(Math.max(0, start - 10), start).search(/保留|未支用|未執行數|餘款|賸餘|剩餘/u);
  return [before < 0 ? start : Math.max(0, start - 10) + before, end];
}
