// Reads claims and prints the reading that ../shared/contract/score.mjs scores, from labelled texts alone
// (without the reader of filings) or from a filing as it lies:
//   node scripts/run.mjs packages/claims/score.ts ../shared/contract/gold/plans.json > FILE.json
//   node scripts/run.mjs packages/claims/score.ts ../shared/filings/moi-113.txt > FILE.json
//   node ../shared/contract/score.mjs FILE.json [GOLD] --details
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Document, Filing, Passage, PlanRow, Sourced, TextColumn } from '@guankao/domain';
import { openDocument } from '../documents/src/index.ts';
import { readFiling } from '../filings/src/index.ts';
import { printReading } from '../reading/src/print.ts';
import { readClaims } from './src/index.ts';

interface Gold {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly type: '社會發展' | '科技發展' | '公共建設' | null;
  readonly periodRaw: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly approvedTotal: number | null;
  readonly budgetedToDate: number | null;
  readonly executedToDate: number | null;
  readonly plannedWork: readonly string[];
  readonly execution: readonly string[];
  readonly goals: readonly string[];
  readonly explanation: readonly string[];
  readonly markers: Readonly<Record<string, readonly (string | null)[]>>;
}

let text = '';

function passagesOf(plan: Gold, column: TextColumn): readonly Passage[] {
  return plan[column].map((words, index) => {
    const start = text.length;
    text += `${words}\n`;
    const offsets = Array.from({ length: words.length }, (_, at) => start + at);
    return {
      text: words,
      marker: plan.markers[column]?.[index] ?? null,
      spans: [{ start, end: start + words.length }],
      offsets,
    };
  });
}

function said<T>(value: T): Sourced<T> {
  return { value, text: String(value), spans: [], basis: 'said', by: 'label' };
}

function rowOf(plan: Gold): PlanRow {
  return {
    id: plan.id,
    name: said(plan.name),
    marker: null,
    parent: plan.parentId,
    type: plan.type && said(plan.type),
    period: plan.periodRaw === null ? null : said({ start: plan.periodStart, end: plan.periodEnd }),
    approvedTotal: plan.approvedTotal === null ? null : said(plan.approvedTotal),
    budgetedToDate: plan.budgetedToDate === null ? null : said(plan.budgetedToDate),
    executedToDate: plan.executedToDate === null ? null : said(plan.executedToDate),
    plannedWork: passagesOf(plan, 'plannedWork'),
    execution: passagesOf(plan, 'execution'),
    goals: passagesOf(plan, 'goals'),
    explanation: passagesOf(plan, 'explanation'),
    join: { confidence: 1, reason: 'labelled' },
    spans: [],
    executingAgency: null,
    code: null,
    amounts: [],
  };
}

/** `year` is the labelled filing's, Gregorian: the labels do not repeat it. */
function fromLabels(file: string, year: number): { document: Document; filing: Filing } {
  const gold: readonly Gold[] = JSON.parse(readFileSync(file, 'utf8'));
  const plans = gold.map(rowOf);
  const document: Document = {
    name: basename(file),
    sha256: '0'.repeat(64),
    mediaType: 'text/plain',
    pages: null,
    text,
    blocks: [],
    notices: [],
  };
  const filing: Filing = {
    form: null,
    agency: null,
    fiscalYear: said(year),
    moneyUnit: said('thousand TWD'),
    layout: null,
    plans,
    furniture: [],
    unread: [],
  };
  return { document, filing };
}

async function fromFile(file: string): Promise<{ document: Document; filing: Filing }> {
  const document = await openDocument({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) });
  return { document, filing: readFiling(document) };
}

const [file = '../shared/contract/gold/plans.json', year = '2024'] = process.argv.slice(2);
const { document, filing } = file.endsWith('.json') ? fromLabels(file, Number(year)) : await fromFile(file);
const started = performance.now();
const claims = readClaims(filing);
console.error(`claims read in ${(performance.now() - started).toFixed(1)} ms (first run)`);
const times = Array.from({ length: 15 }, () => {
  const again = performance.now();
  readClaims(filing);
  return performance.now() - again;
});
console.error(`and in ${times.toSorted((a, b) => a - b)[7]?.toFixed(1)} ms (median of 15 more)`);
console.log(JSON.stringify(printReading(document, filing, claims, [], document.notices), null, 1));
