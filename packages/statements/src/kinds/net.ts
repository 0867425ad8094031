import { compare, pattern, sameUnit, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { differenceOf, figureOperand, just, sumOf } from '../expression.ts';
import { before, nearWords, ownWords } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** 扣除資格不符425戶: what is taken off what stands right before. */
const offBefore = pattern('(?:扣除|減除|扣減|減去|剔除|扣抵)\\p{Script=Han}{0,8}$');

/** …，核定3,525戶; …後，給付6,114萬元: what it comes to is told right behind. */
const comesTo = pattern(
  '^(?:後|外|者)?，?(?:尚|共|計|實際|實|淨|總計|合計)*(?:列管|納管|審查|受理|參訓|結訓|在訓|留存|留任|建檔|錄案|成案|辦理|服務|登錄|登記|有效|核定|給付|實際|淨|實領|實支|支付|撥付|應付|核發|錄取|有效|可用|收入|所得|獲利|額|計|為|剩|餘|補助|通過)+\\p{Script=Han}{0,4}$',
);

/** Two ways that one thing goes. */
const ways: readonly (readonly [RegExp, RegExp])[] = [
  [/遷入|流入|移入|轉入/u, /遷出|流出|移出|轉出/u],
  [/收入|歲入/u, /支出|成本|歲出/u],
  [
    /新增|新進|進用|加入|增加|新[聘設僱開立]|設立|成立|到職|入會|開業|創設/u,
    /退出|離退|離職|註銷|減少|裁撤|解約|解散|解聘|退會|歇業|停業|關閉|停辦|裁併/u,
  ],
  [/出生/u, /死亡/u],
];

/** 申請3,850戶，扣除425戶，核定3,525戶; 遷入2,140人、遷出1,870人，淨遷入370人. */
export function* netsIn(sentence: MarkedSentence): Iterable<Statement> {
  const figures = sentence.figures.filter(({ kind }) => kind !== 'percent');
  for (const [i, rest] of figures.entries()) {
    const [all, off] = [figures[i - 2], figures[i - 1]];
    if (all === undefined || off === undefined || !sameUnit(all, rest) || !sameUnit(off, rest)) continue;
    if ([all, off, rest].some(({ widening }) => widening !== 'exact')) continue;
    if (!isTakenOff(sentence, off, rest) && !isNet(sentence, all, off, rest)) continue;
    const [more, less] = compare(all.value, off.value) >= 0 ? [all, off] : [off, all];
    yield judged({
      kind: 'difference',
      claim: rest,
      word: '淨',
      sure: true,
      suggested: [
        {
          as: 'the-whole-less-what-was-taken',
          expression: differenceOf(just(figureOperand(more)), just(figureOperand(less))),
        },
      ],
    });
  }
}

const kept = /^後，?(?:實際|實|有效|淨)[^，。；]{0,6}$/u;
const formerly = /^，原[^，。；]{0,8}$/u;

/** 扣除35件後，實際申請565件，原收件數為600件: the whole is told last. */
export function* wholesBehindIn(sentence: MarkedSentence): Iterable<Statement> {
  const figures = sentence.figures.filter(({ kind }) => kind !== 'percent');
  for (const [i, all] of figures.entries()) {
    const [off, left] = [figures[i - 2], figures[i - 1]];
    if (off === undefined || left === undefined || !sameUnit(off, all) || !sameUnit(left, all)) continue;
    if ([off, left, all].some(({ widening }) => widening !== 'exact')) continue;
    if (!offBefore.test(nearWords(before(sentence, signOf(sentence, off))))) continue;
    const [a, b, c] = [signOf(sentence, off), signOf(sentence, left), signOf(sentence, all)];
    if (!kept.test(sentence.words.slice(a + 1, b)) || !formerly.test(sentence.words.slice(b + 1, c))) continue;
    yield judged({
      kind: 'difference',
      claim: all,
      word: '扣除',
      sure: true,
      suggested: [
        {
          as: 'what-is-left-and-what-was-taken',
          expression: sumOf(just(figureOperand(left)), just(figureOperand(off))),
        },
      ],
    });
  }
}

function isTakenOff(sentence: MarkedSentence, off: Figure, rest: Figure): boolean {
  if (!offBefore.test(nearWords(before(sentence, signOf(sentence, off))))) return false;
  return comesTo.test(sentence.words.slice(signOf(sentence, off) + 1, signOf(sentence, rest)));
}

function isNet(sentence: MarkedSentence, a: Figure, b: Figure, rest: Figure): boolean {
  if (!/^，?(?:合計|共|計)?淨/u.test(sentence.words.slice(signOf(sentence, b) + 1, signOf(sentence, rest))))
    return false;
  const [one, other] = [ownWords(sentence, a), ownWords(sentence, b)];
  return ways.some(([come, go]) => (come.test(one) && go.test(other)) || (go.test(one) && come.test(other)));
}
