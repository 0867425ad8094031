/** A stretch of an item between two commas. Offsets are the item's. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Normalised. */
  readonly text: string;
  /** Which sentence of the item it is in, from 0. */
  readonly sentence: number;
  /** The words before the colon that opens it: 經費運用 of 經費運用：補助款撥付率達92%. */
  readonly head: string;
  /** It is such a head itself. */
  readonly isHead: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

// 目標120家/達成132家: such a stroke parts a target from its result; others belong to words (人次/年).
const marks = /[。；！？\n，：([{「『《〈【)\]}」』》〉】]|\/(?=達成|實際|完成|執行)/g;
const openers = '([{「『《〈【';
const closers = ')]}」』》〉】';

/**
 * Cuts a normalised text into clauses at commas, colons and the ends of sentences.
 * Nothing inside a figure, brackets or quotation marks is cut, and no colon that stands right before its figure (候車時間：12分鐘).
 */
export function clausesOf(text: string, figures: readonly Stretch[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  let depth = 0;
  let head = '';
  const close = (end: number, isHead = false) => {
    if (text.slice(start, end).trim() !== '') clauses.push(trimmed(text, { start, end, sentence, head, isHead }));
    start = end + 1;
  };
  let next = 0;
  for (const { index: at, 0: mark } of text.matchAll(marks)) {
    while ((figures[next]?.end ?? Infinity) <= at) next++;
    if ((figures[next]?.start ?? Infinity) <= at) continue;
    if (openers.includes(mark)) depth++;
    else if (closers.includes(mark)) depth = Math.max(0, depth - 1);
    else if (mark === '，' || mark === '/') {
      if (depth === 0) close(at);
    } else if (mark === '：') {
      if (depth > 0 || opensFigure(text, at, figures[next])) continue;
      const words = text.slice(start, at).trim();
      close(at, true);
      head = words;
    } else if (depth === 0 || mark === '。' || mark === '\n') {
      close(at);
      sentence++;
      depth = 0;
      head = '';
    }
  }
  close(text.length);
  return clauses;
}

/** 目標值：約85% as well as 目標值：85%. */
function opensFigure(text: string, colon: number, next: Stretch | undefined): boolean {
  return (
    next !== undefined && next.start <= colon + 4 && /^[達約為至逾≥≧≤≦<>=\s]*$/.test(text.slice(colon + 1, next.start))
  );
}

function trimmed(text: string, clause: Omit<Clause, 'text'>): Clause {
  let { start, end } = clause;
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return { ...clause, start, end, text: text.slice(start, end) };
}
