import { describe, expect, test } from 'vitest';
import type { Passage } from '../projections/words.ts';
import { KeptLines, snippetsOf } from './snippets.ts';
import { wordsIn } from './words.ts';

/** As a reader sees them: `說明：…【員警】訓練…`. */
function shown(passages: readonly Passage[], q: string): string[] {
  return snippetsOf(passages, wordsIn(q)).map(({ column, text, before, after, marks }) => {
    let marked = '';
    let at = 0;
    for (const { start, end } of marks) {
      marked += `${text.slice(at, start)}【${text.slice(start, end)}】`;
      at = end;
    }
    return `${column} ${before ? '…' : ''}${marked}${text.slice(at)}${after ? '…' : ''}`;
  });
}

const plan: readonly Passage[] = [
  ['name', '員警訓練計畫'],
  ['code', 'Ｂ－12'],
  ['plannedWork', '辦理員警常年訓練。'],
  ['execution', '完成 ＡＢＣ １２３ 場；ｶﾞｲﾄﾞ 2冊，台\n北市 5 處。'],
  ['goals', ' '],
];

describe('where words stand', () => {
  test.each([
    ['a word', '常年', ['plannedWork 辦理員警【常年】訓練。']],
    ['two in one passage', '訓練 員警', ['plannedWork 辦理【員警】常年【訓練】。']],
    ['two side by side', '常年 員警', ['plannedWork 辦理【員警常年】訓練。']],
    [
      'two in two',
      '常年 場',
      ['plannedWork 辦理員警【常年】訓練。', 'execution 完成 ＡＢＣ １２３ 【場】；ｶﾞｲﾄﾞ 2冊，台\n北市 5 處。'],
    ],
    ['in the name alone', '訓練計畫', ['name 員警【訓練計畫】']],
    ['in the code alone', 'b-12', ['code 【Ｂ－12】']],
    ['one character', '冊', ['execution 完成 ＡＢＣ １２３ 場；ｶﾞｲﾄﾞ 2【冊】，台\n北市 5 處。']],
    ['half width for full width', 'abc123', ['execution 完成 【ＡＢＣ １２３】 場；ｶﾞｲﾄﾞ 2冊，台\n北市 5 處。']],
    ['full width for half width', '２冊', ['execution 完成 ＡＢＣ １２３ 場；ｶﾞｲﾄﾞ 【2冊】，台\n北市 5 處。']],
    ['across a line', '臺北市', ['execution 完成 ＡＢＣ １２３ 場；ｶﾞｲﾄﾞ 2冊，【台\n北市】 5 處。']],
    ['marks that stand apart', 'ガイド', ['execution 完成 ＡＢＣ １２３ 場；【ｶﾞｲﾄﾞ】 2冊，台\n北市 5 處。']],
    ['words that overlap', '常年訓 年訓練', ['plannedWork 辦理員警【常年訓練】。']],
    ['nothing', '', []],
    ['what stands nowhere', '橋梁', []],
  ])('%s', (_, q, expected) => {
    expect(shown(plan, q)).toEqual(expected);
  });

  test('a character that becomes several is marked whole', () => {
    expect(shown([['goals', '甲㈱乙']], '株')).toEqual(['goals 甲【㈱】乙']);
  });

  test('a character of two code units is not cut', () => {
    const [snippet] = snippetsOf([['goals', '𠮷'.repeat(200) + '野' + '𠮷'.repeat(200)]], ['野']);
    expect(snippet?.text.isWellFormed()).toBe(true);
    expect(snippet?.text.slice(snippet.marks[0]?.start, snippet.marks[0]?.end)).toBe('野');
  });
});

describe('of a long passage a stretch', () => {
  const long = `${'前'.repeat(300)}橋梁${'中'.repeat(20)}補強${'後'.repeat(300)}橋梁`;

  test('around the words', () => {
    expect(shown([['goals', long]], '橋梁')).toEqual([
      `goals …${'前'.repeat(20)}【橋梁】${'中'.repeat(20)}補強${'後'.repeat(20)}…`,
    ]);
  });
  test('where most of them stand together', () => {
    expect(shown([['goals', `補強${long}`]], '補強 橋梁')).toEqual([
      `goals …${'前'.repeat(20)}【橋梁】${'中'.repeat(20)}【補強】${'後'.repeat(20)}…`,
    ]);
  });
  test('at its beginning and at its end', () => {
    expect(shown([['goals', `橋梁${'後'.repeat(300)}`]], '橋梁')).toEqual([`goals 【橋梁】${'後'.repeat(62)}…`]);
    expect(shown([['goals', `${'前'.repeat(300)}橋梁`]], '橋梁')).toEqual([`goals …${'前'.repeat(62)}【橋梁】`]);
  });
  test('a word longer than the stretch is shown whole', () => {
    const word = '橋'.repeat(100);
    expect(shown([['goals', `${'前'.repeat(50)}${word}${'後'.repeat(50)}`]], word)).toEqual([
      `goals …${'前'.repeat(20)}【${word}】…`,
    ]);
  });
});

test('no more than three places of a row, however many words are asked for', () => {
  const passages = Array.from({ length: 9 }, (_, at): Passage => ['goals', `第${at}處`]);
  expect(snippetsOf(passages, wordsIn('第0處 第1處 第2處 第3處 第4處'))).toHaveLength(3);
});

test('a character that stands ten thousand times takes no longer than a look', () => {
  const passages = Array.from({ length: 200 }, (): Passage => ['execution', '一'.repeat(10_000)]);
  const before = performance.now();
  snippetsOf(passages, wordsIn('一 一一 一一一 一一一一 二 三 四 五 六 七'));
  expect(performance.now() - before).toBeLessThan(2_000);
});

describe('lines that are kept', () => {
  const lines = (length: number) => [{ column: 'goals' as const, text: '', line: '字'.repeat(length) }];

  test('those that were kept first make room', () => {
    const kept = new KeptLines();
    kept.keep(1, lines(2_500_000));
    kept.keep(2, lines(2_500_000));
    kept.keep(3, lines(2_500_000));
    expect([1, 2, 3].map((place) => kept.of(place) !== undefined)).toEqual([false, true, true]);
  });

  test('a row that is kept twice counts once', () => {
    const kept = new KeptLines();
    for (let time = 0; time < 4; time++) kept.keep(1, lines(2_500_000));
    kept.keep(2, lines(2_500_000));
    expect(kept.of(1)).toBeDefined();
  });

  test('what has no room is given all the same', () => {
    const kept = new KeptLines();
    const all = lines(7_000_000);
    expect(kept.keep(1, all)).toBe(all);
    expect(kept.of(1)).toBeUndefined();
  });
});
