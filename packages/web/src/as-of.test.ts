import { expect, test } from 'vitest';
import { asOfIn, canBeAskedAsOf, otherConditions, withAsOf, withoutAsOf } from './as-of.ts';

test.each([
  ['/', '/?asof=2026-03-01'],
  ['/plans', '/plans?asof=2026-03-01'],
  ['/plans?q=%E6%B2%B3', '/plans?q=%E6%B2%B3&asof=2026-03-01'],
  ['/plans/a-1#doubts', '/plans/a-1?asof=2026-03-01#doubts'],
  ['/filings/a/source?span=1-2#passage', '/filings/a/source?span=1-2&asof=2026-03-01#passage'],
  ['/api/filings/a/form.pdf?edition=1', '/api/filings/a/form.pdf?edition=1&asof=2026-03-01'],
  ['/data/rows.csv?filing=a', '/data/rows.csv?filing=a&asof=2026-03-01'],
  ['/charts', '/charts?asof=2026-03-01'],
  ['/charts/roll-up.csv?of=2024', '/charts/roll-up.csv?of=2024&asof=2026-03-01'],
  ['/api/charts/evidence', '/api/charts/evidence?asof=2026-03-01'],
  ['/commitments?year=2027', '/commitments?year=2027&asof=2026-03-01'],
  ['/filings/a/questions.pdf', '/filings/a/questions.pdf?asof=2026-03-01'],
  // What carries it already, or knows nothing of it, stays as it is.
  ['/plans?asof=17', '/plans?asof=17'],
  ['/rules', '/rules'],
  ['/filings/a/compare', '/filings/a/compare'],
  ['/sources/00ff', '/sources/00ff'],
  // What is subscribed to is of now.
  ['/commitments.atom', '/commitments.atom'],
  ['/commitments.ics', '/commitments.ics'],
  ['/api/data/self-test', '/api/data/self-test'],
])('%s as of a day is %s', (path, expected) => expect(withAsOf(path, '2026-03-01')).toBe(expected));

test('without a time an address is that of now', () => expect(withAsOf('/plans', undefined)).toBe('/plans'));

test.each([
  ['/plans?asof=2026-03-01', '/plans'],
  ['/plans?q=a&asof=2026-03-01&type=b', '/plans?q=a&type=b'],
  ['/plans?asof=&q=a', '/plans?q=a'],
  ['/plans?asofx=1', '/plans?asofx=1'],
])('%s now is %s', (path, expected) => expect(withoutAsOf(path)).toBe(expected));

test('the form of the day keeps all other conditions, and begins at the first page', () => {
  expect(otherConditions('/plans?q=a%20b&asof=17&page=3&type=c')).toEqual([
    ['q', 'a b'],
    ['type', 'c'],
  ]);
  expect(asOfIn('/plans?q=a&asof=17#x')).toBe('17');
  expect(asOfIn('/plans?q=a')).toBeNull();
});

test('a name that looks like a room is no room', () => {
  expect(canBeAskedAsOf('/plans/a%2Ftargets')).toBe(true);
  expect(canBeAskedAsOf('/plans/a/other')).toBe(false);
  expect(canBeAskedAsOf('/office')).toBe(false);
});
