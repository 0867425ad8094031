import type { Segment } from './segments.ts';

/**
 * How much the print between two items speaks for one plan's text ending and another's beginning there.
 * Above 0 for, below 0 against; `never` where it cannot be. The figures are weighed against likeness of words (see split.ts).
 */
export const never = -6;

const weights = {
  rowStart: 5,
  restart: 4,
  restartInLine: 2.5,
  plainAfterPlain: 0.5,
  plainAfterNumbered: -0.5,
  numberedAfterPlain: 0.5,
  verdict: 1.5,
  afterVerdict: 1.5,
  broken: -3,
  nested: -4.5,
  sentenceAfterBlank: -2.5,
  sentence: -3.5,
  clause: -5,
  heading: -5,
  remark: -4,
} as const;

// 年度績效目標已達成。 and its kin: a whole answer in one sentence.
const verdict =
  /^(?:本?年度)?(?:之|各項|所有)?(?:績效|工作|計畫)?目標(?:值)?(?:均|皆|業|全數|全部)?(?:已|未)?(?:能)?(?:如期)?(?:達成|達標)/;
const remark = /^(?:備註|註\d*|附註|說明|另|此外|其中|惟|綜上|上述|前述|以上|爰|至)[：:，,]?/;
const shortest = 22;

/** For each item the weight of a boundary before it; the first one's is of no use. */
export function boundariesOf(items: readonly Segment[]): readonly number[] {
  const goesOn = numberingGoesOn(items);
  return items.map((_, i) => (i === 0 ? never : boundary(items, i, goesOn)));
}

function boundary(items: readonly Segment[], i: number, goesOn: readonly boolean[]): number {
  const [before, item] = [items[i - 1] as Segment, items[i] as Segment];
  if (item.opensRow) return weights.rowStart;
  if (item.opening !== 'item') return sentenceBoundary(items, i, goesOn);
  if (/[：:]$/.test(before.text) && before.step === 'plain') return weights.heading;
  if (item.step === 'plain') return plainBoundary(items, i, goesOn);
  if (item.step === 'continues') return never;
  if (item.step === 'breaks') return weights.broken;
  if (item.step === 'nests') return /[：:]$/.test(before.text) || !item.opensParagraph ? never : weights.nested;
  if (item.step === 'restarts') return restart(item) + afterVerdict(before);
  return before.step === 'plain' && isShortHeading(before)
    ? weights.heading / 2
    : weights.numberedAfterPlain + afterVerdict(before);
}

/** Within an item, or a paragraph without a number: only where the numbering does not go on after it. */
function sentenceBoundary(items: readonly Segment[], i: number, goesOn: readonly boolean[]): number {
  const [before, item] = [items[i - 1] as Segment, items[i] as Segment];
  if (goesOn[i + 1] === true) return never;
  if (remark.test(item.text)) return never;
  const opening = {
    item: 0,
    clause: weights.clause,
    sentence: weights.sentence,
    'sentence-after-blank': weights.sentenceAfterBlank,
  }[item.opening];
  return opening + (verdict.test(item.text) ? weights.verdict : 0) + afterVerdict(before);
}

function restart({ opensParagraph }: Segment): number {
  return opensParagraph ? weights.restart : weights.restartInLine;
}

/** A paragraph without a number ends a plan's text, begins another's, or adds to it; the numbering around it tells which. */
function plainBoundary(items: readonly Segment[], i: number, goesOn: readonly boolean[]): number {
  const [before, item] = [items[i - 1] as Segment, items[i] as Segment];
  if (!item.opensParagraph) return never;
  if (goesOn[i] === true) return never;
  if (remark.test(item.text)) return weights.remark;
  const opening = before.step === 'plain' ? weights.plainAfterPlain : weights.plainAfterNumbered;
  return opening + (verdict.test(item.text) ? weights.verdict : 0) + afterVerdict(before);
}

function afterVerdict({ text }: Segment): number {
  return verdict.test(text) && text.length <= shortest ? weights.afterVerdict : 0;
}

function isShortHeading({ text }: Segment): boolean {
  return text.length <= shortest && !/[。；;]$/.test(text) && !verdict.test(text);
}

/** For each item whether the next number from it on goes on counting from before it: then it stands inside one plan's text. */
function numberingGoesOn(items: readonly Segment[]): readonly boolean[] {
  const goesOn = items.map(() => false);
  let next = false;
  for (let i = items.length - 1; i >= 0; i--) {
    const { step, opening } = items[i] as Segment;
    if (step !== 'plain' && opening === 'item') next = step === 'continues';
    goesOn[i] = next;
  }
  return goesOn;
}
