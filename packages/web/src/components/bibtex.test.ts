import { expect, test } from 'vitest';
import { bibtex } from './bibtex.ts';

test('an entry, the body that wrote it kept together', () => {
  expect(
    bibtex('guankao-1', {
      author: '範例部',
      title: '海岸計畫',
      year: '2025',
      url: 'https://example.org/plans/a%20b_c',
    }),
  ).toBe(
    '@misc{guankao-1,\n  author = {{範例部}},\n  title = {海岸計畫},\n  year = {2025},\n  url = {https://example.org/plans/a%20b_c},\n}',
  );
});

test('what TeX reads as a command is written as its sign, and nothing ends a field early', () => {
  const [, title = ''] = /title = (.*),\n/.exec(bibtex('k', { author: 'a', title: '50% }, x = {$_#&~^\\\nb' })) ?? [];
  expect(title).toBe('{50\\% \\}, x = \\{\\$\\_\\#\\&\\textasciitilde{}\\textasciicircum{}\\textbackslash{} b}');
});
