import { createHash } from 'node:crypto';
import type { Finding } from '@guankao/domain';
import type { PlanReading, Reading } from '@guankao/reading';

/**
 * Readings of made-up filings, for tests, proofs and benches. `seed` changes texts and figures;
 * the document's text is only as long as its spans need.
 */
export function exampleReading({ agency = '範例部', year = 2024, plans = 3, seed = 0 }: ExampleOptions = {}): Reading {
  const rows = Array.from({ length: plans }, (_, at) => examplePlan(at, seed));
  const text = `${agency}${year}#${seed}\n${rows.map((row) => row.name).join('\n')}\n`;
  return {
    schema: 'guankao/reading@1',
    document: { name: 'filing.txt', sha256: sha256(text), mediaType: 'text/plain', pages: null, text },
    filing: {
      form: '重大計畫執行情形表',
      agency,
      fiscalYear: year,
      moneyUnit: 'thousand TWD',
      layout: 'execution-and-goals',
    },
    plans: rows,
    findings: rows.flatMap((row, at) => (at % 3 === 1 ? [exampleFinding(row.id, at)] : [])),
    unread: [],
    furniture: [],
    notices: [],
  };
}

interface ExampleOptions {
  readonly agency?: string;
  /** Gregorian. */
  readonly year?: number;
  readonly plans?: number;
  readonly seed?: number;
}

/** The bytes that the example reading claims to be of. */
export function exampleBytes({ document }: Reading): Uint8Array {
  return new TextEncoder().encode(document.text);
}

const subjects = ['圖書館', '橋梁', '資料庫', '步道', '防災', '河川', '車站', '檔案'] as const;
const works = ['興建', '補強', '更新', '整治', '維護', '擴充'] as const;
const types = ['社會發展', '科技發展', '公共建設'] as const;
const verdicts = ['achieved', 'partly', 'not_achieved', 'undetermined'] as const;

function examplePlan(at: number, seed: number): PlanReading {
  const n = at + seed * 7;
  const name = `${pick(subjects, n)}${pick(works, n * 5 + 1)}計畫第${n + 1}號`;
  const budgeted = 1000 + ((n * 7919) % 90_000);
  const executed = Math.round(budgeted * (((n * 37) % 100) / 100));
  const span = { start: 0, end: 4 };
  const passage = (text: string) => [{ text, marker: '1.', spans: [span] }];
  return {
    id: `r${String(at + 1).padStart(2, '0')}`,
    name,
    marker: null,
    parent: null,
    type: pick(types, n),
    period: { text: '113年1月至115年12月', start: '2024-01', end: '2026-12' },
    approvedTotal: budgeted * 3,
    budgetedToDate: budgeted,
    executedToDate: executed,
    plannedWork: passage(`辦理${name}之規劃設計與${pick(works, n + 2)}，預計完成${(n % 40) + 1}處。`),
    execution: passage(`本年度完成${(n % 50) + 1}處，執行率${((executed / budgeted) * 100).toFixed(2)}%。`),
    goals: passage(`完成${(n % 40) + 1}處。`),
    explanation: passage(
      n % 4 === 0 ? '年度績效目標已達成。' : `因${pick(subjects, n + 3)}用地取得較遲，將於次年度趕辦。`,
    ),
    statedVerdict: n % 4 === 0 ? 'achieved' : 'none',
    statedVerdictSpan: null,
    verdict: pick(verdicts, n),
    indicators: [],
    commitments: [],
    causes: [],
    remedies: [],
    join: { confidence: 0.9, reason: 'example' },
    spans: [span],
    executingAgency: null,
    code: null,
    amounts: [],
    origins: { name: { text: name, spans: [span], basis: 'said', by: 'example' } },
  };
}

function exampleFinding(plan: string, at: number): Finding {
  return {
    rule: at % 2 === 0 ? 'ratio-mismatch' : 'target-missed',
    category: 'arithmetic',
    severity: at % 2 === 0 ? 'error' : 'warning',
    plan,
    field: 'execution',
    message: { 'zh-Hant': '範例發現', en: 'example finding' },
    evidence: [{ text: '範例', span: { start: 0, end: 2 } }],
    stated: 1,
    computed: 2,
    expression: '1+1',
    authority: null,
  };
}

function pick<T>(list: readonly [T, ...T[]], n: number): T {
  return list[n % list.length] ?? list[0];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
