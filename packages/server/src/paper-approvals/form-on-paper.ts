import { createHash } from 'node:crypto';
import type { Sheet, TypedForm } from '@guankao/domain';
import { formFile } from '@guankao/reading';
import type { Office, Step, YearAndRows } from '@guankao/store';
import {
  changedSince,
  coveredCells,
  isStanding,
  may,
  paperApprovalId,
  paperApprovalInForce,
  paperApprovalPolicy,
  rowMachine,
  typedForm,
  type AgencyTree,
  type Context,
  type CoveredCell,
  type CoveredRow,
  type PaperApproval,
  type RowRecord,
} from '@guankao/workflow';

/** A year's form as it stands: what a 送核單 prints, and what a seal on it covers. */
export interface StateOfForm {
  readonly form: TypedForm;
  readonly edition: number;
  /** SHA-256, hexadecimal: that of the edition, once it is reported as it stands. */
  readonly hash: string;
  readonly rows: readonly CoveredRow[];
}

export function stateOf({ year, rows }: YearAndRows, tree: AgencyTree): StateOfForm {
  const edition = year.state === 'submitted' ? year.editions.length : year.editions.length + 1;
  const form = typedForm(tree.nameOf(year.ministry), year.fiscalYear, rows, edition);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const covered = form.rows.map((row): CoveredRow => {
    const cells = coveredCells.map((cell) => [cell, sha256(JSON.stringify(row[cell])).slice(0, 16)]);
    return { row: row.id, version: versions.get(row.id) ?? 0, cells: Object.fromEntries(cells) };
  });
  return { form, edition, hash: sha256(formFile(form)), rows: covered };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Those of a year that this person may see, newest first. */
export async function paperApprovalsOf(
  office: Office,
  year: string,
  { actor, tree }: Context,
): Promise<readonly PaperApproval[]> {
  const all = (await office.records('paper-approval', year)) as readonly PaperApproval[];
  return all
    .filter((one) => may(paperApprovalPolicy, 'read', actor, one, tree))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** What changed of a row since; null: nothing holds that covers it. */
export interface RowOnPaper {
  readonly approval: PaperApproval;
  readonly changed: readonly CoveredCell[];
}

/** How a row stands to the newest 核章 that covers it. */
export async function paperOfRow(office: Office, row: RowRecord, current: Context): Promise<RowOnPaper | null> {
  const approval = paperApprovalInForce(await paperApprovalsOf(office, row.year, current));
  if (approval === null) return null;
  const form = await office.year(row.year);
  if (form === null) return null;
  const now = stateOf(form, current.tree).rows.find((one) => one.row === row.id);
  const changed = now === undefined ? null : changedSince(approval, now);
  return changed === null ? null : { approval, changed };
}

/** The step that enters it: held to the rows as they were looked at. */
export function paperStep(
  { year, rows }: YearAndRows,
  state: StateOfForm,
  scan: PaperApproval['scan'],
  approvals: readonly PaperApproval[],
  input: object,
  shown: number,
): Step {
  const { edition, hash } = state;
  const same = approvals.find((one) => one.id === paperApprovalId(year.id, hash) && one.state === 'in-force') ?? null;
  const held = same === null ? null : { number: same.number, date: same.date };
  const madeFrom = Object.fromEntries(rows.map((row) => [row.id, row.version]));
  const facts = { edition, hash, rows: state.rows, scan, held };
  return { noun: 'year', command: 'approve-on-paper', id: year.id, shown, input, facts, madeFrom };
}

const cellNames: Readonly<Record<CoveredCell, string>> = {
  name: '計畫名稱',
  type: '計畫類型',
  period: '計畫期程',
  approvedTotal: '計畫核定總經費',
  budgetedToDate: '累計編列數',
  executedToDate: '累計執行數',
  plannedWork: '預定工作摘要',
  execution: '執行情形說明',
  goals: '績效目標及目標值',
  explanation: '達成或未達成說明',
};

/** The hash in groups of four, as it is printed and typed. */
export function inGroups(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? hash;
}

/** 送核單: the rows with what changed since the last seal, the hash of the state, and boxes for seals. In Chinese: it is sealed here. */
export function approvalSheet(
  { year, rows }: YearAndRows,
  { form, edition, hash, rows: covered }: StateOfForm,
  before: PaperApproval | null,
  tree: AgencyTree,
  now: string,
): Sheet {
  const records = new Map(rows.filter(isStanding).map((row) => [row.id, row]));
  const amount = (twd: number | null) => (twd === null ? '—' : Math.round(twd / 1_000).toLocaleString('en-US'));
  const plain = (text: string) => [{ text, as: 'plain' as const }];
  return {
    language: 'zh-Hant',
    title: `${form.agency}${year.fiscalYear - 1911}年度執行情形表送核單`,
    facts: [
      ['版次', `第 ${edition} 版${year.state === 'submitted' ? '（已報送）' : '（報送前）'}`],
      ['計畫數', `${form.rows.length}`],
      ['核對碼', inGroups(hash.slice(0, 16))],
      ['SHA-256', hash],
      ['列印時間', now],
    ],
    note: '核章後由未填寫本表的人登錄發文日期、字號、核對碼並附掃描檔。核對碼與登錄時表的內容不符者不予登錄，須以現況重印。金額單位：新臺幣千元。',
    columns: [
      { title: '項次', share: 1 },
      { title: '計畫名稱／執行機關', share: 8 },
      { title: '狀態', share: 2.4 },
      { title: '核定總經費', share: 2.6 },
      { title: '累計編列', share: 2.6 },
      { title: '累計執行', share: 2.6 },
      { title: before === null ? '上次核章後的變更' : `${before.number} 核章後的變更`, share: 7 },
    ],
    rows: form.rows.map((row, at) => {
      const record = records.get(row.id);
      const standing = covered[at];
      const changed = before === null || standing === undefined ? null : changedSince(before, standing);
      return [
        plain(`${at + 1}`),
        [
          { text: row.name === '' ? '（未命名）' : row.name, as: 'strong' as const },
          { text: record === undefined ? '' : tree.nameOf(record.agency), as: 'small' as const },
        ],
        plain(record === undefined ? '' : rowMachine.labels[record.state]['zh-Hant']),
        plain(amount(row.approvedTotal)),
        plain(amount(row.budgetedToDate)),
        plain(amount(row.executedToDate)),
        plain(
          changed === null
            ? '首次送核'
            : changed.length === 0
              ? '無'
              : changed.map((cell) => cellNames[cell]).join('、'),
        ),
      ];
    }),
    nothing: '沒有計畫。',
    seals: ['承辦人', '單位主管', '主計單位', '機關首長'],
  };
}
