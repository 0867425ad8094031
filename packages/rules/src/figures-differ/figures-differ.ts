import { rowRule, type Fault } from '../engine/rule.ts';
import { absolute, asNumber, meet, minus, same, written } from '@guankao/passages';
import { clauseAround } from '../facts/figure.ts';
import { answersThatDiffer } from './answers.ts';
import { columnNames, place } from '../facts/filing-facts.ts';
import { pairsBy } from '../facts/pairs-by.ts';
import { proofOfTwoFigures } from '../proofs/of-figures.ts';
import type { Figure, Text } from '@guankao/passages';
import type { Span } from '@guankao/domain';

const meta = {
  id: 'figures-differ',
  title: { 'zh-Hant': '同一件事兩個數', en: 'Two figures for one thing' },
  category: 'contradiction',
  severity: 'error',
  authority: '同列各欄應一致',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '兩數至少一數有誤，或範圍不同而未寫明。',
    en: 'One of them is wrong, or they cover different things and do not say so.',
  },
  messages: {
    results: {
      fault: {
        'zh-Hant': '「{name}」{oneColumn}寫 {one}，{otherColumn}寫 {other}，相差 {difference}。',
        en: '“{name}”: {oneColumn} says {one}, {otherColumn} says {other}, {difference} apart.',
      },
      settle: { 'zh-Hant': '請擇一更正，或寫明範圍。', en: 'Correct one, or say what each covers.' },
    },
    targets: {
      severity: 'warning',
      fault: {
        'zh-Hant': '「{name}」{oneColumn}寫 {one}，{otherColumn}寫 {other}，目標不一致。',
        en: '“{name}”: {oneColumn} says {one}, {otherColumn} says {other}; the targets differ.',
      },
      settle: { 'zh-Hant': '請確認目標值。', en: 'Settle the target.' },
    },
    answers: {
      severity: 'warning',
      fault: {
        'zh-Hant': '「{name}」{oneColumn}寫 {one}，{otherColumn}以 {other} 為達成值，相差 {difference}。',
        en: '“{name}”: {oneColumn} says {one}, {otherColumn} gives {other} as the result, {difference} apart.',
      },
      settle: { 'zh-Hant': '請擇一更正，或寫明範圍。', en: 'Correct one, or say what each covers.' },
    },
    swapped: {
      severity: 'warning',
      fault: {
        'zh-Hant': '「{name}」{oneColumn}寫 {one}，{otherColumn}寫 {other}，兩數僅數字前後對調。',
        en: '“{name}”: {oneColumn} says {one}, {otherColumn} says {other}; two digits have changed places.',
      },
      settle: { 'zh-Hant': '請擇一更正。', en: 'Correct one.' },
    },
  },
} as const;

type Says = keyof typeof meta.messages;

interface Statement {
  readonly figure: Figure;
  /** The words that name what is counted: before the figure, and after it. */
  readonly before: string;
  readonly after: string;
  /** Told as done; otherwise as to be done. */
  readonly result: boolean;
  readonly scope: string;
  /** The column has no other figure of its unit: a short name (改善47處) is name enough. */
  readonly only: boolean;
}

/** Characters in common, next to the figure, that make two counts the same count. */
const enough = 4;

export const rule = rowRule(meta, function* (row, { fiscalYear }): Iterable<Fault<Says>> {
  const statements = withOnly(row.texts.flatMap((text) => [...statementsOf(text, fiscalYear)]));
  const columns = new ToldByColumn(statements);
  const told = new Set<Figure>();
  for (const [a, b] of pairsBy(statements, namesOf)) {
    if (
      told.has(a.figure) ||
      told.has(b.figure) ||
      !differ(a, b) ||
      columns.tellAlike(a, b) ||
      isOneOfSeveral(statements, a, b)
    )
      continue;
    told.add(a.figure).add(b.figure);
    yield fault(a, b);
  }
  for (const [a, b] of pairsBy(statements, ({ figure }) => [digitsInOrder(figure)])) {
    if (told.has(a.figure) || told.has(b.figure) || !isSwapped(a.figure, b.figure)) continue;
    if (a.result !== b.result || a.scope !== b.scope || columns.tellAlike(a, b)) continue;
    const shared = sharedWords(a.figure, b.figure);
    if (shared === '') continue;
    told.add(a.figure).add(b.figure);
    yield { ...fault(a, b), says: 'swapped', words: { ...fault(a, b).words, name: shared } };
  }
  for (const { executed, explained, name: shared } of answersThatDiffer(row)) {
    if (told.has(executed) || told.has(explained)) continue;
    told.add(executed).add(explained);
    yield { ...between(executed, explained, shared), says: 'answers' };
  }
});

/** What two statements of one name must share, see `name`: the end of the words before, or the beginning of those behind. */
function namesOf({ figure, before, after, result }: Statement): readonly string[] {
  const kind = `${figure.kind} ${figure.unit} ${result}`;
  return [
    ...(before.length >= 2 ? [`${kind} …${before.slice(-2)}`] : []),
    ...(after.length >= enough ? [`${kind} ${after.slice(0, enough)}…`] : []),
  ];
}

/** Two numbers with two digits in each other's place have the same digits. */
const digitsInOrder = (figure: Figure): string =>
  `${figure.kind} ${figure.unit} ${[...digitsOf(figure)].toSorted().join('')}`;

/** 派遣126航次 in one column, 派遣162航次 in the other: the same digits, two of them in each other's place. */
function isSwapped(x: Figure, y: Figure): boolean {
  if (x.text.column === y.text.column || x.kind !== y.kind || x.unit !== y.unit) return false;
  if (x.widening !== 'exact' || y.widening !== 'exact') return false;
  const [a, b] = [digitsOf(x), digitsOf(y)];
  if (a.length !== b.length || a.length < 2) return false;
  const apart = Array.from(a, (digit, at) => (digit === b[at] ? -1 : at)).filter((at) => at >= 0);
  const [one, other, more] = apart;
  return one !== undefined && other !== undefined && more === undefined && a[one] === b[other] && a[other] === b[one];
}

const digitsOf = ({ words }: Figure): string => words.replaceAll(/[^\d]/gu, '');

/** What says nothing of what is counted. */
const common = /全年|年度|本年|完成|辦理|執行|達成|實際|合計|共計|總計|累計|截至|其中|目標|平均|計畫|預定|已於|年底/gu;

/** The words of two characters and more that stand before both; of a short number more of them must be the same. */
function sharedWords(x: Figure, y: Figure): string {
  const [a, b] = [wordsBefore(x), wordsBefore(y)];
  const pairs = Array.from({ length: Math.max(0, a.length - 1) }, (_, at) => a.slice(at, at + 2));
  const found = pairs.filter((two) => /^\p{Script=Han}{2}$/u.test(two) && b.includes(two));
  return found.length >= (digitsOf(x).length >= 3 ? 1 : 2) ? (found[0] ?? '') : '';
}

function wordsBefore({ text, start: at, end }: Figure): string {
  const [start] = clauseAround(text.text, at, end);
  return text.text.slice(Math.max(start, at - 16), at).replaceAll(common, '#');
}

function differ(a: Statement, b: Statement): boolean {
  const [x, y] = [a.figure, b.figure];
  return (
    x.text.column !== y.text.column &&
    a.result === b.result &&
    x.kind === y.kind &&
    x.unit === y.unit &&
    !same(x.value, y.value) &&
    !(isRound(x) || isRound(y) ? meet(x.interval, y.interval) : false) &&
    a.scope === b.scope &&
    name(a, b) !== ''
  );
}

/** 6.2萬餘 may be 6萬2,318. */
const isRound = ({ widening }: Figure): boolean => widening !== 'exact';

/** The common words next to the figure: the end of what stands before, or the beginning of what stands after. */
function name(a: Statement, b: Statement): string {
  const before = commonEnd(a.before, b.before);
  const after = commonStart(a.after, b.after);
  // One name must be the whole end of the other: 汽車訓練 and 機車訓練 share only their ends.
  const isEnd = before.length === Math.min(a.before.length, b.before.length);
  if (a.before === b.before && a.after === b.after && before.length >= 2 && before.length < enough && a.only && b.only)
    return before;
  if (before.length >= enough || /[\u4e00-\u9fff]{2}[率度]$/u.test(before)) return isEnd ? before : '';
  const startsAlike =
    a.before === '' || b.before === '' || before.length === Math.min(a.before.length, b.before.length);
  return after.length >= enough && startsAlike ? after : '';
}

/** A column may give both figures, each with a name of its own: what one column repeats is no contradiction. */
class ToldByColumn {
  readonly #told: ReadonlyMap<string, readonly Statement[]>;

  constructor(statements: readonly Statement[]) {
    this.#told = Map.groupBy(statements, ({ figure, result }) => key(figure.text.column, result, figure));
  }

  tellAlike(a: Statement, b: Statement): boolean {
    return this.#repeats(a, b) || this.#repeats(b, a);
  }

  /** The column of `other` tells the figure of `one` too. */
  #repeats({ figure }: Statement, other: Statement): boolean {
    const alike = this.#told.get(key(other.figure.text.column, other.result, figure)) ?? [];
    return alike.some((one) => same(one.figure.value, figure.value));
  }
}

const key = (column: Text['column'], result: boolean, { unit, value }: Figure): string =>
  `${column} ${result} ${unit} ${asNumber(value)}`;

/** 使用率 alone may mean any of several: the short name must have one bearer in each column. */
function isOneOfSeveral(statements: readonly Statement[], a: Statement, b: Statement): boolean {
  const short = a.before.length < b.before.length ? a.before : b.before;
  if (a.before === b.before || short === '') return false;
  const bearers = (column: Text['column']): number =>
    statements.filter(
      ({ figure, before, result }) => figure.text.column === column && result === a.result && before.endsWith(short),
    ).length;
  return bearers(a.figure.text.column) > 1 || bearers(b.figure.text.column) > 1;
}

function withOnly(statements: readonly Omit<Statement, 'only'>[]): readonly Statement[] {
  const key = ({ figure }: Omit<Statement, 'only'>): string => `${figure.text.column} ${figure.unit}`;
  const counts = Map.groupBy(statements, key);
  return statements.map((statement) => ({ ...statement, only: counts.get(key(statement))?.length === 1 }));
}

const verbs =
  /^(?:並|已|業|業已|共|計|總計|合計|共計|完成|辦理|執行|建置|設置|新增|補助|達成?|累計|約|預計|目標值?|為|於|全年|本年度?|[\d]+年度?)+/u;
const fillers = /(?:已完成|完成|總計|合計|共計|累計|總人數|人數|件數|計|共|達|約|為|有|已|：|:|之)+$/u;
const doneInGoals = /已完成|已達成|已辦理|實際完成/u;

function* statementsOf(text: Text, fiscalYear: number | null): Iterable<Omit<Statement, 'only'>> {
  for (const figure of text.figures) {
    if (
      figure.kind === 'duration' ||
      figure.comparator === '~' ||
      figure.unit === null ||
      isExcepted(text.text, figure) ||
      isPartlyOpen(text.text, figure)
    )
      continue;
    const [start, end] = clauseAround(text.text, figure.start, figure.end);
    const lead = text.text.slice(start, figure.start);
    const promise = text.column === 'goals' || text.column === 'plannedWork' || /目標值?(?:為)?$/u.test(lead);
    const done = promise && doneInGoals.test(lead);
    const from = text.figures.filter((other) => other.end <= figure.start && other.start >= start).at(-1)?.end ?? start;
    const own = strip(text.text.slice(from, figure.start));
    // 目標5趟次，已完成256趟次: what was done is named with the target.
    const before = own !== '' ? own : done ? namedBefore(text, figure) : headOf(text, start);
    const after = text.text
      .slice(figure.end, end)
      .replace(/^[之的]/u, '')
      .replace(/[（(].*$/u, '');
    yield {
      figure,
      before,
      after,
      result: !promise || done,
      scope: scopeOf(text.text.slice(Math.max(0, start - 12), end), fiscalYear),
    };
  }
}

/** 除完成2處未達目標外: what is left out is told apart from the rest, and covers less. */
const isExcepted = (text: string, { start, end }: Figure): boolean =>
  /除[^，。；]*$/u.test(text.slice(0, start)) && /^[^，。；]*外(?:，|其餘|餘|均|皆)/u.test(text.slice(end));

/** 設備9式，其中3式延後完成: the whole is told, not what was done of it. */
const isPartlyOpen = (text: string, { end }: Figure): boolean =>
  /^，其中[^。；]*(?:未|延[後誤宕至]|尚|待|無法|預計)/u.test(text.slice(end));

const strip = (words: string): string =>
  words
    .replace(/^[及與和、，並另]+/u, '')
    .replace(verbs, '')
    .replace(fillers, '')
    .replace(/[「」『』\s]/gu, '');

/** 公車候車亭新設數：目標值60座: the name before the colon. */
function headOf(text: Text, start: number): string {
  if (!/[：:]/u.test(text.text[start - 1] ?? '')) return '';
  const [from, end] = clauseAround(text.text, start - 1, start - 1);
  return strip(text.text.slice(from, end));
}

function namedBefore(text: Text, figure: Figure): string {
  const target = text.figures.filter((other) => other.end <= figure.start && other.unit === figure.unit).at(-1);
  if (target === undefined || figure.start - target.end > 12) return '';
  const [start] = clauseAround(text.text, target.start, target.end);
  return strip(text.text.slice(start, target.start));
}

/** Years, stages and running totals: counts under different ones are different counts. */
const scopeOf = (words: string, fiscalYear: number | null): string =>
  (words.match(/\d{3}年|第[\d一二三四五]+(?:階段|期|季)|累[計積]|歷年|預計|目標/gu) ?? [])
    .filter((word) => !/目標|預計/u.test(word) && word !== `${(fiscalYear ?? 0) - 1911}年`)
    .join('');

const commonEnd = (a: string, b: string): string => {
  let n = 0;
  while (n < Math.min(a.length, b.length) && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n === 0 ? '' : a.slice(-n);
};
const commonStart = (a: string, b: string): string => {
  let n = 0;
  while (n < Math.min(a.length, b.length) && a[n] === b[n]) n++;
  return a.slice(0, n);
};

function fault(a: Statement, b: Statement): Fault<Says> {
  return { ...between(a.figure, b.figure, name(a, b)), says: a.result ? 'results' : 'targets' };
}

function between(x: Figure, y: Figure, shared: string): Omit<Fault<Says>, 'says'> {
  const unit = x.unit === 'TWD' ? '元' : (x.unit ?? '');
  return {
    words: {
      name: shared,
      one: x.words,
      other: y.words,
      difference: `${written(absolute(minus(x.value, y.value)), 2)}${unit}`,
      oneColumn: columnNames[x.text.column],
      otherColumn: columnNames[y.text.column],
    },
    at: [pointer(x), pointer(y)],
    stated: asNumber(x.value),
    computed: asNumber(y.value),
    expression: `${asNumber(x.value)}=${asNumber(y.value)}`,
    proof: proofOfTwoFigures('one-thing-in-two-columns', x, y),
  };
}

/** The figure with up to ten characters that name it. */
function pointer(figure: Figure): Span {
  const [start] = clauseAround(figure.text.text, figure.start, figure.end);
  return place(figure.text, Math.max(start, figure.start - 10), figure.end);
}
