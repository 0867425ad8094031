import { Refusal, type Document } from '@guankao/domain';
import { accountKey, accountLabel, accountLevels, type AccountName } from '../../mapping/mapping.ts';
import { identityGap, isAmount, moneyComponents, moneyFields, type YearMoney } from '../../row/money.ts';
import type { MoneyMapping } from './mapping.ts';
import { demandColumns, isTotal, tableLines } from './money-table.ts';

/** One account of a file by 科目. */
export interface AccountLine {
  readonly name: AccountName;
  /** As the file names it; null where it has no column for it. */
  readonly agency: string | null;
  readonly money: YearMoney;
  /** Sheet1!A7 */
  readonly place: string;
}

/**
 * The accounts of a file. Throws a Refusal that names the place where an amount is none, an account stands twice, or a
 * line is the sum of others: taken in, its dollars would count twice.
 */
export function readAccountTable(document: Document, mapping: MoneyMapping): readonly AccountLine[] {
  const { account } = mapping;
  if (account === undefined || account === null) throw new RangeError('no column names the accounts');
  demandColumns(document, mapping, Object.values(account));
  const lines = tableLines(document, mapping, (cellOf) => {
    const texts = accountLevels.map((level) => (account[level] === undefined ? '' : cellOf(account[level])));
    const name = Object.fromEntries(accountLevels.map((level, at) => [level, texts[at]])) as AccountName;
    return texts.every((text) => text === '') || texts.some(isTotal) ? null : { of: name, called: accountLabel(name) };
  }).map(({ of: name, agency, money, place }): AccountLine => ({ name, agency, money, place }));
  for (const line of lines) demandAmounts(line, mapping);
  for (const ofAgency of Map.groupBy(lines, ({ agency }) => agency).values()) demandOnce(ofAgency);
  return lines;
}

function demandAmounts({ name, money, place }: AccountLine, { components }: MoneyMapping): void {
  const bad = moneyComponents.find(
    (component) => !isAmount(money[component]) || (component !== 'supplementary' && money[component] < 0),
  );
  const label = accountLabel(name);
  if (bad !== undefined) throw negative(label, place, components[bad] ?? moneyFields[bad].label['zh-Hant'], money[bad]);
  const gap = identityGap(money);
  if (gap !== 0 && components.realised !== undefined) throw broken(label, place, gap);
}

/** An account stands once, and beside none that it is the sum of: one whose levels begin with all of its own. */
function demandOnce(lines: readonly AccountLine[]): void {
  const seen = new Map<string, AccountLine>();
  for (const line of lines) {
    const before = seen.get(accountKey(line.name));
    if (before !== undefined) throw twice(accountLabel(line.name), before.place, line.place);
    seen.set(accountKey(line.name), line);
  }
  // Codes of a sum and of what it sums differ: the names of the levels tell.
  const byLevels = new Map(lines.map((line) => [levelsOf(line).join('|'), line]));
  for (const line of lines) {
    const levels = levelsOf(line);
    for (let depth = 1; depth < levels.length; depth += 1) {
      const sum = byLevels.get(levels.slice(0, depth).join('|'));
      if (sum !== undefined) throw sumOfOthers(accountLabel(sum.name), sum.place, line.place);
    }
  }
}

/** The levels that a line names, without its code and what is empty below. */
function levelsOf({ name: { business, work, branch, use } }: AccountLine): readonly string[] {
  const levels = [business, work, branch, use].map((text) => text.normalize('NFKC').replace(/\s+/g, ''));
  return levels.slice(0, levels.findLastIndex((text) => text !== '') + 1);
}

function negative(label: string, place: string, heading: string, amount: number): Refusal {
  const shown = amount.toLocaleString('en-US');
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': `「${label}」（${place}）的「${heading}」是 ${shown} 元，要是不小於零、不超過一百兆的整數。整份檔案都沒有匯入，請更正後重新匯出。`,
    en: `of ${label} (${place}), "${heading}" is ${shown} TWD: it must be a whole amount, not below zero and not above 100 trillion. Nothing of the file was imported; correct it and export again.`,
  });
}

function broken(label: string, place: string, gap: number): Refusal {
  const amount = gap.toLocaleString('en-US');
  return new Refusal('account-identity', 422, {
    'zh-Hant': `「${label}」（${place}）的可支用預算與實現＋應付＋保留＋賸餘相差 ${amount} 元。整份檔案都沒有匯入，請核對這一列後重新匯出。`,
    en: `of ${label} (${place}), available funds and realised + payable + carried over + lapsed differ by ${amount} TWD. Nothing of the file was imported; check this line and export again.`,
  });
}

function twice(label: string, before: string, place: string): Refusal {
  return new Refusal('account-twice', 422, {
    'zh-Hant': `「${label}」在 ${before} 與 ${place} 各有一列，金額會算兩次。整份檔案都沒有匯入：請合為一列，或加上分支計畫、用途別以區分。`,
    en: `${label} stands at ${before} and at ${place}: its money would count twice. Nothing of the file was imported: make one line of them, or tell them apart by 分支計畫 or 用途別.`,
  });
}

function sumOfOthers(label: string, place: string, below: string): Refusal {
  return new Refusal('account-is-sum', 422, {
    'zh-Hant': `「${label}」（${place}）是小計：${below} 是它底下的科目，金額會算兩次。整份檔案都沒有匯入，請刪去小計的列後再匯入。`,
    en: `${label} (${place}) is a sum: ${below} is an account below it, and its money would count twice. Nothing of the file was imported; delete lines that are sums and import again.`,
  });
}
