import type { QuantityComparator, QuantityKind } from '../src/quantity.ts';

/** One way in which a quantity may be read. Numbers are for scoring only, compared with a tolerance. */
export interface Expected {
  readonly kind: QuantityKind;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly comparator: QuantityComparator | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface LabelledQuantity {
  /** The span from the shortest to the longest that is right. */
  readonly inner: readonly [number, number];
  readonly outer: readonly [number, number];
  readonly optional: boolean;
  readonly readings: readonly Expected[];
}

export interface LabelledLine {
  readonly text: string;
  readonly heading: string;
  readonly quantities: readonly LabelledQuantity[];
}

/** Reads one corpus file (see README.md beside this one for its form). */
export function readCorpus(file: string): readonly LabelledLine[] {
  const lines: LabelledLine[] = [];
  let heading = '';
  let shared = '';
  for (const line of file.split('\n')) {
    if (line.startsWith('# ')) heading = line.slice(2);
    else if (line.startsWith('= ')) shared = line.slice(2);
    else if (line === '') shared = '';
    if (line !== '' && !/^[#=] /.test(line)) lines.push(labelled(line, heading, shared));
  }
  return lines;
}

const token = /(?:<([^>]*)>)?\{([^|}]*?)(?: \| ([^}]*))?\}(?:<([^>]*)>)?/g;

function labelled(line: string, heading: string, shared: string): LabelledLine {
  const quantities: LabelledQuantity[] = [];
  let text = '';
  let last = 0;
  for (const match of line.matchAll(token)) {
    const [whole, before = '', surface = '', own, after = ''] = match;
    text += line.slice(last, match.index) + before;
    const start = text.length;
    text += surface;
    const spec = own ?? shared;
    const optional = spec.startsWith('?');
    quantities.push({
      inner: [start, text.length],
      outer: [start - before.length, text.length + after.length],
      optional,
      readings: (optional ? spec.slice(1) : spec).split(' or ').map(expected),
    });
    text += after;
    last = match.index + whole.length;
  }
  return { text: text + line.slice(last), heading, quantities };
}

const durations = new Set([
  '年',
  '個月',
  '月',
  '週',
  '周',
  '日',
  '天',
  '日曆天',
  '工作天',
  '工作日',
  '小時',
  '分鐘',
  '秒',
  '年度',
  '季',
]);
const currencies = /^[A-Z]{3}$/;

function expected(spec: string): Expected {
  if (spec.startsWith('@')) {
    const [from = '', to = ''] = spec.slice(1).split('..');
    return {
      kind: 'date',
      value: null,
      low: null,
      high: null,
      unit: null,
      comparator: null,
      from: from || null,
      to: to || null,
    };
  }
  const range = /^(>=|<=|>|<|~)?(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))? (\S+)$/.exec(spec);
  if (range === null) throw new Error(`no expectation: ${spec}`);
  const [, comparator, first, last, unit = ''] = range;
  const low = last === undefined ? null : Number(first);
  return {
    kind: kindOf(unit),
    value: last === undefined ? Number(first) : null,
    low,
    high: last === undefined ? null : Number(last),
    unit: unit === '-' ? null : unit,
    comparator: (comparator ?? null) as QuantityComparator | null,
    from: null,
    to: null,
  };
}

function kindOf(unit: string): QuantityKind {
  if (unit === '%' || unit === '百分點') return 'percent';
  if (currencies.test(unit)) return 'money';
  return durations.has(unit) ? 'duration' : 'count';
}
