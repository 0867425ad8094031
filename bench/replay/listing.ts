// One line for everything that a checkout reads in some files: node listing.mjs FILE …
// Started by replay.ts, which bundles it with the checkout's own `reading`. It asks nothing of it but `read`, `readDocument`,
// `typedDocument` and the contract, so that older checkouts can be asked the same.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal, type Document, type Span } from '@guankao/domain';
import * as checkout from '@guankao/reading';
import type { IndicatorReading, PastedRow, PlanReading, QuantityReading, Read } from '@guankao/reading';

const { read, readDocument } = checkout;

const texts = ['plannedWork', 'execution', 'goals', 'explanation'] as const;
const short = ['name', 'type', 'period', 'approvedTotal', 'budgetedToDate', 'executedToDate'] as const;

for (const path of process.argv.slice(2)) {
  for (const line of await linesOf(path)) console.log(`${basename(path)}\t${line}`);
}

async function linesOf(path: string): Promise<readonly string[]> {
  try {
    const first = await read({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
    const typed = await typedAgain(first);
    return [...linesOfReading(first), ...linesOfReading(typed).map((line) => `typed by hand\t${line}`)];
  } catch (fault) {
    if (fault instanceof Refusal) return [`refused\t${fault.id}`];
    throw fault;
  }
}

/** The same rows as a person would type them into the page. */
async function typedAgain({ reading }: Read): Promise<Read> {
  const { agency, fiscalYear, moneyUnit } = reading.filing;
  const unit = moneyUnit === 'TWD' ? '元' : '千元';
  return readDocument(await typed(agency ?? '', fiscalYear ?? 2024, unit, reading.plans.map(pastedRow)));
}

/** Up to 0.1 a typed form was given with its amounts as text, and its document came with a way back to its fields. */
interface TypedIn01 {
  readonly typedDocument: (form: object) => Promise<{ readonly document: Document }>;
}

async function typed(agency: string, fiscalYear: number, unit: '元' | '千元', rows: PastedRow[]): Promise<Document> {
  if ('pastedForm' in checkout) return checkout.typedDocument(checkout.pastedForm(agency, fiscalYear, unit, rows).form);
  const { document } = await (checkout as TypedIn01).typedDocument({ agency, fiscalYear, unit, rows });
  return document;
}

function pastedRow(plan: PlanReading): PastedRow {
  const items = (field: (typeof texts)[number]) =>
    plan[field].map(({ marker, text }) => `${marker ?? ''}${text}`).join('\n');
  return Object.fromEntries([
    ...short.map((field) => [field, plan.origins[field]?.text ?? '']),
    ...texts.map((field) => [field, items(field)]),
  ]) as PastedRow;
}

function linesOfReading({ reading, bugs }: Read): readonly string[] {
  const { document, filing, plans, findings, unread, furniture, notices } = reading;
  return [
    line('filing', filing),
    line('text', document.pages, document.text.length, document.text),
    ...plans.flatMap(linesOfPlan),
    ...findings.map((finding) => {
      const { rule, severity, plan, doubt, message, evidence, stated, computed, expression } = finding;
      const at = evidence.map(({ text, span }) => `${text} @${placeOf(span)}`).join(' | ');
      return line('finding', plan, severity, rule, doubt, at, stated, computed, expression, message['zh-Hant']);
    }),
    ...unread.map((span) => line('unread', placeOf(span))),
    ...furniture.map((span) => line('furniture', placeOf(span))),
    ...notices.map(({ id, place, message }) => line('notice', id, place, message.en)),
    ...bugs.map(({ rule, plan, error }) => line('bug', rule, plan, error.message)),
  ];
}

function linesOfPlan(plan: PlanReading): readonly string[] {
  const { id, name, marker, parent, type, period, approvedTotal, budgetedToDate, executedToDate } = plan;
  const { statedVerdict, statedVerdictSpan, verdict, amounts, join, executingAgency, code } = plan;
  const stated = statedVerdictSpan === null ? null : placeOf(statedVerdictSpan);
  return [
    line('plan', id, name, marker, parent, type, period, approvedTotal, budgetedToDate, executedToDate),
    line('plan', id, 'verdict', verdict, statedVerdict, stated),
    line('plan', id, 'rest', amounts, join, executingAgency, code, plan.spans.map(placeOf)),
    ...(['plannedWork', 'execution', 'goals', 'explanation'] as const).flatMap((column) =>
      plan[column].map(({ marker: number, text, spans }) =>
        line('passage', id, column, number, text, spans.map(placeOf)),
      ),
    ),
    ...plan.indicators.map((indicator) => linesOfIndicator(id, indicator)),
    ...plan.commitments.map(({ text, due, span, about }) => line('promise', id, due, text, placeOf(span), about?.text)),
    ...plan.causes.map(({ text, span }) => line('cause', id, text, placeOf(span))),
    ...plan.remedies.map(({ text, span }) => line('remedy', id, text, placeOf(span))),
  ];
}

function linesOfIndicator(id: string, indicator: IndicatorReading): string {
  const { column, label, comparator, strict, scope, target, actual, met, reason } = indicator;
  return line('indicator', id, column, label, comparator, strict, scope, said(target), said(actual), met, reason);
}

function said(quantity: QuantityReading | null): unknown {
  if (quantity === null) return null;
  const { text, span, value, low, high, unit } = quantity;
  return [text, placeOf(span), value, low, high, unit];
}

function placeOf({ start, end, page, address }: Span): string {
  return `${start}-${end}${page === undefined || page === null ? '' : ` p.${page}`}${address === undefined ? '' : ` ${address}`}`;
}

function line(...parts: readonly unknown[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part.replaceAll(/\s/g, ' ') : JSON.stringify(part)))
    .join('\t');
}
