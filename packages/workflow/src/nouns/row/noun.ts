import { rowFields } from '@guankao/domain';
import { Type } from '@sinclair/typebox';
import { terms } from '@guankao/terms';
import { someOf } from '../../fields.ts';
import { defineCommand, defineNoun, type Call } from '../../noun.ts';
import { moveNamed } from '../../machine.ts';
import { nullable, oneOf, Twd } from '../../schema.ts';
import type { CarryOver } from '../carry-over/carry-over.ts';
import type { PeriodicReport } from '../periodic-report/report.ts';
import { workPlanId, type WorkPlan } from '../work-plan/work-plan.ts';
import { textsFromIndicators } from './commands/draw-texts.ts';
import { drawCarried, overruleCarried } from './commands/draw-carried.ts';
import { drawExecution, overruleExecution } from './commands/draw-execution.ts';
import { drawPromises } from './commands/draw-promises.ts';
import { drawWork, overruleWork } from './commands/draw-work.ts';
import { addIndicator, attachEvidence, recordActual, reviewIndicator, reviseTarget } from './commands/indicators.ts';
import { moveRow } from './commands/move.ts';
import { recordMoney } from './commands/record-money.ts';
import { recordPlanVersion } from './commands/record-plan-version.ts';
import { saveTexts } from './commands/save-texts.ts';
import { setDisclosure } from './commands/set-disclosure.ts';
import { takeOverTexts } from './commands/take-over-texts.ts';
import { disclosureLevels, groundIds, type DisclosureLevel } from './disclosure.ts';
import { takeTexts } from './commands/take-texts.ts';
import { applyToRow, type RowEvent } from './events.ts';
import { askedMoves, rowMachine } from './machine.ts';
import { moneyFields, OpeningBalanceJson, YearMoneyJson } from './money.ts';
import { planVersionFields } from './plan-version.ts';
import { rowPolicy } from './policy.ts';
import { RowRecordJson, rowTextFields, textFieldNames, type RowRecord } from './row.ts';

const Reason = Type.String({ maxLength: 2_000 });
const Name = Type.String({ minLength: 1, maxLength: 200 });
const IndicatorId = Type.String({ pattern: '^i\\d{1,4}$', description: 'Within the row: i1' });

/** Where a remark may stand. */
const remarkFields = [...textFieldNames, 'money', 'indicators'] as const;

const saveTextsCommand = defineCommand<RowRecord, ReturnType<typeof someOf<typeof rowTextFields>>>({
  name: 'save-texts',
  label: { 'zh-Hant': '儲存文字', en: 'save texts' },
  may: 'write-texts',
  as: () => 'officer',
  input: someOf(rowTextFields),
  decide: (row, texts, call) => saveTexts(row, texts, shownIn(call), call),
});

const drawTexts = defineCommand<RowRecord, ReturnType<typeof Type.Object<{}>>>({
  name: 'draw-texts',
  label: { 'zh-Hant': '由指標帶入文字', en: 'write indicators into the texts' },
  may: 'write-texts',
  as: () => 'officer',
  input: Type.Object({}),
  decide: (row, _input, call) => saveTexts(row, textsFromIndicators(row), shownIn(call), call),
});

const ownWorkPlan = [{ noun: 'work-plan', id: ({ id, agency }: RowRecord) => workPlanId(id, agency) }] as const;

const drawWorkCommand = defineCommand<RowRecord, ReturnType<typeof Type.Object<{}>>>({
  name: 'draw-work',
  label: { 'zh-Hant': '由年度作業計畫帶入', en: 'draw the planned work from the work plan' },
  may: 'write-texts',
  as: () => 'officer',
  input: Type.Object({}),
  beside: ownWorkPlan,
  decide: (row, _input, call) => drawWork(row, call.beside[0] as unknown as WorkPlan, shownIn(call), call),
});

const OverruleInput = Type.Object({
  text: rowTextFields.plannedWork.schema,
  reason: Type.String({ minLength: 1, maxLength: 2_000 }),
});

const overruleWorkCommand = defineCommand<RowRecord, typeof OverruleInput>({
  name: 'overrule-work',
  label: { 'zh-Hant': '改寫帶入的預定工作摘要', en: 'overrule the planned work that was drawn' },
  may: 'write-texts',
  as: () => 'officer',
  input: OverruleInput,
  reason: ({ reason }) => reason,
  decide: (row, { text, reason }, call) => overruleWork(row, text, reason, shownIn(call), call),
});

const ReportInput = Type.Object({
  report: Type.String({ minLength: 1, maxLength: 300, description: 'Id of a report of this row that was reviewed' }),
});

const drawExecutionCommand = defineCommand<RowRecord, typeof ReportInput>({
  name: 'draw-execution',
  label: { 'zh-Hant': '由定期填報帶入執行情形', en: 'draw what was carried out from a report' },
  may: 'write-texts',
  as: () => 'officer',
  input: ReportInput,
  beside: [
    { noun: 'periodic-report', id: (_row, { report }) => report },
    { noun: 'work-plan', id: (_row, _input, [report]) => (report as unknown as PeriodicReport).workPlan },
  ],
  decide: (row, _input, call) => {
    const [report, plan] = call.beside as unknown as [PeriodicReport, WorkPlan];
    return drawExecution(row, report, plan, shownIn(call), call);
  },
});

const OverruleExecutionInput = Type.Object({
  text: rowTextFields.execution.schema,
  reason: Type.String({ minLength: 1, maxLength: 2_000 }),
});

const overruleExecutionCommand = defineCommand<RowRecord, typeof OverruleExecutionInput>({
  name: 'overrule-execution',
  label: { 'zh-Hant': '改寫帶入的執行情形', en: 'overrule what was carried out that was drawn' },
  may: 'write-texts',
  as: () => 'officer',
  input: OverruleExecutionInput,
  reason: ({ reason }) => reason,
  decide: (row, { text, reason }, call) => overruleExecution(row, text, reason, shownIn(call), call),
});

const TakeOverInput = Type.Object({
  from: Type.String({
    minLength: 1,
    maxLength: 300,
    description: 'Id of a row that this one was split or merged from',
  }),
});

const takeOver = defineCommand<RowRecord, typeof TakeOverInput>({
  name: 'take-over-texts',
  label: { 'zh-Hant': '帶入原列文字', en: 'take over the texts of the row before' },
  may: 'write-texts',
  as: () => 'officer',
  input: TakeOverInput,
  decide: (row, { from }, call) => takeOverTexts(row, from, shownIn(call), call),
});

const DisclosureInput = Type.Object({
  fields: Type.Array(oneOf(rowFields), {
    minItems: 1,
    maxItems: rowFields.length,
    description: 'All ten: the whole row',
  }),
  level: oneOf(Object.keys(disclosureLevels) as DisclosureLevel[]),
  ground: Type.Optional(nullable(oneOf(groundIds), { description: '政府資訊公開法: 18-1-6 is 第18條第1項第6款' })),
  reason: Type.String({ minLength: 1, maxLength: 2_000, description: 'It stays inside' }),
});

const setDisclosureCommand = defineCommand<RowRecord, typeof DisclosureInput>({
  name: 'set-disclosure',
  label: { 'zh-Hant': '決定公開與否', en: 'decide what is shown' },
  may: 'set-disclosure',
  as: () => 'compiler',
  input: DisclosureInput,
  reason: ({ reason }) => reason,
  decide: (row, { ground = null, ...decision }, call) => setDisclosure(row, { ...decision, ground }, call),
});

const TakeInput = Type.Object({
  texts: someOf(rowTextFields),
  person: Name,
  agency: Name,
  document: Type.String({ maxLength: 2_000 }),
});

const takeTextsCommand = defineCommand<RowRecord, typeof TakeInput>({
  name: 'take-texts',
  label: { 'zh-Hant': '併入收集表的文字', en: 'take in texts of a collection file' },
  may: 'take-texts',
  as: () => 'compiler',
  input: TakeInput,
  // Only together with the collection's own decision.
  prepared: true,
  decide: (row, { texts, ...from }, call) => takeTexts(row, texts, from, shownIn(call), call),
});

const MoneyInput = Type.Object({
  approvedTotal: nullable(Twd),
  ownTotal: nullable(Twd),
  opening: Type.Union([OpeningBalanceJson, Type.Null()]),
  money: Type.Union([YearMoneyJson, Type.Null()]),
  document: Type.Optional(Name),
});

const recordMoneyCommand = defineCommand<RowRecord, typeof MoneyInput>({
  name: 'record-money',
  label: { 'zh-Hant': '登錄金額', en: 'record money' },
  may: 'write-money',
  as: () => 'accountant',
  input: MoneyInput,
  decide: (row, { document, ...entry }, call) => {
    // Of a mapping, where it is drawn from one.
    const authors = (call.facts ?? undefined) as readonly string[] | undefined;
    return recordMoney(row, entry, document ?? null, shownIn(call), call, authors);
  },
});

const CarriedInput = Type.Object({
  carryOver: Type.String({ minLength: 1, maxLength: 300, description: 'Id of the carry-over of the year before' }),
});

const drawCarriedCommand = defineCommand<RowRecord, typeof CarriedInput>({
  name: 'draw-carried',
  label: { 'zh-Hant': '帶入核定的保留', en: 'draw what was approved as carried over' },
  may: 'write-money',
  as: () => 'accountant',
  input: CarriedInput,
  beside: [{ noun: 'carry-over', id: (_row, { carryOver }) => carryOver }],
  decide: (row, _input, call) => drawCarried(row, call.beside[0] as unknown as CarryOver, shownIn(call), call),
});

const OverruleCarriedInput = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2_000 }) });

const overruleCarriedCommand = defineCommand<RowRecord, typeof OverruleCarriedInput>({
  name: 'overrule-carried',
  label: { 'zh-Hant': '改填帶入的保留轉入', en: 'overrule the amount carried in that was drawn' },
  may: 'write-money',
  as: () => 'accountant',
  input: OverruleCarriedInput,
  reason: ({ reason }) => reason,
  decide: (row, { reason }, call) => overruleCarried(row, reason, shownIn(call), call),
});

const VersionInput = Type.Object({
  documentNumber: Type.String({ minLength: 1, maxLength: 200, description: '文號' }),
  date: planVersionFields.date.schema,
  total: Twd,
  period: Type.String({ minLength: 1, maxLength: 200, description: 'As printed: 112年1月至115年12月' }),
  reason: Type.Optional(Type.String({ maxLength: 2_000, description: 'Owed by every version but the first' })),
});

const recordVersion = defineCommand<RowRecord, typeof VersionInput>({
  name: 'record-plan-version',
  label: { 'zh-Hant': '登錄核定版本', en: 'record an approved version' },
  may: 'write-version',
  as: () => 'accountant',
  input: VersionInput,
  decide: (row, { reason = '', ...asked }, call) => recordPlanVersion(row, { ...asked, reason }, shownIn(call), call),
});

const MoveInput = Type.Object({
  comments: Type.Optional(
    Type.Array(
      Type.Object({ field: nullable(oneOf(remarkFields)), text: Type.String({ minLength: 1, maxLength: 2_000 }) }),
      { maxItems: 50 },
    ),
  ),
});

const moveCommands = askedMoves.map((name) => {
  const move = moveNamed(rowMachine, name);
  return defineCommand<RowRecord, typeof MoveInput>({
    name,
    label: move.label,
    may: name,
    as: () => move.who,
    input: MoveInput,
    decide: (row, { comments = [] }, call) => moveRow(row, name, comments, shownIn(call), call),
  });
});

const Value = nullable(Type.Number());
const NewIndicatorInput = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 300 }),
  comparator: oneOf(['>=', '<=', '=', 'milestone']),
  unit: nullable(Type.String({ maxLength: 30 })),
  scope: Type.Optional(oneOf(['year', 'plan'])),
  target: Value,
  text: Reason,
});
const ReviseInput = Type.Object({
  indicator: IndicatorId,
  target: Value,
  reason: Reason,
  document: Type.Optional(Type.String({ maxLength: 200, description: 'By which document, where there is one' })),
});
const ActualInput = Type.Object({
  indicator: IndicatorId,
  value: Value,
  text: Reason,
  stated: nullable(oneOf(['met', 'missed'])),
});
const ReviewInput = Type.Object({
  indicator: IndicatorId,
  verdict: oneOf(['met', 'missed', 'unsettled']),
  reason: Reason,
});
const EvidenceInput = Type.Object({
  indicator: IndicatorId,
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  name: Type.String({ minLength: 1, maxLength: 300 }),
});

const indicatorCommands = [
  defineCommand<RowRecord, ReturnType<typeof Type.Object<{}>>>({
    name: 'draw-promises',
    label: { 'zh-Hant': '由去年的承諾帶入指標', en: 'make indicators of last year’s promises' },
    may: 'write-texts',
    as: () => 'officer',
    input: Type.Object({}),
    decide: (row, _input, call) => drawPromises(row, shownIn(call), call),
  }),
  defineCommand<RowRecord, typeof NewIndicatorInput>({
    name: 'add-indicator',
    label: { 'zh-Hant': '新增指標', en: 'add an indicator' },
    may: 'write-texts',
    as: () => 'officer',
    input: NewIndicatorInput,
    decide: (row, { scope = 'year', ...asked }, call) => addIndicator(row, { scope, ...asked }, shownIn(call), call),
  }),
  defineCommand<RowRecord, typeof ReviseInput>({
    name: 'revise-target',
    label: { 'zh-Hant': '修正目標值', en: 'revise a target' },
    may: 'write-texts',
    as: () => 'officer',
    input: ReviseInput,
    decide: (row, { indicator, document = '', ...asked }, call) =>
      reviseTarget(row, indicator, { ...asked, document }, shownIn(call), call),
  }),
  defineCommand<RowRecord, typeof ActualInput>({
    name: 'record-actual',
    label: { 'zh-Hant': '登錄實績', en: 'record the result' },
    may: 'write-texts',
    as: () => 'officer',
    input: ActualInput,
    decide: (row, { indicator, value, text, stated }, call) =>
      recordActual(row, indicator, value, text, stated, shownIn(call), call),
  }),
  defineCommand<RowRecord, typeof EvidenceInput>({
    name: 'attach-evidence',
    label: { 'zh-Hant': '附佐證', en: 'attach evidence' },
    may: 'write-texts',
    as: () => 'officer',
    input: EvidenceInput,
    // Only with its bytes: a hash alone would open what others attached.
    prepared: true,
    decide: (row, { indicator, ...file }, call) => attachEvidence(row, indicator, file, shownIn(call), call),
  }),
  defineCommand<RowRecord, typeof ReviewInput>({
    name: 'review-indicator',
    label: terms.reviewed,
    may: 'review',
    as: () => 'auditor',
    input: ReviewInput,
    decide: (row, { indicator, verdict, reason }, call) =>
      reviewIndicator(row, indicator, verdict, reason, shownIn(call), call),
  }),
];

/** A row is always there before anything is done to it. */
function shownIn({ shown }: Call): number {
  return shown ?? 0;
}

export const row = defineNoun<RowRecord, RowEvent>({
  name: 'row',
  plural: 'rows',
  label: { 'zh-Hant': '列', en: 'row' },
  record: RowRecordJson,
  fields: { ...rowTextFields, ...moneyFields },
  values: ({ texts, money, fiscalYear }) => ({
    ...texts,
    approvedTotal: money.approvedTotal,
    ownTotal: money.ownTotal,
    openingBudgeted: money.opening?.budgeted ?? null,
    openingExecuted: money.opening?.executed ?? null,
    ...money.years.find((year) => year.fiscalYear === fiscalYear)?.money,
  }),
  machine: rowMachine,
  policy: rowPolicy,
  kinds: [
    'row-opened',
    'row-texts-saved',
    'row-indicators-saved',
    'row-money-recorded',
    'row-carried-in-drawn',
    'row-plan-versioned',
    'row-moved',
    'row-renamed',
    'row-handed-over',
    'row-disclosure-set',
  ],
  apply: applyToRow,
  placeOf: ({ year, agency, position, state }) => ({ parent: year, agency, position, state }),
  commands: [
    saveTextsCommand,
    takeTextsCommand,
    drawTexts,
    drawWorkCommand,
    overruleWorkCommand,
    drawExecutionCommand,
    overruleExecutionCommand,
    takeOver,
    setDisclosureCommand,
    recordMoneyCommand,
    drawCarriedCommand,
    overruleCarriedCommand,
    recordVersion,
    ...moveCommands,
    ...indicatorCommands,
  ],
});
