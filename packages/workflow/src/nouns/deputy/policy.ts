import { holds, roles, type Actor, type AgencyTree } from '../../actors.ts';
import type { Policy } from '../../policy.ts';
import type { Deputyship } from './deputy.ts';

export type DeputyAction = 'read' | 'appoint' | 'revoke';

/** `principal` null: whoever asks, for their own work. */
type Subject = Pick<Deputyship, 'grants'> & {
  readonly principal: { readonly account: string } | null;
  readonly deputy?: { readonly account: string };
};

const isOwn = (actor: Actor, { principal }: Subject) => principal === null || principal.account === actor.id;

/** Every agency of it: nobody hands over what is another administrator's. */
function administers(actor: Actor, { grants }: Subject, tree: AgencyTree): boolean {
  return grants.length > 0 && grants.every(({ agency }) => holds(actor, 'administrator', agency, tree));
}

/** In the name of somebody else nobody names a deputy: a deputy has none. */
const inOwnName = ({ actingFor, grants }: Actor) => actingFor === undefined && grants.length > 0;

export const deputyPolicy: Policy<Subject, DeputyAction> = {
  noun: { 'zh-Hant': '這項職務代理', en: 'this deputyship' },
  actions: {
    // Those whom it is about, and those who look after or audit the agencies: who may act for whom is no secret among them.
    read: {
      label: { 'zh-Hant': '查看', en: 'read' },
      roles,
      allows: (actor, subject, tree) =>
        isOwn(actor, subject) ||
        subject.deputy?.account === actor.id ||
        administers(actor, subject, tree) ||
        (subject.grants.length > 0 && subject.grants.every(({ agency }) => holds(actor, 'auditor', agency, tree))),
    },
    appoint: {
      label: { 'zh-Hant': '指定代理人', en: 'name a deputy' },
      roles,
      allows: (actor, subject, tree) =>
        inOwnName(actor) && (isOwn(actor, subject) || administers(actor, subject, tree)),
    },
    revoke: {
      label: { 'zh-Hant': '終止代理', en: 'end the deputyship' },
      roles,
      allows: (actor, subject, tree) =>
        actor.actingFor === undefined && (isOwn(actor, subject) || administers(actor, subject, tree)),
    },
  },
};
