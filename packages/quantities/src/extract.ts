import { toNumber } from './decimal.ts';
import { unread, type Draft, type NamedPoint } from './draft.ts';
import type { ExtractOptions } from './options.ts';
import { readHalf } from './parsers/half.ts';
import { parsers } from './parsers/index.ts';
import type { Scene } from './parsers/parser.ts';
import type { LabelKind, Quantity, QuantityKind } from './quantity.ts';
import { refiners } from './refiners/index.ts';
import type { Context } from './refiners/refiner.ts';
import { linksIn } from './scan/links.ts';
import { classAt, DIGIT, HALF, OTHER } from './scan/characters.ts';
import { readNumeral, type Fault, type Numeral } from './scan/numeral.ts';

/** What a text holds: quantities, what only looks like them, and what could not be read. */
export interface Extraction {
  readonly quantities: readonly Quantity[];
  readonly labels: readonly Label[];
  readonly unread: readonly Unread[];
}

export interface Label {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: LabelKind;
  readonly trail: readonly string[];
}

/** A number that was seen and not read, with the reason. */
export interface Unread {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: Fault;
  /** Of `no-such-date`: the point that the calendar lacks. */
  readonly point?: NamedPoint;
  readonly trail: readonly string[];
}

/** The quantities that a text states, in order, without overlaps. Never throws, whatever the string. */
export function extract(text: string, options: ExtractOptions = {}): readonly Quantity[] {
  const quantities: Quantity[] = [];
  for (const passage of refined(text, options))
    for (const draft of passage) if (isQuantity(draft.kind)) quantities.push(quantityOf(text, draft, draft.kind));
  return quantities;
}

/** As `extract`, with the ordinals and names, and with what stays unread and why. */
export function extractAll(text: string, options: ExtractOptions = {}): Extraction {
  const quantities: Quantity[] = [];
  const labels: Label[] = [];
  const missed: Unread[] = [];
  for (const draft of [...refined(text, options)].flat()) {
    const { start, end, kind, trail } = draft;
    if (isQuantity(kind)) quantities.push(quantityOf(text, draft, kind));
    else if (isOneCharacter(text, draft)) continue;
    else if (kind === 'unread' || kind === 'bare')
      missed.push({
        start,
        end,
        text: text.slice(start, end),
        reason: draft.fault ?? 'no-unit',
        ...(draft.point === null ? {} : { point: draft.point }),
        trail,
      });
    else labels.push({ start, end, text: text.slice(start, end), kind, trail });
  }
  return { quantities, labels, unread: missed };
}

/** Scan, read, refine: the whole way of a text, a passage at a time, so that memory stays small however long it is. */
function* refined(text: string, options: ExtractOptions): Generator<readonly Draft[]> {
  const context: Context = { options, lastYear: null };
  for (const passage of passages(text, options)) {
    let drafts = passage;
    for (const refiner of refiners) drafts = refiner.refine(text, drafts, context);
    yield drafts;
  }
}

const fewest = 256;
const most = 4096;
/** Wider than any gap that a refiner looks across. */
const apart = 24;

/**
 * One pass over the text: each numeral is shown to the parsers in their order, and the first that reads it takes it.
 * The drafts are handed on in passages, cut where two of them can have nothing to do with one another.
 */
function* passages(text: string, options: ExtractOptions): Generator<Draft[]> {
  let drafts: Draft[] = [];
  let floor = 0;
  const links = linksIn(text);
  let link = links.next();
  for (let i = 0; i < text.length;) {
    if (link.done !== true && i >= link.value.start) {
      i = Math.max(i, link.value.end);
      link = links.next();
      continue;
    }
    const kind = classAt(text, i);
    const draft = kind === OTHER ? null : kind === HALF ? readHalf(text, i) : readAt({ text, options, floor }, i);
    if (draft === null) {
      i += 1;
      continue;
    }
    if (drafts.length >= fewest && (draft.start - floor > apart || drafts.length >= most)) {
      yield drafts;
      drafts = [];
    }
    drafts.push(draft);
    i = Math.max(draft.end, i + 1);
    floor = i;
  }
  yield drafts;
}

function readAt(scene: Scene, at: number): Draft | null {
  const numeral = readNumeral(scene.text, at);
  return numeral === null ? null : readOne(scene, numeral);
}

function readOne(scene: Scene, numeral: Numeral): Draft {
  if (numeral.fault !== null) return unread('numeral', numeral.start, numeral.end, numeral.fault);
  for (const parser of parsers) {
    const draft = parser.read(scene, numeral);
    if (draft !== null && draft.start >= scene.floor) return draft;
  }
  return unread('numeral', numeral.start, numeral.end, 'no-unit');
}

/** 一 in 統一, 萬 in 萬能: a character of a word, and no number that was left unread. */
function isOneCharacter(text: string, { kind, start, end, fault }: Draft): boolean {
  return (
    (kind === 'bare' || (kind === 'unread' && fault === 'no-digit')) &&
    end - start === 1 &&
    classAt(text, start) !== DIGIT
  );
}

function isQuantity(kind: Draft['kind']): kind is QuantityKind {
  return kind === 'count' || kind === 'percent' || kind === 'money' || kind === 'date' || kind === 'duration';
}

function quantityOf(text: string, draft: Draft, kind: QuantityKind): Quantity {
  const { start, end, value, low, high, unit, comparator, from, to, alternatives, trail } = draft;
  return {
    start,
    end,
    text: text.slice(start, end),
    kind,
    value,
    low,
    high,
    unit,
    comparator,
    from,
    to,
    alternatives,
    trail,
  };
}

/** A quantity's trail and values on one line, for failing tests. */
export function describe(quantity: Quantity): string {
  const { text, kind, value, low, high, unit, comparator, from, to, trail } = quantity;
  const number = (d: typeof value) => (d === null ? null : toNumber(d));
  const said = [kind, number(value), number(low), number(high), unit, comparator, from, to]
    .map((part) => part ?? '–')
    .join(' ');
  return `「${text}」 ${said}  [${trail.join(' → ')}]`;
}
