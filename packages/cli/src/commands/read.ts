import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { PlanReading, Reading } from '@guankao/reading';
import type { Arguments } from '../command.ts';
import { clip, displayWidth, padEnd, padStart } from '../columns.ts';
import { readFiles } from '../reading-files.ts';
import { exit, type ExitCode, type Language, type Terminal } from '../terminal.ts';
import { verdictMarks, words } from '../words.ts';

export async function readCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const out = typeof values['out'] === 'string' ? values['out'] : null;
  const recipe = typeof values['recipe'] === 'string' ? values['recipe'] : undefined;
  const known = out === null ? new Set<string>() : await pathsIn(out);
  let refused = false;
  for await (const outcome of readFiles(terminal, positionals, { recipe, known })) {
    if ('refusal' in outcome) refused = true;
    else if (out !== null)
      await appendFile(out, `${JSON.stringify({ path: outcome.path, ...outcome.read.reading })}\n`);
    else if (values['text'] === true) terminal.out(outcome.read.reading.document.text);
    else if (values['json'] === true) terminal.out(`${JSON.stringify(outcome.read.reading)}\n`);
    else terminal.out(summary(outcome.path, outcome.read.reading, terminal));
  }
  return refused ? exit.refused : exit.well;
}

/** Files that an earlier run wrote already. A last line that was cut off in the middle is taken away: its file is read again. */
async function pathsIn(out: string): Promise<Set<string>> {
  const text = await readFile(out, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await writeFile(out, whole);
  return new Set(
    whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { path: string }).path),
  );
}

function summary(path: string, reading: Reading, { lang, width }: Terminal): string {
  const idWidth = Math.max(4, ...reading.plans.map(({ id }) => displayWidth(id)));
  const nameWidth = Math.max(20, width - 58 - idWidth);
  return [
    `${path}`,
    `  ${heading(reading, lang)}`,
    '',
    `  ${header(idWidth, nameWidth, lang)}`,
    ...reading.plans.map((plan) => `  ${row(plan, idWidth, nameWidth, lang)}`),
    '',
    `  ${counts(reading, lang)}`,
    '',
  ].join('\n');
}

function heading({ filing }: Reading, lang: Language): string {
  const year =
    filing.fiscalYear === null
      ? words.unknownYear[lang]
      : lang === 'en'
        ? `${filing.fiscalYear}`
        : `${filing.fiscalYear - 1911}年度`;
  return [filing.agency ?? words.unknownAgency[lang], year, filing.form ?? words.unknownForm[lang]].join('　');
}

function header(idWidth: number, nameWidth: number, lang: Language): string {
  const [id, name, approved, budgeted, executed, rate, verdict] = words.columns[lang];
  return [
    padEnd(id, idWidth),
    padEnd(name, nameWidth),
    padStart(approved, 12),
    padStart(budgeted, 12),
    padStart(executed, 12),
    padStart(rate, 8),
    ` ${verdict}`,
  ].join(' ');
}

function row(plan: PlanReading, idWidth: number, nameWidth: number, lang: Language): string {
  const indent = plan.parent === null ? '' : '  ';
  return [
    padEnd(plan.id, idWidth),
    padEnd(clip(indent + plan.name, nameWidth), nameWidth),
    padStart(amount(plan.approvedTotal), 12),
    padStart(amount(plan.budgetedToDate), 12),
    padStart(amount(plan.executedToDate), 12),
    padStart(executionRate(plan), 8),
    ` ${verdictMarks[plan.verdict]} ${words.verdict[lang][plan.verdict]}`,
  ].join(' ');
}

function amount(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('en-US');
}

/** R1 = executed to date ÷ budgeted to date, two places, half up, from integers. */
function executionRate({ budgetedToDate, executedToDate }: PlanReading): string {
  if (budgetedToDate === null || executedToDate === null || budgetedToDate === 0) return '—';
  const hundredths = (BigInt(executedToDate) * 20_000n + BigInt(budgetedToDate)) / (BigInt(budgetedToDate) * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`;
}

function counts({ plans, findings, unread, filing }: Reading, lang: Language): string {
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const zh = words.severity['zh-Hant'];
  const unit = filing.moneyUnit === null ? words.unknownUnit[lang] : words.unit[lang][filing.moneyUnit];
  return lang === 'en'
    ? `${plans.length} plan rows; amounts in ${unit}; rate R1 = executed to date ÷ budgeted to date; ${of('error')} errors, ${of('warning')} warnings, ${of('question')} questions; ${unread.length} stretches unread`
    : `${plans.length} 列計畫；金額單位：${unit}；執行率 R1 = 累計執行數 ÷ 已編列預算數；${zh.error} ${of('error')}、${zh.warning} ${of('warning')}、${zh.question} ${of('question')}；未讀出 ${unread.length} 段`;
}
