import { Type } from '@sinclair/typebox';
import type { Role } from '../../actors.ts';
import { lines, longestText } from '../../fields.ts';
import { moveNamed } from '../../machine.ts';
import { defineCommand, defineNoun } from '../../noun.ts';
import { nullable, oneOf } from '../../schema.ts';
import { answerComment, assignComment, moveComment, writeComment } from './commands/write.ts';
import { CommentJson, commented, commentedFields, numberOfComment, type CommentRecord } from './comment.ts';
import { applyToComment, type CommentEvent } from './events.ts';
import { commentMachine } from './machine.ts';
import { commentPolicy } from './policy.ts';

const Text = Type.String({
  minLength: 1,
  maxLength: longestText,
  description: 'One item a line; @login mentions whoever may see the record',
});
const Login = Type.String({ minLength: 1, maxLength: 60, description: 'Login of somebody who may see the record' });

const WriteInput = Type.Object({
  on: Type.Object({ noun: oneOf(commented), id: Type.String({ minLength: 1, maxLength: 300 }) }),
  field: Type.Optional(nullable(oneOf(commentedFields), { description: 'Of a row; left out: on the whole of it' })),
  finding: Type.Optional(
    nullable(Type.String({ minLength: 1, maxLength: 100 }), {
      description: 'Id of the rule whose finding it is about',
    }),
  ),
  text: Text,
  assignee: Type.Optional(Login),
});
const AnswerInput = Type.Object({ text: Text });
const AssignInput = Type.Object({ assignee: nullable(Login, { description: 'null: nobody any more' }) });

/** What is commented on, as it stands: whoever may not see it finds neither. */
const subjectOf = [{ noun: ({ on }: CommentRecord) => on.noun, id: ({ on }: CommentRecord) => on.id }] as const;
/** The role in which one says it: the first that one has. */
const anyRole = (
  _input: unknown,
  { actor }: { readonly actor: { readonly grants: readonly { readonly role: Role }[] } },
) => actor.grants[0]?.role ?? 'officer';

const moves = (['resolve', 'reopen'] as const).map((name) =>
  defineCommand<CommentRecord, ReturnType<typeof Type.Object<{}>>>({
    name,
    label: moveNamed(commentMachine, name).label,
    may: name,
    as: anyRole,
    input: Type.Object({}),
    beside: subjectOf,
    decide: (comment, _input, call) => moveComment(comment, name, call),
  }),
);

export const comment = defineNoun<CommentRecord, CommentEvent>({
  name: 'comment',
  plural: 'comments',
  label: { 'zh-Hant': '意見', en: 'comment' },
  record: CommentJson,
  fields: {
    text: lines({ label: { 'zh-Hant': '意見', en: 'comment' } }),
    assignee: lines({ label: { 'zh-Hant': '指派給', en: 'assigned to' } }),
  },
  values: ({ text }) => ({ text }),
  machine: commentMachine,
  policy: commentPolicy,
  kinds: ['comment-written', 'comment-answered', 'comment-assigned', 'comment-resolved', 'comment-reopened'],
  apply: applyToComment,
  standsOn: ({ on }) => ({ noun: on.noun, id: on.id }),
  placeOf: ({ id, on, agency, state }) => ({ parent: on.row, agency, position: numberOfComment({ id }), state }),
  commands: [
    defineCommand<null, typeof WriteInput>({
      name: 'write',
      label: { 'zh-Hant': '寫意見', en: 'comment' },
      may: 'write',
      as: anyRole,
      input: WriteInput,
      people: true,
      numbered: true,
      beside: [{ noun: (_none, { on }) => on.noun, id: (_none, { on }) => on.id }],
      creates: (_input, beside) => ({ agency: (beside[0] as unknown as { readonly agency: string }).agency }),
      decide: (_none, input, call) => writeComment(input, call),
    }),
    defineCommand<CommentRecord, typeof AnswerInput>({
      name: 'answer',
      label: { 'zh-Hant': '回覆', en: 'answer' },
      may: 'answer',
      as: anyRole,
      input: AnswerInput,
      people: true,
      beside: subjectOf,
      decide: (comment, { text }, call) => answerComment(comment, text, call),
    }),
    defineCommand<CommentRecord, typeof AssignInput>({
      name: 'assign',
      label: { 'zh-Hant': '指派', en: 'assign' },
      may: 'assign',
      as: anyRole,
      input: AssignInput,
      people: true,
      beside: subjectOf,
      decide: (comment, { assignee }, call) => assignComment(comment, assignee, call),
    }),
    ...moves,
  ],
});
