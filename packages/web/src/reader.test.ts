import { expect, test } from 'vitest';
import { readerElsewhere, type Reader } from './reader.tsx';

test('what another process is given to make a page is plain data, and names the fonts of all characters', () => {
  const fonts = { whole: '/assets/fonts/a/fonts.css', of: () => '/assets/fonts/a/page.css' };
  const assets = { style: '/assets/site.css', script: '/assets/site.js', fonts };
  const reader: Reader = {
    locale: 'zh-Hant',
    path: '/',
    origin: 'http://127.0.0.1',
    assets,
    theme: null,
    hasLog: false,
    hasOffice: false,
  };
  expect(() => structuredClone(reader)).toThrow(/could not be cloned/);
  expect(structuredClone(readerElsewhere(reader)).assets).toEqual({ ...assets, fonts: { whole: fonts.whole } });
});
