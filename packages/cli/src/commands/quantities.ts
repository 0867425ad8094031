import { commonIdeographs } from '@guankao/domain';
import { extractLines, printDecimal, toNumber, type Decimal, type Quantity, type Reading } from '@guankao/quantities';
import { displayWidth } from '../columns.ts';

/** What `guankao quantities --json` prints for one line of its input (contract/quantities.schema.json). */
export interface LineOfQuantities {
  readonly line: number;
  readonly quantities: readonly unknown[];
}

/** One element for each line, empty ones too. Lines end at \n or \r\n; the last newline opens none. */
export function quantitiesJson(text: string): LineOfQuantities[] {
  return quantitiesOf(linesOf(text)).map((quantities, i) => ({ line: i + 1, quantities: quantities.map(asJson) }));
}

/** The text, each quantity underlined, its value beneath it. */
export function quantitiesText(text: string, lang: 'zh-Hant' | 'en'): string {
  const lines = linesOf(text);
  const quantities = quantitiesOf(lines);
  return lines.map((line, i) => [line, ...notesUnder(line, quantities[i] ?? [], lang)].join('\n') + '\n').join('');
}

/** Radicals that a converter left are read as the characters that they look like; what is shown is the print. */
function quantitiesOf(lines: readonly string[]): Quantity[][] {
  return extractLines(lines.map(commonIdeographs)).map((quantities, i) =>
    quantities.map((quantity) => ({ ...quantity, text: (lines[i] ?? '').slice(quantity.start, quantity.end) })),
  );
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function asJson({ start, end, text, comparator, alternatives, ...quantity }: Quantity): unknown {
  return { start, end, text, ...readingAsJson(quantity), comparator, alternatives: alternatives.map(readingAsJson) };
}

function readingAsJson({ kind, value, low, high, unit, from, to }: Reading): Record<string, unknown> {
  return { kind, value: numberOf(value), low: numberOf(low), high: numberOf(high), unit, from, to };
}

function numberOf(value: Decimal | null): number | null {
  return value === null ? null : toNumber(value);
}

/** The underline, and as many rows of values as are needed for none to run into the next. */
function notesUnder(line: string, quantities: readonly Quantity[], lang: 'zh-Hant' | 'en'): string[] {
  if (quantities.length === 0) return [];
  const rows: string[] = [''];
  for (const quantity of quantities) {
    const column = displayWidth(line.slice(0, quantity.start));
    rows[0] = placed(rows[0] ?? '', column, '▔'.repeat(displayWidth(quantity.text)));
    const free = rows.findIndex((row, i) => i > 0 && (displayWidth(row) < column || row === ''));
    const row = free < 0 ? rows.length : free;
    rows[row] = placed(rows[row] ?? '', column, valueOf(quantity, lang));
  }
  return rows;
}

function placed(row: string, column: number, note: string): string {
  return row + ' '.repeat(Math.max(0, column - displayWidth(row))) + note;
}

const signs = { '>=': '≥ ', '>': '> ', '<=': '≤ ', '<': '< ', '~': '≈ ' };
const words = { 'zh-Hant': { or: '或', noYear: '未載年 ' }, en: { or: ' or ', noYear: 'no year ' } };

function valueOf(quantity: Quantity, lang: 'zh-Hant' | 'en'): string {
  const sign = quantity.comparator === null ? '' : signs[quantity.comparator];
  return sign + [quantity, ...quantity.alternatives].map((reading) => readingOf(reading, lang)).join(words[lang].or);
}

function readingOf({ value, low, high, unit, from, to }: Reading, lang: 'zh-Hant' | 'en'): string {
  if (from !== null)
    return [from, to]
      .filter((date) => date !== null)
      .map((date) => date.replace(/^--/, words[lang].noYear))
      .join('…');
  const number = value === null ? [low, high].map(grouped).join('–') : grouped(value);
  return unit === null ? number : `${number} ${unit}`;
}

function grouped(value: Decimal | null): string {
  return value === null
    ? ''
    : printDecimal(value).replace(
        /^(-?)(\d+)/,
        (_, minus: string, whole: string) => minus + whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','),
      );
}
