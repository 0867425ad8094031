import type { FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Deed, Office } from '@guankao/store';
import { demand, filingPolicy, may, type FilingAction } from '@guankao/workflow';
import { isAtTheMachine } from '../edge/origin.ts';
import { demandSameName } from '../sign-in/acting.ts';
import { actorOf } from '../sign-in/authenticate.ts';

/**
 * A filing belongs to its ministry: the agency that it names is asked about, not only whether somebody has a role
 * somewhere. While there are no accounts, whoever sits at the machine that runs the server may.
 */
export async function demandOverFiling(
  request: FastifyRequest,
  office: Office,
  action: FilingAction,
  agencyName: string | null,
): Promise<void> {
  const actor = actorOf(request);
  if (actor.grants.length === 0 && isAtTheMachine(request) && (await office.accountCount()) === 0) return;
  demand(filingPolicy, action, actor, await subjectOf(office, agencyName), await office.tree());
}

/** The same as a question. */
export async function mayOverFiling(
  ...[request, office, action, agencyName]: Parameters<typeof demandOverFiling>
): Promise<boolean> {
  const actor = actorOf(request);
  if (actor.grants.length === 0 && isAtTheMachine(request) && (await office.accountCount()) === 0) return true;
  return may(filingPolicy, action, actor, await subjectOf(office, agencyName), await office.tree());
}

async function subjectOf(office: Office, agencyName: string | null): Promise<{ readonly agency: string | null }> {
  const name = plain(agencyName ?? '');
  return { agency: (await office.agencies()).find((agency) => plain(agency.name) === name)?.id ?? null };
}

/** Names are the same to whoever reads them, whatever their blanks, width and unseen characters. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Mn}\p{Cc}]+/gu, '')
    .replaceAll('台', '臺');
}

/** Who does it, for the event: by account where somebody is signed in, else the operator at the machine. */
export function deedOver(request: FastifyRequest, at: Date, reason = ''): Deed {
  const actor = actorOf(request);
  demandSameName(request, actor.actingFor?.deputyship);
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  const role = actor.grants.find((grant) => grant.role === 'compiler' || grant.role === 'administrator')?.role;
  return actor.grants.length === 0
    ? { actor: 'operator', role: 'operator', at, ...why }
    : {
        actor: actor.name,
        account: actor.id,
        role: role ?? 'operator',
        at,
        ...why,
        ...(actor.actingFor === undefined ? {} : { actingFor: actor.actingFor }),
      };
}

/** What is done to a filing that is shown to everybody owes its reason. */
export function demandReason(reason: string, what: { readonly 'zh-Hant': string; readonly en: string }): string {
  if (reason.trim() !== '') return reason.trim();
  throw new Refusal('reason-owed', 422, {
    'zh-Hant': `「${what['zh-Hant']}」要寫明理由：它會和這一版一起公開。`,
    en: `"${what.en}" owes a reason: it is shown with the edition.`,
  });
}
