import { Refusal } from '@guankao/domain';
import { accountLevels, type AccountLevel } from '../../mapping/mapping.ts';
import { componentNames, moneyComponents, type MoneyComponent } from '../../row/money.ts';

/** Which column of an accounting export is what; saved for next time. Columns are named as the export's heading prints them. */
export interface MoneyMapping {
  /** The column that names the plan; empty in a file by 科目. */
  readonly name: string;
  /** The columns that name the budget account (預算科目); null or left out: the file is by plan. */
  readonly account?: Readonly<Partial<Record<AccountLevel, string>>> | null;
  /** The column that names the executing agency; null where the export has none. */
  readonly agency?: string | null;
  readonly components: Readonly<Partial<Record<MoneyComponent, string>>>;
  /** TWD in one of the export's figures: 1 or 1000. */
  readonly factor: 1 | 1000;
}

/** Other headings under which accounting systems print the components. */
const otherNames: Readonly<Record<MoneyComponent, readonly string[]>> = {
  budget: ['法定預算數', '原預算數', '預算數', '本年度預算數'],
  supplementary: ['追加減預算數', '預算增減數', '追加(減)預算'],
  carriedIn: ['以前年度轉入數', '保留轉入數', '以前年度保留'],
  realised: ['實現', '實現數', '實付數', '累計實現數'],
  payable: ['應付', '應付數', '應付歲出款'],
  carriedOver: ['保留', '保留數', '保留款'],
  lapsed: ['賸餘', '賸餘數', '節餘數', '未執行數'],
  prepaid: ['預付', '預付數', '預付款'],
};

/** Without these a year's money is not told, and nothing that is shown of it would be true. */
const owed: readonly MoneyComponent[] = ['budget', 'realised'];

/** Those of them that no column was taken for. Of accounts the budget is enough to say whose they are. */
export function missingColumns(mapping: MoneyMapping): readonly MoneyComponent[] {
  return owed.filter(
    (component) => mapping.components[component] === undefined && (!isByAccount(mapping) || component === 'budget'),
  );
}

/** Whether a file names budget accounts, and not plans. */
export function isByAccount({ account }: MoneyMapping): boolean {
  return account !== undefined && account !== null && Object.keys(account).length > 0;
}

/** Headings under which files print the levels of an account. */
const levelNames: Readonly<Record<AccountLevel, readonly string[]>> = {
  code: ['科目代碼', '科目代號', '科目編號', '預算科目代碼', '預算科目代號', '預算科目編號'],
  business: ['業務計畫', '業務計畫名稱', '業務計畫科目'],
  work: ['工作計畫', '工作計畫名稱', '工作計畫科目'],
  branch: ['分支計畫', '分支計畫名稱', '分支計畫科目'],
  use: ['用途別', '用途別科目', '用途別名稱', '一級用途別', '二級用途別'],
};

/** Accounts, where a file has columns for their levels and none for a plan's name. */
function guessAccount(headings: readonly string[], plain: (text: string) => string) {
  if (headings.some((heading) => /^(?:重大|個別)?計畫(?:名稱)?$|^名稱$/.test(plain(heading)))) return null;
  const taken = accountLevels.flatMap((level) => {
    const heading = headings.find((one) => levelNames[level].includes(plain(one)));
    return heading === undefined ? [] : [[level, heading] as const];
  });
  return taken.length === 0 ? null : Object.fromEntries(taken);
}

/** Throws a Refusal where the mapping does not say which column is the budget and which was realised. */
export function demandReadable(mapping: MoneyMapping, headings: readonly string[]): void {
  const missing = missingColumns(mapping);
  if (missing.length === 0) return;
  const names = (language: 'zh-Hant' | 'en') => missing.map((component) => componentNames[component][language]);
  throw new Refusal('money-columns-unread', 422, {
    'zh-Hant': `認不出哪一欄是「${names('zh-Hant').join('」「')}」，沒有比對也沒有登錄。檔案的欄名是：${headings.join('、')}。請指定哪一欄是什麼，或把欄名改成會計科目的名稱（例：法定預算數、實現數）再匯入。`,
    en: `no column was recognised as ${names('en').join(', ')}; nothing was compared or recorded. The headings of the file: ${headings.join(', ')}. Say which column is which, or name the columns as the accounts do, such as 法定預算數 and 實現數, and import it again.`,
  });
}

/** Throws a Refusal where one column is to be two things: an amount would count twice. */
export function demandDistinct(mapping: MoneyMapping): void {
  const { name, agency, components, account } = mapping;
  const names = isByAccount(mapping) ? Object.values(account ?? {}) : [name];
  const used = [...names, ...(agency ? [agency] : []), ...Object.values(components)];
  const twice = used.find((heading, at) => used.indexOf(heading) !== at);
  if (twice === undefined) return;
  throw new Refusal('column-taken-twice', 422, {
    'zh-Hant': `「${twice}」這一欄指定了兩次，金額會重複計入。請讓每一欄只對應一項。`,
    en: `the column "${twice}" was chosen twice: its amounts would count twice. Choose each column for one thing.`,
  });
}

/** A first mapping from the headings; what is not recognised is left for a person to choose. */
export function guessMapping(headings: readonly string[]): MoneyMapping {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s()]/g, '');
  const find = (names: readonly string[]) =>
    headings.find((heading) => names.some((name) => plain(heading) === plain(name)));
  const components: Partial<Record<MoneyComponent, string>> = {};
  for (const component of moneyComponents) {
    const heading = find([componentNames[component]['zh-Hant'], ...otherNames[component]]);
    if (heading !== undefined) components[component] = heading;
  }
  const account = guessAccount(headings, plain);
  return {
    ...(account === null ? {} : { account }),
    name:
      account !== null
        ? ''
        : (headings.find((heading) => /計畫(名稱)?$|名稱|科目/.test(heading) && !/機關/.test(heading)) ??
          headings[0] ??
          ''),
    agency: headings.find((heading) => /^(?:執行|主辦|所屬)?機關(?:名稱|單位)?$/.test(plain(heading))) ?? null,
    components,
    factor: headings.some((heading) => heading.includes('千元')) ? 1000 : 1,
  };
}
