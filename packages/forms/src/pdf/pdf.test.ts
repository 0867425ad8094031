import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastedForm, read, readDocument, typedDocument, type Reading } from '@guankao/reading';
import { exportForm, exportNotices } from '../export.ts';

async function formSaying(text: string): Promise<Reading> {
  const row = {
    name: '海岸復育計畫',
    type: '社會發展',
    period: '112年1月至115年12月',
    approvedTotal: '9,000',
    budgetedToDate: '700',
    executedToDate: '650',
    plannedWork: '植生。',
    execution: text,
    goals: '完成植生。',
    explanation: '完成。',
  };
  return readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', [row]).form)).reading;
}

/** The names of the fonts inside a PDF, without the tag of a subset. */
function fontsIn(pdf: Uint8Array): string[] {
  const names = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g),
  ];
  return [...new Set(names.map(([, name]) => (name ?? '').replace(/-Identity-H$/, '')))].toSorted();
}

test('a PDF holds our fonts and no other, whatever the machine has', { timeout: 60_000 }, async () => {
  // The Hebrew letter and the box-drawing are in fonts that nearly every machine has.
  const reading = await formSaying('韧性步道≒3公里☑，אב，╬，Aa1。');
  const fonts = fontsIn(await exportForm(reading, 'pdf', { cover: true }));
  expect(fonts).toContain('NotoSansTC-Regular');
  expect(fonts).toContain('NotoSansSC-Regular');
  expect(fonts.filter((name) => !/^NotoSans(TC|SC|Symbols2|Math)-(Regular|Bold)$/.test(name))).toEqual([]);
});

test(
  'what no font holds is printed by code point, noticed, and read back with its row',
  { timeout: 60_000 },
  async () => {
    const reading = await formSaying('由林\u{20bb7}雄辦理。');
    const back = (await read({ name: 'form.pdf', bytes: await exportForm(reading, 'pdf') })).reading;
    expect(back.plans.map(({ name }) => name)).toEqual(['海岸復育計畫']);
    expect(back.plans[0]?.execution.map(({ text }) => text).join('')).toBe('由林U+20BB7雄辦理。');
    expect(back.document.text).toContain('本檔的字型沒有下列 1 個字元，以碼位印出：U+20BB7。');
    const notices = await exportNotices(reading, 'pdf');
    expect(notices.map(({ en }) => en)).toEqual([
      'the fonts of this file lack 1 character, printed by code point: U+20BB7',
    ]);
    expect(await exportNotices(reading, 'csv')).toEqual([]);
  },
);

test('no text is refused by the typesetter', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({
        unit: fc.oneof(
          fc.string({ unit: 'binary', minLength: 1 }),
          fc.constantFrom(
            '甲',
            'e',
            '\u0330',
            '\u20dd',
            '\u{1f1f9}',
            '\ud83d',
            '\u0000',
            '\ufeff',
            '\u{e0100}',
            '=',
            '#',
          ),
        ),
        maxLength: 40,
      }),
      async (text) => {
        const reading = await formSaying('植生。');
        const [plan] = reading.plans;
        if (plan === undefined) throw new Error('no row');
        const said = { ...plan, execution: plan.execution.map((part) => ({ ...part, text })) };
        const pdf = await exportForm({ ...reading, plans: [said] }, 'pdf');
        expect(pdf.length).toBeGreaterThan(1000);
      },
    ),
    { seed: 20_261_128, numRuns: 60 },
  );
});
