import { describe, expect, test } from 'vitest';
import type { PlanReading, Reading } from '@guankao/reading';
import { sideBySide } from './side-by-side.ts';

type Row = readonly [id: string, name: string, agency?: string | undefined, parent?: string];

function reading(rows: readonly Row[], ministry = '範例部'): Reading {
  const plans = rows.map(([id, name, agency, parent]) => ({
    id,
    name,
    parent: parent ?? null,
    executingAgency: agency === undefined ? null : { value: agency, basis: 'said' },
  }));
  return { filing: { agency: ministry }, plans: plans as unknown as readonly PlanReading[] } as Reading;
}

/** `r01=r02` by name, `r01+r02≡r03` by record, `r01?` alone and called like others. */
function joined(of: readonly Row[], other: readonly Row[], recorded: Record<string, readonly string[]> = {}): string[] {
  return sideBySide(reading(of), reading(other), recorded).map(
    ({ of: a, with: b, joined: how, ambiguous }) =>
      `${a.join('+')}${how === 'recorded' ? '≡' : how === 'name' ? '=' : '|'}${b.join('+')}${ambiguous ? '?' : ''}`,
  );
}

describe('rows of two filings', () => {
  test('are joined by their names, whatever their order, width, dashes and brackets', () => {
    expect(
      joined(
        [
          ['a1', '河堤補強計畫'],
          ['a2', '步道（第２期）'],
          ['a3', '台灣圖書館'],
        ],
        [
          ['b1', '臺灣圖書館'],
          ['b2', '步道－第2期'],
          ['b3', '河堤補強計畫'],
        ],
      ),
    ).toEqual(['a1=b3', 'a2=b2', 'a3=b1']);
  });

  test('that stand at the same place are not the same', () => {
    expect(joined([['a1', '河堤補強計畫']], [['b1', '河堤補強計畫(延續)']])).toEqual(['a1|', '|b1']);
  });

  test('without a name are nobody’s', () => {
    expect(joined([['a1', ' ']], [['b1', '']])).toEqual(['a1|', '|b1']);
  });

  test('of one name are told apart by who executes them, and left alone where nothing says', () => {
    const [north, south] = ['北區處', '南區處'];
    expect(
      joined(
        [
          ['a1', '巡檢', north],
          ['a2', '巡檢', south],
        ],
        [
          ['b1', '巡檢', south],
          ['b2', '巡檢', north],
        ],
      ),
    ).toEqual(['a1=b2', 'a2=b1']);
    expect(
      joined(
        [
          ['a1', '巡檢'],
          ['a2', '巡檢'],
        ],
        [['b1', '巡檢']],
      ),
    ).toEqual(['a1|?', 'a2|?', '|b1?']);
    expect(
      joined(
        [
          ['a1', '巡檢', north],
          ['a2', '巡檢', north],
        ],
        [['b1', '巡檢', north]],
      ),
    ).toEqual(['a1|?', 'a2|?', '|b1?']);
  });

  test('of one name that another agency of the ministry executes are not the same; of another ministry they are', () => {
    const [of, other] = [reading([['a1', '巡檢', '北區處']]), [['b1', '巡檢', '南區處']] as Row[]];
    expect(sideBySide(of, reading(other), {}).map(({ joined, ambiguous }) => [joined, ambiguous])).toEqual([
      [null, true],
      [null, true],
    ]);
    expect(sideBySide(of, reading(other, '虛擬部'), {}).map(({ joined }) => joined)).toEqual(['name']);
  });

  test('of the same name under other plans are not the same', () => {
    const of: Row[] = [
      ['a1', '甲計畫'],
      ['a2', '補助地方', undefined, 'a1'],
      ['a3', '乙計畫'],
      ['a4', '補助地方', undefined, 'a3'],
    ];
    const other: Row[] = [
      ['b1', '乙計畫'],
      ['b2', '補助地方', undefined, 'b1'],
    ];
    expect(joined(of, other)).toEqual(['a1|', 'a2|', 'a3=b1', 'a4=b2']);
  });

  test('are joined by the record first: renamed, split, merged, and never again by name', () => {
    expect(
      joined(
        [
          ['a1', '甲'],
          ['a2', '乙'],
          ['a3', '丙'],
          ['a4', '丁'],
        ],
        [
          ['b1', '甲之一'],
          ['b2', '甲之二'],
          ['b3', '甲'],
          ['b4', '丁'],
        ],
        { a1: ['b1', 'b2'], a2: ['b2'], a3: ['b4'] },
      ),
    ).toEqual(['a1+a2≡b1+b2', 'a3≡b4', 'a4|', '|b3']);
  });

  test('every row stands in one group, and in one alone', () => {
    const names = ['甲', '乙', '丙', '甲', ''];
    const rows = (letter: string, order: readonly number[]): Row[] =>
      order.map((at) => [`${letter}${at}`, names[at] ?? '', at % 2 === 0 ? '北' : '南']);
    const groups = sideBySide(reading(rows('a', [0, 1, 2, 3, 4])), reading(rows('b', [4, 2, 0, 3, 1])), { a1: ['b2'] });
    for (const side of ['of', 'with'] as const)
      expect(groups.flatMap((group) => group[side]).toSorted()).toEqual(
        [0, 1, 2, 3, 4].map((at) => `${side === 'of' ? 'a' : 'b'}${at}`),
      );
  });

  test('of five thousand each are joined in a moment', () => {
    const many = (letter: string): Row[] => Array.from({ length: 5_000 }, (_, at) => [`${letter}${at}`, `計畫${at}`]);
    const before = performance.now();
    expect(sideBySide(reading(many('a')), reading(many('b')), {})).toHaveLength(5_000);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
