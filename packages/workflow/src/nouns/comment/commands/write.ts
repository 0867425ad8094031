import { Refusal } from '@guankao/domain';
import type { Person } from '../../../actors.ts';
import type { AnyRecord, Call } from '../../../noun.ts';
import { cleanText } from '../../../fields.ts';
import { moved } from '../../../machine.ts';
import { commentId, isRule, maySee, type CommentRecord, type Commented } from '../comment.ts';
import type { CommentEvent } from '../events.ts';
import { commentMachine, type CommentMove } from '../machine.ts';

export interface Writing {
  readonly on: { readonly noun: Commented; readonly id: string };
  readonly field?: CommentRecord['on']['field'];
  readonly finding?: string | null;
  readonly text: string;
  /** Login. */
  readonly assignee?: string;
}

const label = { 'zh-Hant': '意見', en: 'comment' } as const;

/** Writes a comment. Throws a Refusal about the field that does not hold. */
export function writeComment(asked: Writing, call: Call): readonly CommentEvent[] {
  const { actor, now, beside } = call;
  const [subject] = beside;
  if (subject === undefined) throw new Error('a comment on nothing');
  const { noun, id } = asked.on;
  const [field, finding] = [asked.field ?? null, asked.finding ?? null];
  if (field !== null && noun !== 'row') throw noSuchPlace();
  if (finding !== null && (noun !== 'row' || !isRule(finding))) throw noSuchFinding(finding);
  const text = textOf(asked.text);
  const { agency, row = id } = subject as AnyRecord & { readonly agency: string; readonly row?: string };
  const comment: CommentRecord = {
    id: commentId(call.number ?? 1),
    version: 1,
    on: { noun, id, row, field, finding },
    agency,
    state: 'open',
    text,
    by: actor.name,
    account: actor.id,
    at: now.toISOString(),
    mentions: mentionsIn(text, noun, subject, call),
    assignee: asked.assignee === undefined ? null : assigneeOf(asked.assignee, noun, subject, call),
    replies: [],
    closed: null,
  };
  return [{ kind: 'comment-written', subject: comment.id, payload: { comment } }];
}

export function answerComment(comment: CommentRecord, given: string, call: Call): readonly CommentEvent[] {
  const text = textOf(given);
  const [subject] = call.beside;
  const mentions = subject === undefined ? [] : mentionsIn(text, comment.on.noun, subject, call);
  const { id: account, name: by } = call.actor;
  const payload = { text, by, account, at: call.now.toISOString(), mentions };
  return [{ kind: 'comment-answered', subject: comment.id, payload }];
}

/** `login` null: nobody's any more. */
export function assignComment(comment: CommentRecord, login: string | null, call: Call): readonly CommentEvent[] {
  const [subject] = call.beside;
  if (subject === undefined) throw new Error('a comment on nothing');
  const after = login === null ? null : assigneeOf(login, comment.on.noun, subject, call);
  if (after?.account === comment.assignee?.account) return [];
  return [{ kind: 'comment-assigned', subject: comment.id, payload: { before: comment.assignee, after } }];
}

export function moveComment(comment: CommentRecord, name: CommentMove, { actor, now }: Call): readonly CommentEvent[] {
  moved(commentMachine, comment.state, name);
  const payload = { by: actor.name, at: now.toISOString() };
  const kind = name === 'resolve' ? 'comment-resolved' : 'comment-reopened';
  return [{ kind, subject: comment.id, payload }];
}

function textOf(given: string): string {
  const text = cleanText(given.trim(), label, 'text');
  if (text !== '') return text;
  throw new Refusal('field-owed', 422, {
    'zh-Hant': '「意見」要填。填好後再送。',
    en: 'the comment is empty. Write it and send it again.',
  }).about('text');
}

/** Whoever is named by @login and may see the record; any other @ is plain text. */
function mentionsIn(text: string, noun: Commented, subject: AnyRecord, call: Call): CommentRecord['mentions'] {
  return readersOf(noun, subject, call)
    .filter(({ login }) => names(text, login))
    .map(accountOf);
}

/** @wang, and not @wangli: what follows is no letter, digit or sign of a login but the end of a sentence. */
function names(text: string, login: string): boolean {
  const sought = `@${login}`;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
    if (!/^[\w@-]|^\.\w/.test(text.slice(at + sought.length))) return true;
  return false;
}

function assigneeOf(login: string, noun: Commented, subject: AnyRecord, call: Call) {
  const found = readersOf(noun, subject, call).find((one) => one.login === login);
  if (found !== undefined) return accountOf(found);
  throw new Refusal('assignee-cannot-see', 422, {
    'zh-Hant': `不能指派給「${login}」：沒有這個帳號，或他看不到這筆資料。請從清單選擇。`,
    en: `it cannot be assigned to ${login}: there is no such account, or it may not see this record. Choose one of the list.`,
  }).about('assignee');
}

function readersOf(noun: Commented, subject: AnyRecord, { people = [], tree }: Call): readonly Person[] {
  return people.filter((one) => one.state !== 'deactivated' && maySee(noun, subject, one, tree));
}

function accountOf({ id, login, name }: Person): CommentRecord['mentions'][number] {
  return { account: id, login, name };
}

function noSuchPlace(): Refusal {
  return new Refusal('no-such-place', 422, {
    'zh-Hant': '只有計畫列的意見可以指定欄位；作業計畫與定期填報的意見寫在整份上。',
    en: 'only a comment on a row names a field; one on a work plan or a report is on the whole of it.',
  }).about('field');
}

function noSuchFinding(finding: string): Refusal {
  return new Refusal('no-such-rule', 422, {
    'zh-Hant': `沒有「${finding}」這條檢核規則，或這裡沒有檢核結果。請從清單選擇。`,
    en: `there is no rule ${finding}, or nothing is checked here. Choose one of the list.`,
  }).about('finding');
}
