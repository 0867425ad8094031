import { terms } from '@guankao/terms';
import { holds, type Actor, type AgencyTree, type Role } from '../../actors.ts';
import type { RowRecord } from './row.ts';
import { may, type Permission, type Policy } from '../../policy.ts';
import { askedMoves, rowMachine } from './machine.ts';

export type RowAction =
  | 'read'
  | 'write-texts'
  | 'take-texts'
  | 'write-money'
  | 'write-version'
  | 'submit'
  | 'withdraw'
  | 'approve'
  | 'return'
  | 'send-back'
  | 'review'
  | 'set-disclosure';

type Subject = Pick<RowRecord, 'agency' | 'state' | 'writers'>;

const inAgency = (role: Role) => (actor: Actor, row: Subject, tree: AgencyTree) => holds(actor, role, row.agency, tree);
const settled = ({ state }: Subject) => state === 'filed' || state === 'retired';
const open = ({ state }: Subject) => state === 'drafting' || state === 'returned';

/**
 * Entry and approval by different people, whatever roles one holds: whoever wrote anything that stands in the row (texts,
 * indicators, money, a version of the plan), or submitted it, may neither approve it nor send it back to be rid of that.
 */
export function notOwnWork({ id, name, actingFor }: Actor, { writers }: Pick<RowRecord, 'writers'>): boolean {
  const isWriter = (account: string, person: string) => writers.includes(account) || writers.includes(markOf(person));
  if (actingFor === undefined) return !isWriter(id, name);
  // In whose name it is approved counts as much as by whom.
  return !isWriter(id, actingFor.deputy) && !isWriter(actingFor.account, actingFor.name);
}

/** Stands for a writer without an account, who is known by name only: whoever bears the name and has one is taken for them. */
export function markOf(person: string): string {
  return `name:${person.normalize('NFKC').replace(/\s+/g, '')}`;
}

function only(
  role: Role,
  label: Permission<Subject>['label'],
  and: (actor: Actor, row: Subject) => boolean = () => true,
): Permission<Subject> {
  return { label, roles: [role], allows: (actor, row, tree) => inAgency(role)(actor, row, tree) && and(actor, row) };
}

const readers: readonly Role[] = ['officer', 'supervisor', 'accountant', 'compiler', 'auditor'];

export const rowPolicy: Policy<Subject, RowAction> = {
  noun: { 'zh-Hant': '這一列', en: 'this row' },
  actions: {
    read: {
      label: { 'zh-Hant': '查看', en: 'read' },
      roles: readers,
      allows: (actor, row, tree) => readers.some((role) => inAgency(role)(actor, row, tree)),
    },
    'write-texts': only('officer', { 'zh-Hant': '填寫文字與指標', en: 'write texts and indicators' }, (_, row) =>
      open(row),
    ),
    // What somebody without an account wrote into a file, entered for them.
    'take-texts': only(
      'compiler',
      { 'zh-Hant': '併入收集表的文字', en: 'take in texts of a collection file' },
      (_, row) => open(row),
    ),
    // 主計 is the only owner of money: nobody else, in no state of the texts, and not once the form is filed.
    'write-money': only('accountant', { 'zh-Hant': '登錄金額', en: 'record money' }, (_, row) => !settled(row)),
    'write-version': only(
      'accountant',
      { 'zh-Hant': '登錄核定版本', en: 'record an approved version' },
      (_, row) => !settled(row),
    ),
    submit: only('officer', terms.submit),
    withdraw: only('officer', terms.withdraw),
    approve: only('supervisor', terms.approve, notOwnWork),
    return: only('supervisor', terms.return, notOwnWork),
    'send-back': only('compiler', terms.sendBack),
    // What is shown may be decided in any state, after the form went out too: personal data is found late.
    'set-disclosure': only('compiler', { 'zh-Hant': '決定公開與否', en: 'decide what is shown' }),
    review: only('auditor', { 'zh-Hant': '登錄查核意見', en: 'review a verdict' }, notOwnWork),
  },
};

/** What a person may do with the row as it stands: writing first, then the moves. */
export function whatMayBeDone(row: RowRecord, actor: Actor, tree: AgencyTree): readonly RowAction[] {
  const writes = (['write-texts', 'write-money', 'write-version'] as const).filter((action) =>
    may(rowPolicy, action, actor, row, tree),
  );
  return [...writes, ...movesOf(row, actor, tree)];
}

/** The moves that this person may ask for, of the row as it stands. */
export function movesOf(row: RowRecord, actor: Actor, tree: AgencyTree): readonly (typeof askedMoves)[number][] {
  return askedMoves.filter(
    (name) =>
      rowMachine.moves.some((move) => move.name === name && move.from.includes(row.state)) &&
      may(rowPolicy, name, actor, row, tree),
  );
}
