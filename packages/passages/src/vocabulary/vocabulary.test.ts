import { describe, expect, test } from 'vitest';
import { says, vocabulary, type Concept } from './vocabulary.ts';

/** For each concept a phrase that has it and one that has not. */
const phrases: Readonly<Record<Concept, readonly [has: string, not: string]>> = {
  rise: ['較上年增加', '較上年持平'],
  fall: ['縮短為', '維持在'],
  turn: ['名次進步', '名次第'],
  against: ['相較於去年', '截至去年'],
  formerYear: ['前一年度', '本年度'],
  shareOf: ['約佔', '約當'],
  sumsUp: ['共計', '分別'],
  amongThem: ['其中包括', '另有'],
  rest: ['其餘', '全部'],
  each: ['每場', '全場'],
  mean: ['人均', '人次'],
  target: ['原訂目標', '去年'],
  actual: ['實績值', '去年'],
  whole: ['受理申請', '尚未'],
  part: ['其中已結案', '全年度'],
  leftOver: ['標餘款', '決標'],
  takenOff: ['註銷', '新增'],
  overlap: ['部分單位兼具', '各單位'],
  countedTwice: ['同一人可參加多個社團', '同時辦理成果展'],
  opening: ['年初', '年底'],
  comesIn: ['年內轉入', '自行轉出'],
  stage: ['兩標底價', '兩標'],
  unitPrice: ['單價', '總價'],
  bound: ['以80%為限', '達80%'],
  weighed: ['加權', '平均'],
};

describe.each(Object.entries(phrases))('%s', (concept, [has, not]) => {
  test(`stands in ${has} and not in ${not}`, () => {
    expect([says(concept as Concept, has), says(concept as Concept, not)]).toEqual([true, false]);
  });
});

test.each(Object.entries(vocabulary))('%s lists no word twice', (_, words) => {
  expect(words).toEqual([...new Set(words)]);
});
