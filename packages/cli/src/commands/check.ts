import { Refusal, type Finding, type Severity } from '@guankao/domain';
import { LineIndex, placeOf, type Reading } from '@guankao/reading';
import type { Arguments } from '../command.ts';
import { clip, wrap } from '../columns.ts';
import { readFiles } from '../reading-files.ts';
import { exit, type ExitCode, type Language, type Terminal } from '../terminal.ts';
import { severityMarks, words } from '../words.ts';

const ranks: Readonly<Record<Severity, number>> = { question: 0, warning: 1, error: 2 };

export async function checkCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const least = severityAsked(values['severity']);
  const rule = values['rule'];
  let worst: ExitCode = exit.well;
  for await (const outcome of readFiles(terminal, positionals)) {
    if ('refusal' in outcome) {
      worst = exit.refused;
      continue;
    }
    const { reading } = outcome.read;
    const shown = reading.findings.filter(
      (finding) => ranks[finding.severity] >= ranks[least] && (rule === undefined || finding.rule === rule),
    );
    terminal.out(report(outcome.path, reading, shown, terminal));
    if (worst === exit.well && reading.findings.some((finding) => finding.severity === 'error'))
      worst = exit.errorFound;
  }
  return worst;
}

function severityAsked(value: string | boolean | undefined): Severity {
  if (value === undefined) return 'question';
  if (value === 'error' || value === 'warning' || value === 'question') return value;
  throw new Refusal('wrong-arguments', 400, {
    'zh-Hant': `--severity 要的是 error、warning 或 question，收到「${value}」。`,
    en: `--severity takes error, warning or question; it was given "${value}".`,
  });
}

function report(path: string, reading: Reading, findings: readonly Finding[], { lang, width }: Terminal): string {
  const lines = new LineIndex(reading.document.text);
  const names = new Map(reading.plans.map((plan) => [plan.id, plan.name]));
  const blocks = findings.map((finding) =>
    block(path, finding, finding.plan === null ? null : (names.get(finding.plan) ?? null), lines, lang, width),
  );
  return `${[...blocks, tally(path, findings, lang)].join('\n\n')}\n`;
}

/** Place, severity and rule; the words; the arithmetic; the message; the authority. */
function block(
  path: string,
  finding: Finding,
  plan: string | null,
  lines: LineIndex,
  lang: Language,
  width: number,
): string {
  const [first, ...others] = finding.evidence;
  if (first === undefined) throw new Error(`finding ${finding.rule} has no evidence`);
  const doubt =
    finding.doubt === undefined
      ? ''
      : lang === 'en'
        ? '  (transcription doubt: check the printed page)'
        : '  （轉檔存疑：請核對原頁）';
  const rows = [
    `${placeOf(path, first.span, lines)}: ${severityMarks[finding.severity]} ${words.severity[lang][finding.severity]} ${finding.rule}${doubt}`,
    ...(plan === null ? [] : [`    ${finding.plan} ${clip(plan, width - 10)}`]),
    `  > ${clip(first.text, width - 4)}`,
    ...others.map((other) => `  > ${clip(other.text, width - 30)}  (${placeOf(path, other.span, lines)})`),
  ];
  const arithmetic = arithmeticOf(finding, lang);
  if (arithmetic !== null) rows.push(`  = ${arithmetic}`);
  rows.push(...wrap(finding.message[lang], Math.max(40, width - 4)).map((line) => `    ${line}`));
  if (finding.authority !== null)
    rows.push(
      ...wrap(`${lang === 'en' ? 'Authority: ' : '依據：'}${finding.authority}`, Math.max(40, width - 4)).map(
        (line) => `    ${line}`,
      ),
    );
  return rows.join('\n');
}

function arithmeticOf({ expression, computed, stated }: Finding, lang: Language): string | null {
  if (expression === null && computed === null) return null;
  const says = lang === 'en' ? 'stated' : '原文';
  const gives = lang === 'en' ? 'computed' : '重算';
  const parts = [
    expression,
    computed === null ? null : `${gives} ${computed}`,
    stated === null ? null : `${says} ${stated}`,
  ].filter((part) => part !== null);
  return parts.join(lang === 'en' ? '; ' : '；');
}

function tally(path: string, findings: readonly Finding[], lang: Language): string {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  if (findings.length === 0) return lang === 'en' ? `${path}: nothing found` : `${path}：沒有發現`;
  return lang === 'en'
    ? `${path}: ${of('error')} errors, ${of('warning')} warnings, ${of('question')} questions`
    : `${path}：錯誤 ${of('error')}、警告 ${of('warning')}、疑問 ${of('question')}`;
}
