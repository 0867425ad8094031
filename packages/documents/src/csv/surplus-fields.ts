/** A record put back under its heads. */
export interface Mended {
  readonly fields: readonly string[];
  /** Texts of which it cannot be told which column they belong to. */
  readonly aside: readonly string[];
  /** What was done: thousands joined again; texts joined again; or nothing that could be told. */
  readonly how: 'figures' | 'texts' | 'untold';
}

/** A figure's first digits, and the three that follow each comma: 300 | 000. No figure begins with a nought that others follow. */
const opensFigure = /^\s*[(（△▲−－-]?\s*[1-9]\d{0,2}$/;
const goesOn = /^\d{3}[)）]?\s*$/;
const onlyGoesOn = /^0\d{2}[)）]?\s*$/;
const ended = /[。！？；.!?;]["”」』]?\s*$/;
/** More ways than this and none is the one. */
const enough = 2;
/** Of a record whose fields are joined: an honest one with each of its figures parted has some thirty. */
const mostFields = 100;

/**
 * A record with more fields than its heads: commas that nobody quoted part its fields. Thousands are joined again where there
 * is one way to do so; else sentences that were parted, likewise. What could be joined in several ways is not guessed:
 * figures stay together in one cell that reads as none, and texts are set aside. null where nothing is amiss.
 */
export function mended(record: readonly string[], width: number): Mended | null {
  const surplus = record.length - width;
  if (width < 2 || surplus <= 0) return null;
  const emptyBeyond = record.slice(width).every((field) => field.trim() === '');
  if (emptyBeyond && !record.some((field) => onlyGoesOn.test(field))) return null;
  if (record.length > mostFields) return setAside(record);
  const trailing = emptyBeyond ? trailingBlanks(record) : 0;
  for (let drop = 0; drop <= Math.min(trailing, surplus); drop += 1) {
    const fields = record.slice(0, record.length - drop);
    const ways = waysToJoin(fields, surplus - drop, figures);
    if (ways.length === 1) return { fields: ways[0] ?? [], aside: [], how: 'figures' };
    if (ways.length > 1) return { fields: untoldFigures(fields, width), aside: [], how: 'untold' };
  }
  const ways = waysToJoin(record, surplus, sentences);
  return ways.length === 1 ? { fields: ways[0] ?? [], aside: [], how: 'texts' } : setAside(record);
}

/** The texts after the last figure. */
function setAside(record: readonly string[]): Mended {
  const last = record.findLastIndex((field) => /^[\s\d,.()（）%△▲−－-]+$/.test(field));
  return { fields: record.slice(0, last + 1), aside: record.slice(last + 1), how: 'untold' };
}

function trailingBlanks(record: readonly string[]): number {
  return record.length - 1 - record.findLastIndex((field) => field.trim() !== '');
}

const figures: Joining = {
  opens: (before) => {
    const [first = '', ...rest] = before.split(',');
    return opensFigure.test(first) && rest.every((piece) => goesOn.test(piece));
  },
  goesOn: (after) => goesOn.test(after),
};

const sentences: Joining = {
  opens: (before) => isSentence(before) && !ended.test(before),
  goesOn: isSentence,
};

function isSentence(field: string): boolean {
  return /[\p{sc=Han}A-Za-z]/u.test(field);
}

/** What is joined: a field that others go on, and one that goes on others. */
interface Joining {
  opens(before: string): boolean;
  goesOn(after: string): boolean;
}

/** The ways in which `count` fields can be joined to the ones before them, so that none is left that only goes on; at most two. */
function waysToJoin(record: readonly string[], count: number, joining: Joining): string[][] {
  const ways: string[][] = [];
  // How it can go on depends on no more than this: what led nowhere once is not walked again.
  const nowhere = new Set<string>();
  const walk = (at: number, left: number, made: readonly string[]): void => {
    if (ways.length >= enough || left > record.length - at) return;
    const field = record[at];
    if (field === undefined) {
      if (left === 0) ways.push([...made]);
      return;
    }
    const before = made.at(-1);
    const isOpen = before !== undefined && joining.opens(before);
    const key = `${at} ${left} ${isOpen}`;
    if (nowhere.has(key)) return;
    const found = ways.length;
    if (left > 0 && isOpen && joining.goesOn(field))
      walk(at + 1, left - 1, [...made.slice(0, -1), `${before},${field}`]);
    if (!onlyGoesOn.test(field)) walk(at + 1, left, [...made, field]);
    if (ways.length === found) nowhere.add(key);
  };
  walk(0, count, []);
  return ways;
}

/** The run of pieces in one cell, parted so that it reads as no figure; empty cells keep what follows in its columns. */
function untoldFigures(fields: readonly string[], width: number): string[] {
  const isPiece = (field: string): boolean => opensFigure.test(field) || goesOn.test(field);
  const from = fields.findIndex((field, i) => isPiece(field) && goesOn.test(fields[i + 1] ?? ''));
  let to = from;
  while (to < fields.length && isPiece(fields[to] as string)) to += 1;
  const kept = Math.max(1, width - (fields.length - (to - from)));
  return [
    ...fields.slice(0, from),
    fields.slice(from, to).join(' | '),
    ...Array.from({ length: kept - 1 }, () => ''),
    ...fields.slice(to),
  ];
}
