import { Refusal } from '@guankao/domain';
import { Type } from '@sinclair/typebox';
import { heading, terms } from '@guankao/terms';
import { holds, type Actor, type AgencyTree, type Role } from '../../actors.ts';
import { demandVersion } from '../../context.ts';
import { cleanText } from '../../fields.ts';
import { defineCommand, defineNoun } from '../../noun.ts';
import type { Permission, Policy } from '../../policy.ts';
import { reasonOwed } from '../row/commands/move.ts';
import { PaperApprovalJson, type PaperApproval } from './paper-approval.ts';

/** What happened to a 核章. It is entered on the year's form (`year/commands/approve-on-paper.ts`). */
export type PaperApprovalEvent =
  | {
      readonly kind: 'paper-approval-entered';
      readonly subject: string;
      readonly payload: { readonly approval: PaperApproval };
    }
  | {
      readonly kind: 'paper-approval-withdrawn';
      readonly subject: string;
      readonly payload: { readonly withdrawn: NonNullable<PaperApproval['withdrawn']> };
    };

type Subject = Pick<PaperApproval, 'ministry'>;

function only(roles: readonly Role[], label: Permission<Subject>['label']): Permission<Subject> {
  return {
    label,
    roles,
    allows: (actor: Actor, { ministry }: Subject, tree: AgencyTree) =>
      roles.some((role) => holds(actor, role, ministry, tree)),
  };
}

export const paperApprovalPolicy: Policy<Subject, 'read' | 'withdraw'> = {
  noun: { 'zh-Hant': '這份核章', en: 'this approval on paper' },
  actions: {
    // As of the year's form: whoever has a role in the ministry or below it sees what was approved.
    read: {
      label: { 'zh-Hant': '查看', en: 'read' },
      roles: ['officer', 'supervisor', 'accountant', 'compiler', 'auditor', 'administrator'],
      allows: (actor, { ministry }, tree) =>
        actor.grants.some(({ agency }) => tree.within(agency, ministry) || tree.within(ministry, agency)),
    },
    withdraw: only(['compiler'], { 'zh-Hant': '撤回登錄', en: 'take the entry back' }),
  },
};

const WithdrawInput = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2_000 }) });

export const paperApproval = defineNoun<PaperApproval, PaperApprovalEvent>({
  name: 'paper-approval',
  plural: 'paper-approvals',
  label: heading(terms.paperApproval),
  record: PaperApprovalJson,
  fields: {},
  values: () => ({}),
  machine: null,
  policy: paperApprovalPolicy,
  kinds: ['paper-approval-entered', 'paper-approval-withdrawn'],
  apply: (before, event) => {
    if (event.kind === 'paper-approval-entered') {
      if (before?.state === 'in-force') throw alreadyEntered(before);
      return { ...event.payload.approval, version: (before?.version ?? 0) + 1 };
    }
    if (before === null) throw new Error(`${event.kind} before ${event.subject} was entered`);
    return { ...before, state: 'withdrawn', version: before.version + 1, withdrawn: event.payload.withdrawn };
  },
  placeOf: ({ year, ministry, edition, state }) => ({ parent: year, agency: ministry, position: edition, state }),
  commands: [
    defineCommand<PaperApproval, typeof WithdrawInput>({
      name: 'withdraw',
      label: { 'zh-Hant': '撤回登錄', en: 'take the entry back' },
      may: 'withdraw',
      as: () => 'compiler',
      input: WithdrawInput,
      reason: ({ reason }) => reason,
      decide: (approval, { reason }, { actor, now, shown }) => {
        if (approval.state === 'withdrawn') return [];
        demandVersion(approval.version, shown ?? 0);
        const why = cleanText(reason.trim(), { 'zh-Hant': '撤回理由', en: 'reason' }, 'reason');
        if (why === '') throw reasonOwed({ 'zh-Hant': '撤回登錄', en: 'take the entry back' }, 'reason');
        const withdrawn = { reason: why, by: actor.name, at: now.toISOString() };
        return [{ kind: 'paper-approval-withdrawn', subject: approval.id, payload: { withdrawn } }];
      },
    }),
  ],
});

export function alreadyEntered({ number, date }: Pick<PaperApproval, 'number' | 'date'>): Refusal {
  return new Refusal('already-approved-on-paper', 409, {
    'zh-Hant': `這個狀態已經由 ${date} ${number} 核章，不會再登錄一次。文號有誤時，請先撤回原登錄並寫明理由。`,
    en: `this state was approved on paper already, by ${number} of ${date}; it is not entered twice. Where that is wrong, take the entry back first, with the reason.`,
  });
}
