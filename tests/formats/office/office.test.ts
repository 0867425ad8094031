import { read } from '@guankao/reading';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import { officeCases, type OfficeCase } from './kinds.ts';
import { formats, type Format } from './model.ts';
import { write } from './write.ts';

const byKind = Map.groupBy(officeCases, ({ kind }) => kind);

test('which kinds are tried in which formats stands in KINDS.md (-u writes it anew)', async () => {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rows = [...byKind].map(([kind, cases]) => [
    kind,
    ...formats.map((format) => cases.filter((each) => each.formats.includes(format)).length || '–'),
  ]);
  const page = [
    '# Office quirks by kind and format',
    'Small documents of `kinds.ts`, so many of each kind in each format; –: the format cannot hold it. Beside them `generate.ts` makes documents with several quirks at once, and `through-libreoffice.ts` has LibreOffice save those in another format.',
    [line(['kind', ...formats]), line(['---', ...formats.map(() => '---:')]), ...rows.map(line)].join('\n'),
  ].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'KINDS.md'));
});

for (const [kind, cases] of byKind) {
  describe(kind, () => {
    test.each(cases.flatMap((each) => each.formats.map((format) => [each.variant, format, each] as const)))(
      '%s, in %s',
      async (_, format, each) => {
        const { reading } = await read(fileOf(each, format));
        const verdict = judge(reading, each.expected, each.unit);
        expect(verdict).toEqual({ wrong: [], doubtful: each.doubtful ?? [], invented: [], missed: [] });
        if (each.agency !== undefined) expect(reading.filing.agency).toBe(each.agency);
        if (each.notice !== undefined && !isUnseen(each.notice, format))
          expect(reading.notices.map(({ id }) => id)).toContain(noticeIn(each.notice, format));
      },
    );
  });
}

function fileOf({ file, bytes }: OfficeCase, format: Format): { readonly name: string; readonly bytes: Uint8Array } {
  return bytes === undefined
    ? write(file, format)
    : { name: `form.${format === 'text' ? 'txt' : format}`, bytes: bytes(format) };
}

/** What is hidden or deleted is not in a printed page at all. */
function isUnseen(notice: string, format: Format): boolean {
  return format === 'pdf' && (notice.startsWith('hidden') || notice === 'tracked-changes');
}

/** A page knows rows and columns that are hidden as text like any other. */
function noticeIn(notice: string, format: Format): string {
  return format === 'html' && notice.startsWith('hidden') ? 'hidden-text' : notice;
}
