import type { Document, TableRow } from '@guankao/domain';
import { extract } from '@guankao/quantities';
import type { RocYears, SourcedAmount, SourcePlan } from './source-plan.ts';
import { printedSpan, squeeze, type Squeezed } from './squeeze.ts';

/**
 * Reads the 說明 prose of budget books, where a continuing plan is one statement:
 * 「某某計畫總經費1,000千元，分4年辦理，112至113年度已編列500千元，本年度續編第3年經費250千元」.
 * Every cell and paragraph is searched; what is no such statement is passed over.
 */
export function plansInBudgetProse(document: Document): readonly SourcePlan[] {
  const plans: SourcePlan[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph')
      plans.push(...plansIn(squeeze(document.text, block.span.start, block.span.end), nobody));
    else for (const row of block.rows) plans.push(...plansInRow(document.text, row));
  }
  return plans;
}

interface Owner {
  readonly ministry: string | null;
  readonly agency: string | null;
}
const nobody: Owner = { ministry: null, agency: null };

/** Whose account a row is: 「某部主管」 names the ministry, the next short cell with an agency's ending the agency. */
function plansInRow(text: string, row: TableRow): SourcePlan[] {
  const cells = row.cells.map((cell) => squeeze(text, cell.span.start, cell.span.end));
  const names = cells.map((cell) => cell.text).filter((name) => name.length <= 30 && agencyName.test(name));
  const ministry = names.find((name) => name.endsWith('主管'))?.replace(/主管$/, '') ?? null;
  const agency = names.find((name) => !name.endsWith('主管')) ?? null;
  return cells.flatMap((cell) => plansIn(cell, { ministry, agency }));
}

// 機關名 end in one of these; 及所屬 is how budgets name an agency with those under it.
const agencyName =
  /^[\p{Script=Han}（）()]+(?:部|會|院|署|局|處|館|所|大學|中心|總隊|府|行|社|團)(?:及所屬)?(?:主管)?$/u;

const statement = /總經費/g;

function plansIn(cell: Squeezed, owner: Owner): SourcePlan[] {
  return [...cell.text.matchAll(statement)].flatMap((match) => planAt(cell, match.index, owner) ?? []);
}

function planAt(cell: Squeezed, at: number, owner: Owner): SourcePlan | null {
  const stop = cell.text.indexOf('。', at);
  const end = stop < 0 ? cell.text.length : stop;
  const name = nameBefore(cell.text, at);
  const total = amountAfter(cell, at + '總經費'.length, end, 0);
  if (name === null || total === null) return null;
  const budgeted = keyed(cell, at, end, budgetedKey);
  return {
    name: name.text,
    ...owner,
    total,
    budgeted: budgeted?.amount ?? null,
    budgetedYears: budgeted === null ? null : yearsOf(budgeted.match),
    instalment: keyed(cell, at, end, instalmentKey)?.amount ?? null,
    text: cell.text.slice(name.start, end),
    span: printedSpan(cell, name.start, end),
  };
}

const budgetedKey = /(?:(\d{2,3})至)?(?:(\d{2,3})|以前)年度已編列/;
const instalmentKey = /本年度(?:續編|編列)(?:第\d+年|最後\d+年)?(?:經費)?/;
// 「3.(2)新增…計畫」: an item number, then words that say what is done with the plan, not what it is called.
const itemNumber = /(?:^|[。：；])(?:\d+\.|\(\d+\)|[一二三四五六七八九十]+、)*/g;
const verbs = /^(?:其中)?(?:新增|賡續|繼續|持續)?(?:辦理|補助|推動|執行)?/;

function nameBefore(text: string, at: number): { text: string; start: number } | null {
  const before = text.slice(0, at);
  const item = [...before.matchAll(itemNumber)].at(-1);
  const start = (item?.index ?? 0) + (item?.[0].length ?? 0);
  const sentence = before.slice(start);
  const named =
    /^(.*?(?:計畫|方案|工程|業務)(?:[—－-][^，。]*)?)(?:，|$)/.exec(sentence)?.[1] ?? sentence.split('，')[0] ?? '';
  const lead = verbs.exec(named)?.[0].length ?? 0;
  const name = named.slice(lead);
  return name.length < 4 ? null : { text: name, start: start + lead };
}

function keyed(
  cell: Squeezed,
  from: number,
  end: number,
  key: RegExp,
): { amount: SourcedAmount; match: RegExpExecArray } | null {
  const match = key.exec(cell.text.slice(from, end));
  if (match === null) return null;
  const amount = amountAfter(cell, from + match.index + match[0].length, end, 0);
  return amount === null ? null : { amount, match };
}

/** The amount that starts at most `slack` characters after `from`. */
function amountAfter(cell: Squeezed, from: number, end: number, slack: number): SourcedAmount | null {
  const [first] = extract(cell.text.slice(from, Math.min(end, from + 40)));
  if (first === undefined || first.kind !== 'money' || first.unit !== 'TWD' || first.start > slack) return null;
  if (first.value === null || first.value.scale !== 0) return null;
  return {
    twd: first.value.coefficient,
    text: first.text,
    span: printedSpan(cell, from + first.start, from + first.end),
  };
}

function yearsOf(match: RegExpExecArray): RocYears {
  const to = match[2] === undefined ? null : Number(match[2]);
  return { from: match[1] === undefined ? to : Number(match[1]), to };
}
