import type { FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import type { Office, Step } from '@guankao/store';
import {
  carriedOver,
  currentEntry,
  demandDrawable,
  demandReadable,
  drawingOf,
  isStanding,
  mappingId,
  mappingPolicy,
  may,
  noSuchMapping,
  type AccountLine,
  type AccountMapping,
  type AccountsOfFile,
  type Actor,
  type Agency,
  type LastYearsMapping,
  type MoneyMapping,
  type NewPart,
  type RowRecord,
  type YearRecord,
} from '@guankao/workflow';
import { previewMoney, type MoneyPreview } from '../office/money-import.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { signedIn } from '../sign-in/authenticate.ts';

/** The steps are carried out by whoever calls: as the API or as a form. */
export type Carry = (steps: readonly Step[]) => ReturnType<Office['perform']>;

/** A mapping as this person may see it, with the rows of its year. Throws a Refusal where they may not. */
export async function mappingOf(
  { office }: Pick<OfficeSite, 'office'>,
  actor: Actor,
  id: string,
): Promise<{ readonly mapping: AccountMapping; readonly rows: readonly RowRecord[] }> {
  const [tree, record] = [await office.tree(), await office.record('mapping', id)];
  if (record === null || !may(mappingPolicy, 'read', actor, record as AccountMapping, tree)) throw noSuchMapping(id);
  const mapping = record as AccountMapping;
  return { mapping, rows: (await office.year(mapping.year))?.rows ?? [] };
}

/** The accounts of one agency in a file, and its mapping where there is one. */
export interface AgencyAccounts {
  readonly agency: string;
  readonly lines: readonly AccountLine[];
  readonly mapping: AccountMapping | null;
}

export interface AccountsPreview extends MoneyPreview {
  readonly agencies: readonly AgencyAccounts[];
}

/** Reads a file by 科目 and says whose accounts they are. Nothing is recorded. */
export async function previewAccounts(
  { office, pool }: OfficeSite,
  request: FastifyRequest,
  yearId: string,
  file: SourceFile,
  { columns = null, agency = null }: AskedOfFile = {},
): Promise<AccountsPreview> {
  const actor = signedIn(request);
  const preview = await previewMoney(pool, request, office, yearId, file, columns, actor);
  return { ...preview, agencies: await agenciesOf({ office }, actor, yearId, preview, agency) };
}

/** How a file of accounts is to be read; what is left out is taken from the file. */
export interface AskedOfFile {
  readonly columns?: MoneyMapping | null;
  /** Id of the agency whose they are where the file does not name any. */
  readonly agency?: string | null;
  /** ISO: the day up to which the amounts count. */
  readonly asOf?: string | null;
}

/** Throws a Refusal where the file is not by account, or names an agency whose accounts this person does not keep. */
async function agenciesOf(
  { office }: Pick<OfficeSite, 'office'>,
  actor: Actor,
  yearId: string,
  { mapping, headings, accounts }: MoneyPreview,
  sole: string | null,
): Promise<readonly AgencyAccounts[]> {
  demandReadable(mapping, headings);
  if (accounts === null) throw notByAccount(headings);
  if (accounts.length === 0) throw noAccounts();
  const form = await office.year(yearId);
  const own = await ownAgencies({ office }, actor, form?.year.ministry ?? '');
  const agencyOf = ({ agency, place }: AccountLine): string => {
    if (agency === null && sole === null) return soleAgency(actor, place);
    const named = agency ?? sole ?? '';
    const found = own.find(({ id, name }) => plain(name) === plain(named) || id === named);
    if (found === undefined) throw agencyNotOwn(named, place);
    return found.id;
  };
  const grouped = [...Map.groupBy(accounts, agencyOf)];
  return Promise.all(
    grouped.map(async ([agency, lines]) => ({
      agency,
      lines,
      mapping: (await office.record('mapping', mappingId(yearId, agency))) as AccountMapping | null,
    })),
  );
}

/** Those whose accounts this person may import for the form of a ministry. */
export async function ownAgencies(
  { office }: Pick<OfficeSite, 'office'>,
  actor: Actor,
  ministry: string,
): Promise<readonly Agency[]> {
  const [tree, all] = [await office.tree(), await office.agencies()];
  return all.filter(({ id }) => may(mappingPolicy, 'open', actor, { ministry, agency: id }, tree));
}

/** Of a file that names no agency: that of the one who imports it. */
function soleAgency(actor: Actor, place: string): string {
  const agencies = [...new Set(actor.grants.flatMap(({ role, agency }) => (role === 'accountant' ? [agency] : [])))];
  const [only] = agencies;
  if (only !== undefined && agencies.length === 1) return only;
  throw agencyNotOwn('', place);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').replaceAll('臺', '台');
}

/** Takes a file's accounts in, of all its agencies, in one transaction or not at all. */
export async function importAccounts(
  site: OfficeSite,
  request: FastifyRequest,
  carry: Carry,
  yearId: string,
  file: SourceFile,
  asked: AskedOfFile,
): Promise<{ readonly preview: AccountsPreview; readonly mappings: readonly AccountMapping[] }> {
  const preview = await previewAccounts(site, request, yearId, file, asked);
  const year = (await site.office.year(yearId))?.year as YearRecord;
  const steps = preview.agencies.flatMap((accounts): readonly Step[] => {
    const { agency, mapping } = accounts;
    const id = mappingId(yearId, agency);
    const facts = factsOf(preview, accounts, file.name);
    const input = { asOf: asked.asOf ?? `${year.fiscalYear}-12-31` };
    const take = { noun: 'mapping', command: 'take-accounts', id, shown: mapping?.version ?? 1, input, facts };
    if (mapping !== null) return [take];
    const opened = { ministry: year.ministry, agency };
    return [{ noun: 'mapping', command: 'open', id: null, shown: null, input: opened, facts: year }, take];
  });
  const { records } = await carry(steps);
  return { preview, mappings: records as readonly AccountMapping[] };
}

/** What the command is given of a file: the lines of one agency. */
export function factsOf({ sha256, mapping }: MoneyPreview, { lines }: AgencyAccounts, name: string): AccountsOfFile {
  return { lines, name, sha256, onlyBudget: mapping.components.realised === undefined };
}

/** Plans take parts of accounts. */
export async function addParts(
  site: OfficeSite,
  actor: Actor,
  carry: Carry,
  id: string,
  parts: readonly NewPart[],
  shown: number,
): Promise<AccountMapping> {
  const { rows } = await mappingOf(site, actor, id);
  const { records } = await carry([
    { noun: 'mapping', command: 'add-parts', id, shown, input: { parts }, facts: rows },
  ]);
  return records[0] as AccountMapping;
}

/** Last year's mapping of the same agency, and which row goes on in which; null where there is none. */
export async function lastYearsMapping(
  { office }: Pick<OfficeSite, 'office'>,
  { agency, ministry, fiscalYear }: AccountMapping,
  rows: readonly RowRecord[],
): Promise<LastYearsMapping | null> {
  const all = (await office.records('mapping', null)) as readonly AccountMapping[];
  const before = all.find(
    (one) => one.agency === agency && one.ministry === ministry && one.fiscalYear === fiscalYear - 1,
  );
  if (before === undefined) return null;
  const own = new Map(
    rows.filter((row) => isStanding(row) && row.agency === agency).map(({ share, id }) => [share, id]),
  );
  const lastRows = (await office.year(before.year))?.rows ?? [];
  const rowAfter = Object.fromEntries(
    lastRows.flatMap(({ id, share }) => (own.has(share) ? [[id, own.get(share) ?? '']] : [])),
  );
  return { mapping: before, rowAfter };
}

/** Carries last year's parts over; the answer says how many, and what was left out and why. */
export async function carryOver(site: OfficeSite, actor: Actor, carry: Carry, id: string, shown: number) {
  const { mapping, rows } = await mappingOf(site, actor, id);
  const last = await lastYearsMapping(site, mapping, rows);
  if (last === null) throw noLastYear(mapping);
  const { carried, notCarried } = carriedOver(mapping, last);
  const { records } = await carry([{ noun: 'mapping', command: 'carry', id, shown, input: {}, facts: last }]);
  return { mapping: records[0] as AccountMapping, carried: carried.length, notCarried };
}

/** Draws the money of every plan that takes of an account into its row: all of them in one transaction. */
export async function draw(
  site: OfficeSite,
  actor: Actor,
  carry: Carry,
  id: string,
  shown: number,
): Promise<{ readonly mapping: AccountMapping; readonly rows: number }> {
  const { mapping, rows } = await mappingOf(site, actor, id);
  demandDrawable(mapping);
  const { plans } = drawingOf(mapping);
  const document = `科目對應 ${mapping.id}（第 ${shown} 版，${mapping.files.at(-1)?.name ?? ''}）`.slice(0, 200);
  const drawn = plans.map(({ row: rowId, money }): Step => {
    const row = rows.find((one) => one.id === rowId);
    if (row === undefined || !isStanding(row) || row.agency !== mapping.agency) throw planGone(row, rowId);
    const input = { ...currentEntry(row), money, document };
    return { noun: 'row', command: 'record-money', id: rowId, shown: row.version, input, facts: mapping.writers };
  });
  const mark = { noun: 'mapping', command: 'draw', id, shown, input: { rows: plans.map(({ row }) => row) } };
  const { records } = await carry([mark, ...drawn]);
  return { mapping: records[0] as AccountMapping, rows: plans.length };
}

function notByAccount(headings: readonly string[]): Refusal {
  return new Refusal('not-by-account', 422, {
    'zh-Hant': `檔案裡沒有認出預算科目的欄（科目代碼、業務計畫、工作計畫、分支計畫、用途別）。檔案的欄名是：${headings.join('、')}。請指定哪一欄是科目。`,
    en: `no column of budget accounts was recognised (科目代碼, 業務計畫, 工作計畫, 分支計畫, 用途別). The headings: ${headings.join(', ')}. Say which column names the account.`,
  });
}

function noAccounts(): Refusal {
  return new Refusal('no-accounts', 422, {
    'zh-Hant': '檔案裡沒有一列是預算科目，沒有匯入。請確認欄名在第一列、科目在其下。',
    en: 'no line of the file is a budget account; nothing was imported. The headings stand in the first row, accounts below them.',
  });
}

function agencyNotOwn(agency: string, place: string): Refusal {
  return new Refusal('accounts-of-another', 422, {
    'zh-Hant': `${place} 的機關「${agency}」不是您可以匯入科目的機關。整份檔案都沒有匯入：請更正機關欄，或只匯入本機關的科目。`,
    en: `${place} names the agency "${agency}", whose accounts are not yours to import. Nothing of the file was imported: correct the agency, or import the accounts of your own.`,
  });
}

function noLastYear({ fiscalYear, agency }: AccountMapping): Refusal {
  return new Refusal('no-last-mapping', 409, {
    'zh-Hant': `「${agency}」在 ${fiscalYear - 1912} 年度沒有科目對應，沒有可以帶入的。請在各科目逐一歸屬。`,
    en: `${agency} has no account mapping of ${fiscalYear - 1}: nothing can be carried over. Assign the accounts one by one.`,
  });
}

function planGone(row: RowRecord | undefined, id: string): Refusal {
  return new Refusal('plan-retired', 409, {
    'zh-Hant': `「${row?.texts.name ?? id}」已停列或改由其他機關執行，各列金額都沒有帶入。請先終止它的科目歸屬，改歸屬接續的計畫。`,
    en: `${row?.texts.name ?? id} was retired or handed to another agency; no money was drawn. End its parts first, and assign the accounts to the plan in which it goes on.`,
  });
}
