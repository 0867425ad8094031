import { describe, expect, test } from 'vitest';
import { pastedForm, readDocument, typedDocument, type PastedRow, type Reading } from '@guankao/reading';
import { followPromises } from './promises.ts';

const row = (name: string, execution: string): PastedRow => ({
  name,
  type: '社會發展',
  period: '112年1月至115年12月',
  approvedTotal: '9,000',
  budgetedToDate: '700',
  executedToDate: '700',
  plannedWork: '辦理相關作業。',
  execution,
  goals: '完成1案。',
  explanation: '',
});

async function filing(fiscalYear: number, ...rows: PastedRow[]): Promise<Reading> {
  return readDocument(await typedDocument(pastedForm('範例部', fiscalYear, '千元', rows).form)).reading;
}

async function followed(promised: string, later: string, name = '海岸復育計畫') {
  const [promise] = await followPromises(
    await filing(2024, row('海岸復育計畫', promised)),
    await filing(2025, row(name, later)),
  );
  return promise;
}

describe('a promise and the year after', () => {
  test.each([
    ['長浪預警系統預計114年6月上線。', '長浪預警系統已於114年6月15日正式上線。', 'done'],
    ['沙籬設置工程預計114年9月完成。', '沙籬設置工程於114年8月完工。', 'done'],
    ['補強工程案預計114年1月決標。', '補強工程案於114年4月18日決標。', 'done-late'],
    ['長浪預警系統預計114年6月上線。', '長浪預警系統尚未上線，刻正辦理測試。', 'not-done'],
    ['長浪預警系統預計114年6月上線。', '長浪預警系統因流標，延至115年3月上線。', 'not-done'],
  ])('%s → %s: %s', async (promised, later, says) => {
    const promise = await followed(promised, later);
    expect(promise?.answer?.says).toBe(says);
    expect(later).toContain(promise?.answer?.text);
  });

  test.each([
    ['沙籬設置工程預計114年9月完工。', '觀景台工程尚未完工。'],
    ['沙籬設置工程預計114年9月完工。', '觀景台工程已於114年8月完工。'],
    ['長浪預警系統預計114年6月上線。', '線上申辦平台尚未上線；沙籬設置工程已完工。'],
  ])('what became of another work is no answer: %s %s', async (promised, later) => {
    expect((await followed(promised, later))?.answer).toBeNull();
  });

  test('what speaks of it and leaves open whether it was done is given to read', async () => {
    const later = '長浪預警系統之測站清冊已送海岸單位參考。';
    expect((await followed('長浪預警系統預計114年6月上線。', later))?.answer).toMatchObject({ says: 'unclear' });
  });

  test('a clause is read with its sentence', async () => {
    const later = '經海岸單位協助，長浪預警系統已於114年6月上線；另辦理巡查。';
    expect((await followed('長浪預警系統預計114年6月上線。', later))?.answer?.says).toBe('done');
  });

  test('what passes it over answers nothing', async () => {
    expect((await followed('長浪預警系統預計114年6月上線。', '辦理海岸巡查12次。'))?.answer).toBeNull();
  });

  test('a plan that is listed no more has no row', async () => {
    expect(await followed('長浪預警系統預計114年6月上線。', '辦理採購。', '圖書館計畫')).toMatchObject({
      plan: 'r01',
      at: 0,
      now: [],
      joined: null,
      answer: null,
    });
  });

  test('no promise, no row: nothing', async () => {
    expect(await followPromises(await filing(2024), await filing(2025))).toEqual([]);
  });
});

describe('a plan is followed by what is recorded of it', () => {
  const before = () =>
    filing(
      2024,
      row('海岸復育計畫', '長浪預警系統預計114年6月上線。'),
      row('步道整建計畫', '吊橋改善工程預計114年8月完工。'),
    );

  test('renamed: to its new row, and not to another that took its name', async () => {
    const now = await filing(
      2025,
      row('海岸復育計畫', '辦理新案規劃。'),
      row('海岸韌性計畫', '長浪預警系統已於114年6月15日正式上線。'),
    );
    const [sure, other] = await followPromises(await before(), now, { r01: ['r02'] });
    expect(sure).toMatchObject({ now: ['r02'], joined: 'recorded', answer: { says: 'done', row: 'r02' } });
    expect(other).toMatchObject({ now: [], joined: null, answer: null });
    // Without a record the name decides.
    const [byName] = await followPromises(await before(), now);
    expect(byName).toMatchObject({ now: ['r01'], joined: 'name', answer: null });
  });

  test('split: whichever part tells of it', async () => {
    const now = await filing(
      2025,
      row('山線步道計畫', '辦理巡查。'),
      row('海線步道計畫', '吊橋改善工程已於114年7月完工。'),
    );
    const [, promise] = await followPromises(await before(), now, { r02: ['r01', 'r02'] });
    expect(promise).toMatchObject({ now: ['r01', 'r02'], joined: 'recorded', answer: { says: 'done', row: 'r02' } });
  });

  test('split: where one part says done and another not, nothing is settled', async () => {
    const now = await filing(
      2025,
      row('山線步道計畫', '吊橋改善工程尚未完工。'),
      row('海線步道計畫', '吊橋改善工程已於114年7月完工。'),
    );
    const [, promise] = await followPromises(await before(), now, { r02: ['r01', 'r02'] });
    expect(promise?.answer?.says).toBe('unclear');
  });

  test('merged: both promises are put to the one row', async () => {
    const now = await filing(
      2025,
      row('海岸及步道計畫', '長浪預警系統已於114年6月15日正式上線。吊橋改善工程尚未完工。'),
    );
    const promises = await followPromises(await before(), now, { r01: ['r01'], r02: ['r01'] });
    expect(promises.map(({ answer }) => answer?.says)).toEqual(['done', 'not-done']);
  });
});
