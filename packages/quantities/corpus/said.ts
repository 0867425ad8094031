import { toNumber, type Decimal } from '../src/decimal.ts';
import { extractAll } from '../src/extract.ts';
import type { ExtractOptions } from '../src/options.ts';
import type { Quantity } from '../src/quantity.ts';

/** What a line says, in a form that a test can hold on one line: `30場=>=30 場`, a `?` where it may be read otherwise. */
export function said(line: string, options?: ExtractOptions): string {
  return extractAll(line, options).quantities.map(one).join(' | ');
}

/** What stays unread, with the reason. */
export function unreadIn(line: string): string {
  return extractAll(line)
    .unread.map(({ text, reason }) => `${text}:${reason}`)
    .join(' | ');
}

/** The ordinals, names and references of a line. */
export function labelsIn(line: string): string {
  return extractAll(line)
    .labels.map(({ text, kind }) => `${text}:${kind}`)
    .join(' | ');
}

/** The trail of each reading: on failure it tells which parser and refiner to look at. */
export function trailOf(line: string): string {
  return extractAll(line)
    .quantities.map(({ text, trail }) => `${text} ← ${trail.join(', ')}`)
    .join('\n');
}

function one({ text, kind, value, low, high, unit, comparator, from, to, alternatives }: Quantity): string {
  const number =
    kind === 'date'
      ? `${from}${to === null ? '' : `..${to}`}`
      : value === null
        ? `${print(low)}..${print(high)}`
        : print(value);
  return `${text}=${comparator ?? ''}${number}${unit === null ? '' : ` ${unit}`}${kind === 'duration' ? ' long' : ''}${alternatives.length > 0 ? '?' : ''}`;
}

function print(value: Decimal | null): string {
  return value === null ? '' : String(toNumber(value));
}
