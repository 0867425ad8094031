import { existsSync, readFileSync } from 'node:fs';
import { openDocument } from '@guankao/documents';
import type { Document, Filing } from '@guankao/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiling } from './index.ts';

const example = readFileSync('corpus/example/filing.txt', 'utf8');
const real = '../shared/filings/moi-113.txt';

async function open(text: string): Promise<Document> {
  return openDocument({ name: 'filing.txt', bytes: new TextEncoder().encode(text) });
}

/** Non-blank characters of the text that lie in no plan's spans, in no furniture and in no unread. */
function lost({ text }: Document, filing: Filing): string {
  const seen = new Uint8Array(text.length);
  for (const { start, end } of [...filing.furniture, ...filing.unread, ...filing.plans.flatMap(({ spans }) => spans)])
    seen.fill(1, start, end);
  return Array.from({ length: text.length }, (_, i) => (seen[i] === 1 ? '' : text.charAt(i)))
    .join('')
    .replace(/\s+/g, '');
}

/** Passages whose offsets do not lead back to their own characters. */
function astray({ text }: Document, { plans }: Filing): string[] {
  return plans
    .flatMap(({ plannedWork, execution, goals, explanation }) => [
      ...plannedWork,
      ...execution,
      ...goals,
      ...explanation,
    ])
    .filter(
      (passage) =>
        passage.offsets.length !== passage.text.length ||
        passage.offsets.some(
          (offset, i) =>
            offset < 0 || (text[offset] !== passage.text[i] && text[offset] !== '&' && !/\s/.test(text[offset] ?? '')),
        ),
    )
    .map((passage) => passage.text);
}

async function expectAllKept(text: string): Promise<Filing> {
  const document = await open(text);
  const filing = readFiling(document);
  expect(lost(document, filing)).toBe('');
  expect(astray(document, filing)).toEqual([]);
  return filing;
}

describe('nothing is lost', () => {
  it('of the example', async () => {
    const filing = await expectAllKept(example);
    expect(filing.plans.length).toBe(18);
    expect(filing.unread).toEqual([]);
  });

  it('of a file that is cut off anywhere', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: example.length - 1 }), async (at) => {
        if (example.slice(0, at).trim() !== '') await expectAllKept(example.slice(0, at));
      }),
      { numRuns: 60 },
    );
  });

  it('of files with lines left out, doubled, swapped and cells torn', { timeout: 60_000 }, async () => {
    const lines = example.split('\n');
    const mutation = fc.record({
      at: fc.nat(lines.length - 1),
      how: fc.constantFrom('drop', 'double', 'swap', 'tear', 'untab', 'tag'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 12 }), async (mutations) => {
        const changed = mutations.reduce((now, { at, how }) => mutate(now, at % now.length, how), lines);
        await expectAllKept(changed.join('\n'));
      }),
      { numRuns: 80 },
    );
  });

  it('of cells longer than any report, and of brackets without end', { timeout: 60_000 }, async () => {
    const heads = [
      '計畫名稱\t計畫期程\t計畫核定總經費\t累計編列數\t累計執行數\t預定工作',
      '執行情形\t績效目標\t達成情形',
    ];
    const row = '甲計畫\t113年1月至115年12月\t9,000\t3,000\t2,000\t種樹。';
    const filing = await expectAllKept(
      [
        heads[0],
        row,
        row.replace('甲', '乙'),
        '',
        heads[1],
        [1, 2, 3].map(() => '種樹。'.repeat(2000)).join('\t'),
        '',
      ].join('\n'),
    );
    expect(filing.plans.map(({ execution }) => execution.length)).toEqual([1, 0]);
    await expectAllKept(
      [heads[0], [...'<&(１'].map((char) => char.repeat(3000)).join('\t'), row, '', heads[1], '<p'.repeat(3000)].join(
        '\n',
      ),
    );
  });

  it('of text that is no filing at all', { timeout: 60_000 }, async () => {
    const word = fc.constantFrom(
      '計畫名稱',
      '計畫期程',
      '\t',
      '\n',
      '1.',
      '(1)',
      '<p>',
      '</p',
      '113年1月至',
      '1,234',
      '。',
      '績效目標',
      '執行情形',
      ' ',
      '合計',
      '&nbsp;',
      '&',
      '<',
      '𠮷',
      '\u2029',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 60 }), async (words) => {
        const text = words.join('');
        if (text.trim() !== '') await expectAllKept(`範例\n${text}`);
      }),
      { numRuns: 200 },
    );
  });
});

function mutate(lines: readonly string[], at: number, how: string): string[] {
  const line = lines[at] ?? '';
  const other = lines[(at * 7 + 3) % lines.length] ?? '';
  switch (how) {
    case 'drop':
      return lines.toSpliced(at, 1);
    case 'double':
      return lines.toSpliced(at, 0, line);
    case 'swap':
      return lines.with(at, other);
    case 'tear':
      return lines.with(at, line.slice(0, Math.floor(line.length / 2)));
    case 'untab':
      return lines.with(at, line.replace('\t', ''));
    default:
      return lines.with(at, line.replace('。', '。<p>').replace('計', '&nbsp;<ol style="'));
  }
}

describe.skipIf(!existsSync(real))('the real filing in ../shared', () => {
  it('has 49 rows, each with its money, and nothing of it is lost', async () => {
    const filing = await expectAllKept(readFileSync(real, 'utf8'));
    expect(filing.plans.length).toBe(49);
    expect(
      filing.plans.filter(({ budgetedToDate, executedToDate }) => budgetedToDate === null || executedToDate === null),
    ).toEqual([]);
    expect(filing.plans.filter(({ execution, join }) => execution.length === 0 && join.confidence < 0.9)).toEqual([]);
    expect(filing.unread).toEqual([]);
  });
});
