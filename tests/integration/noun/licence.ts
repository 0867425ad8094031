import { Type } from '@sinclair/typebox';
import {
  choice,
  cleanText,
  date,
  defineCommand,
  defineNoun,
  holds,
  integer,
  line,
  lines,
  money,
  moved,
  objectOf,
  period,
  someOf,
  type Actor,
  type AgencyTree,
  type Changed,
  type Machine,
  type Policy,
  type Values,
} from '@guankao/workflow';

/** A noun that only tests know: eight fields, three commands, two states. What appears from it was written nowhere else. */

const fields = {
  title: line({ label: { 'zh-Hant': '執照名稱', en: 'title' }, by: 'officer' }),
  purpose: lines({ label: { 'zh-Hant': '用途', en: 'purpose' }, by: 'officer' }),
  kind: choice({
    label: { 'zh-Hant': '種類', en: 'kind' },
    by: 'officer',
    choices: { building: { 'zh-Hant': '建造', en: 'building' }, use: { 'zh-Hant': '使用', en: 'use' } },
  }),
  issued: date({ label: { 'zh-Hant': '發照日期', en: 'issued on' }, by: 'officer' }),
  valid: period({ label: { 'zh-Hant': '有效期間', en: 'valid' }, by: 'officer' }),
  floors: integer({ label: { 'zh-Hant': '層數', en: 'floors' }, by: 'officer' }),
  fee: money({ label: { 'zh-Hant': '規費', en: 'fee' }, by: 'officer', of: 'this licence' }),
  remark: line({ label: { 'zh-Hant': '備註', en: 'remark' }, by: 'officer' }),
} as const;
type LicenceValues = Values<typeof fields>;

interface Licence {
  readonly id: string;
  readonly version: number;
  readonly agency: string;
  readonly state: 'held' | 'returned';
  readonly values: LicenceValues;
}

type LicenceEvent =
  | { readonly kind: 'licence-issued'; readonly subject: string; readonly payload: { readonly licence: Licence } }
  | {
      readonly kind: 'licence-amended';
      readonly subject: string;
      readonly payload: Changed<Partial<LicenceValues>>;
    }
  | { readonly kind: 'licence-returned'; readonly subject: string; readonly payload: { readonly reason: string } };

const machine: Machine<Licence['state'], 'return'> = {
  subject: { 'zh-Hant': '這張執照', en: 'this licence' },
  first: 'held',
  labels: { held: { 'zh-Hant': '有效', en: 'held' }, returned: { 'zh-Hant': '已繳回', en: 'returned' } },
  moves: [
    {
      name: 'return',
      from: ['held'],
      to: 'returned',
      who: 'officer',
      label: { 'zh-Hant': '繳回', en: 'return' },
      reason: true,
    },
  ],
};

type Subject = Pick<Licence, 'agency'>;
const officers = (actor: Actor, { agency }: Subject, tree: AgencyTree) => holds(actor, 'officer', agency, tree);
const policy: Policy<Subject, 'read' | 'issue' | 'amend' | 'return'> = {
  noun: { 'zh-Hant': '這張執照', en: 'this licence' },
  actions: {
    read: { label: { 'zh-Hant': '查看', en: 'read' }, roles: ['officer'], allows: officers },
    issue: { label: { 'zh-Hant': '發照', en: 'issue' }, roles: ['officer'], allows: officers },
    amend: { label: { 'zh-Hant': '更改', en: 'amend' }, roles: ['officer'], allows: officers },
    return: { label: { 'zh-Hant': '繳回', en: 'return' }, roles: ['officer'], allows: officers },
  },
};

const IssueInput = Type.Object({ id: Type.String(), agency: Type.String(), values: objectOf(fields) });
const AmendInput = someOf(fields);
const ReturnInput = Type.Object({ reason: Type.String({ minLength: 1 }) });

export const licence = defineNoun<Licence, LicenceEvent>({
  name: 'licence',
  plural: 'licences',
  label: { 'zh-Hant': '執照', en: 'licence' },
  record: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    agency: Type.String(),
    state: Type.String(),
    values: objectOf(fields),
  }),
  fields,
  values: ({ values }) => values,
  machine,
  policy,
  kinds: ['licence-issued', 'licence-amended', 'licence-returned'],
  apply(before, event) {
    if (event.kind === 'licence-issued') return event.payload.licence;
    if (before === null) throw new Error(`${event.kind} before the licence was issued`);
    const next = { ...before, version: before.version + 1 };
    if (event.kind === 'licence-returned') return { ...next, state: 'returned' };
    return { ...next, values: { ...before.values, ...event.payload.after } };
  },
  placeOf: ({ agency, state }) => ({ parent: null, agency, position: 0, state }),
  commands: [
    defineCommand<null, typeof IssueInput>({
      name: 'issue',
      label: { 'zh-Hant': '發照', en: 'issue' },
      may: 'issue',
      as: () => 'officer',
      input: IssueInput,
      creates: ({ agency }) => ({ agency }),
      decide: (_none, { id, agency, values }) => [
        {
          kind: 'licence-issued',
          subject: id,
          payload: { licence: { id, version: 1, agency, state: machine.first, values } },
        },
      ],
    }),
    defineCommand<Licence, typeof AmendInput>({
      name: 'amend',
      label: { 'zh-Hant': '更改', en: 'amend' },
      may: 'amend',
      as: () => 'officer',
      input: AmendInput,
      decide: ({ id, values }, input) => {
        const after = 'title' in input ? { ...input, title: cleanText(input.title ?? '', fields.title.label) } : input;
        const before = Object.fromEntries(
          Object.keys(after).map((name) => [name, values[name as keyof LicenceValues]]),
        );
        return [{ kind: 'licence-amended', subject: id, payload: { before, after } }];
      },
    }),
    defineCommand<Licence, typeof ReturnInput>({
      name: 'return',
      label: { 'zh-Hant': '繳回', en: 'return' },
      may: 'return',
      as: () => 'officer',
      input: ReturnInput,
      reason: ({ reason }) => reason,
      decide: ({ id, state }, { reason }) => {
        moved(machine, state, 'return');
        return [{ kind: 'licence-returned', subject: id, payload: { reason } }];
      },
    }),
  ],
});
