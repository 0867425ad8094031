import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDocument } from '@guankao/documents';
import { exportForm } from '@guankao/forms';
import { read } from '@guankao/reading';
import { beforeAll, describe, expect, test } from 'vitest';
import { formPages, type FormPage } from './layout.ts';

const filing = join(import.meta.dirname, '../../../shared/filings/moi-113.txt');

describe.skipIf(!existsSync(filing))(
  'our form is laid out as the published one is (skipped where it is not at hand)',
  () => {
    let filed: FormPage[] = [];
    let ours: FormPage[] = [];
    beforeAll(async () => {
      const bytes = new Uint8Array(readFileSync(filing));
      filed = formPages(await openDocument({ name: 'filing.txt', bytes }));
      const { reading } = await read({ name: 'filing.txt', bytes });
      ours = formPages(await openDocument({ name: 'form.pdf', bytes: await exportForm(reading, 'pdf') }));
    }, 60_000);

    test('left and right pages in turn, each under its half of the head and with its columns', () => {
      // The name of the whole form stands above the first page of the file only.
      const [left, right] = [filed[2], filed[3]];
      expect(new Set(filed.slice(2).map(({ head, columns }) => JSON.stringify([head, columns]))).size).toBe(2);
      for (const [at, { head, columns }] of ours.entries())
        expect({ head, columns }).toEqual({
          head: (at % 2 === 0 ? left : right)?.head,
          columns: (at % 2 === 0 ? left : right)?.columns,
        });
    });

    test('unlike there, the rows of a left page are those of its right page', () => {
      const unequal = (pages: readonly FormPage[]) =>
        pages.filter((page, at) => at % 2 === 0 && page.rows.length !== pages[at + 1]?.rows.length).length;
      expect([filed.length, unequal(filed)]).toEqual([26, 5]);
      expect([ours.length % 2, unequal(ours)]).toEqual([0, 0]);
    });
  },
);
