import { precision, recall, type Changes } from './baseline.ts';
import type { MutationCount, MutationSummary, MutantOutcome } from './mutation.ts';
import { isWayProven, leastAuthors, measureOf, measureOfAll, type Measure, type Measured } from '@guankao/rules';
import type { Scores } from './scores.ts';
import type { Speed } from './speed.ts';

export interface Report {
  readonly date: string;
  readonly seed: number;
  readonly filings: readonly {
    readonly name: string;
    readonly rows: number;
    readonly claims: number;
    readonly findings: number;
  }[];
  readonly scores: Scores;
  /** Errors that people found right and wrong. */
  readonly adjudicated: Measured;
  readonly changes: Changes | null;
  readonly mutation: MutationSummary;
  readonly escaped: readonly MutantOutcome[];
  readonly noisy: readonly MutantOutcome[];
  readonly speed: Speed | null;
}

/** The table that is published with each release. */
export function markdown(report: Report): string {
  return (
    [
      heading(report),
      rulesTable(report.scores),
      adjudicatedTable(report.adjudicated),
      waysTable(report.adjudicated),
      familiesTable(report.scores),
      commitments(report.scores),
      beyondLabels(report.scores),
      changesList(report.changes),
      mutationTable(report),
      speedTable(report.speed),
    ].join('\n\n') + '\n'
  );
}

function heading({ date, filings }: Report): string {
  return [
    `# The checker, measured on ${date}`,
    '`guankao bench rules --report FILE` printed this page: every rule on the labelled corpus (`corpus/`, and the labels of the contract where `../shared` is at hand). Only labelled rows are scored. A finding is right when it points at the words of a labelled fault or doubt.',
    table(
      ['filing', 'labelled rows', 'labelled claims', 'findings'],
      filings.map(({ name, rows, claims, findings }) => [name, rows, claims, findings]),
    ),
  ].join('\n\n');
}

function rulesTable({ rules }: Scores): string {
  const rows = rules.map((score) => [
    score.rule,
    score.errors,
    score.warnings,
    score.questions,
    share(precision(score)),
    score.duty === 0 ? '—' : `${score.found}/${score.duty}`,
    share(recall(score)),
    score.falseAlarms,
  ]);
  return `## Rules\n\n${table(['rule', 'errors', 'warnings', 'questions', 'precision', 'found', 'recall', 'errors on sound claims'], rows)}`;
}

function adjudicatedTable(measured: Measured): string {
  const cells = ({ right, wrong, bound }: Measure) => [
    right + wrong,
    right,
    wrong,
    right + wrong === 0 ? '—' : bound.toFixed(3),
  ];
  const ids = [
    ...new Set([...measured.firstContact.map(({ rules }) => rules), measured.now.rules].flatMap(Object.keys)),
  ];
  const rows = ids.toSorted().map((rule) => {
    const { unseen, now, earned } = measureOf(rule, measured);
    return [rule, ...cells(unseen), ...cells(now), earned ? 'error' : 'warning'];
  });
  const { unseen, now } = measureOfAll(measured);
  const first = measured.firstContact.map(({ pool, commit }) => `${pool} at ${commit}`).join(', ');
  return `## Errors, judged by people\n\nAt first contact: ${first}. Today: ${measured.now.pools.join(', ')}, all of which were looked at since. The bound is one-sided, 95 %. What a rule may say follows from it (packages/rules/README.md).\n\n${table(
    ['rule', 'first contact', 'right', 'wrong', 'bound', 'today', 'right', 'wrong', 'bound', 'may say'],
    [...rows, ['all', ...cells(unseen), ...cells(now), '']],
  )}`;
}

function waysTable(measured: Measured): string {
  const rows = Object.entries(measured.now.ways).flatMap(([rule, ways]) =>
    Object.entries(ways)
      .toSorted(([, a], [, b]) => b.authors - a.authors || b.right - a.right)
      .map(([way, { right, wrong, authors }]) => [
        rule,
        way,
        authors,
        right,
        wrong,
        isWayProven(rule, way, measured) ? 'error' : 'warning',
      ]),
  );
  return `## Ways to read, judged by people\n\nAuthors: in the texts of how many of them one was right. Of fewer than ${leastAuthors}, or with one that is wrong, it is a warning.\n\n${table(
    ['rule', 'way', 'authors', 'right', 'wrong', 'may say'],
    rows,
  )}`;
}

function familiesTable({ families }: Scores): string {
  const rows = families.map(({ family, labelled, found, touched }) => [
    family,
    labelled,
    found,
    touched,
    share(touched / labelled),
  ]);
  const missed = families.flatMap(({ family, missed }) => missed.map((one) => `- ${family}: ${one}`));
  return [
    `## Faults by family\n\nFound: by an error or a warning. Touched: by any finding, a question too.`,
    table(['family', 'labelled', 'found', 'touched', 'share'], rows),
    `Nothing said about (${missed.length}):`,
    missed.join('\n') || 'none',
  ].join('\n\n');
}

function commitments({ commitments: { labelled, found, dated, missed } }: Scores): string {
  return `## Dated promises\n\n${labelled} labelled; ${found} found, ${dated} of them with the right date.\n\n${missed.map((one) => `- ${one}`).join('\n') || 'None missed.'}`;
}

function beyondLabels({ beyondLabels }: Scores): string {
  return `## Findings that no label knows (${beyondLabels.length})\n\n${beyondLabels.map((one) => `- ${one}`).join('\n') || 'none'}`;
}

function changesList(changes: Changes | null): string {
  if (changes === null) return '## Since the last release\n\nNo baseline stands in corpus/baseline.json.';
  const list = (sign: string, all: Changes['gained']) =>
    Object.entries(all).flatMap(([filing, findings]) => findings.map((finding) => `- ${sign} ${filing} ${finding}`));
  const lines = [
    ...list('gained', changes.gained),
    ...list('lost', changes.lost),
    ...changes.worse.map((one) => `- worse: ${one}`),
  ];
  return `## Since the last release\n\n${lines.join('\n') || 'Nothing gained, nothing lost.'}`;
}

function mutationTable({ mutation, seed, escaped, noisy }: Report): string {
  const { mutants, caught, asked, unrelated, kinds, filings } = mutation;
  const line = (one: MutationCount) => [
    one.of,
    one.mutants,
    one.caught,
    share(one.caught / one.mutants),
    one.asked,
    one.unrelated,
  ];
  const head = ['mutants', 'caught', 'recall', 'asked', 'unrelated'];
  return [
    `## Mutation test of the truth\n\nOne digit of one figure of a claim that holds, changed so that it breaks at its printed precision (seed ${seed}). Caught: by a new error or warning on the claim's words; asked: by a new question only; unrelated: new findings elsewhere. ${caught} of ${mutants} caught (${share(caught / mutants)}), ${(unrelated / mutants).toFixed(3)} unrelated findings a mutant.`,
    atPrint(mutants, caught, escaped),
    table(['kind', ...head], [...kinds, { of: 'all', mutants, caught, asked, unrelated }].map(line)),
    table(['filing', ...head], filings.map(line)),
    `Escaped (${escaped.length}):`,
    escaped
      .map(
        ({ mutant, asked: only }) =>
          `- ${mutant.filing.name} ${mutant.claim.planId} ${mutant.before} → ${mutant.after}${only ? ' (asked)' : ''}${mutant.fairAtPrint ? ' (holds at its print)' : ''}: ${quoted(mutant)}`,
      )
      .join('\n') || 'none',
    `Unrelated findings:`,
    noisy
      .flatMap(({ mutant, unrelated: all }) =>
        all.map(
          (finding) =>
            `- ${mutant.filing.name} ${mutant.claim.planId} ${mutant.before} → ${mutant.after}: ${finding.severity} ${finding.rule} on ${finding.plan}`,
        ),
      )
      .join('\n') || 'none',
  ].join('\n\n');
}

/** What escaped and still holds where each figure was rounded or cut off on its own: there a fair reader says nothing. */
function atPrint(mutants: number, caught: number, escaped: readonly MutantOutcome[]): string {
  const fair = escaped.filter(({ mutant }) => mutant.fairAtPrint).length;
  return `Of the ${escaped.length} that escaped ${fair} hold at the printed precision of their figures, each rounded or cut off on its own; of the rest ${caught} of ${mutants - fair} are caught (${share(caught / (mutants - fair))}).`;
}

/** Of a real filing no passage is copied: the label's expression stands for the words. */
function quoted({ filing, claim }: MutantOutcome['mutant']): string {
  return filing.ours ? claim.texts.join(' / ') : (claim.expression ?? '');
}

function speedTable(speed: Speed | null): string {
  if (speed === null) return '## Speed\n\nNot measured.';
  const rows = speed.batches.map(({ filings, perFiling }) => [filings, perFiling.toFixed(2)]);
  return `## Speed\n\n${speed.filing} (${speed.characters} characters), read and checked in one process, warm, ${speed.runs} runs: median ${speed.median.toFixed(1)} ms, quickest ${speed.quickest.toFixed(1)} ms by the clock; ${speed.processor.toFixed(1)} ms of processor time, which a busy machine stretches less. The machine's load then: ${speed.load[0].toFixed(1)} on ${speed.load[1]} processors.\n\n${table(['filings in a row', 'processor ms a filing'], rows)}`;
}

function share(value: number | null): string {
  return value === null || Number.isNaN(value) ? '—' : value.toFixed(3);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
