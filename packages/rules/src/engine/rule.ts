import type { FindingCategory, Message, Proof, Severity, Span } from '@guankao/domain';
import type { Statement } from '@guankao/statements';
import type { FilingFacts, FormFacts, PrintedRow, Row } from '../facts/filing-facts.ts';

/** What a rule is, before what it does: everything here is public and stands on the rule's page. */
export interface RuleMeta<Key extends string = string> {
  /** Stable, kebab-case, names the fault; also the name of the rule's folder and page. */
  readonly id: string;
  readonly title: Message;
  readonly category: FindingCategory;
  /** About the filing: see the severities of the contract. A message may carry a milder one of its own. */
  readonly severity: Severity;
  /** The rule of law or of arithmetic that it rests on. */
  readonly authority: string;
  /** ISO dates between which the authority was in force; null where it has no such bound. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** One sentence, the same for every finding of the rule. */
  readonly why: Message;
  /** Every sentence the rule can say, by name; `{word}` is filled from the fault's `words`. */
  readonly messages: Readonly<Record<Key, RuleMessage>>;
  /** Rules that report the same fault better: where one of them points at the same words, this one says nothing. */
  readonly yieldsTo?: readonly string[];
  /**
   * Its fault stands within one sentence or one amount, whatever else the row says. Only such rules speak about a row
   * that was looked at in part: what such a row lacks, or says elsewhere, is not known.
   */
  readonly withinSentence?: true;
}

export interface RuleMessage {
  readonly fault: Message;
  /** What would settle it. */
  readonly settle: Message;
  readonly severity?: Severity;
}

export type Word = string | number | Message;

/** What `check` yields. The engine turns it into a Finding. */
export interface Fault<Key extends string = string> {
  readonly says: Key;
  readonly words: Readonly<Record<string, Word>>;
  /** The words themselves, at least one stretch. The first one is what the fault is about. */
  readonly at: readonly Span[];
  readonly stated?: number | string | null;
  readonly computed?: number | string | null;
  readonly expression?: string | null;
  /** The statement that is refuted, with the readings that were tried. */
  readonly statement?: Statement;
  /** What it rests on, where it is no statement; the engine puts the printed words beside each place. */
  readonly proof?: Proof | null;
  /** Set where a conversion to text could have made the fault. */
  readonly perhapsConversion?: boolean;
}

/**
 * A rule over one row at a time. Pure: no clock, no file, no network; the same row with the same parent and sub-plans
 * gives the same faults, whatever the other rows say.
 */
export interface RowRule {
  readonly meta: RuleMeta;
  readonly over: 'row';
  readonly check: (row: Row, form: FormFacts) => Iterable<Fault>;
}

/**
 * As a rule over one row, but what it says of the row depends on the others. It runs again over all rows whenever one of
 * them changes, so that it goes by what they print, and by nothing that is worked out of it.
 */
export interface RowAmongRowsRule {
  readonly meta: RuleMeta;
  readonly over: 'row-among-rows';
  readonly check: (row: PrintedRow, filing: FilingFacts) => Iterable<Fault>;
}

/** A rule that compares rows. Each fault names the row it stands on, or null for the whole document. */
export interface FilingRule {
  readonly meta: RuleMeta;
  readonly over: 'filing';
  readonly check: (filing: FilingFacts) => Iterable<PlacedFault>;
}

export interface PlacedFault<Key extends string = string> extends Fault<Key> {
  readonly plan: string | null;
}

export type Rule = RowRule | RowAmongRowsRule | FilingRule;

export function rowRule<Key extends string>(
  meta: RuleMeta<Key>,
  check: (row: Row, form: FormFacts) => Iterable<Fault<Key>>,
): RowRule {
  return { meta, over: 'row', check };
}

export function rowAmongRowsRule<Key extends string>(
  meta: RuleMeta<Key>,
  check: (row: PrintedRow, filing: FilingFacts) => Iterable<Fault<Key>>,
): RowAmongRowsRule {
  return { meta, over: 'row-among-rows', check };
}

export function filingRule<Key extends string>(
  meta: RuleMeta<Key>,
  check: (filing: FilingFacts) => Iterable<PlacedFault<Key>>,
): FilingRule {
  return { meta, over: 'filing', check };
}
