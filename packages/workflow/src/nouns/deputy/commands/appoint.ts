import { Refusal } from '@guankao/domain';
import { terms } from '@guankao/terms';
import { holds, type AgencyTree, type Grant, type Person } from '../../../actors.ts';
import type { Call } from '../../../noun.ts';
import { dayInTaipei, inRoc, isDay } from '../../../days.ts';
import { cleanText } from '../../../fields.ts';
import { roleNames } from '../../../machine.ts';
import { deputyshipId, type Deputyship } from '../deputy.ts';
import type { DeputyEvent } from '../events.ts';

export interface Appointment {
  /** Login of the principal; left out: whoever asks. */
  readonly for?: string;
  /** Login. */
  readonly deputy: string;
  readonly grants: Deputyship['grants'];
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** Days of one deputyship at most: a year typed wrong opens nothing for a lifetime. */
const mostDays = 366;

/** Names a deputy. Throws a Refusal about the first field that does not hold. */
export function appointDeputy(asked: Appointment, call: Call): readonly DeputyEvent[] {
  const { actor, tree, now, people = [], siblings = [] } = call;
  const standing = (siblings as unknown as readonly Deputyship[]).filter(
    ({ revoked, until }) => revoked === null && until >= dayInTaipei(now),
  );
  demandDays(asked, dayInTaipei(now));
  const principal = principalOf(asked, call, people);
  demandHeld(principal, asked.grants, tree);
  const deputy = people.find(({ login }) => login === asked.deputy);
  if (deputy === undefined || !isColleague(deputy, asked.grants, tree)) throw noColleague(asked.deputy, 'deputy');
  if (deputy.state === 'deactivated') throw deactivated(deputy.name);
  if (deputy.id === principal.id) throw ownDeputy();
  demandNoChain(asked, principal, deputy, standing);
  const reason = cleanText(asked.reason.trim(), reasonLabel, 'reason');
  if (reason === '') throw reasonOwed();
  const deputyship: Deputyship = {
    id: deputyshipId(call.number ?? 1),
    version: 1,
    principal: { account: principal.id, login: principal.login, name: principal.name },
    deputy: { account: deputy.id, login: deputy.login, name: deputy.name },
    grants: asked.grants,
    from: asked.from,
    until: asked.until,
    reason,
    appointed: { by: actor.name, at: now.toISOString() },
    revoked: null,
  };
  return [{ kind: 'deputy-appointed', subject: deputyship.id, payload: { deputyship } }];
}

function demandDays({ from, until }: Appointment, today: string): void {
  for (const [field, day] of [
    ['from', from],
    ['until', until],
  ] as const)
    if (!isDay(day)) throw noSuchDay(day, field);
  if (from < today) throw fromThePast(from, today);
  if (until < from) throw endsBefore(from, until);
  if ((Date.parse(until) - Date.parse(from)) / 86_400_000 >= mostDays) throw tooLong();
}

/** For somebody else only an administrator asks: the policy has looked at the agencies of what is handed over. */
function principalOf(
  { for: login, grants }: Appointment,
  { actor, tree }: Pick<Call, 'actor' | 'tree'>,
  people: readonly Person[],
): Person {
  const found = people.find((one) => (login === undefined ? one.id === actor.id : one.login === login));
  if (found === undefined) throw noColleague(login ?? actor.name, 'for');
  if (login !== undefined && (found.state === 'deactivated' || !isColleague(found, grants, tree)))
    throw noColleague(login, 'for');
  if (grants.length === 0) throw noRoles();
  return found;
}

/** Somebody who works in the same ministry or local government, whether deactivated or not. */
function isColleague({ grants }: Person, handed: readonly Grant[], tree: AgencyTree): boolean {
  return handed.every(({ agency }) => grants.some((own) => tree.headOf(own.agency) === tree.headOf(agency)));
}

function demandHeld(principal: Person, grants: readonly Grant[], tree: AgencyTree): void {
  for (const { role, agency } of grants)
    if (!holds(principal, role, agency, tree)) throw roleNotHeld(principal.name, { role, agency }, tree);
}

/** Whoever has a deputy is away, and acts for nobody meanwhile: no deputy of a deputy, no circle. */
function demandNoChain(
  { from, until, grants }: Appointment,
  principal: Person,
  deputy: Person,
  standing: readonly Deputyship[],
): void {
  const meanwhile = standing.filter((one) => one.from <= until && one.until >= from);
  const between = (one: Deputyship, of: Person, by: Person) =>
    one.principal.account === of.id && one.deputy.account === by.id;
  const back = meanwhile.find((one) => between(one, deputy, principal));
  if (back !== undefined) throw circle(principal.name, deputy.name, back);
  const away = meanwhile.find((one) => one.principal.account === deputy.id);
  if (away !== undefined) throw deputyAway(deputy.name, away);
  const busy = meanwhile.find((one) => one.deputy.account === principal.id);
  if (busy !== undefined) throw principalActs(principal.name, busy);
  const twice = meanwhile.find(
    (one) =>
      between(one, principal, deputy) &&
      one.grants.some((known) => grants.some(({ role, agency }) => known.role === role && known.agency === agency)),
  );
  if (twice !== undefined) throw alreadyDeputy(deputy.name, twice);
}

const reasonLabel = { 'zh-Hant': '代理事由', en: 'reason of the deputyship' } as const;

const spanOf = ({ from, until }: Pick<Deputyship, 'from' | 'until'>) => ({
  'zh-Hant': `${inRoc(from)}至${inRoc(until)}`,
  en: `${from} to ${until}`,
});

function noSuchDay(day: string, field: string): Refusal {
  return new Refusal('not-a-date', 422, {
    'zh-Hant': `「${day}」不是日期。請寫 115年1月20日 或 2026-01-20。`,
    en: `"${day}" is no date. Write 2026-01-20.`,
  }).about(field);
}

function fromThePast(from: string, today: string): Refusal {
  return new Refusal('deputy-from-the-past', 422, {
    'zh-Hant': `代理不能從過去的日期（${inRoc(from)}）起：已經做的事以當時的人署名，不能追溯。最早從今天 ${inRoc(today)} 起。`,
    en: `a deputyship cannot begin in the past (${from}): what was done is signed by whoever did it then. The earliest day is today, ${today}.`,
  }).about('from');
}

function endsBefore(from: string, until: string): Refusal {
  return new Refusal('deputy-ends-before', 422, {
    'zh-Hant': `代理期間的迄日（${inRoc(until)}）早於起日（${inRoc(from)}）。請改正其中一個。`,
    en: `the last day (${until}) is before the first (${from}). Put one of them right.`,
  }).about('until');
}

function tooLong(): Refusal {
  return new Refusal('deputy-too-long', 422, {
    'zh-Hant': `一次代理最長 ${mostDays} 天。請確認年份；更長的期間請改由系統管理者授予角色。`,
    en: `a deputyship lasts ${mostDays} days at most. Check the year; for longer, have an administrator grant the role.`,
  }).about('until');
}

function noColleague(login: string, field: string): Refusal {
  return new Refusal('no-such-colleague', 422, {
    'zh-Hant': `找不到帳號「${login}」，或此人在這個主管機關沒有角色。請從清單選擇。`,
    en: `there is no account ${login}, or it has no role in this ministry. Choose one of the list.`,
  }).about(field);
}

function deactivated(name: string): Refusal {
  return new Refusal('deputy-deactivated', 422, {
    'zh-Hant': `「${name}」的帳號已停用，不能擔任代理人。請改指定他人，或先恢復帳號。`,
    en: `the account of ${name} is deactivated and cannot be a deputy. Name somebody else, or reactivate it first.`,
  }).about('deputy');
}

function ownDeputy(): Refusal {
  return new Refusal('own-deputy', 422, {
    'zh-Hant': '不能指定本人為自己的代理人。請改指定他人。',
    en: 'nobody is their own deputy. Name somebody else.',
  }).about('deputy');
}

function noRoles(): Refusal {
  return new Refusal('field-owed', 422, {
    'zh-Hant': '「代理的角色」至少要選一個。',
    en: 'choose at least one role that is handed over.',
  }).about('grants');
}

function roleNotHeld(name: string, { role, agency }: Grant, tree: AgencyTree): Refusal {
  const where = tree.nameOf(agency);
  return new Refusal('deputy-role-not-held', 422, {
    'zh-Hant': `${name}在${where}沒有「${roleNames['zh-Hant'][role]}」這個角色，不能交人代理。請只選本人現有的角色。`,
    en: `${name} does not have the role ${roleNames.en[role]} in ${where} and cannot hand it over. Choose among the roles held now.`,
  }).about('grants');
}

function circle(principal: string, deputy: string, back: Deputyship): Refusal {
  const span = spanOf(back);
  return new Refusal('deputy-circle', 409, {
    'zh-Hant': `${span['zh-Hant']}已由${principal}代理${deputy}，兩人不能同時互相代理。請改指定他人，或先終止那一項代理。`,
    en: `${principal} acts for ${deputy} from ${span.en}; two people cannot act for each other at the same time. Name somebody else, or end that deputyship first.`,
  }).about('deputy');
}

function deputyAway(deputy: string, away: Deputyship): Refusal {
  const span = spanOf(away);
  return new Refusal('deputy-of-deputy', 409, {
    'zh-Hant': `${deputy}在${span['zh-Hant']}自己的職務由${away.deputy.name}代理，不能同時代理他人。請改指定他人或錯開期間。`,
    en: `${deputy} has a deputy too, ${away.deputy.name}, from ${span.en}, and cannot act for others meanwhile. Name somebody else, or choose other days.`,
  }).about('deputy');
}

function principalActs(principal: string, busy: Deputyship): Refusal {
  const span = spanOf(busy);
  return new Refusal('deputy-of-deputy', 409, {
    'zh-Hant': `${principal}在${span['zh-Hant']}是${busy.principal.name}的${terms.deputy['zh-Hant']}，代理人不再有代理人。請先終止那一項代理，由${busy.principal.name}另行指定。`,
    en: `${principal} acts for ${busy.principal.name} from ${span.en}: a deputy has no deputy. End that deputyship first, and let ${busy.principal.name} name another.`,
  }).about('from');
}

function alreadyDeputy(deputy: string, twice: Deputyship): Refusal {
  const span = spanOf(twice);
  return new Refusal('deputy-already', 409, {
    'zh-Hant': `${deputy}在${span['zh-Hant']}已經代理這個角色，沒有再指定。要改期間，請先終止那一項再重新指定。`,
    en: `${deputy} is deputy in this role from ${span.en} already; nothing was done again. To change the days, end that deputyship and name one anew.`,
  }).about('from');
}

function reasonOwed(): Refusal {
  return new Refusal('field-owed', 422, {
    'zh-Hant': '「代理事由」要填，例：休假、公差。它和「代」字一起印在表件上。',
    en: 'the reason of the deputyship is owed, such as leave or an errand: it is printed beside 代.',
  }).about('reason');
}
