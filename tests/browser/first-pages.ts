import type { Site } from './site.ts';

/** Pages that somebody comes to first, of each kind that is large: a name, and the path on a site of `serve-example.ts`. */
export const firstPages: readonly (readonly [string, (site: Site) => string])[] = [
  ['home', () => '/'],
  ['plans', () => '/plans'],
  ['a plan', (site) => site.plans[0] ?? '/plans'],
  ['filings', () => '/filings'],
  ['a filing', (site) => site.filing],
  ['its source', (site) => `${site.filing}/source?span=120-140`],
  ['a ready list', () => '/lists/missed-in-silence'],
  ['rules', () => '/rules'],
  ['a rule', () => '/rules/rate-mismatch'],
  ['home in English', () => '/en'],
  ['a search', () => searched('/plans')],
  ['a search in English', () => searched('/en/plans')],
  ['two filings side by side', () => sideBySide('')],
  ['the same in English', () => sideBySide('/en')],
  ['findings', () => '/findings'],
  ['commitments in English', () => '/en/commitments'],
  ['a chart', () => '/charts/disconnect'],
];

/** With the passages that are found. */
function searched(path: string): string {
  return `${path}?q=${encodeURIComponent('計畫')}`;
}

function sideBySide(prefix: string): string {
  return `${prefix}/side-by-side?${new URLSearchParams({ of: '範例部-112', with: '範例部-113' }).toString()}`;
}
