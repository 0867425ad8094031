import { Refusal, type Message } from '@guankao/domain';
import { Type } from '@sinclair/typebox';
import { terms } from '@guankao/terms';
import { defineCommand, defineNoun, type Call } from '../../noun.ts';
import type { RowEvent } from '../row/events.ts';
import type { RowRecord } from '../row/row.ts';
import { approveOnPaperCommand } from './commands/approve-on-paper.ts';
import { addRow, openYear, type NewPlan, type Predecessor } from './commands/open.ts';
import { demandOpen, planCommands } from './commands/plans.ts';
import { monthCommands } from './commands/lock-month.ts';
import { correctYear, discardYear, publishYear, submitYear, type ShownForm } from './commands/report.ts';
import { applyToYear, type YearEvent } from './events.ts';
import { yearMachine } from './machine.ts';
import { yearPolicy } from './policy.ts';
import { LetterJson, YearRecordJson, type YearRecord } from './year.ts';

const PlanInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 32_000, description: 'Of the plan' }),
  agency: Type.String({ minLength: 1, maxLength: 100, description: 'That carries it out' }),
});

const OpenInput = Type.Object({
  ministry: Type.String({ minLength: 1, maxLength: 100 }),
  ministryName: Type.String({ minLength: 1, maxLength: 200 }),
  fiscalYear: Type.Integer({ description: 'Gregorian: ROC 114 is 2025' }),
  plans: Type.Optional(Type.Array(PlanInput, { maxItems: 5_000 })),
});

const ReportInput = Type.Object({
  reason: Type.Optional(Type.String({ maxLength: 2_000 })),
  letter: Type.Optional(LetterJson),
});

const PublishInput = Type.Object({
  edition: Type.Optional(Type.Integer({ minimum: 1, description: 'The newest where it is left out' })),
  ground: Type.String({ minLength: 1, maxLength: 2_000, description: '公開依據' }),
});

const CorrectInput = Type.Object({
  rows: Type.Array(Type.String({ maxLength: 300 }), { minItems: 1, maxItems: 10_000 }),
  reason: Type.String({ minLength: 1, maxLength: 2_000 }),
});

/** What the checks made of the form before it is reported. */
export interface ReportedForm {
  readonly sha256: string;
  /** What refutes the form itself: it does not go out with it. */
  readonly blocking: readonly Message[];
}

export const year = defineNoun<YearRecord, YearEvent>({
  name: 'year',
  plural: 'years',
  label: { 'zh-Hant': '年度的表', en: "year's form" },
  record: YearRecordJson,
  fields: {},
  values: ({ fiscalYear }) => ({ fiscalYear }),
  machine: yearMachine,
  policy: yearPolicy,
  kinds: ['year-opened', 'year-moved', 'year-published', 'year-months-locked', 'year-approved-on-paper'],
  apply: applyToYear,
  placeOf: ({ ministry, fiscalYear, state }) => ({ parent: null, agency: ministry, position: -fiscalYear, state }),
  isGone: ({ state }) => state === 'discarded',
  commands: [
    defineCommand<YearRecord | null, typeof OpenInput>({
      name: 'open',
      label: { 'zh-Hant': '開辦年度', en: 'open a year' },
      may: 'open',
      as: () => 'compiler',
      input: OpenInput,
      creates: ({ ministry }) => ({ ministry }),
      prepared: true,
      alreadyThere: alreadyOpen,
      decide: (_year, input, call) => openYear({ ...input, predecessor: call.facts as Predecessor | null }, call),
    }),
    defineCommand<YearRecord, typeof ReportInput>({
      name: 'report',
      label: terms.report,
      may: 'submit',
      as: () => 'compiler',
      input: ReportInput,
      with: 'row',
      prepared: true,
      reason: ({ reason }) => reason ?? null,
      decide: (form, input, call) => {
        const { sha256, blocking } = call.facts as ReportedForm;
        return submitYear(form, call.children as readonly RowRecord[], sha256, input, blocking, call.shown ?? 0, call);
      },
    }),
    defineCommand<YearRecord, typeof PublishInput>({
      name: 'publish',
      label: terms.publish,
      may: 'publish',
      as: () => 'compiler',
      input: PublishInput,
      prepared: true,
      with: 'row',
      reason: ({ ground }) => ground,
      decide: (form, input, call) => publishYear(form, input, call.facts as ShownForm, call),
    }),
    defineCommand<YearRecord, ReturnType<typeof Type.Object<{}>>>({
      name: 'discard',
      label: { 'zh-Hant': '取消開辦', en: 'undo the opening' },
      may: 'discard',
      as: () => 'compiler',
      input: Type.Object({}),
      with: 'row',
      decide: (form, _input, call) => discardYear(form, call.children as readonly RowRecord[]),
    }),
    defineCommand<YearRecord, typeof PlanInput>({
      name: 'add-row',
      label: { 'zh-Hant': '新增計畫', en: 'add a plan' },
      may: 'add-row',
      as: () => 'compiler',
      input: PlanInput,
      with: 'row',
      decide: (form, plan, call) => addRowTo(form, call.children as readonly RowRecord[], plan, call),
    }),
    ...planCommands,
    ...monthCommands,
    approveOnPaperCommand,
    defineCommand<YearRecord, typeof CorrectInput>({
      name: 'correct',
      label: terms.correct,
      may: 'correct',
      as: () => 'compiler',
      input: CorrectInput,
      with: 'row',
      reason: ({ reason }) => reason,
      decide: (form, { rows, reason }, call) =>
        correctYear(form, call.children as readonly RowRecord[], rows, reason, call.shown ?? 0, call),
    }),
  ],
});

function addRowTo(form: YearRecord, rows: readonly RowRecord[], plan: NewPlan, call: Call): readonly RowEvent[] {
  demandOpen(form);
  return addRow(form, rows.length, plan, call);
}

function alreadyOpen(id: string): Refusal {
  return new Refusal('year-already-open', 409, {
    'zh-Hant': `「${id}」已經開辦，不會再開一次。請直接進入該年度的表。`,
    en: `${id} is open already and is not opened again. Go to that year's form.`,
  });
}
