import { Refusal } from '@guankao/domain';
import { dayInTaipei, inRoc, isDay } from '../../../days.ts';
import type { Context } from '../../../context.ts';
import { moneyComponents } from '../../row/money.ts';
import type { AccountLine } from '../../year/money-import/account-table.ts';
import type { MappingEvent } from '../events.ts';
import {
  accountKey,
  accountLabel,
  mappingId,
  type AccountFile,
  type AccountMapping,
  type BudgetAccount,
} from '../mapping.ts';
import { demandPartsFit } from './fitting.ts';

/** A file of accounts as it was read: the lines of one agency. */
export interface AccountsOfFile {
  readonly lines: readonly AccountLine[];
  readonly name: string;
  readonly sha256: string;
  readonly onlyBudget: boolean;
}

/** The year that it is for, as it stands: taken from the record, not from what was asked. */
export interface MappedYear {
  readonly id: string;
  readonly ministry: string;
  readonly fiscalYear: number;
}

export function openMapping(agency: string, { id, ministry, fiscalYear }: MappedYear): readonly MappingEvent[] {
  const mapping: AccountMapping = {
    id: mappingId(id, agency),
    year: id,
    ministry,
    agency,
    fiscalYear,
    version: 1,
    accounts: [],
    accountsEver: 0,
    files: [],
    parts: [],
    overrules: [],
    drawn: null,
  };
  return [{ kind: 'mapping-opened', subject: mapping.id, payload: { mapping } }];
}

/**
 * The accounts of a file take the place of those before: one that is named again keeps its id and its parts. Throws a
 * Refusal for a file that was taken already, an account that has parts and is not in the file, and parts that no longer fit.
 */
export function takeAccounts(
  mapping: AccountMapping,
  { lines, name, sha256, onlyBudget }: AccountsOfFile,
  asOf: string,
  { actor, now }: Context,
): readonly MappingEvent[] {
  const before = mapping.files.find((file) => file.sha256 === sha256);
  if (before !== undefined) throw fileTwice(name, before);
  if (!asOf.startsWith(`${mapping.fiscalYear}-`) || !isDay(asOf)) throw notOfTheYear(asOf, mapping.fiscalYear);
  const known = new Map(mapping.accounts.map((account) => [accountKey(account.name), account.id]));
  let given = mapping.accountsEver;
  const after = lines.map(({ name: account, money, place }): BudgetAccount => {
    const id = known.get(accountKey(account)) ?? `a${(given += 1)}`;
    return { id, name: account, money, place };
  });
  const gone = mapping.accounts.find(
    ({ id }) => !after.some((account) => account.id === id) && openPartsOf(mapping, id).length > 0,
  );
  if (gone !== undefined) throw accountGone(gone, name, openPartsOf(mapping, gone.id).length);
  for (const account of after) demandPartsFit(account, openPartsOf(mapping, account.id));
  const file: AccountFile = {
    name,
    sha256,
    asOf,
    accounts: after.length,
    onlyBudget,
    by: actor.name,
    at: now.toISOString(),
  };
  const payload = { before: mapping.accounts, after, file, writer: actor.id };
  return [{ kind: 'mapping-accounts-taken', subject: mapping.id, payload }];
}

function openPartsOf({ parts }: AccountMapping, account: string): AccountMapping['parts'] {
  return parts.filter((part) => part.account === account && part.ended?.never !== true);
}

/** What a file would change of the accounts of a mapping; null: its first file. */
export function accountsChanged(
  mapping: Pick<AccountMapping, 'accounts'> | null,
  lines: readonly Pick<BudgetAccount, 'name' | 'money'>[],
): Readonly<Record<'fresh' | 'changed' | 'same' | 'gone', number>> {
  const before = new Map((mapping?.accounts ?? []).map((account) => [accountKey(account.name), account.money]));
  const kinds = lines.map(({ name, money }) => {
    const known = before.get(accountKey(name));
    if (known === undefined) return 'fresh';
    return moneyComponents.every((component) => known[component] === money[component]) ? 'same' : 'changed';
  });
  const count = (kind: (typeof kinds)[number]) => kinds.filter((one) => one === kind).length;
  const [fresh, changed, same] = [count('fresh'), count('changed'), count('same')];
  return { fresh, changed, same, gone: before.size - changed - same };
}

function fileTwice(name: string, { at, by, name: before }: AccountFile): Refusal {
  return new Refusal('accounts-file-twice', 409, {
    'zh-Hant': `「${name}」的內容與 ${inRoc(dayInTaipei(new Date(at)))} 由${by}匯入的「${before}」完全相同，沒有再匯入。若要更新金額，請從會計系統重新匯出。`,
    en: `the content of ${name} is that of ${before}, imported ${dayInTaipei(new Date(at))} by ${by}; it was not imported again. To bring the amounts up to date, export anew from the accounting system.`,
  });
}

function notOfTheYear(day: string, fiscalYear: number): Refusal {
  return new Refusal('day-outside-year', 422, {
    'zh-Hant': `結帳日「${inRoc(day)}」不在 ${fiscalYear - 1911} 年度內。請填金額算到哪一天，例：${fiscalYear - 1911}年12月31日。`,
    en: `${day}, to which the accounts were closed, is no day of ${fiscalYear}. Give the day up to which the amounts count, such as ${fiscalYear}-12-31.`,
  }).about('asOf');
}

function accountGone({ name, place }: BudgetAccount, file: string, parts: number): Refusal {
  const label = accountLabel(name);
  return new Refusal('account-not-in-file', 409, {
    'zh-Hant': `「${label}」（上次在 ${place}）已歸屬 ${parts} 筆，但「${file}」裡沒有這個科目。整份檔案都沒有匯入：請先終止這個科目的歸屬，或匯入含有它的檔案。`,
    en: `${label} (at ${place} of the file before) has ${parts} part${parts === 1 ? '' : 's'}, and ${file} does not hold it. Nothing of the file was imported: end its parts first, or import a file that holds it.`,
  });
}
