import { Refusal } from '@guankao/domain';
import { terms } from '@guankao/terms';
import { roles, type Role } from './actors.ts';

/** One way from some states into another, and whose it is. */
export interface Move<State extends string, Name extends string> {
  readonly name: Name;
  readonly from: readonly State[];
  readonly to: State;
  readonly who: Role;
  /** What the move is called: 陳核 / submit. */
  readonly label: { readonly 'zh-Hant': string; readonly en: string };
  /** A comment or reason is owed. */
  readonly reason: boolean;
  /** Nobody asks for it by itself: it comes with something else that is done, such as the form going out. */
  readonly comesWith?: string;
}

export interface Machine<State extends string, Name extends string> {
  /** What it is the life of: 情形表的一列. */
  readonly subject: { readonly 'zh-Hant': string; readonly en: string };
  readonly first: State;
  readonly labels: Readonly<Record<State, { readonly 'zh-Hant': string; readonly en: string }>>;
  readonly moves: readonly Move<State, Name>[];
}

/** The move of this name; a machine without it is a fault of ours. */
export function moveNamed<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  name: Name,
): Move<State, Name> {
  const move = machine.moves.find((one) => one.name === name);
  if (move === undefined) throw new Error(`${name} is no move of ${machine.subject.en}`);
  return move;
}

/** The state after `name`. Throws a Refusal that says why not, and what could be done instead and by whom. */
export function moved<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  state: State,
  name: Name,
): Move<State, Name> {
  const move = machine.moves.find((one) => one.name === name && one.from.includes(state));
  if (move !== undefined) return move;
  const possible = machine.moves.filter((one) => one.from.includes(state));
  const label = machine.moves.find((one) => one.name === name)?.label ?? { 'zh-Hant': name, en: name };
  const list = (lang: 'zh-Hant' | 'en') =>
    possible.map((one) => `${one.label[lang]}（${roleNames[lang][one.who]}）`).join('、') || '—';
  throw new Refusal('illegal-move', 409, {
    'zh-Hant': `${machine.subject['zh-Hant']}現在是「${machine.labels[state]['zh-Hant']}」，不能「${label['zh-Hant']}」。現在可以做的：${list('zh-Hant')}。`,
    en: `${machine.subject.en} is "${machine.labels[state].en}" and cannot be moved by "${label.en}". Possible now: ${list('en')}.`,
  });
}

export const roleNames: Readonly<Record<'zh-Hant' | 'en', Readonly<Record<Role, string>>>> = {
  'zh-Hant': namesIn('zh-Hant'),
  en: namesIn('en'),
};

function namesIn(language: 'zh-Hant' | 'en'): Readonly<Record<Role, string>> {
  return Object.fromEntries(roles.map((role) => [role, terms[role][language]])) as Record<Role, string>;
}

/** The machine as a Mermaid diagram: docs/states.md is made from this, and a test holds it there. */
export function diagram<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  lang: 'zh-Hant' | 'en',
): string {
  const name = (state: State) => `${state}: ${machine.labels[state][lang]}`;
  const states = Object.keys(machine.labels) as State[];
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  ${name(state)}`),
    `  [*] --> ${machine.first}`,
    ...machine.moves.flatMap((move) =>
      move.from.map((from) => `  ${from} --> ${move.to}: ${move.label[lang]}（${roleNames[lang][move.who]}）`),
    ),
  ].join('\n');
}
