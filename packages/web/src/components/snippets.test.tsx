import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReaderContext } from '../reader.tsx';
import { Snippets } from './snippets.tsx';

const reader = {
  locale: 'en',
  theme: null,
  path: '/plans',
  origin: 'https://x',
  assets: { style: '', script: '' },
  hasOffice: false,
  hasLog: false,
} as const;

test('what the filing says is text, wherever the marks stand', () => {
  const text = '<b>甲</b>&"乙"';
  const marks = [
    { start: 1, end: 4 },
    { start: 8, end: 9 },
  ];
  const snippets = [{ column: 'goals', text, before: true, after: false, marks }] as const;
  expect(
    renderToStaticMarkup(
      <ReaderContext value={reader}>
        <Snippets snippets={snippets} />
      </ReaderContext>,
    ),
  ).toBe(
    '<span class="snippet">Goals and targets of the year: <q lang="zh-Hant">…&lt;<mark>b&gt;甲</mark>&lt;/b&gt;<mark>&amp;</mark>&quot;乙&quot;</q></span>',
  );
});
