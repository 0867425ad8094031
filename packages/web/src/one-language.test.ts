import { expect, test } from 'vitest';
import { inOneLanguage } from './one-language.ts';

const page = [
  '## 方法 Method',
  '把兩個數相除。',
  'Divides one figure by the other.',
  '## 依據 Based on',
  '算術',
  '## 示範 Demonstration',
  '```\n兩\n```',
  '## 設定 Configuration',
  'None yet.',
];

test('a reader of Chinese gets the Chinese half, and what has no other half', () =>
  expect(inOneLanguage(page, 'zh-Hant')).toEqual([
    '## 方法',
    '把兩個數相除。',
    '## 依據',
    '算術',
    '## 示範',
    '```\n兩\n```',
    '## 設定',
    'None yet.',
  ]));

test('a reader of English gets the English half, and what has no other half', () =>
  expect(inOneLanguage(page, 'en')).toEqual([
    '## Method',
    'Divides one figure by the other.',
    '## Based on',
    '算術',
    '## Demonstration',
    '```\n兩\n```',
    '## Configuration',
    'None yet.',
  ]));
