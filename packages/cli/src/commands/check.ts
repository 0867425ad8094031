import { Refusal, type Finding, type Severity } from '@guankao/domain';
import { coverageInWords, LineIndex, placeOf, type LookedAt, type Reading } from '@guankao/reading';
import { terms } from '@guankao/terms';
import type { Arguments } from '../command.ts';
import { clip, wrap } from '../columns.ts';
import { readFiles } from '../reading-files.ts';
import { exit, type ExitCode, type Language, type Terminal } from '../terminal.ts';
import { severityMarks, words } from '../words.ts';
import { proofsOf } from './proofs.ts';
import { pageOf } from './rules.ts';

const ranks: Readonly<Record<Severity, number>> = { question: 0, warning: 1, error: 2 };

export async function checkCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const least = severityAsked(values['severity']);
  const rule = ruleAsked(values['rule']);
  let worst: ExitCode = exit.well;
  for await (const outcome of readFiles(terminal, positionals)) {
    if ('refusal' in outcome) {
      worst = exit.refused;
      continue;
    }
    const { reading, lookedAt } = outcome.read;
    const shown = reading.findings.filter(
      (finding) => ranks[finding.severity] >= ranks[least] && (rule === undefined || finding.rule === rule),
    );
    terminal.out(
      values['proofs'] === true
        ? `${JSON.stringify(proofsOf(reading, shown))}\n`
        : report(outcome.path, reading, lookedAt, shown, terminal),
    );
    if (lookedAt.plans === 0) worst = exit.refused;
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

/** A name that is misspelt would show nothing, which looks like nothing was found. */
function ruleAsked(value: string | boolean | undefined): string | undefined {
  if (typeof value === 'string') pageOf(value);
  return typeof value === 'string' ? value : undefined;
}

function report(
  path: string,
  reading: Reading,
  lookedAt: LookedAt,
  findings: readonly Finding[],
  { lang, width }: Terminal,
): string {
  const lines = new LineIndex(reading.document.text);
  const names = new Map(reading.plans.map((plan) => [plan.id, plan.name]));
  const blocks = findings.map((finding) =>
    block(path, finding, finding.plan === null ? null : (names.get(finding.plan) ?? null), lines, lang, width),
  );
  const notices = reading.notices.map(({ place, message }) =>
    wrap(`${path}: ${place === '' ? '' : `${place}: `}${message[lang]}`, Math.max(40, width)).join('\n    '),
  );
  return `${[...blocks, ...notices, tally(path, lookedAt, findings, reading.findings.length - findings.length, lang), coverageIn(lookedAt, lang, width)].join('\n\n')}\n`;
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

const coverageIn = ({ coverage }: LookedAt, lang: Language, width: number): string =>
  wrap(coverageInWords(coverage, lang), Math.max(40, width)).join('\n');

/** What was found, always beside what was read; doubts about the transcription apart, as on the site. */
function tally(path: string, lookedAt: LookedAt, findings: readonly Finding[], others: number, lang: Language): string {
  const { plans, targets, judged, figures, unread } = lookedAt;
  if (plans === 0)
    return lang === 'en'
      ? `${path}: no plan row was recognised, so nothing was checked: it is not this form, or in a layout that is not known (${unread} stretches unread). See "guankao read".`
      : `${path}：沒有讀到任何計畫列，所以沒有檢核：不是這種表，或版面不是已知的（${unread} 段未讀出）。請用「guankao read」查看。`;
  const doubts = findings.filter(({ doubt }) => doubt !== undefined).length;
  const of = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity && finding.doubt === undefined).length;
  if (lang === 'en') {
    const read = `read ${plans} plan rows, ${targets} targets (${judged} found met or missed), ${figures} numbers; ${unread} stretches unread`;
    if (findings.length + others === 0) return `${path}: ${read}: nothing found`;
    if (findings.length === 0) return `${path}: ${read}: nothing of what was asked for (${others} others not shown)`;
    return `${path}: ${read}: ${of('error')} errors, ${of('warning')} warnings, ${of('question')} questions, ${doubts} doubts about the transcription`;
  }
  const zh = words.severity['zh-Hant'];
  const read = `讀到 ${plans} 列計畫、${targets} 個目標（${judged} 個可判定）、${figures} 個數字；${unread} 段未讀出`;
  if (findings.length + others === 0) return `${path}：${read}：沒有發現問題`;
  if (findings.length === 0) return `${path}：${read}：沒有所選的種類（另有 ${others} 項未列）`;
  return `${path}：${read}：${zh.error} ${of('error')}、${zh.warning} ${of('warning')}、${zh.question} ${of('question')}、${terms.transcriptionDoubt['zh-Hant']} ${doubts}`;
}
