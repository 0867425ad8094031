import { Refusal, type Message } from '@guankao/domain';
import type { Office } from '@guankao/store';
import { accountPolicy, may, roleNames, roles, type Agency, type Grant, type Role } from '@guankao/workflow';
import type { Administering, Invitation } from './administer.ts';

/** A line of a list of people, as it was given. */
export interface PersonLine {
  readonly login: string;
  readonly name: string;
  /** Ids or names in Chinese, parted by 、, commas or blanks. */
  readonly roles: string;
  /** Id or name. */
  readonly agency: string;
}

/** A line as it would be invited, with what stands against it. */
export interface CheckedPerson extends PersonLine {
  /** 1-based, the headings' line counted. */
  readonly line: number;
  readonly grants: readonly Grant[];
  readonly faults: readonly Message[];
}

export const mostPeople = 500;

const columns = { login: '帳號', name: '姓名', roles: '角色', agency: '機關代碼' } as const;

/** The lines of a table with headings. Throws a Refusal where it is no list of people. */
export function peopleIn(lines: readonly (readonly string[])[]): readonly PersonLine[] {
  const [headings = [], ...people] = lines;
  const at = Object.entries(columns).map(([field, heading]) => [field, headings.indexOf(heading)] as const);
  const missing = at.find(([, place]) => place === -1);
  if (missing !== undefined) throw noList(columns[missing[0] as keyof typeof columns]);
  if (people.length === 0 || people.length > mostPeople) throw noList(null);
  return people.map(
    (line) => Object.fromEntries(at.map(([field, place]) => [field, line[place] ?? ''])) as unknown as PersonLine,
  );
}

/** Each line held against who there is and what one may: nothing is done. */
export async function checkPeople(
  office: Office,
  people: readonly PersonLine[],
  who: Administering,
): Promise<readonly CheckedPerson[]> {
  const [agencies, tree] = [await office.agencies(), await office.tree()];
  const taken = new Set((await office.accounts()).map(({ login }) => login));
  const counts = Map.groupBy(people, ({ login }) => login.trim());
  return people.map((person, at) => {
    const [login, name] = [person.login.trim(), person.name.trim()];
    const agency = agencyIn(agencies, person.agency.trim());
    const asked = person.roles.split(/[、,，;；\s]+/).filter((word) => word !== '');
    const known = asked.map(roleIn);
    const mayGrant =
      agency !== undefined &&
      may(accountPolicy, 'create', who.actor, { id: null, agency: agency.id }, tree) &&
      may(accountPolicy, 'grant', who.actor, { id: null, agency: agency.id }, tree);
    const faults = [
      ...(/^[A-Za-z0-9._@-]{2,60}$/.test(login) ? [] : [said.login]),
      ...(taken.has(login) ? [said.taken] : []),
      ...((counts.get(login)?.length ?? 0) > 1 ? [said.twice] : []),
      ...(name === '' || name.length > 200 ? [said.name] : []),
      ...(asked.length === 0 || known.includes(null) ? [said.role] : []),
      // Of an agency that one does not administer not even that it exists is told.
      ...(mayGrant ? [] : [said.agency]),
    ];
    const grants = known.flatMap((role) =>
      role === null || agency === undefined ? [] : [{ role, agency: agency.id }],
    );
    return { ...person, login, name, line: at + 2, grants, faults };
  });
}

/** Those of the chosen lines; null: all. Throws a Refusal that names the first line with a fault: then nobody is invited. */
export function invitationsOf(
  checked: readonly CheckedPerson[],
  lines: readonly number[] | null,
): readonly Invitation[] {
  const chosen = checked.filter(({ line }) => lines === null || lines.includes(line));
  if (chosen.length === 0) throw nobodyChosen();
  const faulty = chosen.find(({ faults }) => faults.length > 0);
  if (faulty !== undefined) throw noPerson(faulty);
  return chosen.map(({ login, name, grants }) => ({ login, name, grants }));
}

function roleIn(word: string): Role | null {
  return roles.find((role) => role === word || roleNames['zh-Hant'][role] === word) ?? null;
}

function agencyIn(agencies: readonly Agency[], word: string): Agency | undefined {
  return agencies.find(({ id, name }) => id === word || name === word);
}

const said = {
  login: {
    'zh-Hant': '帳號不是 2 至 60 個英文字母、數字或 . _ @ -',
    en: 'the login is not 2 to 60 letters, digits or . _ @ -',
  },
  taken: { 'zh-Hant': '帳號已有人使用', en: 'the login is taken' },
  twice: { 'zh-Hant': '帳號在名單裡重複', en: 'the login stands in the list more than once' },
  name: { 'zh-Hant': '缺姓名，或超過 200 字', en: 'there is no name, or it is longer than 200 characters' },
  role: {
    'zh-Hant': `角色不是：${roles.map((role) => roleNames['zh-Hant'][role]).join('、')}`,
    en: `a role is none of: ${roles.join(', ')}`,
  },
  agency: { 'zh-Hant': '機關代碼不是您所管理的機關', en: 'the agency is none that you administer' },
} as const satisfies Readonly<Record<string, Message>>;

function noList(missing: string | null): Refusal {
  const headings = Object.values(columns);
  return new Refusal('no-people-list', 422, {
    'zh-Hant': `名單${missing === null ? '沒有人，或超過五百人' : `沒有「${missing}」這一欄`}，沒有邀請任何人。請用 CSV、XLSX 或 ODS，第一列是欄名：${headings.join('、')}。`,
    en: `the list ${missing === null ? 'holds nobody, or more than five hundred' : `has no column ${missing}`}; nobody was invited. Use CSV, XLSX or ODS with the headings ${headings.join(', ')} in the first row.`,
  });
}

function noPerson({ line, login, faults }: CheckedPerson): Refusal {
  const list = (lang: 'zh-Hant' | 'en') => faults.map((fault) => fault[lang]).join(lang === 'en' ? '; ' : '；');
  return new Refusal('no-person', 422, {
    'zh-Hant': `名單第 ${line} 列「${login}」不能邀請：${list('zh-Hant')}。沒有邀請任何人；請改好名單，或不選這一列。`,
    en: `line ${line} of the list, "${login}", cannot be invited: ${list('en')}. Nobody was invited; mend the list, or leave that line out.`,
  });
}

function nobodyChosen(): Refusal {
  return new Refusal('nobody-chosen', 422, {
    'zh-Hant': '沒有選擇任何人，沒有邀請。請勾選要邀請的人。',
    en: 'nobody was chosen, and nobody was invited. Tick those to be invited.',
  });
}
