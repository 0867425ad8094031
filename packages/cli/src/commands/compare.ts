import { comparePlans, plansInDocument, type Compared, type Comparison, type SourcePlan } from '@guankao/comparison';
import { openDocument } from '@guankao/documents';
import { LineIndex, placeOf, read } from '@guankao/reading';
import type { Arguments } from '../command.ts';
import { clip } from '../columns.ts';
import { load, type GivenFile } from '../files.ts';
import { exit, type ExitCode, type Language, type Terminal } from '../terminal.ts';

export async function compareCommand(
  terminal: Terminal,
  { positionals: [path = '', ...others], values }: Arguments,
): Promise<ExitCode> {
  const { reading } = await read(await load(path));
  const here = new LineIndex(reading.document.text);
  for (const other of others) {
    const source = await sourceOf(await load(other));
    const comparison = comparePlans(reading, source.plans);
    const print = new ComparisonReport(path, here, other, source.lines, terminal);
    terminal.out(values['json'] === true ? `${JSON.stringify(comparison, jsonMoney)}\n` : print.all(comparison));
  }
  return exit.well;
}

interface Source {
  readonly plans: readonly SourcePlan[];
  readonly lines: LineIndex;
}

/** Another filing of the form, or any document whose prose tells of continuing plans. */
async function sourceOf(file: GivenFile): Promise<Source> {
  const document = await openDocument(file);
  return { lines: new LineIndex(document.text), plans: plansInDocument(document) };
}

/** bigint has no JSON: amounts are written as the integers that they are. */
function jsonMoney(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

class ComparisonReport {
  private readonly lang: Language;
  private readonly width: number;
  private readonly here: { readonly path: string; readonly lines: LineIndex };
  private readonly there: { readonly path: string; readonly lines: LineIndex };

  constructor(path: string, lines: LineIndex, otherPath: string, otherLines: LineIndex, { lang, width }: Terminal) {
    this.here = { path, lines };
    this.there = { path: otherPath, lines: otherLines };
    this.lang = lang;
    this.width = width;
  }

  all({ matched, unmatched }: Comparison): string {
    const amounts = matched.filter((match) => match.differences.some(({ kind }) => kind === 'amount'));
    const scopes = matched.filter((match) => match.differences.some(({ kind }) => kind === 'scope'));
    const sections = [
      ...amounts.map((match) => this.match(match, 'amount')),
      ...scopes.map((match) => this.match(match, 'scope')),
      this.tally(matched.length, amounts.length, scopes.length, unmatched.length),
    ];
    return `${sections.join('\n\n')}\n`;
  }

  private match(match: Compared, kind: 'amount' | 'scope'): string {
    return [
      `${match.row.id} ${match.row.name}`,
      `  ${this.lang === 'en' ? 'matched with' : '對應'} ${clip(match.other.name, this.width - 20)}  (${match.confidence.toFixed(2)}; ${match.reason})`,
      ...match.differences
        .filter((difference) => difference.kind === kind)
        .flatMap(({ here, there, message }) => [
          `  > ${here.text}  (${placeOf(this.here.path, here.span, this.here.lines)})`,
          `  > ${there.text}  (${placeOf(this.there.path, there.span, this.there.lines)})`,
          `    ${message[this.lang]}`,
        ]),
    ].join('\n');
  }

  private tally(matched: number, amounts: number, scopes: number, unmatched: number): string {
    return this.lang === 'en'
      ? `${this.here.path} and ${this.there.path}: ${matched} rows matched, ${amounts} with another budget to date, ${scopes} with a total of another scope, ${unmatched} not found there`
      : `${this.here.path} 與 ${this.there.path}：對應 ${matched} 列，其中已編列數不同 ${amounts} 列、總經費範圍不同 ${scopes} 列；另有 ${unmatched} 列在該來源找不到`;
  }
}
