import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, type Reading } from '@guankao/reading';
import { labelledFilings, type LabelledFiling } from '../../packages/cli/src/bench/labels.ts';

const corpus = labelledFilings(join(import.meta.dirname, '../..')).filter(({ ours }) => ours);

/** What another typist, another converter or another machine would have done: it means the same. */
const variants: readonly { readonly name: string; readonly change: (text: string) => string }[] = [
  { name: 'lines end in CRLF', change: (text) => text.replace(/\r?\n/g, '\r\n') },
  { name: 'full-width per cent', change: (text) => text.replaceAll('%', '％') },
  { name: 'full-width brackets', change: (text) => text.replaceAll('(', '（').replaceAll(')', '）') },
  { name: 'half-width colons and semicolons', change: (text) => text.replaceAll('：', ':').replaceAll('；', ';') },
  { name: '台 for 臺', change: (text) => text.replaceAll('臺', '台') },
  { name: 'a blank before the measure word', change: (text) => text.replace(/(\d)([件人場座館站])/g, '$1 $2') },
  { name: 'no paragraph marks', change: (text) => text.replaceAll('<p>', '').replaceAll('</p>', '') },
  { name: 'no blanks between paragraphs', change: (text) => text.replaceAll('</p> <p>', '</p><p>') },
];

async function readingOf({ file }: LabelledFiling, text: string): Promise<Reading> {
  return (await read({ name: file.name, bytes: new TextEncoder().encode(text) })).reading;
}

/** Rows, targets with their answers, and what is said about them; places and wording apart. */
function gist({ plans, findings }: Reading): unknown {
  return {
    rows: plans.map(({ approvedTotal, budgetedToDate, executedToDate, verdict, statedVerdict, indicators }) => ({
      money: [approvedTotal, budgetedToDate, executedToDate],
      verdicts: [verdict, statedVerdict],
      targets: indicators.map(({ comparator, target, actual, met }) => [
        comparator,
        target.value,
        actual?.value ?? null,
        met,
      ]),
    })),
    findings: findings
      .filter(({ severity }) => severity !== 'question')
      .map(({ plan, rule, severity }) => `${plan} ${severity} ${rule}`)
      .toSorted(),
  };
}

describe.each(corpus.map((filing) => [filing.name, filing] as const))('%s', (_, filing) => {
  const changed = variants
    .map(({ name, change }) => ({ name, text: change(filing.source) }))
    .filter(({ text }) => text !== filing.source);

  test.each(changed)('reads the same with $name', async ({ text }) => {
    expect(gist(await readingOf(filing, text))).toEqual(gist(await readingOf(filing, filing.source)));
  });
});
