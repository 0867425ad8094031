import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moneyColumns, textColumns } from '@guankao/domain';
import { read, type PlanReading, type Reading, type TextReading } from '@guankao/reading';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';

/**
 * A year in the shape of a real filing: the rows of a published form, read, typed again field by field over HTTP into a
 * fresh year by those whose fields they are, reported, published, given back in every format and read again. What is
 * then read is held against the first reading, whole; whatever differs is said here, with its reason.
 */

const filing = join(import.meta.dirname, '../../../shared/filings/moi-113.txt');
const id = '範例部-113';
const agencies = [
  ['bureau', 'officer', 'supervisor'],
  ['office', 'officer2', 'supervisor2'],
] as const;

/** As a person copies it: an item a line, behind its number. */
const typedText = (items: readonly TextReading[]) =>
  items.map(({ marker, text }) => (marker === null ? text : `${marker} ${text}`)).join('\n');

function typedTexts(plan: PlanReading) {
  return {
    // The workbench has no field for the number of a sub-plan: it is typed before the name, as it is printed.
    name: `${plan.marker ?? ''}${plan.name}`,
    type: plan.type ?? '',
    period: plan.period?.text ?? '',
    plannedWork: typedText(plan.plannedWork),
    execution: typedText(plan.execution),
    goals: typedText(plan.goals),
    explanation: typedText(plan.explanation),
  };
}

/**
 * Money in TWD, by component, of which the printed columns are sums: what a third of the budget is of this year, what was
 * left over of the years before is carried in, what is not spent is carried over.
 */
function typedMoney({ approvedTotal, budgetedToDate, executedToDate }: PlanReading) {
  const [total, budgeted, executed] = [approvedTotal, budgetedToDate, executedToDate].map((value) => {
    if (value === null) throw new RangeError('a row without an amount');
    return value * 1000;
  }) as [number, number, number];
  const budget = Math.floor(budgeted / 3);
  const before = { budgeted: budgeted - budget, executed: Math.min(executed, budgeted - budget) };
  const carriedIn = before.budgeted - before.executed;
  const realised = executed - before.executed;
  return {
    approvedTotal: total,
    ownTotal: null,
    opening: { ...before, document: '112年度執行情形表' },
    money: {
      budget,
      supplementary: 0,
      carriedIn,
      realised,
      payable: 0,
      carriedOver: budget + carriedIn - realised,
      lapsed: 0,
      prepaid: 0,
    },
  };
}

/**
 * All that a reading says but for places, which are of each file: rows by their place, words without blanks, figures in
 * evidence without commas, since each format sets these in its own way. Whether a fault may be the conversion's
 * (`doubt`) is of a file too.
 */
function said({ filing: heads, plans, findings }: Reading) {
  const at = new Map(plans.map((plan, place) => [plan.id, place + 1]));
  const bare = (text: string) => text.replace(/\s/g, '');
  const texts = (items: readonly TextReading[]) => items.map(({ marker, text }) => [marker, bare(text)]);
  const rows = plans.map(({ indicators, period, ...plan }) => ({
    // Typed, the number of a sub-plan stands in its name; read from a file, beside it. Printed, both are the same.
    name: `${plan.marker ?? ''}${bare(plan.name)}`,
    parent: plan.parent === null ? null : at.get(plan.parent),
    type: plan.type,
    period: period === null ? null : { ...period, text: bare(period.text) },
    ...Object.fromEntries(moneyColumns.map((column) => [column, plan[column]])),
    ...Object.fromEntries(textColumns.map((column) => [column, texts(plan[column])])),
    verdicts: [plan.statedVerdict, plan.verdict],
    indicators: indicators.map(({ target, actual, ...one }) => ({
      ...one,
      target: { ...target, span: null },
      actual: actual === null ? null : { ...actual, span: null },
    })),
    commitments: plan.commitments.map(({ text, due }) => [bare(text), due]),
    causes: plan.causes.map(({ text }) => bare(text)),
    remedies: plan.remedies.map(({ text }) => bare(text)),
  }));
  const found = findings.map(({ plan, rule, severity, field, evidence, stated, computed, expression }) => {
    const row = plan === null ? null : at.get(plan);
    const words = evidence.map(({ text }) => bare(text).replace(/(?<=\d),(?=\d{3})/g, ''));
    return bare(JSON.stringify({ row, rule, severity, field, words, stated, computed, expression }));
  });
  return { heads, rows, found };
}

/** What one reading says and the other does not: values of heads and rows by their place, findings one by one. */
function differences(before: ReturnType<typeof said>, after: ReturnType<typeof said>) {
  return {
    heads: unlike(before.heads, after.heads),
    rows: unlike(before.rows, after.rows),
    goneFindings: before.found.filter((finding) => !after.found.includes(finding)),
    newFindings: after.found.filter((finding) => !before.found.includes(finding)),
  };
}

/** ["12.execution.0.1: "this" → "that"] */
function unlike(was: unknown, is: unknown, path = ''): readonly string[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null)
    return [`${path}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`];
  const [before, after] = [was as Record<string, unknown>, is as Record<string, unknown>];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) =>
    unlike(before[name], after[name], path === '' ? name : `${path}.${name}`),
  );
}

const here = existsSync(filing);
describe.skipIf(!here)(`the rows of a real filing${here ? '' : `: ${filing} is not here`}`, () => {
  let house: House;
  let file: Uint8Array;
  let first: Reading;
  const rowId = (at: number) => `${id}-${String(at + 1).padStart(2, '0')}`;
  const peopleOf = (at: number) => agencies[at % agencies.length] as (typeof agencies)[number];

  type Writing = 'PATCH' | 'PUT' | 'POST';
  async function act(who: string, method: Writing, url: string, body: object, headers = {}) {
    const resource = url.split('/').slice(0, 4).join('/');
    return house.ask(who, method, url, body, { ...headers, 'if-match': await house.version(who, resource) });
  }
  async function done(who: string, method: Writing, url: string, body: object): Promise<void> {
    const answer = await act(who, method, url, body);
    if (answer.status !== 200) throw new Error(`${who} ${method} ${url}: ${answer.status} ${answer.body}`);
  }

  beforeAll(async () => {
    house = await openHouse();
    file = new Uint8Array(readFileSync(filing));
    first = (await read({ name: 'filing.txt', bytes: file })).reading;
  }, 240_000);
  afterAll(() => house.close());

  test('are typed by those whose fields they are', async () => {
    expect(first.plans).toHaveLength(49);
    await house.openYear(
      first.plans.map((plan, at) => ({ name: typedTexts(plan).name, agency: peopleOf(at)[0] })),
      first.filing.fiscalYear ?? 0,
    );
    for (const [at, plan] of first.plans.entries()) {
      const [agency, officer] = peopleOf(at);
      await done(officer, 'PATCH', `/api/rows/${rowId(at)}/texts`, typedTexts(plan));
      await done('accountant', 'PUT', `/api/rows/${rowId(at)}/money`, typedMoney(plan));
      const { row } = (await house.ask(officer, 'GET', `/api/rows/${rowId(at)}`)).json();
      expect([row.agency, row.texts], rowId(at)).toEqual([agency, typedTexts(plan)]);
    }
  });

  /**
   * What differs, with its reason: the ministry here is a made-up one; mark-up stood between the fields of the file, and
   * in the fields there is none.
   */
  const explained = () => ({
    heads: [`agency: "${first.filing.agency}" → "範例部"`],
    rows: [],
    goneFindings: said(first).found.filter((_, at) => first.findings[at]?.rule === 'markup-debris'),
    newFindings: [],
  });

  test('are submitted and approved; as they stand they say what the file said', async () => {
    for (const at of first.plans.keys()) {
      const [, officer, supervisor] = peopleOf(at);
      await done(officer, 'POST', `/api/rows/${rowId(at)}/moves`, { move: 'submit' });
      await done(supervisor, 'POST', `/api/rows/${rowId(at)}/moves`, { move: 'approve' });
    }
    const form = await house.ask('compiler', 'GET', `/api/years/${id}/form.json`);
    expect(differences(said(first), said(form.json() as Reading))).toEqual(explained());
  });

  /** The faults for which the form does not go out: two figures of one thing that differ. */
  const refuted = () => first.findings.filter(({ severity, doubt }) => severity === 'error' && doubt === undefined);
  function firstOf({ evidence: [first] }: Reading['findings'][number]) {
    if (first === undefined) throw new RangeError('a finding without evidence');
    return first;
  }
  /** Of each, the one figure in its place that is to be the other. */
  const corrected = (text: string, { stated, computed }: Reading['findings'][number]) =>
    text.replace(String(stated), String(computed));

  test('the form does not go out with figures that refute it, and says which; they are sent back, mended and approved', async () => {
    const faults = refuted();
    expect(faults.length).toBeGreaterThan(0);
    const refused = await act('compiler', 'POST', `/api/years/${id}/submission`, {});
    expect([refused.status, refused.problem]).toEqual([409, 'blocking-findings']);
    const english = await act('compiler', 'POST', `/api/years/${id}/submission`, {}, { 'accept-language': 'en' });
    expect(refused.json().detail).not.toContain('。。');
    for (const fault of faults) {
      expect(refused.json().detail).toContain(fault.message['zh-Hant'].replace(/。$/, ''));
      expect(english.json().detail).toContain(fault.message.en.replace(/\.$/, ''));
      const at = first.plans.findIndex((plan) => plan.id === fault.plan);
      const field = fault.field as (typeof textColumns)[number];
      const [, officer, supervisor] = peopleOf(at);
      const before = typedTexts(first.plans[at] as PlanReading)[field];
      const text = firstOf(fault).text;
      const moves = `/api/rows/${rowId(at)}/moves`;
      await done('compiler', 'POST', moves, {
        move: 'send-back',
        comments: [{ field, text: fault.message['zh-Hant'] }],
      });
      await done(officer, 'PATCH', `/api/rows/${rowId(at)}/texts`, {
        [field]: before.replace(text, corrected(text, fault)),
      });
      await done(officer, 'POST', moves, { move: 'submit' });
      await done(supervisor, 'POST', moves, { move: 'approve' });
    }
  });

  /** The file with these figures mended where they stand. */
  function withoutFaults(): Uint8Array {
    // From the end on, so that what stands before stays where it is.
    const faults = refuted().toSorted((a, b) => firstOf(b).span.start - firstOf(a).span.start);
    const text = faults.reduce((words, fault) => {
      const { span } = firstOf(fault);
      return words.slice(0, span.start) + corrected(words.slice(span.start, span.end), fault) + words.slice(span.end);
    }, new TextDecoder().decode(file));
    return new TextEncoder().encode(text);
  }

  test('reported and published, they are given back in every format and say what the file says with these figures mended', async () => {
    await done('compiler', 'POST', `/api/years/${id}/submission`, {
      letter: { date: '2024-02-05', number: '範字第1130000001號', receiver: '國家發展委員會' },
    });
    expect((await house.ask(null, 'GET', `/api/filings/${id}`)).status).toBe(404);
    await done('compiler', 'POST', `/api/years/${id}/publication`, { ground: '政府資訊公開法第7條' });

    const mended = said((await read({ name: 'filing.txt', bytes: withoutFaults() })).reading);
    const published = (await house.ask(null, 'GET', `/api/filings/${id}`)).json();
    expect(differences(mended, said(published.reading as Reading))).toEqual(explained());
    const held = await house.page(null, `/sources/${published.edition.sha256}`);
    const fromFile = await read({ name: 'form.json', bytes: new Uint8Array(held.bytes) });
    expect(differences(mended, said(fromFile.reading))).toEqual(explained());
    for (const format of ['pdf', 'ods', 'odt', 'xlsx', 'csv'] as const) {
      const form = await house.ask(null, 'GET', `/api/filings/${id}/form.${format}`);
      expect(form.status, format).toBe(200);
      const { reading } = await read({ name: `form.${format}`, bytes: new Uint8Array(form.bytes) });
      expect(differences(mended, said(reading)), format).toEqual(explained());
    }
  });
});
