import { rowRule, type Fault } from '../engine/rule.ts';
import { agrees, exactRange } from '../facts/agreement.ts';
import { asNumber, compare, dividedBy, times, whole, written } from '@guankao/passages';
import { commensurable } from '../facts/figure.ts';
import { place } from '../facts/filing-facts.ts';
import type { Figure, Text } from '@guankao/passages';
import { together } from '../facts/pointing.ts';
import {
  givenBySums,
  holds,
  isShare,
  namesakes,
  ownWords,
  pairsOf,
  ratesOf,
  ratioText,
  ratioWritten,
  rolesAreSaid,
  type Pair,
  type Rate,
  wholeWords,
} from '../facts/rates.ts';

const meta = {
  id: 'rate-mismatch',
  title: { 'zh-Hant': '比率與同句所列之數不符', en: 'A rate differs from the figures beside it' },
  category: 'arithmetic',
  severity: 'error',
  authority: '比率＝部分÷全部，四捨五入或捨去至所印位數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '比率與其分子分母須能互相驗算。',
    en: 'A rate must follow from its own numerator and denominator.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，但 {part}÷{all}＝{computed}。',
        en: 'The text says {stated}, but {part} ÷ {all} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對三個數，或寫明分母。', en: 'Check the three figures, or name the denominator.' },
    },
  },
  yieldsTo: ['attainment-mismatch', 'execution-rate-mismatch'],
} as const;

/** Its denominator is a target that may stand elsewhere: attainment-mismatch. */
const attainment = /達成(?:率|度)/u;
const executionRate = /執行率/u;

export const rule = rowRule(meta, function* ({ texts }): Iterable<Fault<keyof typeof meta.messages>> {
  for (const text of texts) {
    yield* divisionsOf(text);
    for (const rate of ratesOf(text)) {
      const pair = isShare(rate) && !attainment.test(rate.label) ? refuted(rate) : null;
      if (pair === null) continue;
      yield {
        says: 'differs',
        words: {
          stated: rate.figure.words,
          part: pair.part.words,
          all: pair.all.words,
          computed: rate.figure.kind === 'percent' ? `${ratioWritten(pair)}%` : ratioWritten(pair, 1),
        },
        at: together([pair.all, pair.part, rate.figure]),
        stated: asNumber(rate.figure.value),
        computed: asNumber(dividedBy(pair.part.value, pair.all.value)) * (rate.figure.kind === 'percent' ? 100 : 1),
        expression: ratioText(pair),
      };
    }
  }
});

const division = /^[（(](?<part>\d[\d,]*(?:\.\d+)?)\s*[/／÷]\s*(?<all>\d[\d,]*(?:\.\d+)?)[）)]/u;

/** 合格率99.3%(266/268): the division is printed. */
function* divisionsOf(text: Text): Iterable<Fault<keyof typeof meta.messages>> {
  for (const figure of text.figures) {
    const { part, all } = figure.kind === 'percent' ? (division.exec(text.text.slice(figure.end))?.groups ?? {}) : {};
    if (part === undefined || all === undefined) continue;
    const [a, b] = [part, all].map((digits) => whole(BigInt(digits.replace(/[,.]/gu, ''))));
    if (a === undefined || b === undefined || b.of === 0n || part.includes('.') || all.includes('.')) continue;
    const rate = times(dividedBy(a, b), whole(100));
    if (agrees(exactRange(rate), figure)) continue;
    yield {
      says: 'differs',
      words: { stated: figure.words, part, all, computed: `${written(rate)}%` },
      at: [place(text, figure.start - Math.min(figure.lead.length, 8), figure.end + part.length + all.length + 3)],
      stated: asNumber(figure.value),
      computed: asNumber(rate),
      expression: `${part}/${all}`,
    };
  }
}

/** The one pair that the sentence names for the rate, where neither it nor any other two figures of its kind in the item give the rate. */
function refuted(rate: Rate): Pair | null {
  // Without its own two amounts an execution rate is held to the columns: execution-rate-mismatch.
  if (executionRate.test(rate.label) && rate.before.filter(({ kind }) => kind === 'money').length < 2) return null;
  const pair = inBrackets(rate) ?? timesOf(rate) ?? shareOf(rate) ?? named(rate) ?? namesake(rate);
  if (pair === null) return null;
  const likes = rate.around.filter((figure) => commensurable(figure, pair.part));
  return pairsOf(likes).some((like) => holds(like, rate.figure)) || givenBySums(likes, rate.figure) ? null : pair;
}

/** 甲，占乙之 P%; 乙，其中甲，占 P%. */
function shareOf(rate: Rate): Pair | null {
  const { text, start } = rate.figure;
  const at = text.text.slice(rate.sentence.start, start).search(/[占佔](?![^，。；]*[占佔])/u);
  if (at < 0) return null;
  const sentence = rate.earlier.filter(({ start: own }) => own >= rate.sentence.start);
  const [before, after] = split(sentence, rate.sentence.start + at);
  const part = whose(rate, before) ?? before.at(-1);
  if (part === undefined) return null;
  const saidWhole = after.filter((figure) => commensurable(figure, part));
  if (saidWhole.length === 1 && saidWhole[0] !== undefined) return { part, all: saidWhole[0] };
  const told = before.filter((figure) => figure.start < part.start && commensurable(figure, part));
  // 開案3,600人，…；未再犯者2,988人，占83%: the whole may stand in the sentence before.
  const earlier =
    told.length > 0 ? told : rate.earlier.filter((figure) => figure.start < part.start && commensurable(figure, part));
  const all = earlier[0];
  // The first told is the whole where none of the others is more.
  const most = earlier.every((figure) => all !== undefined && compare(figure.value, all.value) <= 0);
  return after.length === 0 && most && all !== undefined ? { part, all } : null;
}

/** 女性69人、男性23人，女性占75%: the share is of those named before 占. */
function whose({ figure, label }: Rate, before: readonly Figure[]): Figure | null {
  const name = /(?<name>[\u4e00-\u9fff]{2,6})[占佔]/u.exec(label)?.groups?.['name'];
  const bearers =
    name === undefined ? [] : before.filter((one) => one.text === figure.text && ownWords(one).endsWith(name));
  return bearers.length === 1 ? (bearers[0] ?? null) : null;
}

/** 1萬2,400人，其中女性7,564人(61.0%): the share stands in brackets behind its part. */
function inBrackets({ figure, earlier, sentence }: Rate): Pair | null {
  const part = earlier.at(-1);
  if (part === undefined || !/^[（(]占?$/u.test(figure.text.text.slice(part.end, figure.start))) return null;
  const all = earlier.find((other) => other !== part && other.start >= sentence.start && commensurable(other, part));
  if (all === undefined) return null;
  const told =
    /男|女/u.test(ownWords(part)) ||
    /其中|包含|包括|[（(]/u.test(figure.text.text.slice(all.end, part.start)) ||
    /契約|決標|核定|總/u.test(ownWords(all));
  return told ? { part, all } : null;
}

/** 營業額1,836萬元，為112年1,224萬元之1.5倍; 120套，達全程目標200套之60% */
function timesOf({ figure, before }: Rate): Pair | null {
  const [part, all] = before.slice(-2);
  if (part === undefined || all === undefined || !commensurable(part, all)) return null;
  const said =
    /[為達是][^，。；]{0,10}$/u.test(between(part, all)) &&
    /^[之的]$/u.test(figure.text.text.slice(all.end, figure.start));
  return said ? { part, all } : null;
}

/** 應 M，實 N，某率 P%: exactly two figures in proportion, and words that tell which is which. */
function named(rate: Rate): Pair | null {
  const [first, second, ...more] = rate.before.slice(-2);
  if (first === undefined || second === undefined || more.length > 0 || !commensurable(first, second)) return null;
  const pair = { part: second, all: first };
  const tied = /其中/u.test(between(first, second));
  if (!tied && rate.before.filter((figure) => commensurable(figure, second)).length > 2) return null;
  const sure = tied || rolesAreSaid(pair) || namesakes(rate, second);
  return sure && /[率度]|比例|占比|者/u.test(rate.label) ? pair : null;
}

/** 結訓912人，結訓率95%: the part has the rate’s name, and the whole stood before it. */
function namesake(rate: Rate): Pair | null {
  const bearers = rate.earlier.filter((figure) => figure.start >= rate.sentence.start && namesakes(rate, figure));
  // 立即改善率 is of 立即改善504處, not of 列管改善72處.
  const name = rate.label.replace(/(?:比?率|度|比例)[為達約計]*$/u, '');
  const exact = bearers.filter((figure) => ownWords(figure).endsWith(name));
  const [part, ...namesAgain] = exact.length > 0 ? exact : bearers;
  if (part === undefined || namesAgain.length > 0) return null;
  const more = rate.before.filter((figure) => figure !== part);
  const others = rate.earlier.filter((figure) => figure.start < part.start && commensurable(figure, part));
  const said = others.find((figure) => wholeWords.test(ownWords(figure)));
  const alone = !more.some((figure) => commensurable(figure, part));
  const all = said ?? (alone && others.length <= 4 ? others[others.length <= 2 ? others.length - 1 : 0] : undefined);
  return all === undefined ? null : { part, all };
}

const between = (first: Figure, second: Figure): string => first.text.text.slice(first.end, second.start);
const split = (figures: readonly Figure[], at: number): readonly [Figure[], Figure[]] => [
  figures.filter(({ end }) => end <= at),
  figures.filter(({ start }) => start >= at),
];
