import { Type } from '@sinclair/typebox';
import { Day, FiscalYear, Moment, nullable, oneOf, Sha256, Twd, Who, type Of } from '../../schema.ts';
import { moneyComponents, YearMoneyJson } from '../row/money.ts';

/** The levels by which a budget account is called, from the widest to the narrowest, after its code. */
export const accountLevels = ['code', 'business', 'work', 'branch', 'use'] as const;
export type AccountLevel = (typeof accountLevels)[number];

const Level = (description: string) => Type.String({ maxLength: 300, description });

/** 預算科目, as the accounts call it. A level that the file does not have is empty. */
export const AccountNameJson = Type.Object({
  code: Level('科目代碼'),
  business: Level('業務計畫'),
  work: Level('工作計畫'),
  branch: Level('分支計畫'),
  use: Level('用途別'),
});
export type AccountName = Of<typeof AccountNameJson>;

const BudgetAccountJson = Type.Object(
  {
    id: Type.String({ description: 'Within the mapping: a1. It stays when a later file names the account again' }),
    name: AccountNameJson,
    money: YearMoneyJson,
    place: Type.String({ description: 'In the file that it was last read from: Sheet1!A7' }),
  },
  { $id: 'BudgetAccount' },
);
export type BudgetAccount = Of<typeof BudgetAccountJson>;

/** An exact ratio, above 0 and not above 1. */
const ShareJson = Type.Object(
  {
    numerator: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
    denominator: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
  },
  { $id: 'Share', description: 'One third is 1/3, never 0.33' },
);
export type Share = Of<typeof ShareJson>;

/** How much of an account, from when, and the document that says so. */
export const holdingFields = {
  amount: nullable(Twd, {
    description: 'TWD of the account’s 法定預算; its other components follow in the same ratio. null: by share',
  }),
  share: Type.Union([ShareJson, Type.Null()], { description: 'Of every component of the account; null: by amount' }),
  from: Day,
  until: nullable(Day, { description: 'The last day; null: to the end of the year' }),
  document: Type.String({ minLength: 1, maxLength: 300, description: 'The document that says so' }),
};

const PartJson = Type.Object(
  {
    number: Type.Integer({ description: 'Within the mapping, 1-based; never given twice' }),
    account: Type.String({ description: 'Id of the account' }),
    row: Type.String({ description: 'Id of the row that takes it' }),
    ...holdingFields,
    ended: nullable(
      Type.Object({
        reason: Type.String(),
        never: Type.Boolean({ description: 'It should never have held: it counts on no day' }),
      }),
      { description: 'null: it was not ended before its time' },
    ),
    carriedFrom: nullable(Type.String(), { description: 'Id of last year’s mapping, where it was carried over' }),
    by: Who,
    at: Moment,
  },
  { $id: 'AccountPart', description: 'What a plan takes of an account' },
);
export type Part = Of<typeof PartJson>;
export type Holding = Pick<Part, 'amount' | 'share' | 'from' | 'until' | 'document'>;

const OverruleJson = Type.Object(
  {
    row: Type.String({ description: 'Id of the row' }),
    component: oneOf(moneyComponents),
    amount: Twd,
    reason: Type.String(),
    by: Who,
    at: Moment,
  },
  { $id: 'OverruledAmount', description: 'An amount of a plan that stands instead of what its accounts give' },
);
export type Overrule = Of<typeof OverruleJson>;

const AccountFileJson = Type.Object({
  name: Type.String(),
  sha256: Sha256,
  asOf: Day,
  accounts: Type.Integer({ description: 'How many of this agency it holds' }),
  onlyBudget: Type.Boolean({ description: 'It holds no column of what was realised: nothing is drawn of it yet' }),
  by: Who,
  at: Moment,
});
export type AccountFile = Of<typeof AccountFileJson>;

/** 科目對應: which plans the budget accounts of an agency pay for, in one year. */
export const AccountMappingJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114-科目-bureau' }),
    year: Type.String({ description: 'Id of the year’s form' }),
    ministry: Type.String({ description: 'Id of the agency whose form it is' }),
    agency: Type.String({ description: 'Id of the agency whose accounts they are' }),
    fiscalYear: FiscalYear,
    version: Type.Integer({ description: 'Rises by one with every change; send it as `If-Match`' }),
    accounts: Type.Array(BudgetAccountJson, { description: 'In the order of the newest file' }),
    accountsEver: Type.Integer({ description: 'How many ids of accounts were given out' }),
    files: Type.Array(AccountFileJson, { description: 'Oldest first; the newest one holds' }),
    parts: Type.Array(PartJson, { description: 'In the order in which they were made' }),
    overrules: Type.Array(OverruleJson),
    drawn: nullable(Type.Object({ version: Type.Integer({ description: 'Of the mapping' }), by: Who, at: Moment }), {
      description: 'When the rows’ money was last drawn from it',
    }),
    writers: Type.Optional(
      Type.Array(Type.String({ description: 'Id of an account' }), {
        description:
          'Who imported accounts, assigned or overruled them: none may approve a row whose money is drawn from it',
      }),
    ),
  },
  { $id: 'AccountMapping' },
);
export type AccountMapping = Of<typeof AccountMappingJson>;

export function mappingId(year: string, agency: string): string {
  return `${year}-科目-${agency}`;
}

/** By what an account is known again in a later file: width and blanks do not count. */
export function accountKey(name: AccountName): string {
  return accountLevels.map((level) => name[level].normalize('NFKC').replace(/\s+/g, '')).join('|');
}

/** 3767010200 海洋業務／無細項 */
export function accountLabel({ code, ...levels }: AccountName): string {
  const names = (['business', 'work', 'branch', 'use'] as const).map((level) => levels[level]).filter(Boolean);
  return [code, names.join('／')].filter(Boolean).join(' ');
}

/** The day whose parts count: that to which the newest file was closed. */
export function asOfDay({ files, fiscalYear }: Pick<AccountMapping, 'files' | 'fiscalYear'>): string {
  return files.at(-1)?.asOf ?? `${fiscalYear}-12-31`;
}

export function holdsOn({ from, until, ended }: Part, day: string): boolean {
  return ended?.never !== true && from <= day && (until === null || day <= until);
}
