import { Refusal } from '@guankao/domain';
import { attributables, lagCauses } from '@guankao/regulations';
import { heading, terms } from '@guankao/terms';
import { Type } from '@sinclair/typebox';
import { holds, type Role } from '../../actors.ts';
import { demandVersion } from '../../context.ts';
import { cleanText } from '../../fields.ts';
import { defineCommand, defineNoun, type AnyRecord, type Call } from '../../noun.ts';
import type { Permission, Policy } from '../../policy.ts';
import { nullable, oneOf, type Of } from '../../schema.ts';
import type { RowRecord } from '../row/row.ts';
import { causeFields, causeKinds, RowCausesJson, rowCausesId, type ConfirmedCause, type RowCauses } from './cause.ts';

/** What happened to a row's causes. */
export type RowCausesEvent =
  | { readonly kind: 'causes-opened'; readonly subject: string; readonly payload: { readonly causes: RowCauses } }
  | { readonly kind: 'cause-confirmed'; readonly subject: string; readonly payload: { readonly cause: ConfirmedCause } }
  | {
      readonly kind: 'cause-removed';
      readonly subject: string;
      readonly payload: { readonly cause: ConfirmedCause; readonly reason: string };
    };

type Subject = Pick<RowCauses, 'agency'>;

function only(roles: readonly Role[], label: Permission<Subject>['label']): Permission<Subject> {
  return { label, roles, allows: (actor, { agency }, tree) => roles.some((role) => holds(actor, role, agency, tree)) };
}

export const rowCausesPolicy: Policy<Subject, 'read' | 'confirm'> = {
  noun: { 'zh-Hant': '這一列的原因', en: 'the causes of this row' },
  actions: {
    read: only(['officer', 'supervisor', 'accountant', 'compiler', 'auditor'], { 'zh-Hant': '查看', en: 'read' }),
    confirm: only(['officer', 'supervisor'], { 'zh-Hant': '確認原因', en: 'confirm a cause' }),
  },
};

const OpenInput = Type.Object({ row: Type.String({ minLength: 1, maxLength: 300, description: 'Id of the row' }) });
const ConfirmInput = Type.Object({
  kind: oneOf(causeKinds, { description: '落後, 未達成 or 保留' }),
  code: Type.String({ maxLength: 40 }),
  attributable: Type.Optional(oneOf(attributables, { description: 'As the list has it where it is left out' })),
  place: nullable(
    Type.Object({ field: oneOf(causeFields), start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }),
    { description: 'Where the row’s text says so' },
  ),
  reason: Type.Optional(Type.String({ maxLength: 2_000 })),
});
const RemoveInput = Type.Object({
  cause: Type.String({ maxLength: 20, description: 'Its id: r1' }),
  reason: Type.String({ minLength: 1, maxLength: 2_000 }),
});

const ownRow = [{ noun: 'row', id: ({ row }: RowCauses) => row }] as const;
const rowIn = ({ beside }: { readonly beside: readonly AnyRecord[] }) => beside[0] as unknown as RowRecord;
const reasonLabel = { 'zh-Hant': '說明', en: 'explanation' } as const;

export const rowCauses = defineNoun<RowCauses, RowCausesEvent>({
  name: 'cause',
  plural: 'causes',
  label: heading(terms.cause),
  record: RowCausesJson,
  fields: {},
  values: () => ({}),
  machine: null,
  policy: rowCausesPolicy,
  kinds: ['causes-opened', 'cause-confirmed', 'cause-removed'],
  apply: (before, event) => {
    if (event.kind === 'causes-opened') return event.payload.causes;
    if (before === null) throw new Error(`${event.kind} before ${event.subject} was opened`);
    const next = { ...before, version: before.version + 1 };
    const { cause } = event.payload;
    if (event.kind === 'cause-confirmed') return { ...next, causes: [...before.causes, cause], ever: before.ever + 1 };
    return { ...next, causes: before.causes.filter(({ id }) => id !== cause.id) };
  },
  placeOf: ({ year, agency, position, state }) => ({ parent: year, agency, position, state }),
  standsOn: ({ row }) => ({ noun: 'row', id: row }),
  commands: [
    defineCommand<null, typeof OpenInput>({
      name: 'open',
      label: { 'zh-Hant': '開始', en: 'begin' },
      may: 'confirm',
      as: () => 'officer',
      input: OpenInput,
      beside: [{ noun: 'row', id: (_none, { row }) => row }],
      creates: (_input, beside) => ({ agency: rowIn({ beside }).agency }),
      decide: (_none, _input, call) => {
        const { id, year, agency, fiscalYear, position } = rowIn(call);
        const base = { row: id, year, agency, fiscalYear, position };
        const causes: RowCauses = { id: rowCausesId(id), ...base, state: 'open', version: 1, causes: [], ever: 0 };
        return [{ kind: 'causes-opened', subject: causes.id, payload: { causes } }];
      },
    }),
    defineCommand<RowCauses, typeof ConfirmInput>({
      name: 'confirm',
      label: { 'zh-Hant': '確認原因', en: 'confirm a cause' },
      may: 'confirm',
      as: () => 'officer',
      input: ConfirmInput,
      beside: ownRow,
      decide: (held, given, call) => {
        demandVersion(held.version, call.shown ?? 0);
        const cause = confirmed(held, given, rowIn(call), call);
        return [{ kind: 'cause-confirmed', subject: held.id, payload: { cause } }];
      },
    }),
    defineCommand<RowCauses, typeof RemoveInput>({
      name: 'remove',
      label: { 'zh-Hant': '移除原因', en: 'remove a cause' },
      may: 'confirm',
      as: () => 'officer',
      input: RemoveInput,
      reason: ({ reason }) => reason,
      decide: (held, { cause: id, reason }, call) => {
        const cause = held.causes.find((one) => one.id === id);
        if (cause === undefined) throw noSuchCause(id, 'cause');
        demandVersion(held.version, call.shown ?? 0);
        const why = cleanText(reason.trim(), reasonLabel, 'reason');
        if (why === '') throw owed('移除原因要寫明理由。', 'removing a cause owes a reason.');
        return [{ kind: 'cause-removed', subject: held.id, payload: { cause, reason: why } }];
      },
    }),
  ],
});

function confirmed(
  held: RowCauses,
  given: Of<typeof ConfirmInput>,
  row: RowRecord,
  { actor, now }: Pick<Call, 'actor' | 'now'>,
): ConfirmedCause {
  const known = lagCauses(`${row.fiscalYear}-12-31`).find(({ code }) => code === given.code);
  if (known === undefined) throw noSuchCause(given.code, 'code');
  if (held.causes.some(({ kind, code }) => kind === given.kind && code === given.code))
    throw confirmedAlready(known['zh-Hant'], known.en);
  const reason = cleanText((given.reason ?? '').trim(), reasonLabel, 'reason');
  const attributable = given.attributable ?? known.attributable;
  if (given.place === null && reason === '')
    throw owed('內文沒有指出這個原因的字句，請寫明說明。', 'no words of the text are named: say why it is the cause.');
  if (attributable !== known.attributable && reason === '')
    throw owed('責任歸屬與原因清單不同，請寫明說明。', 'it is put down to another than the list has it: say why.');
  return {
    id: `r${held.ever + 1}`,
    kind: given.kind,
    code: given.code,
    attributable,
    place: given.place === null ? null : quoted(given.place, row),
    reason,
    by: actor.name,
    at: now.toISOString(),
  };
}

function quoted({ field, start, end }: NonNullable<Of<typeof ConfirmInput>['place']>, row: RowRecord) {
  const quote = row.texts[field].slice(start, end);
  if (start < end && end <= row.texts[field].length && end - start <= 200) return { field, start, end, quote };
  throw new Refusal('no-such-place', 409, {
    'zh-Hant': '指出的字句不在現在的內文裡：內文可能已改。請重新整理頁面，就現在的內文確認。',
    en: 'the words that are named do not stand in the text as it is now: it may have been changed. Load the page again and confirm by the text as it stands.',
  }).about('place');
}

function noSuchCause(code: string, field: string): Refusal {
  return new Refusal('no-such-cause', 422, {
    'zh-Hant': `「${code}」不是可以選的原因。請從清單選擇；都不合適時選「其他」並寫明說明。`,
    en: `${code} is no cause that can be given. Choose one of the list, or "other" with a word of explanation.`,
  }).about(field);
}

function confirmedAlready(zh: string, en: string): Refusal {
  return new Refusal('cause-confirmed-already', 409, {
    'zh-Hant': `「${zh}」已經確認過。要改說明或責任歸屬時，請先移除再確認。`,
    en: `"${en}" is confirmed already. To change its explanation or to whom it is put down, remove it first.`,
  }).about('code');
}

function owed(zh: string, en: string): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': `${zh}寫好後再送一次，其他填的都還在。`,
    en: `${en} Write it and send it again; nothing else that was typed is lost.`,
  }).about('reason');
}
