import { describe, expect, test } from 'vitest';
import { personalDataIn } from './personal-data.ts';

const found = (execution: string) => {
  const texts = { name: '', type: '', period: '', plannedWork: '', execution, goals: '', explanation: '' };
  return personalDataIn({ id: 'r', texts }).map(({ kind, text }) => `${kind} ${text}`);
};

describe('what may be personal is found', () => {
  test.each([
    ['聯絡電話02-2345-6789，', 'telephone 02-2345-6789'],
    ['洽（02）2345-6789分機12', 'telephone (02)2345-6789'],
    ['手機0912-345-678', 'telephone 0912-345-678'],
    ['手機０９１２３４５６７８。', 'telephone 0912345678'],
    ['身分證A123456789', 'id-number A123456789'],
    ['統一證號A800000014', 'id-number A800000014'],
    ['請洽 ming.wang@example.gov.tw', 'e-mail ming.wang@example.gov.tw'],
    ['由署長林大明主持', 'name 署長林大明'],
    ['計畫主持人：陳小華。', 'name 計畫主持人:陳小華'],
    ['受訪者王小美女士表示', 'name 王小美女士'],
  ])('%s', (text, said) => expect(found(text)).toEqual([said]));
});

describe('what is none is not', () => {
  test.each([
    '編列1,234,567千元，執行0.912億元。',
    '於114年6月20日完成12案，執行率95.2%。',
    '召開局長會議3次，由處長召集各單位。',
    '核定文號院臺教字第1130001234號。',
    '經費0912345678900元',
    '補助高中以上學校120所',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

test('a text of one long word is looked through once', () => {
  // In plain signs ㏂ is a.m., four times as long.
  expect(found(`${'㏂'.repeat(32_000)}，請洽 ming@example.gov.tw`)).toEqual(['e-mail ming@example.gov.tw']);
});
