import { Type } from '@sinclair/typebox';
import { heading, terms } from '@guankao/terms';
import { defineCommand, defineNoun, type AnyRecord, type Call } from '../../noun.ts';
import { moveNamed } from '../../machine.ts';
import { Day, oneOf, Twd } from '../../schema.ts';
import type { RowRecord } from '../row/row.ts';
import { CarryOverInput, CarryOverJson, type CarryOver } from './carry-over.ts';
import { decideCarryOver, settleCarryOver } from './commands/decide.ts';
import { moveCarryOver, openCarryOver, saveCarryOver } from './commands/write.ts';
import { applyToCarryOver, type CarryOverEvent } from './events.ts';
import { carryOverDecisions, carryOverMachine, carryOverMoves } from './machine.ts';
import { carryOverPolicy } from './policy.ts';

const OpenInput = Type.Object({ row: Type.String({ minLength: 1, maxLength: 300, description: 'Id of the row' }) });
const Reason = (description: string) => Type.Optional(Type.String({ maxLength: 2_000, description }));
const MoveInput = Type.Object({ reason: Reason('Owed by a return, and where an approval is taken back') });
const DecisionInput = Type.Object({
  number: Type.String({ maxLength: 200, description: '核定文號' }),
  date: Day,
  reason: Reason('Owed where not all of it is approved'),
});
const PartInput = Type.Composite([
  DecisionInput,
  Type.Object({
    approved: Type.Array(
      Type.Object({ line: Type.String({ maxLength: 20, description: 'Id of a line: k1' }), amount: Twd }),
      { maxItems: 50, description: 'A line that is left out is not approved' },
    ),
  }),
]);
const SettleInput = Type.Object({
  line: Type.String({ maxLength: 20, description: 'Id of a line: k1' }),
  kind: oneOf(['realised', 'cancelled'], { description: '實現 or 註銷' }),
  amount: Twd,
  day: Day,
  document: Type.String({ maxLength: 200, description: '傳票 or 文號' }),
});

/** Every command is decided from the row as it stands: its agency, its money. */
const ownRow = [{ noun: 'row', id: (one: CarryOver) => one.row }] as const;
const rowIn = ({ beside }: { readonly beside: readonly AnyRecord[] }) => beside[0] as unknown as RowRecord;
const shownIn = ({ shown }: Call) => shown ?? 0;
const orNone = (reason: string | undefined) => (reason?.trim() ? reason.trim() : null);

const moves = carryOverMoves.map((name) => {
  const move = moveNamed(carryOverMachine, name);
  return defineCommand<CarryOver, typeof MoveInput>({
    name,
    label: move.label,
    may: name,
    as: () => move.who,
    input: MoveInput,
    beside: ownRow,
    reason: ({ reason }) => orNone(reason),
    decide: (one, { reason = '' }, call) => moveCarryOver(one, name, reason, rowIn(call), shownIn(call), call),
  });
});

const decisions = carryOverDecisions.map((name) => {
  const move = moveNamed(carryOverMachine, name);
  const input = name === 'approve-partly' ? PartInput : DecisionInput;
  return defineCommand<CarryOver, typeof input>({
    name,
    label: move.label,
    may: name,
    as: () => move.who,
    input,
    beside: ownRow,
    reason: ({ reason }) => orNone(reason),
    decide: (one, { reason = '', ...given }, call) =>
      decideCarryOver(one, name, { approved: [], ...given, reason }, rowIn(call), shownIn(call), call),
  });
});

export const carryOver = defineNoun<CarryOver, CarryOverEvent>({
  name: 'carry-over',
  plural: 'carry-overs',
  label: heading(terms.carryOver),
  record: CarryOverJson,
  fields: {},
  values: () => ({}),
  machine: carryOverMachine,
  policy: carryOverPolicy,
  kinds: ['carry-over-opened', 'carry-over-saved', 'carry-over-moved', 'carry-over-settled'],
  apply: applyToCarryOver,
  placeOf: ({ year, agency, position, state }) => ({ parent: year, agency, position, state }),
  commands: [
    defineCommand<null, typeof OpenInput>({
      name: 'open',
      label: { 'zh-Hant': '開始申請', en: 'begin' },
      may: 'write',
      as: () => 'officer',
      input: OpenInput,
      beside: [{ noun: 'row', id: (_none, { row }) => row }],
      creates: (_input, beside) => ({ agency: rowIn({ beside }).agency, state: 'drafting', writers: [] }),
      decide: (_none, _input, call) => openCarryOver(rowIn(call)),
    }),
    defineCommand<CarryOver, typeof CarryOverInput>({
      name: 'save',
      label: { 'zh-Hant': '儲存', en: 'save' },
      may: 'write',
      as: () => 'officer',
      input: CarryOverInput,
      beside: ownRow,
      decide: (one, given, call) => saveCarryOver(one, given, rowIn(call), shownIn(call), call),
    }),
    ...moves,
    ...decisions,
    defineCommand<CarryOver, typeof SettleInput>({
      name: 'settle',
      label: { 'zh-Hant': '登錄實現或註銷', en: 'record what was realised or cancelled' },
      may: 'settle',
      as: () => 'accountant',
      input: SettleInput,
      decide: (one, given, call) => settleCarryOver(one, given, shownIn(call), call),
    }),
  ],
});
