import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { isAboutFiling, moneyColumns, textColumns, type Message } from '@guankao/domain';
import { families, fontFolders } from '@guankao/fonts';
import type { Reading } from '@guankao/reading';
import { terms } from '@guankao/terms';
import template from './form.typ';
import { printableTree } from './printable.ts';
import { printedOf, type FormRow, type FormTable } from '../form-table.ts';

/** PDF/UA-1 unless a long-term archive asks for PDF/A-2a. Typst writes one standard at a time. */
export type PdfStandard = 'ua-1' | 'a-2a';

let compiler: NodeCompiler | undefined;

/**
 * The typesetter is made once: it reads 36 MB of fonts. It looks at the machine's fonts too and cannot be told not to;
 * so the form names its families and falls back to no other, and each is here in every weight that the form asks for.
 */
function typesetter(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders()] }] });
  return compiler;
}

export interface PdfOptions {
  readonly standard: PdfStandard;
  /** The reading whose checks a first sheet tells of; null for none. */
  readonly cover: Reading | null;
}

/** The form as a tagged PDF: facing pages, fonts embedded, title and language set. */
export async function writePdf(table: FormTable, { standard, cover }: PdfOptions): Promise<Uint8Array> {
  const { tree, unknown } = printableTree({ ...formInput(table), cover: cover === null ? null : coverOf(cover) });
  const rows = tree.rows.map((cells) => cells.map(piecesOf));
  return setPdf(template, 'form', { ...tree, rows, notice: noticeOf(unknown)?.['zh-Hant'] ?? null }, standard);
}

/** Sets a template in the bundled fonts; it finds its input, with the names of the fonts, as JSON under a name. */
export function setPdf(mainFileContent: string, name: string, input: object, pdfStandard: PdfStandard): Uint8Array {
  const typst = typesetter();
  const whole = JSON.stringify({ ...input, fonts: families().map((family) => family.name) });
  const result = typst.compile({ mainFileContent, inputs: { [name]: whole } });
  if (result.result === null)
    throw new Error(`the typesetter refused the ${name}: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`);
  const pdf = typst.pdf(result.result, { pdfStandard });
  typst.evictCache(10);
  return new Uint8Array(pdf);
}

/** What is to be said of a form whose PDF cannot show some of its characters; null where it can show all. */
export function pdfNotice(table: FormTable): Message | null {
  return noticeOf(printableTree(formInput(table)).unknown);
}

/** Which characters no bundled font holds, in both languages; null where none. */
export function noticeOf(unknown: readonly string[]): Message | null {
  if (unknown.length === 0) return null;
  const [listed, more] = [unknown.slice(0, 40), unknown.length - 40];
  return {
    'zh-Hant': `本檔的字型沒有下列 ${unknown.length} 個字元，以碼位印出：${listed.join('、')}${more > 0 ? '等' : ''}。`,
    en: `the fonts of this file lack ${unknown.length === 1 ? '1 character' : `${unknown.length} characters`}, printed by code point: ${listed.join(', ')}${more > 0 ? ' and others' : ''}`,
  };
}

const severities = [
  ['error', terms.error],
  ['warning', terms.warning],
  ['question', terms.question],
] as const;

/** What was read, from which bytes, and what the checks found. A doubt about the conversion is told apart. */
function coverOf({ document, plans, findings, unread }: Reading): unknown {
  const doubts = findings.filter((finding) => !isAboutFiling(finding));
  const own = findings.filter(isAboutFiling);
  const names = new Map(plans.map(({ id, name }) => [id, name]));
  return {
    facts: [
      ['來源檔', document.name],
      ['sha256', document.sha256],
      ['計畫列', String(plans.length)],
      ...severities.map(([severity, name]) => [
        name['zh-Hant'],
        String(own.filter((finding) => finding.severity === severity).length),
      ]),
      [terms.transcriptionDoubt['zh-Hant'], String(doubts.length)],
      [terms.unread['zh-Hant'], `${unread.length} 段`],
    ],
    findings: own
      .filter(({ severity }) => severity !== 'question')
      .map(({ rule, plan, message }) => [
        plan === null ? '整份表' : (names.get(plan) ?? plan),
        rule,
        message['zh-Hant'],
      ]),
  };
}

function formInput(table: FormTable) {
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

/** Ten cells, each a list of paragraphs. A blank line is none: it parts two paragraphs as a line end does. */
function cells(row: FormRow): string[][] {
  const short = [row.name, row.type, row.period, ...moneyColumns.map((field) => printedOf(row[field]))];
  const paragraphs = [...short.map((text) => text.split('\n')), ...textColumns.map((field) => row[field])];
  return paragraphs.map((lines) => lines.filter((line) => line.trim() !== ''));
}

/** A paragraph, or a part of a long one; `joins`: it goes on where the one before it ended. */
interface Piece {
  readonly text: string;
  readonly joins: boolean;
}

/** Characters in a piece. The template sets a cell piece by piece until its page is full: no piece fills one. */
const longestPiece = 500;

const clusters = new Intl.Segmenter('zh-Hant', { granularity: 'grapheme' });

function piecesOf(paragraphs: readonly string[]): readonly Piece[] {
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.length <= longestPiece) return [{ text: paragraph, joins: false }];
    const pieces: string[] = [''];
    for (const { segment } of clusters.segment(paragraph)) {
      if ((pieces.at(-1) ?? '').length >= longestPiece) pieces.push('');
      pieces[pieces.length - 1] += segment;
    }
    return pieces.map((text, at) => ({ text, joins: at > 0 }));
  });
}
