import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareFiles } from './compare.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../corpus/example/filing.txt'), 'utf8');
const file = (content: string) => ({ name: 'filing.txt', bytes: new TextEncoder().encode(content) });

test('one character in a cell is named with both texts', async () => {
  const at = text.search(/(?<=完成)\d/);
  const digit = text[at] === '7' ? '8' : '7';
  const changed = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
  const compared = await compareFiles({ issued: file(text), given: file(changed) });
  if (compared.kind !== 'compared') throw new Error(compared.kind);
  expect(compared.differences).toHaveLength(1);
  const [{ filed, generated } = { filed: '', generated: '' }] = compared.differences;
  expect(generated).not.toBe(filed);
  expect(filed?.length).toBe(generated?.length);
});

test('other bytes of the same content: no cell differs', async () => {
  const compared = await compareFiles({ issued: file(text), given: file(`${text}\n`) });
  expect(compared).toEqual({ kind: 'compared', differences: [] });
});

test('what has no plan rows is said to have none, what cannot be read is refused in both languages', async () => {
  expect(await compareFiles({ issued: file(text), given: file('謹呈') })).toEqual({ kind: 'no-rows' });
  const broken = { name: 'form.ods', bytes: new TextEncoder().encode('PK\u0003\u0004broken') };
  expect(await compareFiles({ issued: file(text), given: broken })).toMatchObject({
    kind: 'refused',
    message: { 'zh-Hant': expect.any(String), en: expect.any(String) },
  });
});
