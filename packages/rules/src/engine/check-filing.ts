import { fieldAt, mostFindings, overlaps, type Finding, type Proof, type RowField, type Span } from '@guankao/domain';
import type { Statement } from '@guankao/statements';
import { asked, factsOf, type Asked, type Checked, type FilingFacts, type Row } from '../facts/filing-facts.ts';
import { judgementOf } from '../proofs/judgements.ts';
import { proofOfStatement } from '../proofs/of-statement.ts';
import { quoted } from '../proofs/quoted.ts';
import { isWayProven, measured as published, measureOf, type Measured } from './measured.ts';
import { phrase } from './phrase.ts';
import type { Fault, PlacedFault, Rule, RuleMeta } from './rule.ts';

export interface RuleReport {
  readonly findings: readonly Finding[];
  /** Rules that threw or ran over their time: for the operator, never for the public. */
  readonly bugs: readonly RuleBug[];
  /** Where a rule found more than `mostFindings`, or more places for one: the first ones are in `findings`. */
  readonly cut: readonly CutRule[];
  /** What the texts of each row say that can be worked out, by row id. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
}

export interface CutRule {
  readonly rule: string;
  /** The row; null for a rule over the whole filing. */
  readonly plan: string | null;
  /** How many findings, or places of one, are given. */
  readonly given: number;
}

export interface RuleBug {
  readonly rule: string;
  /** The row it stopped at; null for a rule over the whole filing. */
  readonly plan: string | null;
  readonly error: Error;
}

export interface CheckOptions {
  readonly rules: readonly Rule[];
  /** How errors of the rules fared; what stands in measured.json unless told. */
  readonly measured?: Measured;
  /** Milliseconds that one rule may take on one row before it is left out of the rest of the filing. */
  readonly limit?: number;
  /** Handed in, so that a test can make time pass. */
  readonly now?: () => number;
}

/**
 * Over its time: a thousand times what the slowest rule takes on the longest row known. Far enough off that a busy
 * machine never changes what is found.
 */
const usualLimit = 5_000;

/** Runs every rule in force over the filing. One rule's bug never costs another rule's findings. */
export function check(checked: Checked, options: CheckOptions): RuleReport {
  const facts = factsOf(asked(checked));
  const ran = options.rules.filter((rule) => inForce(rule, facts)).map((rule) => run(rule, facts, facts.rows, options));
  const findings = ran.flatMap((one) => one.findings);
  const bugs = ran.flatMap(({ bug }) => bug ?? []);
  const statements = new Map(facts.rows.map((row) => [row.plan.id, statementsOf(row, bugs)]));
  const rows = facts.rows.map(({ plan }) => plan.id);
  return { findings: settle(findings, rows, options.rules), bugs, cut: ran.flatMap(({ cut }) => cut), statements };
}

/** What was found in some of the rows, and among all of them: not yet settled. */
export interface FoundInRows {
  /** By rules over one row, by row id: true for as long as the row, its parent and its sub-plans say the same. */
  readonly ofRows: ReadonlyMap<string, readonly Finding[]>;
  /** By rules that look at several rows, over all of them: true of this filing as it stands. */
  readonly among: readonly Finding[];
  /** A rule failed or ran over its time: what is found may lack something. */
  readonly bugs: readonly RuleBug[];
}

/**
 * Runs the rules over one row in the chosen rows only, the others over the whole filing. `settle` makes of all rows'
 * findings what `check` would have found.
 */
export function checkRows(source: Asked, chosen: ReadonlySet<string>, options: CheckOptions): FoundInRows {
  const facts = factsOf(source);
  const inThese = facts.rows.filter(({ plan }) => chosen.has(plan.id));
  const ran = options.rules
    .filter((rule) => inForce(rule, facts))
    .map((rule) => ({ rule, ...run(rule, facts, rule.over === 'row' ? inThese : facts.rows, options) }));
  const own = ran.flatMap(({ rule, findings }) => (rule.over === 'row' ? findings : []));
  const byRow = Map.groupBy(own, ({ plan }) => plan);
  return {
    ofRows: new Map(inThese.map(({ plan }) => [plan.id, byRow.get(plan.id) ?? []])),
    among: ran.flatMap(({ rule, findings }) => (rule.over === 'row' ? [] : findings)),
    bugs: ran.flatMap(({ bug }) => bug ?? []),
  };
}

/** Of two findings of one fault the better, and all in reading order. `rows` are the ids of the filing's, in their order. */
export function settle(
  findings: readonly Finding[],
  rows: readonly string[],
  rules: readonly Rule[],
): readonly Finding[] {
  return inReadingOrder(oneFaultOneFinding(findings, rules), rows, rules);
}

/** Where a reader of statements throws, the rules that ask for it are bugs already; else it is one of its own. */
function statementsOf(row: Row, bugs: RuleBug[]): readonly Statement[] {
  try {
    return row.statements;
  } catch (error) {
    if (!bugs.some(({ plan }) => plan === row.plan.id))
      bugs.push({ rule: 'statements', plan: row.plan.id, error: asError(error) });
    return [];
  }
}

interface Ran {
  readonly findings: readonly Finding[];
  readonly bug: RuleBug | null;
  readonly cut: readonly CutRule[];
}

/** A rule over rows looks at `rows` of the filing. */
function run(
  rule: Rule,
  facts: FilingFacts,
  rows: readonly Row[],
  { limit = usualLimit, now = () => performance.now(), measured = published }: CheckOptions,
): Ran {
  const { earned } = measureOf(rule.meta.id, measured);
  const findings: Finding[] = [];
  const cut: CutRule[] = [];
  let bug: RuleBug | null = null;
  /** One stop of the rule, at a row or at the whole filing. False where the rule must not go on. */
  const look = (plan: string | null, faults: () => Iterable<Fault | PlacedFault>): boolean => {
    const began = now();
    const most = plan === null ? mostFindings.filing : mostFindings.row;
    let given = 0;
    try {
      for (const fault of faults()) {
        const on = 'plan' in fault ? fault.plan : plan;
        if (!maySpeakOf(rule, on, facts)) continue;
        if (given === most) {
          cut.push({ rule: rule.meta.id, plan, given });
          break;
        }
        given += 1;
        if (fault.at.length > mostFindings.places)
          cut.push({ rule: rule.meta.id, plan: on, given: mostFindings.places });
        findings.push(findingOf(rule, fault, on, facts, earned ? measured : null));
      }
    } catch (error) {
      bug = { rule: rule.meta.id, plan, error: asError(error) };
      return false;
    }
    const took = now() - began;
    if (took <= limit) return true;
    bug = {
      rule: rule.meta.id,
      plan,
      error: new Error(`${rule.meta.id} took ${Math.round(took)} ms, more than ${limit}`),
    };
    return false;
  };
  if (rule.over === 'filing') look(null, () => rule.check(facts));
  else rows.every((row) => !maySpeakOf(rule, row.plan.id, facts) || look(row.plan.id, () => rule.check(row, facts)));
  return { findings, bug, cut };
}

/**
 * Of a row that was looked at in part only what stands within one sentence can be told. A rule that sees no claims is not
 * misled by those that were left out, and its asking reads none.
 */
function maySpeakOf({ meta, over }: Rule, plan: string | null, { rowOf }: FilingFacts): boolean {
  const row = plan === null ? undefined : rowOf.get(plan);
  if (meta.withinSentence === true || row === undefined) return true;
  return over === 'row-among-rows' ? row.plan.inPart !== true : !row.inPart;
}

/** `earned`: by what its ways to read are measured; null where the rule itself has not earned to call anything an error. */
function findingOf(
  { meta }: Rule,
  fault: Fault,
  plan: string | null,
  facts: FilingFacts,
  earned: Measured | null,
): Finding {
  const [first] = fault.at;
  if (first === undefined) throw new RangeError(`${meta.id} gives no evidence`);
  const doubtful = fault.perhapsConversion === true && facts.onlyText;
  const proof = proofOf(fault, facts);
  const severity = severityOf(meta, fault, plan, proof, facts);
  const unearned = severity !== 'error' ? null : unearnedBy(meta, fault, proof, earned);
  return {
    rule: meta.id,
    category: meta.category,
    severity: unearned === null ? severity : 'warning',
    plan,
    field: fieldOf(plan, first, facts),
    message: phrase(meta, fault, { doubtful, unearned }),
    evidence: fault.at
      .slice(0, mostFindings.places)
      .map((span) => ({ text: facts.document.text.slice(span.start, span.end), span })),
    stated: fault.stated ?? null,
    computed: fault.computed ?? null,
    expression: fault.expression ?? null,
    authority: meta.authority,
    ...(doubtful ? { doubt: 'transcription' as const } : {}),
    ...(unearned === null ? {} : { unearned: true as const }),
    ...(proof === null ? { judgement: judgementOf(meta.id) } : { proof }),
  };
}

/** What of an error is not proven yet: its rule, or the way in which it reads the words; null: both are. */
function unearnedBy(
  { id }: RuleMeta,
  { statement }: Fault,
  proof: Proof | null,
  earned: Measured | null,
): 'rule' | 'way' | null {
  if (earned === null) return 'rule';
  const [likeliest] = proof?.readings ?? [];
  // 3×12＝38 is printed as arithmetic: there is no way to read it but one.
  if (statement === undefined || statement.kind === 'formula' || likeliest === undefined) return null;
  return isWayProven(id, likeliest.as, earned) ? null : 'way';
}

function proofOf({ statement, proof }: Fault, { document, fiscalYear }: FilingFacts): Proof | null {
  const found = proof ?? (statement === undefined ? null : proofOfStatement(statement, fiscalYear));
  return found === null ? null : quoted(document, found);
}

/** Nothing is called an error that carries no proof, whatever the rule says of it. */
function severityOf(
  meta: RuleMeta,
  { says }: Fault,
  plan: string | null,
  proof: Proof | null,
  facts: FilingFacts,
): Finding['severity'] {
  if (unsureJoin(meta.category, plan, facts)) return 'question';
  const severity = meta.messages[says]?.severity ?? meta.severity;
  return severity === 'error' && proof === null ? 'question' : severity;
}

function fieldOf(plan: string | null, first: Span, { rowOf }: FilingFacts): RowField | null {
  const row = plan === null ? undefined : rowOf.get(plan);
  return row === undefined ? null : fieldAt(row.plan, first);
}

/** Where it is not sure that a row's texts are its own, two columns that differ may be our doing: a question, never an accusation. */
const unsureJoin = (category: Finding['category'], plan: string | null, { rowOf }: FilingFacts): boolean =>
  category === 'contradiction' && plan !== null && (rowOf.get(plan)?.plan.join.confidence ?? 1) < sureJoin;
const sureJoin = 0.6;

/** Law is dated: a rule speaks only about years that its authority covers. */
function inForce({ meta }: Rule, { fiscalYear }: FilingFacts): boolean {
  if (fiscalYear === null) return true;
  const [from, to] = [`${fiscalYear}-01-01`, `${fiscalYear}-12-31`];
  return (meta.validFrom === null || meta.validFrom <= to) && (meta.validTo === null || from <= meta.validTo);
}

/** A fault that two rules saw is told once, by the one that tells it better, unless that one says less of it. */
function oneFaultOneFinding(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  const yields = new Map(rules.map(({ meta }) => [meta.id, meta.yieldsTo ?? []]));
  const byPlace = Map.groupBy(findings, ({ rule, plan }) => placeOf(rule, plan));
  const touch = (a: Finding, b: Finding): boolean =>
    a.evidence.some(({ span }) => b.evidence.some((other) => overlaps(span, other.span)));
  return findings.filter(
    (finding) =>
      !yields
        .get(finding.rule)
        ?.some((better) =>
          byPlace
            .get(placeOf(better, finding.plan))
            ?.some((other) => ranks[other.severity] <= ranks[finding.severity] && touch(finding, other)),
        ),
  );
}

const placeOf = (rule: string, plan: string | null): string => `${rule} ${plan}`;
const ranks = { error: 0, warning: 1, question: 2 };

function inReadingOrder(
  findings: readonly Finding[],
  rows: readonly string[],
  rules: readonly Rule[],
): readonly Finding[] {
  const place = new Map(rows.map((id, index) => [id, index]));
  const listed = new Map(rules.map(({ meta }, index) => [meta.id, index]));
  const first = ({ evidence }: Finding): Span['start'] => evidence[0]?.span.start ?? 0;
  const row = ({ plan }: Finding): number => (plan === null ? Infinity : (place.get(plan) ?? Infinity));
  const rule = (finding: Finding): number => listed.get(finding.rule) ?? Infinity;
  return findings.toSorted(
    (a, b) =>
      compare(row(a), row(b)) ||
      ranks[a.severity] - ranks[b.severity] ||
      first(a) - first(b) ||
      compare(rule(a), rule(b)),
  );
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
