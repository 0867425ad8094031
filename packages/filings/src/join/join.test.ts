import { describe, expect, it } from 'vitest';
import { itemsOf } from '../texts/items.ts';
import { paragraphsOf } from '../texts/printed.ts';
import { align, type LeftRow, type RightRow } from './align.ts';
import { boundariesOf, never } from './boundaries.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { FusedRow } from './split.ts';
import { Vocabulary } from './words.ts';

function segments(print: string): readonly Segment[] {
  return segmentsOf(itemsOf(paragraphsOf(print, [{ start: 0, end: print.length }])));
}

describe('what the print says for a seam between two plans’ texts', () => {
  const weight = (print: string): number => Math.max(...boundariesOf(segments(print)).slice(1));

  it('numbers that restart speak for it, in a paragraph of their own most', () => {
    expect(weight('<p>1. 甲。</p><p>2. 乙。</p><p>1. 丙。</p>')).toBeGreaterThan(weight('1. 甲。 2. 乙。 1. 丙。'));
    expect(weight('1. 甲。 2. 乙。 1. 丙。')).toBeGreaterThan(0);
  });

  it('numbers that go on rule it out', () => {
    expect(weight('<p>1. 甲。</p><p>2. 乙。</p>')).toBe(never);
    expect(weight('<p>1. 甲。</p><p>補述甲。</p><p>2. 乙。</p>')).toBe(never);
  });

  it('a heading and what it heads belong together, and so do nested items', () => {
    expect(weight('<p>未達成說明：</p><p>1. 流標。</p>')).toBeLessThan(-2);
    expect(weight('<p>1. 甲：</p><p>(1)子。</p>')).toBe(never);
  });

  it('a remark belongs to what it remarks on', () => {
    expect(weight('<p>1. 甲。</p><p>備註：含地方款。</p>')).toBeLessThan(-2);
  });

  it('a whole answer in one sentence begins and ends a text', () => {
    expect(weight('<p>年度績效目標已達成。</p><p>完成乙案。</p>')).toBeGreaterThan(
      weight('<p>完成甲案。</p><p>完成乙案。</p>'),
    );
  });

  it('sentences within a paragraph only where nothing else is left, clauses least', () => {
    expect(weight('完成甲案。完成乙案。')).toBeLessThan(-2);
    expect(weight('完成甲案；完成乙案。')).toBeLessThan(weight('完成甲案。完成乙案。'));
  });
});

/** Rows of the left page as `name: planned work`, and of the right page as their three cells. */
function joined(
  left: readonly string[],
  right: readonly (readonly [string, string, string])[],
  options: { facing?: boolean; anchors?: readonly number[] } = {},
): { texts: string[]; confidence: number; evidence: string }[] {
  const vocabulary = new Vocabulary();
  const facing = options.facing ?? true;
  const ids = left.map((row) => vocabulary.learn(row));
  const cells = right.map((row) => row.map(segments));
  const learned = cells.map((row) => row.map((items) => items.map(({ text }) => vocabulary.learn(text))));
  const rows = left.map((row, i): LeftRow => {
    const expects = row.includes(':');
    return {
      words: vocabulary.vector(ids[i] ?? []),
      expects,
      emptyCost: expects ? (facing ? [4, 4, 3] : [2, 2, 2]) : [0, 0, 0],
      textCost: expects ? 0 : 3,
    };
  });
  const results = cells.map((row, j): RightRow => ({
    fused: new FusedRow(() =>
      row.map((items, c) => ({ items, vectors: (learned[j]?.[c] ?? []).map((list) => vocabulary.vector(list)) })),
    ),
    looksContinued: false,
    words: vocabulary.vector((learned[j] ?? []).flat(2)),
    anchor: options.anchors?.[j] ?? null,
    reach: null,
  }));
  return align(rows, results, facing).map(({ parts, confidence, evidence }) => ({
    confidence,
    evidence,
    texts: [0, 1, 2].map((c) =>
      parts
        .map((part) =>
          (cells[part.right]?.[c] ?? [])
            .slice(...(part.whole ? [] : [part.starts[c], part.ends[c]]))
            .map(({ text }) => text)
            .join(''),
        )
        .join(''),
    ),
  }));
}

describe('the join', () => {
  const left = ['海岸植生計畫: 植生30公頃', '圖書館更新計畫: 更新書架', '步道整建計畫: 整建步道'];

  it('takes as many rows as rows for one another', () => {
    const rows = joined(left, [
      ['植生32公頃。', '植生30公頃。', '達成。'],
      ['書架更新。', '更新書架。', '達成。'],
      ['步道完工。', '整建步道。', '達成。'],
    ]);
    expect(rows.map(({ texts }) => texts[0])).toEqual(['植生32公頃。', '書架更新。', '步道完工。']);
    expect(rows.every(({ evidence, confidence }) => evidence === 'one-to-one' && confidence > 0.9)).toBe(true);
  });

  it('splits what is fused, the columns together', () => {
    const rows = joined(left, [
      [
        '<p>1. 植生32公頃。</p><p>2. 設沙籬。</p><p>書架更新完成。</p>',
        '<p>植生30公頃。</p><p>更新書架。</p>',
        '<p>目標已達成。</p><p>目標已達成。</p>',
      ],
      ['步道完工。', '整建步道。', '達成。'],
    ]);
    expect(rows.map(({ texts }) => texts)).toEqual([
      ['植生32公頃。設沙籬。', '植生30公頃。', '目標已達成。'],
      ['書架更新完成。', '更新書架。', '目標已達成。'],
      ['步道完工。', '整建步道。', '達成。'],
    ]);
    expect(rows.map(({ evidence }) => evidence)).toEqual(['fused', 'fused', 'by-words']);
  });

  it('gives a parent without work of its own nothing', () => {
    const rows = joined(
      ['海岸計畫', '(1)植生: 植生30公頃', '(2)照明: 換路燈'],
      [
        [
          '<p>植生32公頃。</p><p>換路燈60盞。</p>',
          '<p>植生30公頃。</p><p>路燈60盞。</p>',
          '<p>達成。</p><p>達成。</p>',
        ],
      ],
    );
    expect(rows.map(({ texts }) => texts[1])).toEqual(['', '植生30公頃。', '路燈60盞。']);
  });

  it('leaves a row without text rather than tear another’s apart, and is less sure of what stands beside it', () => {
    const rows = joined(left, [
      ['1. 植生32公頃。 2. 沙籬。', '植生30公頃。', '達成。'],
      ['步道完工。', '整建步道。', '達成。'],
    ]);
    expect(rows.map(({ texts }) => texts[1])).toEqual(['植生30公頃。', '', '整建步道。']);
    expect(rows[1]?.evidence).toBe('none');
    expect(rows[0]?.confidence).toBeLessThan(0.9);
  });

  it('follows the rows of one table', () => {
    const rows = joined(
      left,
      [
        ['植生32公頃。', '植生30公頃。', '達成。'],
        ['步道完工。', '整建步道。', '達成。'],
      ],
      { facing: false, anchors: [0, 2] },
    );
    expect(rows.map(({ texts }) => texts[0])).toEqual(['植生32公頃。', '', '步道完工。']);
  });
});
