import type { Table } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

const csv = (text: string) => ({ name: '範例.csv', bytes: new TextEncoder().encode(text) });

describe('CSV in its usual dialects', () => {
  test.each([
    ['commas', '名稱,經費\r\n甲,"1,200"\r\n'],
    ['semicolons', '名稱;經費\n甲;1,200\n'],
    ['tabs', '名稱\t經費\n甲\t1,200\n'],
    ['bars', '名稱|經費\n甲|1,200\n'],
    ['a byte-order mark', '\ufeff名稱,經費\n甲,"1,200"\n'],
    ['the separator named', 'sep=;\r\n名稱;經費\r\n甲;1,200\r\n'],
    ['old Macintosh line ends', '名稱,經費\r甲,"1,200"\r'],
  ])('%s', async (_, text) => {
    expect((await readCsv(csv(text))).text).toBe('名稱\t經費\n甲\t1,200\n\n');
  });

  test('Big5', async () => {
    const bytes = Uint8Array.from([0xbd, 0x64, 0xa8, 0xd2, 0x2c, 0x31, 0x0a, 0xb3, 0xa1, 0x2c, 0x32, 0x0a]);
    expect((await readCsv({ name: '範例.csv', bytes })).text).toBe('範例\t1\n部\t2\n\n');
  });

  test('a quoted field with breaks and quotation marks; fields have their addresses', async () => {
    const document = await readCsv(csv('甲,"1. 完成""示範""\n2. 驗收",乙\n丙,丁,戊\n'));
    expect(document.text).toBe('甲\t1. 完成"示範"\u20292. 驗收\t乙\n丙\t丁\t戊\n\n');
    expect((document.blocks[0] as Table).rows[0]?.cells[1]?.span.address).toBe('B1');
  });

  test('lines above the table, blank lines, rows of different length', async () => {
    const document = await readCsv(csv('範例部\n單位：千元,,\n\n名稱,經費,說明\n甲,1\n\n註：無\n'));
    expect(document.text).toBe('範例部\n單位：千元\n\n名稱\t經費\t說明\n甲\t1\n\n註：無\n');
  });

  test('a quotation mark that is never closed swallows nothing', async () => {
    expect((await readCsv(csv('甲,"乙\n丙,丁\n'))).text).toBe('甲\t"乙\n丙\t丁\n\n');
  });
});
