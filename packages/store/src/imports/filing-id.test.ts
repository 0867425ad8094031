import { expect, test } from 'vitest';
import { exampleReading } from '../example-reading.ts';
import { filingId } from './filing-id.ts';

const reading = exampleReading();

function of(filing: Partial<typeof reading.filing>): string {
  return filingId({ ...reading, filing: { ...reading.filing, ...filing } });
}

test.each([
  ['agency and ROC year', {}, '範例部-113'],
  ['blanks of a line wrap are no part of a name', { agency: '範 例\n部' }, '範例部-113'],
  ['what would break an address is left out', { agency: '範例部/第一科?' }, '範例部第一科-113'],
  [
    'another form of the same year is another filing',
    { layout: 'expenditure-budget' },
    '範例部-113-expenditure-budget',
  ],
])('%s', (_name, filing, id) => {
  expect(of(filing)).toBe(id);
});

test.each([
  ['no agency', { agency: null }],
  ['no year', { fiscalYear: null }],
  ['an agency of blanks', { agency: ' ' }],
])('%s: the first digits of the hash', (_name, filing) => {
  expect(of(filing)).toBe(reading.document.sha256.slice(0, 12));
});
