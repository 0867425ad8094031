import { Type } from '@sinclair/typebox';
import { terms } from '@guankao/terms';
import { date, line } from '../../fields.ts';
import { defineCommand, defineNoun } from '../../noun.ts';
import { appointDeputy } from './commands/appoint.ts';
import { revokeDeputy } from './commands/revoke.ts';
import { DeputyGrantJson, DeputyshipJson, numberOfDeputyship, type Deputyship } from './deputy.ts';
import { applyToDeputyship, type DeputyEvent } from './events.ts';
import { deputyPolicy } from './policy.ts';

const AppointInput = Type.Object({
  for: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 60,
      description: 'Login of the principal, by an administrator; left out: you',
    }),
  ),
  deputy: Type.String({ minLength: 1, maxLength: 60, description: 'Login of the deputy' }),
  grants: Type.Array(DeputyGrantJson, { minItems: 1, maxItems: 50, description: 'Among the roles of the principal' }),
  from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The first day, today or later: 2026-01-20' }),
  until: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The last day, in Taipei' }),
  reason: Type.String({ minLength: 1, maxLength: 200, description: '事由: 休假' }),
});

export const deputy = defineNoun<Deputyship, DeputyEvent>({
  name: 'deputy',
  plural: 'deputies',
  label: { 'zh-Hant': '職務代理', en: 'deputyship' },
  record: DeputyshipJson,
  fields: {
    deputy: line({ label: terms.deputy }),
    grants: line({ label: { 'zh-Hant': '代理的角色', en: 'roles handed over' } }),
    from: date({ label: { 'zh-Hant': '起日', en: 'first day' } }),
    until: date({ label: { 'zh-Hant': '迄日', en: 'last day' } }),
    reason: line({ label: { 'zh-Hant': '代理事由', en: 'reason of the deputyship' } }),
  },
  values: ({ from, until, reason }) => ({ from, until, reason }),
  // It ends by the clock; the one move, to end it before, is a command.
  machine: null,
  policy: deputyPolicy,
  kinds: ['deputy-appointed', 'deputy-revoked'],
  apply: applyToDeputyship,
  // Under the deputy's account: who asks is found to be a deputy by that alone.
  placeOf: ({ id, deputy: { account }, grants, revoked }) => ({
    parent: account,
    agency: grants[0]?.agency ?? null,
    position: numberOfDeputyship({ id }),
    state: revoked === null ? 'appointed' : 'revoked',
  }),
  commands: [
    defineCommand<null, typeof AppointInput>({
      name: 'appoint',
      label: { 'zh-Hant': '指定代理人', en: 'name a deputy' },
      may: 'appoint',
      as: ({ for: login, grants }) => (login === undefined ? (grants[0]?.role ?? 'officer') : 'administrator'),
      input: AppointInput,
      people: true,
      siblings: true,
      numbered: true,
      reason: ({ reason }) => reason.trim(),
      creates: ({ for: login, grants }) => ({ principal: login === undefined ? null : { account: '' }, grants }),
      decide: (_none, input, call) => appointDeputy(input, call),
    }),
    defineCommand<Deputyship, ReturnType<typeof Type.Object<{}>>>({
      name: 'revoke',
      label: { 'zh-Hant': '終止代理', en: 'end the deputyship' },
      may: 'revoke',
      as: (_input, { subject, actor }) =>
        subject.principal.account === actor.id ? (subject.grants[0]?.role ?? 'officer') : 'administrator',
      input: Type.Object({}),
      decide: (deputyship, _input, call) => revokeDeputy(deputyship, call),
    }),
  ],
});
