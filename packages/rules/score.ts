// Scores the rules alone, on hand-made rows: node scripts/run.mjs packages/rules/score.ts GOLD_DIR [--details]
// The labelled rows and indicators stand in for the reading, so that a miss here is a rule's and nobody else's.
// For the whole program, score what `guankao read FILE --json` prints.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textColumns, type TextColumn } from '@guankao/domain';
import { checkFiling } from './src/index.ts';
import { example, type ExampleIndicator, type ExamplePlan } from './src/example/example-filing.ts';

interface GoldPlan {
  readonly id: string;
  readonly rawName: string;
  readonly name: string;
  readonly nameMarker: string | null;
  readonly parentId: string | null;
  readonly type: '社會發展' | '科技發展' | null;
  readonly periodRaw: string | null;
  readonly approvedTotal: number | null;
  readonly budgetedToDate: number | null;
  readonly executedToDate: number | null;
  readonly plannedWork: readonly string[];
  readonly execution: readonly string[];
  readonly goals: readonly string[];
  readonly explanation: readonly string[];
  readonly markers: Readonly<Record<TextColumn, readonly (string | null)[]>>;
  readonly statedVerdict: 'achieved' | 'not_achieved' | 'none';
  readonly statedText: string | null;
  readonly verdict: 'achieved' | 'partly' | 'not_achieved' | 'unstated' | null;
}

interface GoldIndicator {
  readonly planId: string;
  readonly label: string;
  readonly targetText: string;
  readonly comparator: '>=' | '<=' | '=' | 'milestone';
  readonly target: number | null;
  readonly unit: string | null;
  readonly actualText: string | null;
  readonly actual: number | null;
  readonly met: boolean | null;
}

const [gold = '../shared/contract/gold', ...flags] = process.argv.slice(2);
const load = <T>(name: string): T => JSON.parse(readFileSync(join(gold, name), 'utf8')) as T;
const plans = load<GoldPlan[]>('plans.json');
const indicators = load<GoldIndicator[]>('indicators.json');

function planOf(plan: GoldPlan): ExamplePlan {
  const items = (column: TextColumn): string[] =>
    plan[column].map(
      (text, i) => `${plan.markers?.[column]?.[i] ?? ''}${plan.markers?.[column]?.[i] ? ' ' : ''}${text}`,
    );
  const said = (words: string | null): words is string =>
    words !== null && textColumns.some((column) => plan[column].some((text) => text.includes(words)));
  const read = indicators
    .filter((one) => one.planId === plan.id && said(one.targetText))
    .map((one): ExampleIndicator => ({
      label: one.label,
      comparator: one.comparator,
      target: one.targetText,
      ...(one.target === null ? {} : { value: one.target }),
      ...(one.unit === null ? {} : { unit: one.unit }),
      ...(said(one.actualText) ? { actual: one.actualText } : {}),
      ...(one.actual === null ? {} : { actualValue: one.actual }),
      ...(one.met === null ? {} : { met: one.met }),
    }));
  const { statedText } = plan;
  return {
    name: plan.name,
    ...(plan.parentId === null ? {} : { marker: plan.nameMarker ?? '(1)' }),
    ...(plan.type === null ? {} : { type: plan.type }),
    ...(plan.periodRaw === null ? {} : { period: plan.periodRaw }),
    ...(plan.approvedTotal === null ? {} : { approved: plan.approvedTotal }),
    ...(plan.budgetedToDate === null ? {} : { budgeted: plan.budgetedToDate }),
    ...(plan.executedToDate === null ? {} : { executed: plan.executedToDate }),
    plannedWork: items('plannedWork'),
    execution: items('execution'),
    goals: items('goals'),
    explanation: items('explanation'),
    indicators: read,
    ...(plan.statedVerdict !== 'none' && said(statedText)
      ? { stated: { verdict: plan.statedVerdict, words: statedText } }
      : {}),
    ...(plan.verdict === null || plan.verdict === 'unstated' ? {} : { verdict: plan.verdict }),
  };
}

const checked = example({ plans: plans.map(planOf) });
const { findings, bugs } = checkFiling(checked);
const reading = {
  schema: 'guankao/reading@1',
  document: { text: checked.document.text },
  findings,
  plans: checked.filing.plans.map((row, i) => ({
    id: row.id,
    name: row.name.value,
    budgetedToDate: row.budgetedToDate?.value ?? null,
    indicators: [],
    plannedWork: [],
    execution: [],
    goals: [],
    explanation: [],
    goldId: plans[i]?.id,
  })),
};
const folder = mkdtempSync(join(tmpdir(), 'rules-'));
const file = join(folder, 'reading.json');
writeFileSync(file, JSON.stringify(reading));
const scored = execFileSync(
  'node',
  ['../shared/contract/score.mjs', file, gold, ...flags.filter((flag) => flag === '--details')],
  { encoding: 'utf8' },
);
rmSync(folder, { recursive: true });
const ours = /^(faults|slips|false|errors|findings|finding|question)|^ {2}(not flagged|slip|false|error)/;
console.log(
  scored
    .split('\n')
    .filter((line) => ours.test(line))
    .join('\n'),
);
for (const { rule, plan, error } of bugs) console.log(`bug ${rule} ${plan}: ${error.stack}`);
if (flags.includes('--findings')) {
  for (const finding of findings) {
    const id = plans[checked.filing.plans.findIndex(({ id: own }) => own === finding.plan)]?.id ?? '—';
    console.log(`${id} ${finding.severity} ${finding.rule}: ${finding.evidence.map(({ text }) => text).join(' | ')}`);
    if (flags.includes('--messages')) console.log(`     ${finding.message['zh-Hant']}`);
  }
}
const began = performance.now();
for (let i = 0; i < 20; i++) checkFiling(checked);
console.log(`${((performance.now() - began) / 20).toFixed(1)} ms warm`);
