import { compare, commensurable, sameUnit, whole, type Figure, type Text } from '@guankao/passages';
import {
  differenceOf,
  figureOperand,
  just,
  operandsOf,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
  type Expression,
} from './expression.ts';
import { isPrice } from './near.ts';
import { meetsClaim, type Reading, type Statement } from './statement.ts';

/**
 * What its words seemed to leave no doubt about may still be told of figures that stand elsewhere: a share of what an
 * earlier item counted, a total of some of what is listed. A statement that such a reading bears out accuses nobody.
 */
export function withSecondThoughts(statement: Statement, texts: readonly Text[]): Statement {
  if (statement.outcome !== 'contradicted') return statement;
  const tried = thoughtsOn(statement, texts);
  for (const { as, expression, scale = statement.kind === 'share' ? 100 : 1 } of tried) {
    const reading: Reading = {
      as,
      expression,
      scale,
      holds: true,
      charitable: true,
    };
    if (meetsClaim(reading, statement.claim))
      return { ...statement, outcome: 'borne-out', readings: [...statement.readings, reading] };
  }
  return statement;
}

function thoughtsOn(statement: Statement, texts: readonly Text[]): Iterable<Tried> {
  if (statement.kind === 'share') return sharesOf(statement, texts);
  if (statement.kind === 'sum') return sumsOf(statement);
  if (statement.kind === 'change') return changesOf(statement);
  if (statement.kind === 'difference') return differencesOf(statement);
  return statement.kind === 'product' ? productsOf(statement) : [];
}

interface Tried {
  readonly as: string;
  readonly expression: Expression;
  readonly scale?: 1 | 100;
}

/** 48處（縣道30處、鄉道18處）: told of a part. */
const isInBrackets = ({ text, start, end }: Figure): boolean =>
  text.brackets.some((bracket) => bracket.start <= start && end <= bracket.end);

/** Every other figure of the claim's sentence. */
function besides({ claim }: Statement): readonly Figure[] {
  return claim.text.figures.filter((figure) => figure !== claim && figure.sentence.start === claim.sentence.start);
}

/**
 * 改善率85%，較目標值80%高出5個百分點，達成率106.3%: the level right before the comparison is what is compared, and none that
 * stands behind it or tells of a part (48處（縣道30處、鄉道18處），較112年40處增加8處).
 */
function* changesOf(statement: Statement): Iterable<Tried> {
  const [first] = statement.readings;
  if (statement.turned === true || first === undefined || !('work' in first.expression)) return;
  const { work, parts } = first.expression;
  const figures = figuresOf(statement);
  const base = figures
    .filter(({ end }) => end <= statement.claim.start)
    .toSorted((a, b) => a.start - b.start)
    .at(-1);
  if (parts.length !== 2 || figures.length !== 2 || base === undefined) return;
  const before = besides(statement).findLast((figure) => figure.end <= base.start && !isInBrackets(figure));
  if (before === undefined || figures.includes(before) || !sameUnit(before, base)) return;
  const gap = base.text.text.slice(before.end, base.start).replaceAll(/[（(][^（）()]*[）)]/gu, '');
  if (!/^，(?:較|比|相較)/u.test(gap)) return;
  const [level, former] = [just(figureOperand(before)), just(figureOperand(base))];
  yield { as: 'of-the-level-right-before', expression: { work, parts: [level, former] }, scale: first.scale };
  if (work === 'difference')
    yield { as: 'of-the-level-right-before', expression: { work, parts: [former, level] }, scale: first.scale };
}

/** 期初餘額8億元，收入3億元，支出2億元，期末餘額9億元: what is left is of the rest of what its sentence tells, too. */
function* differencesOf(statement: Statement): Iterable<Tried> {
  const { claim } = statement;
  const [a, b] = figuresOf(statement);
  if (a === undefined || b === undefined) return;
  const difference = differenceOf(just(figureOperand(a)), just(figureOperand(b)));
  const others = besides(statement).filter((one) => one !== a && one !== b && sameUnit(one, claim));
  for (const other of others.slice(0, mostParts)) {
    const more = just(figureOperand(other));
    yield { as: 'with-what-else-is-told', expression: sumOf(difference, more) };
    yield { as: 'without-what-else-is-told', expression: differenceOf(difference, more) };
  }
}

const figuresOf = ({ readings: [first] }: Statement): readonly Figure[] =>
  first === undefined
    ? []
    : operandsOf(first.expression).flatMap(({ source }) => (source.from === 'text' ? [source.figure] : []));

/** 40口，每季採樣1次、每次2瓶，全年320瓶: with another factor that its sentence tells, and so many times a year. */
function* productsOf({ claim, readings: [first] }: Statement): Iterable<Tried> {
  const sentence = claim.text.sentences.find(({ start, end }) => start <= claim.start && claim.end <= end);
  if (first === undefined || sentence === undefined) return;
  const used = new Set(
    operandsOf(first.expression).map(({ source }) => (source.from === 'text' ? source.figure : null)),
  );
  const words = claim.text.text.slice(sentence.start, sentence.end);
  const often = periods.filter(({ word }) => word.test(words)).map(({ many }) => just(saidByWords(`${many}`, many)));
  const others = claim.text.figures
    .filter(
      (figure) =>
        figure !== claim &&
        !used.has(figure) &&
        figure.kind !== 'percent' &&
        sentence.start <= figure.start &&
        figure.end <= sentence.end,
    )
    .slice(0, mostParts)
    .map((figure) => just(figureOperand(figure)));
  for (const factor of [...others, ...often])
    yield { as: 'with-another-factor', expression: productOf(first.expression, factor) };
  for (const other of others)
    for (const many of often)
      yield { as: 'with-another-factor-so-often', expression: productOf(first.expression, other, many) };
}

const periods = [
  { word: /每季/u, many: 4 },
  { word: /每月/u, many: 12 },
  { word: /每[周週]/u, many: 52 },
  { word: /每[日天]/u, many: 365 },
] as const;

/** 6梯、每梯35人，結訓198人，結訓率94.3%: of as many as there are places for. */
function* ofSoManyEach(statement: Statement, part: Figure): Iterable<Tried> {
  const told = besides(statement).filter(({ end }) => end <= statement.claim.start);
  for (const each of told.filter((figure) => isPrice(figure) && commensurable(figure, part)))
    for (const count of told)
      if (count.kind === 'count' && count !== part && !commensurable(count, part))
        yield {
          as: 'of-so-many-each',
          expression: quotientOf(
            just(figureOperand(part)),
            productOf(just(figureOperand(count)), just(figureOperand(each))),
          ),
        };
}

/** 結訓6,816人 of the item before; 就業2,045人，就業率30.0%: of what is counted alike in the item, or before it in its column. */
function* sharesOf(statement: Statement, texts: readonly Text[]): Iterable<Tried> {
  const { claim } = statement;
  const [part, all] = figuresOf(statement);
  if (claim.kind !== 'percent' || part === undefined || all === undefined || part.text !== claim.text) return;
  if (tellsWhatIsNotSo(part)) {
    const left = differenceOf(just(figureOperand(all)), just(figureOperand(part)));
    yield { as: 'of-those-that-are-not', expression: quotientOf(left, just(figureOperand(all))) };
  }
  yield* ofSoManyEach(statement, part);
  // 占核發數0.5%: where the base is named or printed nothing else is meant.
  if (statement.readings.some(({ as }) => as === 'base-by-its-name' || as === 'base-behind-the-verb')) return;
  // A rate without a place is met by chance where there are many to choose from.
  const isFine = compare(claim.step, whole(1)) < 0;
  yield* withoutWhatIsTakenOff(part, all, claim);
  yield* ofWhatElseIsTold(statement, part, all);
  const bases = texts
    .filter(({ column, index }) => column === part.text.column && index <= part.text.index)
    .flatMap((text) => (text === part.text || isFine ? text.figures : []));
  for (const base of bases)
    if (base !== part && base !== all && commensurable(base, part) && compare(base.value, part.value) >= 0)
      yield {
        as: 'of-what-is-counted-alike',
        expression: quotientOf(just(figureOperand(part)), just(figureOperand(base))),
      };
}

/**
 * 急救成功186件，患者620人，成功率30%: of things counted otherwise; 合格1,850輛，複檢合格120輛，合格率98.5%: of two parts
 * together.
 */
function* ofWhatElseIsTold(statement: Statement, part: Figure, all: Figure): Iterable<Tried> {
  const counts = besides(statement).filter(({ kind, value }) => kind === part.kind && value.of > 0n);
  for (const base of counts) {
    if (base !== part && compare(base.value, part.value) >= 0)
      yield {
        as: 'of-things-counted-otherwise',
        expression: quotientOf(just(figureOperand(part)), just(figureOperand(base))),
      };
  }
  const larger =
    counts
      .filter((one) => sameUnit(one, part))
      .toSorted((a, b) => compare(a.value, b.value))
      .at(-1) ?? all;
  for (const [i, one] of counts.entries())
    for (const other of counts.slice(i + 1))
      if (one !== larger && other !== larger && sameUnit(one, larger) && sameUnit(other, larger))
        yield {
          as: 'of-two-parts-together',
          expression: quotientOf(
            sumOf(just(figureOperand(one)), just(figureOperand(other))),
            just(figureOperand(larger)),
          ),
        };
}

/** 抽驗500件，不合格12件，合格率97.6%: what did not become of it, and the rate of the rest. */
const tellsWhatIsNotSo = ({ lead, text, start }: Figure): boolean =>
  /[不未無非缺]|逾期|故障|停[機用駛]|退|失|流|死亡|待|延|誤|損|違規|拒|異常/u.test(
    lead === '' ? text.text.slice(Math.max(0, start - 8), start) : lead,
  );

/** 受訪3,000人，…扣除拒答500人後滿意比率為78%: of what is left of the base. */
function* withoutWhatIsTakenOff(part: Figure, all: Figure, claim: Figure): Iterable<Tried> {
  for (const off of claim.text.figures) {
    if (off === part || off === all || off.end > claim.start || !commensurable(off, all)) continue;
    if (
      !/(?:扣除|排除|剔除|不含|不計)[^，。；]{0,8}$/u.test(
        claim.text.text.slice(Math.max(0, off.start - 12), off.start),
      )
    )
      continue;
    const left = differenceOf(just(figureOperand(all)), just(figureOperand(off)));
    yield { as: 'of-what-is-left-of-the-base', expression: quotientOf(just(figureOperand(part)), left) };
  }
}

/** 每組5萬5,000元，計2,640萬元: what one costs is no part. Of the rest a run that stands together may be what is summed up. */
function* sumsOf(statement: Statement): Iterable<Tried> {
  const { claim, shares } = statement;
  if (shares === true) return;
  const sentences = claim.text.sentences;
  const sentence = sentences.find(({ start, end }) => start <= claim.start && claim.end <= end);
  const from = sentence === undefined ? 0 : claim.text.text.lastIndexOf('。', sentence.start - 1);
  const parts = claim.text.figures.filter(
    (figure) =>
      figure !== claim &&
      figure.start > from &&
      figure.end <= (sentence?.end ?? claim.end) &&
      (commensurable(figure, claim) || isBare(figure, claim)) &&
      !isPrice(figure),
  );
  for (let first = 0; first < parts.length; first += 1)
    for (let last = first + 1; last < Math.min(parts.length, first + mostParts); last += 1) {
      const run = parts.slice(first, last + 1);
      // Some members of one list are no total: they are told together, and all of them count.
      if (isOneList(parts[first - 1], run[0]) || isOneList(run.at(-1), parts[last + 1])) continue;
      yield { as: 'a-run-of-what-is-listed', expression: sumOf(...run.map((figure) => just(figureOperand(figure)))) };
    }
}

const mostParts = 12;

/** 金獎1件、銀獎3件及銅獎6件 */
function isOneList(one: Figure | undefined, next: Figure | undefined): boolean {
  if (one === undefined || next === undefined) return false;
  const between = next.text.text.slice(one.end, next.start);
  return /[、及與和暨]/u.test(between) && !/[，,。；;：:()（）]/u.test(between);
}

/** 12.5萬、18.0萬及9.6萬立方公尺: the unit stands behind the last alone. */
const isBare = ({ kind, unit }: Figure, claim: Figure): boolean => unit === null && kind === claim.kind;
