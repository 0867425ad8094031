// Speed of the reader beside others: node scripts/run.mjs bench/quantities/main.ts [RESULT.md]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { extract } from '@guankao/quantities';
import {
  Culture,
  recognizeCurrency,
  recognizeDateTime,
  recognizeNumber,
  recognizePercentage,
} from '@microsoft/recognizers-text-suite';
import * as chrono from 'chrono-node';
import { hostile } from './hostile.ts';

const filing = '../shared/filings/moi-113.txt';
if (!existsSync(filing)) {
  console.log(`skipped: ${filing} is absent`);
  process.exit(0);
}

const one = readFileSync(filing, 'utf8');
const megabytes = (text: string) => Buffer.byteLength(text) / 1e6;
const whole = one.repeat(Math.ceil(5 / megabytes(one)));
// The slow ones read a piece of the same text, cut at a line end, and are told per megabyte.
const piece = (size: number) =>
  whole.slice(0, whole.indexOf('\n', Math.floor((whole.length * size) / megabytes(whole))));

interface Measured {
  readonly name: string;
  readonly megabytes: number;
  readonly found: number;
  readonly rate: number;
}

/** The best of `times` runs: the machine is shared, and only disturbance makes a run slower than it is. */
function measure(name: string, text: string, times: number, read: (text: string) => number): Measured {
  let best = Number.POSITIVE_INFINITY;
  let found = 0;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    found = read(text);
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return { name, megabytes: megabytes(text), found, rate: megabytes(text) / best };
}

const bare = /[0-9０-９零〇一二兩三四五六七八九十廿卅百千萬億兆]+/g;

function countBare(text: string): number {
  let found = 0;
  bare.lastIndex = 0;
  while (bare.exec(text) !== null) found += 1;
  return found;
}

/** Its Chinese models for what the reader reads, line by line, as its users call it: it is made for sentences. */
function countRecognized(text: string): number {
  const culture = Culture.Chinese;
  const models = [recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDateTime];
  return text
    .split('\n')
    .reduce((sum, line) => sum + models.reduce((found, recognize) => found + recognize(line, culture).length, 0), 0);
}

function countDates(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + chrono.zh.hant.parse(line).length, 0);
}

const results = [
  measure('bare regular expression (digits and Chinese numerals)', whole, 7, countBare),
  measure('@guankao/quantities extract', whole, 7, (text) => extract(text).length),
  measure(
    '@guankao/quantities extract, dates alone counted',
    whole,
    7,
    (text) => extract(text).filter(({ kind }) => kind === 'date').length,
  ),
  measure('chrono-node zh.hant (dates only)', piece(0.4), 2, countDates),
  measure(
    '@microsoft/recognizers-text-suite zh-cn (numbers, percentages, currency, dates)',
    piece(0.01),
    1,
    countRecognized,
  ),
];

const rows = results.map(
  ({ name, megabytes, found, rate }) =>
    `| ${name} | ${megabytes.toFixed(2)} | ${found} | ${rate < 1 ? rate.toFixed(4) : rate.toFixed(1)} |`,
);
const [floor, ours, , dates, theirs] = results.map(({ rate }) => rate) as [number, number, number, number, number];
const lines = [
  `# Quantities: speed, ${new Date().toISOString().slice(0, 10)}`,
  '',
  `\`node scripts/run.mjs bench/quantities/main.ts\` on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}, ${process.platform} ${process.arch}. The machine is shared: the best of the runs is told.`,
  '',
  'Text: a real filing (`moi-113.txt`) repeated to 5 MB of UTF-8; the slow ones read a piece of it. Found is what each returns, and they return different things.',
  '',
  '| reader | MB read | found | MB/s |',
  '| --- | ---: | ---: | ---: |',
  ...rows,
  '',
  `The bare expression is ${(floor / ours).toFixed(1)} times as fast as the reader; the reader is ${Math.round(ours / theirs)} times as fast as the recognizers and ${(ours / dates).toFixed(0)} times as fast as chrono-node.`,
  '',
  '## Hostile input, milliseconds',
  '',
  'Linear: twice the text takes about twice the time.',
  '',
  ...hostile(extract),
  '',
];
console.log(lines.join('\n'));
if (process.argv[2] !== undefined) writeFileSync(process.argv[2], lines.join('\n'));
