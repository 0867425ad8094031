import type { Span } from '@guankao/domain';
import { describe, expect, it } from 'vitest';
import { itemsOf, passagesOf } from './items.ts';
import { placesIn } from './places.ts';
import { lineOf, paragraphsOf } from './printed.ts';

function whole(print: string): Span[] {
  return [{ start: 0, end: print.length }];
}

function items(print: string): string[] {
  return itemsOf(paragraphsOf(print, whole(print))).map(({ marker, text }) => `${marker?.text ?? '·'} ${text}`);
}

describe('items of a cell', () => {
  it('in paragraphs of mark-up', () => {
    expect(items('<p>1. 完成甲案。</p> <p>2. 完成乙案：</p> <p>(1)子項一。</p> <p>(2)子項二。</p>')).toEqual([
      '1. 完成甲案。',
      '2. 完成乙案：',
      '(1) 子項一。',
      '(2) 子項二。',
    ]);
  });

  it('in one paragraph, after an unclosed list tag', () => {
    expect(items('<ol style="list-style-type: none"> 1. 建立標準。 2. 擴充功能。')).toEqual([
      '1. 建立標準。',
      '2. 擴充功能。',
    ]);
  });

  it('whose number ran into the count behind it, where it is waited for and the count has no decimals', () => {
    expect(items('<p>1.查報640件。</p><p>2.594件中已改正468件。</p>')).toEqual([
      '1. 查報640件。',
      '2. 594件中已改正468件。',
    ]);
    expect(items('<p>1.查報640件。</p><p>2.5公里完工。</p>')).toEqual(['1. 查報640件。', '· 2.5公里完工。']);
    expect(items('<p>1.查報640件，平均</p><p>2.594件。</p>')).toEqual(['1. 查報640件，平均', '· 2.594件。']);
    expect(items('<p>1.查報640件。</p><p>3.594件。</p>')).toEqual(['1. 查報640件。', '· 3.594件。']);
  });

  it('numbered in other ways', () => {
    expect(items('一、新設60座。二、汰換150座。')).toEqual(['一、 新設60座。', '二、 汰換150座。']);
    expect(items('①設計。②施工。')).toEqual(['① 設計。', '② 施工。']);
    expect(items('（一）設計 （二）施工')).toEqual(['（一） 設計', '（二） 施工']);
    expect(items('１．設計。２．施工。')).toEqual(['１． 設計。', '２． 施工。']);
    expect(items('1、設計。<1>丈量。<2>放樣。2、施工。')).toEqual([
      '1、 設計。',
      '<1> 丈量。',
      '<2> 放樣。',
      '2、 施工。',
    ]);
  });

  it('with a year after the number', () => {
    expect(items('1.113年度完成3案。2.114年度賡續。')).toEqual(['1. 113年度完成3案。', '2. 114年度賡續。']);
  });

  it('without taking figures and running words for numbers', () => {
    for (const print of [
      '1.5億人次',
      '每人1.2-1.3坪',
      '完成第 2 階段',
      '共12.5公里。',
      '依第5條辦理',
      '3案皆如期達成',
    ]) {
      expect(items(print)).toEqual([`· ${print.replace('第 2 階', '第2階')}`]);
    }
  });

  it('in running text, where the sentence before has no end and the number is the next', () => {
    expect(items('1.建置系統1案2.人力提升3.採購')).toEqual(['1. 建置系統1案', '2. 人力提升', '3. 採購']);
    expect(items('2. 目標值(1)甲案10件。(2)乙案5件。')).toEqual(['2. 目標值', '(1) 甲案10件。', '(2) 乙案5件。']);
    expect(items('依計畫(1)辦理。')).toEqual(['· 依計畫(1)辦理。']);
    expect(items('1.建置第2.期系統')).toEqual(['1. 建置第2.期系統']);
  });

  it('whose numbering breaks', () => {
    expect(items('1. 甲。 2. 乙。 4. 丁。')).toEqual(['1. 甲。', '2. 乙。', '4. 丁。']);
  });

  it('loses the blanks of wrapped lines, and keeps those between words', () => {
    expect(items('推動行 動憑證 APP 於 Level 2 以上，計1,\n204件')).toEqual([
      '· 推動行動憑證APP於Level 2以上，計1,204件',
    ]);
  });

  it('keeps a comparison that looks like a tag', () => {
    expect(items('誤差<5%，且a < b')).toEqual(['· 誤差<5%，且a < b']);
  });
});

describe('passages', () => {
  it('lead back to the print, character by character', () => {
    const print = '<p>1. 推動行 動憑證&nbsp;甲</p>';
    const passages = passagesOf(itemsOf(paragraphsOf(print, whole(print))), placesIn(whole(print)));
    expect(passages.map(({ text }) => text)).toEqual(['推動行動憑證甲']);
    expect(passages[0]?.offsets.map((offset) => print[offset]).join('')).toBe('推動行動憑證甲');
    expect(passages[0]?.spans.map(({ start, end }) => print.slice(start, end))).toEqual(['1. 推動行 動憑證&nbsp;甲']);
  });

  it('have a span in each cell that they stand in', () => {
    const print = '前半段，XX後半段。';
    const cells = [
      { start: 0, end: 4, page: 1 },
      { start: 6, end: 10, page: 2 },
    ];
    const [passage] = passagesOf(itemsOf(paragraphsOf(print, cells)), placesIn(cells));
    expect(passage?.text).toBe('前半段，後半段。');
    expect(passage?.spans).toEqual(cells);
  });
});

it('puts a wrapped name on one line', () => {
  const print = '虛擬海岸 復育－植\n生子計畫';
  expect(lineOf(print, whole(print))).toBe('虛擬海岸復育－植生子計畫');
});
