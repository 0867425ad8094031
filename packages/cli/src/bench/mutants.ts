import type { Span } from '@guankao/domain';
import { figuresIn, type Figure } from './figures.ts';
import type { LabelledClaim, LabelledFiling, LabelledPlan } from './labels.ts';
import { Searchable } from './phrases.ts';
import { holdsAtPrint, type Used } from './print.ts';
import { shuffled } from './random.ts';
import { holdsAt, recompute } from './recompute.ts';

/** One digit of one figure of a claim that holds, changed so that it holds no longer. */
export interface Mutant {
  readonly filing: LabelledFiling;
  readonly claim: LabelledClaim;
  /** As printed, before and after. */
  readonly before: string;
  readonly after: string;
  /** Place in `filing.source`, and the whole text with the change. */
  readonly span: Span;
  readonly source: string;
  /** It breaks the figures as they stand, and holds if each was rounded or cut off on its own: a fair reader says nothing. */
  readonly fairAtPrint: boolean;
}

interface Site {
  readonly filing: LabelledFiling;
  readonly claim: LabelledClaim;
  readonly figure: Figure;
  readonly span: Span;
  /** The value with which each part of the claim goes on. */
  readonly breaks: (value: number) => boolean;
  /** Whether the claim with the changed figure may still be so at the printed precision of all of its figures. */
  readonly fairAtPrint: (changed: Figure) => boolean;
}

/** Mutants of every figure of every sound claim, at most `perFigure` each, in random order. A figure whose place is not certain is left out. */
export function mutantsOf(filings: readonly LabelledFiling[], random: () => number, perFigure = 1): readonly Mutant[] {
  const sites = filings.flatMap((filing) => {
    const source = new Searchable(filing.source);
    return filing.claims.filter(sound).flatMap((claim) => sitesOf(filing, source, claim));
  });
  return shuffled(sites, random).flatMap((site) => mutationsOf(site, random).slice(0, perFigure));
}

function sound(claim: LabelledClaim): boolean {
  return claim.holds === true && claim.expression !== null && claim.stated !== null;
}

function sitesOf(filing: LabelledFiling, source: Searchable, claim: LabelledClaim): readonly Site[] {
  const places = claim.texts.flatMap((text) => placeOf(filing, source, claim, text));
  const printed = distinct(places.flatMap((place) => figuresAt(filing.source, place)));
  const stated = printed.find(({ figure }) => same(asNumber(figure, claim), claim.stated ?? Number.NaN));
  if (stated === undefined) return [];
  return printed.flatMap(({ figure, span }) => {
    const breaks =
      span.start === stated.span.start
        ? breaksStated(claim, figure)
        : breaksOperand(
            claim,
            figure,
            stated.figure,
            printed.map((one) => one.figure),
          );
    const fairAtPrint = (changed: Figure): boolean =>
      isFairAtPrint(
        claim,
        { figure, changed, isStated: span.start === stated.span.start },
        printed
          .filter((one) => one.span.start !== stated.span.start)
          .map((one) => ({ ...one.figure, column: one.column })),
        { ...stated.figure, column: stated.column },
      );
    return breaks === null ? [] : [{ filing, claim, figure, span, breaks, fairAtPrint }];
  });
}

/** The one place of a text; none where it stands more than once. A bare figure is looked for in the rows' own lines. */
function placeOf(filing: LabelledFiling, source: Searchable, claim: LabelledClaim, text: string): readonly Span[] {
  const everywhere = source.placesOf(text);
  if (!/^[\d,]+$/.test(text)) return everywhere.length === 1 ? everywhere : [];
  const lines = familyOf(filing, claim).flatMap((plan) => lineOf(source, plan));
  const inRows = everywhere.filter((place) => lines.some((line) => line.start <= place.start && place.end <= line.end));
  return inRows.length === 1 ? inRows : [];
}

/** The claim's row with its parent and its parts. */
function familyOf({ plans }: LabelledFiling, { planId }: LabelledClaim): readonly LabelledPlan[] {
  const parent = plans.find((plan) => plan.id === planId)?.parentId ?? null;
  return plans.filter((plan) => plan.id === planId || plan.id === parent || plan.parentId === planId);
}

function lineOf(source: Searchable, { rawName }: LabelledPlan): readonly Span[] {
  const { text } = source;
  return source
    .placesOf(rawName)
    .map(({ start }) => ({ start, end: text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start) }))
    .filter(({ start }) => /(^|\n)[^\t\n,]{0,6}$/.test(text.slice(Math.max(0, start - 8), start)));
}

/** A bare figure is a cell of the money columns. */
function figuresAt(source: string, place: Span): readonly { figure: Figure; span: Span; column: boolean }[] {
  const words = source.slice(place.start, place.end);
  return figuresIn(words).map((figure) => ({
    figure,
    column: /^[\d,]+$/.test(words),
    span: { start: place.start + figure.start, end: place.start + figure.end },
  }));
}

function distinct<T extends { span: Span }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [one.span.start, one])).values()];
}

function breaksStated(claim: LabelledClaim, figure: Figure): Site['breaks'] {
  const scale = scaleOf(figure, claim);
  return (value) => !holdsAt(recompute(claim.expression ?? ''), value * scale, figure.step * scale);
}

/** null where the figure is no operand, or its value stands in the words more often than in the expression, so that which is meant is unsure. */
function breaksOperand(
  claim: LabelledClaim,
  figure: Figure,
  stated: Figure,
  printed: readonly Figure[],
): Site['breaks'] | null {
  const inExpression = placesInExpression(claim.expression ?? '', figure.value);
  const inWords = printed.filter((other) => other.value === figure.value && other !== stated);
  if (inExpression.length === 0) return null;
  const which =
    inWords.length === 1
      ? inExpression
      : inWords.length === inExpression.length
        ? [inExpression[inWords.indexOf(figure)]]
        : [];
  if (which.length === 0) return null;
  const scale = scaleOf(stated, claim);
  return (value) => {
    const changed = withValueAt(
      claim.expression ?? '',
      which.filter((place) => place !== undefined),
      value,
    );
    return !holdsAt(recompute(changed), claim.stated ?? Number.NaN, stated.step * scale);
  };
}

interface Change {
  readonly figure: Figure;
  readonly changed: Figure;
  readonly isStated: boolean;
}

function isFairAtPrint(
  claim: LabelledClaim,
  { figure, changed, isStated }: Change,
  told: readonly Used[],
  stated: Used,
): boolean {
  const expression = claim.expression ?? '';
  const scale = scaleOf({ ...changed, ...stated }, claim);
  if (isStated) return holdsAtPrint(expression, told, { ...stated, value: changed.value }, scale);
  const written = withValueAt(expression, placesInExpression(expression, figure.value), changed.value);
  const operands = told.map((one) => (one.value === figure.value ? { ...one, value: changed.value } : one));
  return holdsAtPrint(written, operands, stated, scale);
}

function withValueAt(expression: string, places: readonly Span[], value: number): string {
  return places
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + plainNumber(value) + text.slice(end), expression);
}

function placesInExpression(expression: string, value: number): readonly Span[] {
  return [...expression.matchAll(/\d+(?:\.\d+)?/g)]
    .filter(([digits]) => same(Number(digits), value))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** 95% may be labelled 0.95 or 95. */
function scaleOf(figure: Figure, claim: LabelledClaim): number {
  return figure.percent && same(figure.value / 100, claim.stated ?? Number.NaN) ? 0.01 : 1;
}

function asNumber(figure: Figure, claim: LabelledClaim): number {
  return figure.value * scaleOf(figure, claim);
}

function mutationsOf(
  { filing, claim, figure, span, breaks, fairAtPrint }: Site,
  random: () => number,
): readonly Mutant[] {
  const before = filing.source.slice(span.start, span.end);
  return shuffled(oneDigitChanged(before), random)
    .filter((after) => {
      const changed = figuresIn(after)[0];
      return (
        changed !== undefined && changed.end === after.length && changed.value !== figure.value && breaks(changed.value)
      );
    })
    .map((after) => ({
      filing,
      claim,
      before,
      after,
      span,
      source: filing.source.slice(0, span.start) + after + filing.source.slice(span.end),
      fairAtPrint: figuresIn(after)
        .slice(0, 1)
        .some((changed) => fairAtPrint({ ...changed, percent: figure.percent })),
    }));
}

/** Every way to print the figure with one of its digits another. */
function oneDigitChanged(printed: string): readonly string[] {
  return [...printed].flatMap((old, at) => {
    if (!/\d/.test(old)) return [];
    const others = [...'0123456789'].filter((digit) => digit !== old && !(digit === '0' && opensPart(printed, at)));
    return others.map((digit) => printed.slice(0, at) + digit + printed.slice(at + 1));
  });
}

/** 0,500萬 and 9億0,000萬 are no figures that anyone prints. */
function opensPart(printed: string, at: number): boolean {
  return (at === 0 || /[億萬千]/.test(printed[at - 1] ?? '')) && printed[at + 1] !== '.';
}

function plainNumber(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 });
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}
