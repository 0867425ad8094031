import { Draft, valueOf, type DraftKind } from '../draft.ts';
import type { Decimal } from '../decimal.ts';
import type { Numeral } from '../scan/numeral.ts';

/** The draft of a value with its unit. A numeral that can be read in two ways brings its other value along. */
export function amount(
  parser: string,
  kind: DraftKind,
  numeral: Numeral,
  end: number,
  unit: string | null,
  value: Decimal = valueOf(numeral),
): Draft {
  const draft = new Draft(parser, kind, numeral.start, end);
  draft.value = value;
  draft.unit = unit;
  draft.numeral = numeral;
  if (numeral.excess) draft.comparator = '>';
  if (numeral.other !== null)
    draft.mayAlsoBe(draft.reading({ value: { coefficient: numeral.other, scale: numeral.scale } }));
  return draft;
}
