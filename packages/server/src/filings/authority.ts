import type { FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Office } from '@guankao/store';
import { demand, filingPolicy, type FilingAction } from '@guankao/workflow';
import { isAtTheMachine } from '../edge/origin.ts';
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
  const agency = (await office.agencies()).find(({ name }) => plain(name) === plain(agencyName ?? ''))?.id ?? null;
  demand(filingPolicy, action, actor, { agency }, await office.tree());
}

/** Names are the same whatever their blanks and width. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

/** What is done to a filing that is shown to everybody owes its reason. */
export function demandReason(reason: string, what: { readonly 'zh-Hant': string; readonly en: string }): string {
  if (reason.trim() !== '') return reason.trim();
  throw new Refusal('reason-owed', 422, {
    'zh-Hant': `「${what['zh-Hant']}」要寫明理由：它會和這一版一起公開。`,
    en: `"${what.en}" owes a reason: it is shown with the edition.`,
  });
}
