import { exactly, signOf, signs, whole, type Figure, type Mark, type MarkedSentence } from '@guankao/passages';
import {
  differenceOf,
  figureOperand,
  hundred,
  just,
  productOf,
  quotientOf,
  sumOf,
  type Expression,
  type Operand,
} from '../expression.ts';
import { judged, type Statement } from '../statement.ts';
import type { Surroundings } from '../near.ts';

/** A piece of written arithmetic: a number, a sign between numbers, a bracket. */
type Token = { readonly number: Mark } | { readonly sign: '+' | '-' | '*' | '/' | '=' | '(' | ')' };

const signFor: Readonly<Record<string, '+' | '-' | '*' | '/' | '=' | '(' | ')'>> = {
  '+': '+',
  '-': '-',
  '×': '*',
  x: '*',
  '*': '*',
  '✕': '*',
  '╳': '*',
  '÷': '/',
  '/': '/',
  '=': '=',
  '(': '(',
  ')': ')',
  '〔': '(',
  '〕': ')',
  '[': '(',
  ']': ')',
};

/** 合格率99.3%(266/268), 600人(50人×12場), 30場×12=360場: arithmetic that the text itself writes out. */
export function* formulasIn({ sentence }: Surroundings): Iterable<Statement> {
  if (!/[×x*✕╳÷/+=]/u.test(sentence.words)) return;
  for (const { tokens, from, to } of chainsOf(sentence)) {
    // 360輛-18輛)÷360輛: what goes before a sign was not read, so that the rest is no formula.
    const lead = sentence.words.slice(0, from);
    // 全年訓練量＝33場×17人＝561人: the name of what is worked out goes before a sign that is no part of it.
    if (/[-×x*✕╳÷/+=)〕\]]\s*$/u.test(lead) && !/\p{Script=Han}=\s*$/u.test(lead)) continue;
    const equals = tokens.findIndex((token) => 'sign' in token && token.sign === '=');
    const statement = equals >= 0 ? equation(tokens, equals) : explained(sentence, tokens, from, to);
    if (statement !== null) yield statement;
  }
}

interface Chain {
  readonly tokens: readonly Token[];
  /** In the words of the sentence, the brackets around it left out. */
  readonly from: number;
  readonly to: number;
}

const isNumber = (character: string | undefined): boolean =>
  character !== undefined && character >= signs.count && character <= signs.number;

/** Runs of numbers and signs, at least two numbers long. */
function chainsOf(sentence: MarkedSentence): readonly Chain[] {
  const chains: Chain[] = [];
  const { words, marks } = sentence;
  for (let i = 0; i < marks.length; i++) {
    const tokens: Token[] = [];
    const first = marks[i];
    if (first === undefined || !isNumber(words[first.at])) continue;
    let last = first;
    tokens.push({ number: first });
    while (i + 1 < marks.length) {
      const next = marks[i + 1];
      if (next === undefined || !isNumber(words[next.at])) break;
      const between = signsBetween(words.slice(last.at + 1, next.at));
      if (between === null) break;
      tokens.push(...between, { number: next });
      last = next;
      i++;
    }
    if (tokens.length > 2) chains.push({ tokens, from: first.at, to: last.at });
  }
  return chains;
}

/** Exactly one working sign, brackets around it; null where words stand between. */
function signsBetween(gap: string): readonly Token[] | null {
  const found: Token[] = [];
  let working = 0;
  // 345輛÷總車輛400輛, (620人+補訓124人): what the next number counts.
  for (const character of gap.replace(/(?<=[×x*✕╳÷/+(〔[])\p{Script=Han}{1,10}$/u, '')) {
    if (character === ' ') continue;
    const sign = signFor[character];
    if (sign === undefined) return null;
    if (sign !== '(' && sign !== ')') working++;
    found.push({ sign });
  }
  return working === 1 ? found : null;
}

function operandOf(mark: Mark): Operand | null {
  if (mark.sign === 'figure') return figureOperand(mark.figure);
  if (mark.sign === 'date') return monthsOf(mark);
  if (mark.sign !== 'number') return null;
  const { words, value, interval } = mark.number;
  return { words, source: { from: 'number', start: mark.start, end: mark.end }, value, interval };
}

/** 30場×12月: in arithmetic twelve months, and not December. */
function monthsOf({ date, start, end }: Extract<Mark, { sign: 'date' }>): Operand | null {
  if (date.yearIsPrinted || date.from.month === null || date.from.day !== null || date.to !== null) return null;
  const value = whole(date.from.month);
  return { words: date.words, source: { from: 'number', start, end }, value, interval: exactly(value) };
}

/** 50人×12場＝600人 */
function equation(tokens: readonly Token[], at: number): Statement | null {
  const [left, right] = [parse(tokens.slice(0, at)), tokens.slice(at + 1)];
  const [only, ...more] = right;
  if (tokens.slice(0, at).filter((token) => 'number' in token).length < 2) return null;
  if (left === null || only === undefined || more.length > 0 || !('number' in only) || only.number.sign !== 'figure')
    return null;
  const claim = only.number.figure;
  return judged({
    kind: 'formula',
    claim,
    word: '=',
    sure: true,
    suggested: [{ as: 'as-written', expression: left, ...scaleFor(claim, tokens.slice(0, at)) }],
  });
}

/** A claim right before the brackets that work it out. */
function explained(sentence: MarkedSentence, tokens: readonly Token[], from: number, to: number): Statement | null {
  const words = sentence.words.replaceAll(/[〔[]/gu, '(').replaceAll(/[〕\]]/gu, ')');
  const open = words.lastIndexOf('(', from);
  const closed = words.indexOf(')', to);
  if (
    open < 0 ||
    closed < 0 ||
    !/^[(]*[\p{Script=Han}:]{0,8}$/u.test(words.slice(open + 1, from)) ||
    !/^[^%\uE000-\uE008]{0,6}$/u.test(words.slice(to + 1, closed))
  )
    return null;
  const claim = sentence.figures.find((figure) => {
    const at = signOf(sentence, figure);
    return at >= 0 && at < open && /^[^，。；\uE000-\uE008]{0,3}$/u.test(words.slice(at + 1, open));
  });
  const expression = parse(withOpened(tokens));
  if (claim === undefined || expression === null) return null;
  // 12處(3/15): three of fifteen, or a case number; a count is no quotient.
  const works = tokens.some((token) => 'sign' in token && (token.sign === '*' || token.sign === '+'));
  if (claim.kind !== 'percent' && !works) return null;
  // 12處(3/15): a date or a case of fifteen; only a rate is surely worked out so.
  const sure =
    claim.kind === 'percent' ||
    tokens.some(
      (token) => 'number' in token && token.number.sign === 'figure' && token.number.figure.kind === claim.kind,
    );
  return judged({
    kind: 'formula',
    claim,
    word: '(',
    sure,
    suggested: [{ as: 'as-written', expression, ...scaleFor(claim, tokens) }],
  });
}

/** (完訓620人+補訓124人)÷930人: the bracket before the first number is the sum's. */
function withOpened(tokens: readonly Token[]): readonly Token[] {
  const depth = tokens.reduce(
    (sum, token) => sum + ('sign' in token ? (token.sign === '(' ? 1 : token.sign === ')' ? -1 : 0) : 0),
    0,
  );
  return depth < 0 ? [...Array.from({ length: -depth }, (): Token => ({ sign: '(' })), ...tokens] : tokens;
}

/** A rate of a ratio is a hundred times it, unless the arithmetic writes ×100 itself. */
function scaleFor({ kind }: Figure, tokens: readonly Token[]): { readonly scale?: 100 } {
  const hundred = tokens.some((token, at) => {
    const before = tokens[at - 1];
    const isTimes = before !== undefined && 'sign' in before && before.sign === '*';
    return isTimes && 'number' in token && token.number.sign === 'number' && token.number.number.words === '100';
  });
  return kind === 'percent' && !hundred ? { scale: 100 } : {};
}

const isRate = (mark: Mark): boolean => mark.sign === 'figure' && mark.figure.kind === 'percent';

/** 88分×40%: forty of a hundred; a whole per cent is set, and was never rounded. */
const ofAHundred = (operand: Operand): Expression =>
  quotientOf(
    just(
      operand.value !== null && operand.value.over === 1n ? { ...operand, interval: exactly(operand.value) } : operand,
    ),
    hundred,
  );

/** Products before sums, brackets first; null where the signs make no arithmetic. */
function parse(tokens: readonly Token[]): Expression | null {
  let at = 0;
  const sign = (): string | null => {
    const token = tokens[at];
    return token !== undefined && 'sign' in token ? token.sign : null;
  };
  const atom = (): Expression | null => {
    const token = tokens[at];
    if (token === undefined) return null;
    at++;
    if ('number' in token) {
      const operand = operandOf(token.number);
      if (operand === null) return null;
      return isRate(token.number) ? ofAHundred(operand) : just(operand);
    }
    if (token.sign !== '(') return null;
    const inner = sum();
    if (sign() === ')') at++;
    return inner;
  };
  const product = (): Expression | null => {
    let value = atom();
    for (let next = sign(); value !== null && (next === '*' || next === '/'); next = sign()) {
      at++;
      const other = atom();
      if (other === null) return null;
      value = next === '*' ? productOf(value, other) : quotientOf(value, other);
    }
    return value;
  };
  const sum = (): Expression | null => {
    let value = product();
    for (let next = sign(); value !== null && (next === '+' || next === '-'); next = sign()) {
      at++;
      const other = product();
      if (other === null) return null;
      value = next === '+' ? sumOf(value, other) : differenceOf(value, other);
    }
    return value;
  };
  const value = sum();
  // A bracket that opened before the first number closes behind the last.
  while (sign() === ')') at++;
  return at === tokens.length ? value : null;
}
