import { filingRule, type PlacedFault } from '../engine/rule.ts';
import type { FilingFacts, Row } from '../facts/filing-facts.ts';
import { grouped, moneySpans, percentOf } from '../facts/money.ts';

const meta = {
  id: 'umbrella-total',
  title: {
    'zh-Hant': '核定總經費為整個計畫之數，不得逐列加總',
    en: 'The approved total is the whole plan’s: not to be added up over rows',
  },
  category: 'money',
  severity: 'question',
  authority: '金額範圍：核定總經費屬整個計畫，編列數與執行數屬本機關本項',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '逐列相加會重複計算，也看不出本項自己的總額。',
    en: 'Added up over the rows it counts several times, and this share’s own total cannot be seen.',
  },
  messages: {
    repeated: {
      fault: {
        'zh-Hant': '核定總經費 {total} 在 {rows} 列重複出現，是整個計畫之數，計一次。',
        en: 'The approved total {total} stands on {rows} rows: it is the whole plan’s and counts once.',
      },
      settle: { 'zh-Hant': '請註明總計畫名稱與本項分配數。', en: 'Name the whole plan and state this share of it.' },
    },
    tiny: {
      fault: {
        'zh-Hant': '期程已過 {elapsed}%，累計編列 {budgeted} 只占核定總經費 {total} 的 {rate}%，應是跨機關計畫之總額。',
        en: '{elapsed} % of the period has passed, yet {budgeted} budgeted is {rate} % of the approved total {total}: probably that of a plan shared with others.',
      },
      settle: { 'zh-Hant': '請註明本機關核定之總額。', en: 'State the total approved for this agency.' },
    },
  },
} as const;

type Says = keyof typeof meta.messages;

export const rule = filingRule(meta, function* (filing): Iterable<PlacedFault<Says>> {
  const groups = Map.groupBy(
    filing.rows.filter(({ plan, parent }) => plan.approvedTotal !== null && parent === null),
    ({ plan }) => plan.approvedTotal?.value ?? 0,
  );
  for (const [total, rows] of groups) {
    if (rows.length > 1 && sharePlan(rows)) yield repeated(total, rows);
    else for (const row of rows) yield* tiny(row, filing);
  }
});

/** Equal totals of unlike plans are a coincidence; those of one plan begin alike. */
function sharePlan(rows: readonly Row[]): boolean {
  const names = rows.map(({ plan }) => plan.name.value.replace(/\s/gu, ''));
  const first = names[0] ?? '';
  return names.every((name) => name.slice(0, 4) === first.slice(0, 4));
}

function repeated(total: number, rows: readonly Row[]): PlacedFault<Says> {
  return {
    plan: rows[0]?.plan.id ?? null,
    says: 'repeated',
    words: { total: grouped(total), rows: rows.length },
    at: rows.flatMap(({ plan }) => moneySpans(plan, 'approvedTotal')),
    stated: total,
  };
}

function* tiny({ plan }: Row, filing: FilingFacts): Iterable<PlacedFault<Says>> {
  const { approvedTotal: total, budgetedToDate: budgeted } = plan;
  const bound = filing.threshold('shareOfApprovedTotalTiny');
  const elapsed = elapsedPercent(plan.period?.value.start ?? null, plan.period?.value.end ?? null, filing.fiscalYear);
  if (total === null || budgeted === null || bound === null || elapsed === null || elapsed < 50 || total.value === 0)
    return;
  if (budgeted.value * 100 >= total.value * bound.value) return;
  yield {
    plan: plan.id,
    says: 'tiny',
    words: {
      elapsed: Math.floor(elapsed),
      budgeted: grouped(budgeted.value),
      total: grouped(total.value),
      rate: percentOf(budgeted.value, total.value),
    },
    at: moneySpans(plan, 'approvedTotal', 'budgetedToDate'),
    stated: total.value,
    computed: budgeted.value,
    expression: `${budgeted.value}/${total.value}`,
  };
}

/** How much of the period has passed at the end of the year, in percent, whole months. */
function elapsedPercent(start: string | null, end: string | null, fiscalYear: number | null): number | null {
  if (start === null || end === null || fiscalYear === null) return null;
  const [first, last, now] = [monthNumber(start), monthNumber(end), fiscalYear * 12 + 11];
  if (last < first) return null;
  return Math.min(100, Math.max(0, ((now - first + 1) * 100) / (last - first + 1)));
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
