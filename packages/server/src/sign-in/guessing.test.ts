import { expect, test } from 'vitest';
import { isEasilyGuessed } from './guessing.ts';

const known = ['lin.meihua', '林美華', '範例部'];

test.each([
  '123456789012',
  '987654321098',
  '１２３４５６７８９０１２',
  '111111111111',
  'abcabcabcabc',
  '王小明王小明王小明王小明',
  'qwertyuiop12',
  '1qaz2wsx3edc',
  'zxcvbnm,./12',
  'QazWsxEdcRfv',
  'password1234',
  'P@ssw0rd1234',
  'PASSWORD!2026',
  'iloveyou1234',
  'sunshine12345',
  'adminadmin12',
  'Guankao2026!!',
  'taiwan20261128',
  'moonlightriver',
  '管考管考管考管考管考管考',
  'lin.meihua2026',
  '林美華範例部林美華範例部',
  'a'.repeat(256),
])('%s is easily guessed', async (password) => expect(await isEasilyGuessed(password, known)).toBe(true));

test.each([
  'four unrelated words here',
  'correct horse battery staple',
  'xK9#mQ2$vL8p',
  '海岸復育與圖書館共享午茶',
  'tram-otter-walnut-plaster',
  // 256 characters without an order.
  Array.from({ length: 256 }, (_, at) => String.fromCharCode(33 + ((at * at * 37 + at * 11) % 94))).join(''),
])('%s is not', async (password) => expect(await isEasilyGuessed(password, known)).toBe(false));
