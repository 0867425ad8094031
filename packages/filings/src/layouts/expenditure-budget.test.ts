import { openDocument } from '@guankao/documents';
import { existsSync, readFileSync } from 'node:fs';
import type { Filing } from '@guankao/domain';
import { describe, expect, it } from 'vitest';
import { readFiling } from '../index.ts';

const heads = [
  '款',
  '項',
  '目',
  '節',
  '名稱及編號',
  '本年度預算數',
  '上年度預算數',
  '前年度決算數',
  '本年度與上年度比較',
  '說明',
];

async function read(rows: readonly (readonly string[])[], title = '歲出機關別預算表'): Promise<Filing> {
  const lines = [
    '範例部',
    title,
    '中華民國 113 年度',
    '單位：新臺幣千元',
    '',
    heads.join('\t'),
    ...rows.map((row) => row.join('\t')),
  ];
  return readFiling(await openDocument({ name: 'budget.txt', bytes: new TextEncoder().encode(lines.join('\n')) }));
}

const rows = [
  ['', '', '', '', '9908010000'],
  ['7', '', '', '', '範例部', '5,900', '5,500', '5,100', '400', ''],
  ['', '', '', '', '9908010100', '', '', '', '', ''],
  ['', '', '1', '', '範例行政', '3,900', '3,500', '3,100', '400', '1.本年度預算數3,900千元，包括人事費3,4'],
  ['', '', '', '', '及管理', '', '', '', '', '00千元。'],
  ['', '', '', '', '', '', '', '', '', '2.較上年度增列：'],
  ['', '', '', '', '', '', '', '', '', '(1)新增海岸計畫總經費12,000千元。'],
  ['', '', '2', '', '9908010200 海岸業務', '2,000', '2,000', '-', '-', '仍照上年度預算數編列。'],
];

describe('歲出機關別預算表', () => {
  it('is read account by account', async () => {
    const { plans, layout, form, unread } = await read(rows);
    expect([layout, form?.value, unread]).toEqual(['expenditure-budget', '歲出機關別預算表', []]);
    expect(
      plans.map(({ code, name, parent, amounts }) => [
        code?.value,
        name.value,
        parent,
        ...amounts.map(({ value }) => value),
      ]),
    ).toEqual([
      ['9908010000', '範例部', null, 5900, 5500, 5100, 400],
      ['9908010100', '範例行政及管理', 'r01', 3900, 3500, 3100, 400],
      ['9908010200', '海岸業務', 'r01', 2000, 2000, null, null],
    ]);
    expect(plans[1]?.amounts.map(({ column }) => column)).toEqual([
      '本年度預算數',
      '上年度預算數',
      '前年度決算數',
      '本年度與上年度比較',
    ]);
  });

  it('puts wrapped explanations together, figures broken over lines too', async () => {
    const { plans } = await read(rows);
    expect(plans[1]?.explanation.map(({ marker, text }) => `${marker ?? ''}${text}`)).toEqual([
      '1.本年度預算數3,900千元，包括人事費3,400千元。',
      '2.較上年度增列：',
      '(1)新增海岸計畫總經費12,000千元。',
    ]);
  });

  it('is told from other budget tables by its name', async () => {
    const { plans, layout } = await read(rows, '歲入來源別預算表');
    expect([plans.length, layout]).toEqual([0, null]);
  });
});

const real = '../shared/filings/moi-114-budget-p046-058.pdf';

it.skipIf(!existsSync(real))('reads every account of the published budget', { timeout: 60_000 }, async () => {
  const { plans } = readFiling(await openDocument({ name: 'budget.pdf', bytes: readFileSync(real) }));
  expect(plans.length).toBe(19);
  expect(new Set(plans.map(({ code }) => code?.value)).size).toBe(19);
  const ofYear = (code: string) => plans.find((plan) => plan.code?.value === code)?.amounts[0]?.value;
  const children = (id: string | undefined) =>
    plans.filter(({ parent }) => parent === id).reduce((sum, { amounts }) => sum + (amounts[0]?.value ?? 0), 0);
  for (const plan of plans.filter(
    ({ id, amounts }) => amounts.length > 0 && plans.some(({ parent }) => parent === id),
  )) {
    expect([plan.name.value, children(plan.id)]).toEqual([plan.name.value, ofYear(plan.code?.value ?? '')]);
  }
});
