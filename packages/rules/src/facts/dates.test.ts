import { describe, expect, test } from 'vitest';
import { absence, datesIn } from './dates.ts';

const read = (text: string): readonly string[] =>
  datesIn(text).map(({ year, month, day }) => [year, month, day].filter((part) => part !== null).join('-'));

describe('dates in a text', () => {
  test.each([
    ['於113年9月18日決標', ['2024-9-18']],
    ['113年3月30日竣工，同年5月驗收，9月23日合格', ['2024-3-30', '2024-5', '2024-9-23']],
    ['歷時13個月', []],
    ['第3次修正，9筆', []],
    ['3月前完成', []],
  ])('%s: %j', (text, dates) => expect(read(text)).toEqual(dates));

  test.each([
    ['113年2月29日', null],
    ['112年2月29日', 'day'],
    ['113年13月1日', 'month'],
    ['113年4月31日', 'day'],
    ['2月29日', null],
  ])('%s lacks in the calendar: %s', (text, lacks) => expect(datesIn(text).map(absence)).toEqual([lacks]));
});
