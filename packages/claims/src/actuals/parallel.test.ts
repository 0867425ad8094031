import { expect, test } from 'vitest';
import { told } from '../rows-for-tests.ts';

test('as many parts as targets, in their order: each is answered by its own', () => {
  expect(
    told({
      goals: '新設服務站150站；服務人次60萬人次。',
      explanation: '150站；63萬人次，達成率105%。',
      execution: '新設服務站150站，累計2,310站；服務63萬人次；離島站45站占新設三成。',
    }),
  ).toEqual(['>= 150站 ← 150站 met', '>= 600000人次 ← 630000人次 met']);
});

test('what the part calls open is not answered by a figure told in passing', () => {
  expect(
    told({
      goals: '汰換制服1萬套；隊員滿意度80%以上。',
      explanation: '1萬500套，達成率105%；滿意度調查尚在統計中，預計115年2月提出。',
      execution: '汰換制服1萬500套；隊員3萬6,000人，換發比率29.2%。',
    }),
  ).toEqual(['>= 10000套 ← 10500套 met', '>= 80% ← — open']);
});

test('parts that are not as many answer nothing by their place', () => {
  expect(
    told({
      goals: '新設服務站150站；維護舊站150站。',
      explanation: '150站。',
      execution: '辦理中。',
    }).filter((line) => line.endsWith('met')).length,
  ).toBeLessThan(2);
});

test('a figure told in two columns answers one target', () => {
  expect(
    told({
      goals: '輔導110家；取得認證30家。',
      explanation: '輔導120家、取得認證35家，均達目標。',
      execution: '輔導廠商120家，其中35家取得認證。',
    }),
  ).toEqual(['>= 110家 ← 120家 met', '>= 30家 ← 35家 met']);
});
