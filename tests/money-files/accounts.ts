import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Files of budget accounts with fictional money. */

export interface AccountOfFile {
  readonly agency: string;
  readonly code: string;
  readonly business: string;
  readonly work: string;
  /** In the order of the headings. */
  readonly money: readonly number[];
}

export const accountHeadings =
  '機關,科目代碼,業務計畫,工作計畫,法定預算數,追加減預算數,以前年度轉入數,實現數,應付數,保留數,賸餘數,預付數';

/** Money that adds up, unlike that of any other account, in whole TWD. */
export function moneyAt(at: number): readonly number[] {
  const [budget, supplementary, carriedIn] = [1_000_003 + at * 7_919, at % 3 === 0 ? -(at * 11) : 0, at * 101];
  const all = budget + supplementary + carriedIn;
  const [realised, payable, carriedOver] = [Math.floor(all * 0.8), at * 13, at * 17];
  return [budget, supplementary, carriedIn, realised, payable, carriedOver, all - realised - payable - carriedOver, at];
}

export function lineOf({ agency, code, business, work, money }: AccountOfFile): readonly (string | number)[] {
  return [agency, code, business, work, ...money];
}

/** The file, without cells that would need quotes. */
export function accountsCsv(lines: readonly (readonly (string | number)[])[]): string {
  return [accountHeadings, ...lines.map((line) => line.join(','))].join('\n');
}

/** 70 accounts of two fictional agencies. */
export function fictionalAccounts(): readonly AccountOfFile[] {
  return Array.from({ length: 70 }, (_, at) => ({
    agency: at % 5 < 3 ? '範例署' : '虛擬局',
    code: String(3_700_000_000 + at * 100),
    business: `範例業務${Math.floor(at / 4) + 1}`,
    work: `虛擬工作${at + 1}`,
    money: moneyAt(at),
  }));
}

const budget = join(import.meta.dirname, '../../../shared/filings/central-budget-114.csv');

/** Whether the real budget is at hand, whose structure is taken and whose amounts are not. */
export const hasBudget = existsSync(budget);

interface BudgetLine {
  readonly code: string;
  /** 節; 無細項 where there is none. */
  readonly name: string;
  readonly topname: string;
  readonly depname: string;
  /** 目 */
  readonly depcat: string;
}

/** How the accounts of the whole budget are built, by ministry and agency; the names of agencies are numbers, the money made up. */
export function budgetAccounts(): readonly (AccountOfFile & { readonly ministry: string })[] {
  const lines: readonly BudgetLine[] = parse(readFileSync(budget), { columns: true, bom: true });
  const agencies = [...new Set(lines.map(({ depname }) => depname))];
  return lines.map(({ code, name, topname, depname, depcat }, at) => ({
    ministry: topname,
    agency: `第${agencies.indexOf(depname) + 1}機關`,
    code,
    business: depcat,
    work: name === '無細項' ? '' : name,
    money: moneyAt(at),
  }));
}
