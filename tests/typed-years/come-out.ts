import {
  commonIdeographs,
  inPrintedUnit,
  moneyColumns,
  printedAmount,
  rowFields,
  textColumns,
  type TypedForm,
  type TypedRow,
} from '@guankao/domain';
import { exportForm, type ExportFormat } from '@guankao/forms';
import { formFile, read, readDocument, typedDocument, type Reading } from '@guankao/reading';
import { disarmed } from '../../packages/forms/src/csv.ts';
import { printable } from '../../packages/forms/src/pdf/printable.ts';
import { cellsOfCsv, cellsOfOds, cellsOfOdt, cellsOfPdf, cellsOfXlsx, type Rows } from './cells-of.ts';
import type { RandomYear } from './random-year.ts';

/** What came out otherwise than it was typed: where, what, and what should have. Empty for what is right. */
export type Wrong = readonly { readonly where: string; readonly is: unknown; readonly should: unknown }[];

/** Types the year, publishes it as its file, reads it back, exports it in every format. */
export async function comeOut({ form, overspent }: RandomYear): Promise<Wrong> {
  const document = await typedDocument(form);
  const { reading, bugs } = readDocument(document);
  const published = await read({ name: document.name, bytes: formFile(form) });
  return [
    ...differing(
      'bugs of rules',
      bugs.map(({ rule, error }) => `${rule}: ${error.message}`),
      [],
    ),
    ...differing('the published file, read', published.reading, reading),
    ...inReading('the reading', reading, form),
    ...inReading('form.json', JSON.parse(await text(reading, 'json')) as Reading, form),
    ...differing('CSV', cellsOfCsv(await exportForm(reading, 'csv')), csvOf(form)),
    ...differing('ODS', cellsOfOds(await exportForm(reading, 'ods')), sheetOf(form)),
    ...differing('XLSX', cellsOfXlsx(await exportForm(reading, 'xlsx')), workbookOf(form)),
    ...inSpreads('ODT', cellsOfOdt(await exportForm(reading, 'odt')), sheetOf(form), withoutLineEnds),
    ...(await inPdf(withoutAccents(form))),
    ...findingsAt(reading, form, overspent, document.typed?.rows ?? []),
  ];
}

async function text(reading: Reading, format: ExportFormat): Promise<string> {
  return new TextDecoder().decode(await exportForm(reading, format));
}

function differing(where: string, is: unknown, should: unknown): Wrong {
  return JSON.stringify(is) === JSON.stringify(should) ? [] : [{ where, is, should }];
}

function inReading(where: string, { plans, filing }: Reading, form: TypedForm): Wrong {
  return [
    ...differing(
      `${where}: ids`,
      plans.map(({ id }) => id),
      form.rows.map(({ id }) => id),
    ),
    ...differing(
      `${where}: names`,
      plans.map(({ name }) => name),
      form.rows.map(({ name }) => name),
    ),
    ...differing(
      `${where}: cells`,
      plans.map(({ cells }) => rowFields.map((field) => cells?.[field])),
      sheetOf(form),
    ),
    ...differing(
      `${where}: money`,
      plans.map((plan) => moneyColumns.map((field) => plan[field])),
      form.rows.map((row) => moneyColumns.map((field) => printedNumber(row, field, form))),
    ),
    ...differing(`${where}: heads`, [filing.agency ?? '', filing.fiscalYear], [form.agency, form.fiscalYear]),
  ];
}

function printedNumber(row: TypedRow, field: (typeof moneyColumns)[number], { printedUnit }: TypedForm): number | null {
  const twd = row[field];
  return twd === null ? null : inPrintedUnit(twd, printedUnit);
}

/** As printed: a name with its marker, amounts as 1,234,567. */
function sheetOf(form: TypedForm): Rows {
  return form.rows.map((row) => [
    `${row.marker ?? ''}${row.name}`,
    row.type,
    row.period,
    ...moneyColumns.map((field) => printedAmount(printedNumber(row, field, form))),
    ...textColumns.map((field) => row[field]),
  ]);
}

/** Amounts as plain figures. */
function workbookOf(form: TypedForm): Rows {
  return sheetOf(form).map((cells) => cells.map((cell, at) => (at >= 3 && at <= 5 ? cell.replaceAll(',', '') : cell)));
}

function csvOf(form: TypedForm): Rows {
  return workbookOf(form).map((cells) => cells.map(disarmed));
}

/** A paragraph that is cut at the end of a page is two. */
function withoutLineEnds(cell: string): string {
  return cell.replaceAll('\n', '');
}

async function inPdf(form: TypedForm): Promise<Wrong> {
  const { reading } = readDocument(await typedDocument(form));
  return inSpreads('PDF', await cellsOfPdf(await exportForm(reading, 'pdf')), sheetOf(form), asSetInPdf);
}

/**
 * Marks that are set over another character: the text behind their glyphs repeats that character, which is the
 * typesetter's own way. Which of them are printed, and how, `printable.test.ts` holds.
 */
function withoutAccents(form: TypedForm): TypedForm {
  const plain = (said: string) => said.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  const fields = ['name', 'type', 'period', ...textColumns] as const;
  const rows = form.rows.map((row) => ({
    ...row,
    ...Object.fromEntries(fields.map((field) => [field, plain(row[field])])),
  }));
  return { ...form, agency: plain(form.agency), rows };
}

/**
 * Blanks are set by the typesetter; what is not to be seen may be dropped; what no font holds is its code point. A font
 * draws a radical by the glyph of the character that it looks like, whose text then stands behind it.
 */
function asSetInPdf(cell: string): string {
  return commonIdeographs(printable(cell).text)
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
}

/** Rows in order, each run over as many spreads as it needs: what its slices say together is what was typed. */
function inSpreads(where: string, slices: Rows, should: Rows, plain: (cell: string) => string): Wrong {
  const left = slices.map((slice) => slice.map(plain));
  for (const [at, row] of should.entries()) {
    const wanted = row.map(plain);
    const said = wanted.map(() => '');
    do {
      const slice = left.shift();
      if (slice === undefined) return [{ where: `${where}: row ${at + 1} ends early`, is: said, should: wanted }];
      for (const [column, cell] of slice.entries()) said[column] += cell;
    } while (wanted.some((cell, column) => said[column] !== cell && cell.startsWith(said[column] ?? '')));
    if (JSON.stringify(said) !== JSON.stringify(wanted))
      return [{ where: `${where}: row ${at + 1}`, is: said, should: wanted }];
  }
  return left.length === 0 ? [] : [{ where: `${where}: rows too many`, is: left, should: [] }];
}

type Places = NonNullable<Awaited<ReturnType<typeof typedDocument>>['typed']>['rows'];

/** Each finding names the row, and the field, in which its first evidence stands; the planted fault is found where it is. */
function findingsAt(reading: Reading, form: TypedForm, overspent: readonly string[], places: Places): Wrong {
  const elsewhere = reading.findings.flatMap(({ rule, plan, field, evidence: [first] }) => {
    if (plan === null || first === undefined) return [];
    const at = form.rows.findIndex(({ id }) => id === plan);
    const place = field === null ? undefined : places[at]?.[field];
    const stands = place !== undefined && place.title.start <= first.span.start && first.span.end <= place.value.end;
    return stands ? [] : [{ where: `${rule} is said of ${plan} ${field}`, is: first, should: place }];
  });
  const found = reading.findings.flatMap(({ rule, plan }) => (rule === 'executed-over-budgeted' ? [plan] : []));
  return [...elsewhere, ...differing('executed-over-budgeted', [...new Set(found)], overspent)];
}
