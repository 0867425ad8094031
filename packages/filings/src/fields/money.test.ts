import { describe, expect, it } from 'vitest';
import { readMoney, unitIn } from './money.ts';

describe('a figure', () => {
  it.each([
    ['673,076', 673_076],
    ['11,077,212', 11_077_212],
    ['11,077,\n212', 11_077_212],
    ['1,23 4,567', 1_234_567],
    ['0', 0],
    ['４２，３００', 42_300],
    ['△1,250', -1250],
    ['(1,250)', -1250],
    ['-12', -12],
    ['18,600千元', 18_600],
    ['2億元', 200_000],
    ['5,000註1', 5000],
    ['▲1,250', -1250],
    ['−1,250', -1250],
    ['△ 1,250', -1250],
    ['NT$1,250', 1250],
    ['$1,250', 1250],
    ['1億2,000萬元', 120_000],
    ['3,500萬元', 35_000],
    ['1,250*', 1250],
    ['12,000元', 12],
  ])('%s in thousands', (print, value) => {
    expect(readMoney(print, 1000)).toMatchObject({ value, dash: false });
  });

  it.each(['-', '－', '—', '─', '−', '(-)', '--', '無'])('%s prints that there is none', (print) => {
    expect(readMoney(print, 1000)).toMatchObject({ value: 0, dash: true });
  });

  it.each([
    ['930¹', 930],
    ['51,330²', 51_330],
    ['¹51,330', 51_330],
  ])('%s has a raised mark beside it', (print, value) => {
    expect(readMoney(print, 1000)).toMatchObject({ value, marked: true });
  });

  it.each([
    ['18,600千元', 1000],
    ['2億元', 100_000_000],
    ['1億2,000萬元', 10_000],
    ['12,345', null],
  ])('%s prints its unit', (print, unit) => {
    expect(readMoney(print, 1)?.unit).toBe(unit);
  });
});

describe('no single whole figure', () => {
  it.each([
    '',
    '193 020',
    '104,000 830,932',
    '1,2345',
    '12a',
    '約500',
    '35.97%',
    '111年1月至115年12月',
    '1.5',
    '1,500元',
    '114.000',
    '未編列',
    '1億2,000萬餘元',
    '300,000(280,000)',
  ])('%s', (print) => {
    expect(readMoney(print, 1000)).toBeNull();
  });
});

it.each([
  ['單位：新臺幣千元', 1000],
  ['單位:千元', 1000],
  ['單 位 ： 新台幣元', 1],
  ['(單位：新臺幣萬元)', 10_000],
  ['計畫核定總經費(千元)', 1000],
  ['單位：百萬元', 1_000_000],
  ['新臺幣千元', 1000],
  ['單位;新臺幣千元', 1000],
  ['經費（千元）計畫核定總經費', 1000],
  ['千元', null],
  ['單位主管', null],
])('the unit of %s', (text, unit) => {
  expect(unitIn(text)).toBe(unit);
});
