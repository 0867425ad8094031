import { describe, expect, test } from 'vitest';
import { localeOf, localPath } from './reader.ts';

test.each([
  ['/en', 'en'],
  ['/en/plans', 'en'],
  ['/en?q=1', 'en'],
  ['/english', 'zh-Hant'],
  ['/', 'zh-Hant'],
  ['/plans', 'zh-Hant'],
])('the language of %s is %s', (url, locale) => expect(localeOf(url)).toBe(locale));

describe('an address to return to', () => {
  test.each(['/', '/plans?q=a', '/en/plans/%E7%AF%84'])('%s is ours', (path) => expect(localPath(path)).toBe(path));
  test.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'plans', '', '/a b'])(
    '%s is not',
    (path) => expect(localPath(path)).toBeNull(),
  );
});
