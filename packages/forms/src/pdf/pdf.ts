import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import template from './form.typ';
import { fontFolders, replaceUnprintable } from './fonts.ts';
import { moneyFields, printedAmount, textFields, type FormRow, type FormTable } from '../form-table.ts';

/** PDF/UA-1 unless a long-term archive asks for PDF/A-2a. Typst writes one standard at a time. */
export type PdfStandard = 'ua-1' | 'a-2a';

let compiler: NodeCompiler | undefined;

/** The typesetter is made once: it reads 24 MB of fonts. */
function typesetter(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
  return compiler;
}

/** The form as a tagged PDF: facing pages, fonts embedded, title and language set. */
export async function writePdf(table: FormTable, standard: PdfStandard = 'ua-1'): Promise<Uint8Array> {
  const typst = typesetter();
  const result = typst.compile({ mainFileContent: template, inputs: { form: replaceUnprintable(JSON.stringify(formInput(table))) } });
  if (result.result === null) throw new Error(`the typesetter refused the form: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`);
  const pdf = typst.pdf(result.result, { pdfStandard: standard });
  typst.evictCache(10);
  return new Uint8Array(pdf);
}

function formInput(table: FormTable): unknown {
  return {
    title: [table.agency, table.year, table.title.join('')].filter((part) => part !== '').join(' '),
    titles: table.title,
    agency: table.agency,
    ministry: table.agency === '' ? '' : '主管',
    republic: table.year === '' ? '' : '中華民國',
    year: table.year,
    unit: table.unit,
    columns: table.columns,
    rows: table.rows.map(cells),
  };
}

/** Ten cells, each a list of paragraphs. */
function cells(row: FormRow): string[][] {
  const short = [row.name, row.type, row.period, ...moneyFields.map((field) => printedAmount(row[field]))];
  return [...short.map((text) => (text === '' ? [] : [text])), ...textFields.map((field) => [...row[field]])];
}
