import {
  commensurable,
  compare,
  exactly,
  pattern,
  sameUnit,
  says,
  signOf,
  vocabulary,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import {
  declineOf,
  differenceOf,
  figureOperand,
  growthOf,
  just,
  quotientOf,
  sumOf,
  unprinted,
  valueOf,
  type Expression,
} from '../expression.ts';
import { after, before, isPerOne, named, nearest, nearWords, ownWords, type Surroundings } from '../near.ts';
import { judged, type Statement, type Suggestion } from '../statement.ts';
import { yearOf } from '../years.ts';

/** The word of change right before a figure: 增加8件, 成長率達12%, 降幅約3成, 超出目標2場. */
const changeBefore = pattern(
  '(?<word>{rise}|{fall}|{turn}|(?:超過|超越|超逾|不足)(?={target}))(?<of>(?:原訂|原定|年度|預定|預期)?(?:{target})(?:值|數|進度)?)?(?:了|約|達|近|逾|為|計|共|有|至少|率|幅度|幅|比率|比例|高達|僅|:|為|多達)*$',
);

/** 較上年8,000萬元, 比去年, 較112年底84公里: what the clause compares with, up to the word of change. */
const comparison = pattern('(?:較|比(?![率例重照較賽對])|相較於?|相對於)(?<base>[^，。；、較]{0,32})$');
/** 與上年度之150處相較 */
const comparisonBehind = pattern('與(?<base>[^，。；較比]{1,32})相?[較比](?:較|之下)?，?$');
const fromTo = pattern(
  '(?:由|從|自)(?<from>[^，。；%N]{0,30}?)%N(?<way>[^，。；%N]{0,20}?)(?:至|到|為|成|達)(?<to>[^，。；%N]{0,16}?)%N',
  vocabulary,
  'gu',
);

interface Pair {
  readonly before: Figure;
  readonly after: Figure;
  readonly as: string;
  /** The words leave no doubt that these two are compared. */
  readonly sure: boolean;
}

/** What a change is told against. */
type Base = { readonly pairs: readonly Pair[] } | { readonly unprinted: string };

export function* changesIn(near: Surroundings): Iterable<Statement> {
  const { sentence } = near;
  for (const stated of sentence.figures) {
    const words = before(sentence, signOf(sentence, stated));
    const match = changeBefore.exec(words);
    const word = match?.groups?.['word'];
    if (match !== null && word !== undefined) {
      if (!tellsALevel(words))
        yield* changeOf(near, stated, word, words.slice(0, match.index), match.groups?.['of'] ?? '');
    } else {
      const added = addedNoun.test(words) ? addedTo(near, stated, '新增') : null;
      if (added === null) yield* bracketed(near, stated, words);
      else yield added;
    }
  }
}

/** 提升至90%, 增為52個: how far it went, not by how much. */
const tellsALevel = (words: string): boolean =>
  /(?:至|到|為|成|達)$/u.test(words) &&
  !/(?:率|幅|幅度|量)(?:約)?[為達]$/u.test(words) &&
  !/(?:增加|減少|縮短|成長|下降|提升)達$/u.test(words);

function* changeOf(near: Surroundings, stated: Figure, word: string, lead: string, of: string): Iterable<Statement> {
  if (stated.comparator !== null && stated.text.column === 'goals') return;
  // 負成長5% has its sign from the word alone, which no print shows: it is left unread.
  if (isYearly(lead) || isOneOfTwoFlows(near, word) || (stated.value.of < 0n && word === '負成長')) return;
  const added = addedTo(near, stated, word);
  if (added !== null) {
    yield added;
    return;
  }
  const net = netOf(near, stated, word, lead);
  if (net !== null) {
    yield net;
    return;
  }
  const base = baseOf(near, stated, word, lead, of);
  if (base === null) return;
  const suggested: Suggestion[] = 'pairs' in base ? base.pairs.flatMap((pair) => readingsOf(pair, stated)) : [];
  const derived = byAmount(near, stated, word, lead);
  const sure = 'pairs' in base ? base.pairs.some((pair) => pair.sure) : derived.length > 0;
  if ('unprinted' in base && derived.length === 0)
    suggested.push({ as: 'base-is-not-printed', expression: just(unprinted(base.unprinted)) });
  suggested.push(...derived);
  if (suggested.length === 0) return;
  const statement = judged({
    kind: 'change',
    claim: stated,
    word,
    sure,
    suggested,
    others: () => (isExplicit(base) ? otherSpans(near, stated, base, word) : anyChange(stated, word, near.item)),
  });
  yield 'pairs' in base ? turned(statement, base.pairs, near) : statement;
}

/** Both figures are printed where the words compare them: nothing else is meant. */
const isExplicit = (base: Base): base is { readonly pairs: readonly Pair[] } =>
  'pairs' in base && base.pairs[0]?.sure === true;

/** 較111年500件、112年600件增加: any of the bases that are listed; 分別 gives each its own. */
function* otherSpans(
  near: Surroundings,
  stated: Figure,
  base: { readonly pairs: readonly Pair[] },
  word: string,
): Iterable<Suggestion> {
  const { sentence } = near;
  if (/分別|依序|各(?:為|計)/u.test(sentence.words)) yield* anyChange(stated, word, sentence.figures);
  for (const { before: former, after: later } of base.pairs) {
    const at = signOf(sentence, former);
    for (const other of sentence.figures) {
      const place = signOf(sentence, other);
      const listed =
        place >= 0 && place < at && at - place <= 24 && /、[^，。；]*$/u.test(sentence.words.slice(place, at));
      if (listed && other !== later && commensurable(other, former))
        yield* readingsOf({ before: other, after: later, as: 'another-base-of-the-list', sure: false }, stated);
    }
  }
}

/** 平均每年成長10%: of how many years the words seldom say. */
const isYearly = (lead: string): boolean => /年均|年平均|平均[每逐]年|每年|逐年|平均/u.test(nearWords(lead));

/** 增設便民服務點34處: what is added stands between the word and its number. */
const addedNoun = pattern('(?:新增|增設|新設|擴增|增置)[^，。；%A]{1,12}$');

/** 新增6館，累計達41館，較112年35館; 增設34處，累計由186處擴充至220處: what was added is the difference. */
function addedTo({ sentence, item }: Surroundings, stated: Figure, word: string): Statement | null {
  if (!/^(?:新增|增設|新設|增置|增加|擴增|增購)$/u.test(word)) return null;
  const at = sentence.figures.indexOf(stated);
  const [a, b] = sentence.figures.slice(at + 1);
  if (a === undefined || b === undefined || !sameUnit(stated, a) || !sameUnit(a, b)) return null;
  const [between, behind] = [
    sentence.words.slice(signOf(sentence, stated) + 1, signOf(sentence, a)),
    sentence.words.slice(signOf(sentence, a) + 1, signOf(sentence, b)),
  ];
  if (!/累計|累積|總數|合計/u.test(between) || between.length > 30) return null;
  const compared = /[較比][^，。；]*$/u.test(behind);
  const grown = /[由從自][^，。；]*$/u.test(between) && /(?:至|到|為|達)[^，。；]{0,6}$/u.test(behind);
  if (!compared && !grown) return null;
  const [former, later] = compared ? [b, a] : [a, b];
  return judged({
    kind: 'change',
    claim: stated,
    word,
    sure: true,
    suggested: readingsOf({ before: former, after: later, as: 'added-to-what-there-was', sure: true }, stated),
    others: () => anyChange(stated, word, item),
  });
}

/** 減列3人、增列5人，計淨增2人: what came less what went. */
function netOf(near: Surroundings, stated: Figure, word: string, lead: string): Statement | null {
  const { sentence } = near;
  if (!word.startsWith('淨')) return null;
  const flows = sentence.figures
    .filter((figure) => figure !== stated && sameUnit(figure, stated))
    .map((figure) => ({ figure, words: nearWords(before(sentence, signOf(sentence, figure))) }))
    // 全國總數由4,418處增為4,600處 tells how many there are, not how many came.
    // 業者由上年15家退出2家: nor does what there was.
    .filter(({ words }) => !tellsALevel(words) && !/[由從自](?:上年度?|去年|原有?|年初)?$/u.test(words))
    .map(({ figure, words }) => ({ figure, way: flowOf(words) }))
    .filter(({ way }) => way !== 0);
  const [come, gone] = [1, -1].map((way) =>
    flows.filter((flow) => flow.way === way).map(({ figure }) => just(figureOperand(figure))),
  );
  if (come === undefined || gone === undefined || come.length === 0 || gone.length === 0) return null;
  const [more, less] = [come.length === 1 ? come[0] : sumOf(...come), gone.length === 1 ? gone[0] : sumOf(...gone)];
  if (more === undefined || less === undefined) return null;
  const sign = (list: readonly Expression[]): number =>
    list.reduce((sum, one) => sum + Number(valueOf(one)?.of ?? 0n) / Number(valueOf(one)?.over ?? 1n), 0);
  const expression = sign(come) >= sign(gone) ? differenceOf(more, less) : differenceOf(less, more);
  return judged({
    kind: 'change',
    claim: stated,
    word,
    sure: true,
    suggested: [{ as: 'what-came-less-what-went', expression }],
    others: function* () {
      const base = baseOf(near, stated, word, lead, '');
      if (base !== null && 'pairs' in base) for (const pair of base.pairs) yield* readingsOf(pair, stated);
    },
  });
}

/** 由220人增為231人，新增30人、退出19人，淨增11人: what came is no change by itself where what went and the net are told. */
function isOneOfTwoFlows({ sentence: { words } }: Surroundings, word: string): boolean {
  return (
    !word.startsWith('淨') && flowOf(word) !== 0 && /淨[增減]/u.test(words) && comes.test(words) && goes.test(words)
  );
}

const comes = /新增|增列|增加|新進|新設|增設|進用|流入|收入|遷入|出生|加入|增/u;
const goes = /減列|減少|離職|離退|退休|裁撤|裁減|流出|支出|遷出|死亡|退出|移出|減/u;

const flowOf = (words: string): 1 | -1 | 0 => (goes.test(words) ? -1 : comes.test(words) ? 1 : 0);

/** The magnitude is right and the word says the other way: 由28人減少至35人，減少7人. */
function turned(statement: Statement, pairs: readonly Pair[], near: Surroundings): Statement {
  const [pair] = pairs;
  const { claim, word, outcome } = statement;
  const way = wayOf(word);
  if (outcome !== 'borne-out' || pair === undefined || !pair.sure || way === 0 || claim.value.of < 0n) return statement;
  if (compare(pair.after.value, pair.before.value) * way >= 0) return statement;
  const asSaid = (suggested: Iterable<Suggestion>): boolean =>
    judged({ kind: 'change', claim, word, sure: true, suggested: [...suggested] }).outcome === 'borne-out';
  // Another pair of the item may be meant, which goes the way that is said.
  return asSaid(readingsOf(pair, claim)) && !asSaid(otherSpans(near, claim, { pairs: pairs.slice(1) }, word))
    ? { ...statement, outcome: 'contradicted', sure: true, turned: true, rises: way > 0 }
    : statement;
}

/** Does the word tell of more (1), of less (-1), or of neither? */
function wayOf(word: string): 1 | -1 | 0 {
  if ((vocabulary.fall as readonly string[]).includes(word)) return -1;
  return (vocabulary.rise as readonly string[]).includes(word) ? 1 : 0;
}

/** Every way to take two figures as a change: the difference, in the figure's unit or in points; the change in proportion. */
function readingsOf({ before: former, after: later, as }: Pair, stated: Figure): readonly Suggestion[] {
  const rises = compare(later.value, former.value) >= 0;
  // A target is set, and not measured: it was never rounded.
  const base =
    /目標/u.test(former.lead) && former.widening === 'exact'
      ? figureOperand(former, exactly(former.value))
      : figureOperand(former);
  const [a, b] = [just(figureOperand(later)), just(base)];
  const apart = rises ? differenceOf(a, b) : differenceOf(b, a);
  const proportion: Expression = rises ? growthOf(a, b) : declineOf(a, b);
  if (stated.kind === 'percent') {
    const points: readonly Suggestion[] = former.kind === 'percent' ? [{ as, expression: apart }] : [];
    return stated.unit === '百分點' ? points : [...points, { as, expression: proportion, scale: 100 }];
  }
  // 增加2倍 is said for twice as much and for thrice as much.
  if (stated.unit === '倍')
    return [
      { as, expression: proportion },
      { as, expression: quotientOf(a, b) },
    ];
  return commensurable(stated, former) ? [{ as, expression: apart }] : [];
}

/** What the words compare the change with; null where they do not say. */
function baseOf(near: Surroundings, stated: Figure, word: string, lead: string, of: string): Base | null {
  const own = comparison.exec(lead) ?? comparisonBehind.exec(lead);
  if (of !== '' && isBound(near, stated)) return null;
  if (of !== '') return namedBase(near, stated, `${own?.groups?.['base'] ?? ''}${of}`, near.sentence.words.length);
  if (own !== null) {
    const changeAt = wordAt(near.sentence, stated);
    return told(near, stated, own.groups?.['base'] ?? '', changeAt - (lead.length - own.index), changeAt);
  }
  const subject = named(nearWords(lead));
  return (
    stepped(near, stated) ??
    scheduled(near, stated, word) ??
    span(near, stated, subject) ??
    earlierComparison(near, stated, subject) ??
    betweenYears(near, stated, word, subject)
  );
}

/** 3萬2,000人次，超過目標3萬人次: the target itself, and not by how much it was passed. */
function isBound({ sentence }: Surroundings, stated: Figure): boolean {
  const value = sentence.figures[sentence.figures.indexOf(stated) - 1];
  return (
    value === undefined ||
    !commensurable(value, stated) ||
    compare({ of: stated.value.of * 2n, over: stated.value.over }, value.value) >= 0
  );
}

/** 較乙增加: 乙 is printed in the comparison itself, or only named there. */
function told(near: Surroundings, stated: Figure, base: string, place: number, until: number): Base | null {
  const { sentence } = near;
  const inBase = sentence.figures.filter(
    (figure) => signOf(sentence, figure) >= place && signOf(sentence, figure) < until && measures(figure, stated),
  );
  const former = inBase.at(-1);
  // 較上年度減列7萬元…78萬元: what stands in the comparison is itself a change.
  if (former !== undefined && !/[增減多少](?:列|加)?[^%]*$/u.test(base.slice(0, -1)))
    return pairsWith(near, stated, former, place, 'base-in-the-comparison');
  return namedBase(near, stated, base, place);
}

/** Where the word of change before a figure begins, in the words of its sentence. */
function wordAt(sentence: MarkedSentence, figure: Figure): number {
  const at = signOf(sentence, figure);
  const words = before(sentence, at);
  return at - (words.length - (changeBefore.exec(words)?.index ?? words.length));
}

const measures = (figure: Figure, stated: Figure): boolean =>
  stated.kind === 'percent' || stated.unit === '倍' ? figure.unit !== '倍' : commensurable(figure, stated);

/** The figure that bears the name of the base: 去年11.5億美元, 目標30輛; else the base is not printed. */
function namedBase(near: Surroundings, stated: Figure, base: string, place: number): Base {
  const { sentence, item, goals } = near;
  const bearers = item.filter(
    (figure) =>
      figure !== stated && measures(figure, stated) && !isChangeItself(figure) && bearsBase(figure, base, near),
  );
  const target = says('target', base) && bearers.length === 0 ? goals.filter((figure) => sameUnit(figure, stated)) : [];
  // The target of the sentence behind is another one.
  const soFar = bearers.filter((figure) => figure.end <= sentence.end);
  const former = soFar.at(-1) ?? bearers.at(-1) ?? (target.length === 1 ? target[0] : undefined);
  if (former === undefined) return { unprinted: named(base) };
  return (
    pairsWith(
      near,
      stated,
      former,
      place > sentence.words.length ? signOf(sentence, stated) : place,
      'base-by-its-name',
    ) ?? { unprinted: named(base) }
  );
}

/** 較目標5日: what another comparison is held against. */
function isBase(figure: Figure): boolean {
  const sentence = sentenceWith(figure);
  return sentence !== undefined && comparison.test(before(sentence, signOf(sentence, figure)));
}

function isChangeItself(figure: Figure): boolean {
  const sentence = sentenceWith(figure);
  if (sentence === undefined) return false;
  const words = before(sentence, signOf(sentence, figure));
  return changeBefore.test(words) && !tellsALevel(words);
}

const sentenceWith = (figure: Figure): MarkedSentence | undefined =>
  figure.text.marked.find(({ start, end }) => start <= figure.start && figure.end <= end);

function bearsBase(figure: Figure, base: string, { fiscalYear }: Surroundings): boolean {
  const sentence = sentenceWith(figure);
  if (sentence === undefined) return false;
  const own = ownWords(sentence, figure);
  if (says('target', base)) return says('target', own) && !/[較比]|達成率|達成|超/u.test(own);
  const year = yearOf(sentence, figure, fiscalYear);
  const wanted = /[去上前]/u.test(base) && says('formerYear', base) ? -1 : null;
  if (wanted !== null) return year?.relative === wanted;
  return false;
}

/** The later figure of a comparison: told before it, or behind the change (增加6萬人次，達56萬人次). */
function pairsWith(
  near: Surroundings,
  stated: Figure,
  former: Figure,
  place: number,
  as: string,
): { readonly pairs: readonly Pair[] } | null {
  const { sentence } = near;
  const fits = (figure: Figure): boolean =>
    figure !== former &&
    figure !== stated &&
    commensurable(figure, former) &&
    !isChangeItself(figure) &&
    !isBase(figure);
  const told = sentence.figures.filter((figure) => signOf(sentence, figure) < place && fits(figure));
  // 7萬4,400人次，平均每場40人次，較112年6萬2,000人次成長: a mean is compared only where nothing else is there.
  const alike = told.filter((figure) => isPerOne(sentence, figure) === isPerOne(sentence, former));
  // 鳥擊30件，每萬架次2.4件，較113年3.2件降低25%: it may also be the mean that was told last.
  const last = alike.length > 0 ? told.filter((figure) => !alike.includes(figure)).slice(-1) : [];
  const earlier = [...last, ...withoutParts(sentence, alike.length > 0 ? alike : told)];
  const behind = reached(near, stated).filter(fits);
  const item =
    earlier.length + behind.length === 0
      ? near.item.filter((figure) => figure.end <= sentence.start && fits(figure)).slice(-1)
      : [];
  const later = [...earlier.toReversed(), ...behind, ...item];
  if (later.length === 0) return null;
  return {
    pairs: later.slice(0, 3).map((figure, i) => ({
      before: former,
      after: figure,
      as,
      sure: i === 0 && item.length === 0 && later.length <= 2,
    })),
  };
}

/** 624萬份，四季分別為148萬份、155萬份、160萬份及161萬份，較…: what is compared is the whole, and none of its parts. */
function withoutParts(sentence: MarkedSentence, figures: readonly Figure[]): readonly Figure[] {
  const gapBefore = (i: number): string => {
    const [former, figure] = [figures[i - 1], figures[i]];
    return former === undefined || figure === undefined
      ? ''
      : sentence.words.slice(signOf(sentence, former) + 1, signOf(sentence, figure));
  };
  let first = figures.length - 1;
  while (first > 0 && /^[、及與和暨]/u.test(gapBefore(first))) first -= 1;
  const many = figures.length - first;
  return many >= 2 && first > 0 && /分別|依序|其中|包[括含]/u.test(gapBefore(first))
    ? figures.slice(0, first)
    : figures;
}

const reach = pattern(
  '^(?:後)?[，、(]?(?:平均|累計|總計|合計|計)?(?:達|為|至|降為|增為|增至|降至|縮短為|提升至|成為|僅)[^，。；%A]{0,6}%N',
);

/** 增加6萬人次，達56萬人次 */
function reached({ sentence }: Surroundings, stated: Figure): readonly Figure[] {
  const rest = after(sentence, signOf(sentence, stated));
  if (!reach.test(rest)) return [];
  return sentence.figures.filter((figure) => figure.start >= stated.end).slice(0, 1);
}

/** 原核定6億元，增加4,000萬元為6億4,000萬元 */
function stepped({ sentence }: Surroundings, stated: Figure): Base | null {
  const at = sentence.figures.indexOf(stated);
  const [former, later] = [sentence.figures[at - 1], sentence.figures[at + 1]];
  if (former === undefined || later === undefined || !sameUnit(former, stated) || !sameUnit(stated, later)) return null;
  const lead = sentence.words.slice(signOf(sentence, former) + 1, signOf(sentence, stated));
  const rest = sentence.words.slice(signOf(sentence, stated) + 1, signOf(sentence, later));
  if (
    !/^[，、]?[^，。；]{0,10}(?:增加|減少|追加|追減|增列|減列|調增|調減)$/u.test(lead) ||
    !/^(?:後)?，?(?:為|至|成為|達|計)$/u.test(rest)
  )
    return null;
  return { pairs: [{ before: former, after: later, as: 'stepped-to', sure: true }] };
}

/** 預定進度86.0%，實際73.6%，落後12.4% */
function scheduled({ sentence }: Surroundings, stated: Figure, word: string): Base | null {
  if (word !== '超前' && word !== '落後') return null;
  const [a, b] = sentence.figures.filter((figure) => figure.end <= stated.start && figure.kind === 'percent').slice(-2);
  if (a === undefined || b === undefined) return null;
  const [ownA, ownB] = [ownWords(sentence, a), ownWords(sentence, b)];
  const planned = /預定|應有|目標|規劃|預計/u;
  const actual = /實際/u;
  if (actual.test(ownB) && (planned.test(ownA) || (/進度/u.test(ownA) && !actual.test(ownA))))
    return { pairs: [{ before: a, after: b, as: 'schedule', sure: true }] };
  return actual.test(ownA) && planned.test(ownB)
    ? { pairs: [{ before: b, after: a, as: 'schedule', sure: true }] }
    : null;
}

/** 由18萬冊增加至21萬6,000冊，成長20%: the last such span before the change. */
function span({ sentence }: Surroundings, stated: Figure, subject: string): Base | null {
  const at = signOf(sentence, stated);
  const spans = [...sentence.words.matchAll(fromTo)].filter((match) => match.index + match[0].length <= at);
  const last = spans.at(-1);
  if (last === undefined) return null;
  const inside = sentence.figures.filter((figure) => {
    const place = signOf(sentence, figure);
    return place >= last.index && place < last.index + last[0].length;
  });
  const [former, later] = [inside.at(-2), inside.at(-1)];
  if (former === undefined || later === undefined || !commensurable(former, later)) return null;
  if (!isAbout(subject, sentence.words.slice(Math.max(0, last.index - 30), last.index))) return { pairs: [] };
  if (isForEach(sentence, last.index, last[0]) && isForAll(sentence, stated)) return { pairs: [] };
  const measured = stated.kind === 'percent' || stated.unit === '倍' || commensurable(stated, former);
  return measured ? { pairs: [{ before: former, after: later, as: 'from-to', sure: true }] } : null;
}

/** 每車載客由18人增為22人, 由每館40席增至52席: so many for each. */
const isForEach = (sentence: MarkedSentence, index: number, span: string): boolean =>
  /每[^，。；]{0,10}$/u.test(sentence.words.slice(Math.max(0, index - 12), index)) ||
  /^[由從自][^，。；]{0,4}每/u.test(span);

/** 60車共增加240人: of all of them. */
const isForAll = (sentence: MarkedSentence, stated: Figure): boolean => {
  const words = nearWords(before(sentence, signOf(sentence, stated)));
  return !/每/u.test(words) && (says('sumsUp', words) || /全[國市縣區年]/u.test(words));
};

/** A change with a subject of its own (青年志工成長25%) is not the one that was compared before. */
const isAbout = (subject: string, topic: string): boolean =>
  subject.length <= 1 || [...pairsOfCharacters(subject)].every((two) => topic.includes(two));

function* pairsOfCharacters(words: string): Iterable<string> {
  for (let i = 0; i + 1 < words.length; i++) yield words.slice(i, i + 2);
}

/** 較上年8,000萬元增加4,000萬元，成長50%: the comparison of the clause before still holds. */
function earlierComparison(near: Surroundings, stated: Figure, subject: string): Base | null {
  const { sentence } = near;
  const at = signOf(sentence, stated);
  for (const figure of sentence.figures.filter((one) => one.end <= stated.start).toReversed()) {
    const words = before(sentence, signOf(sentence, figure));
    const match = changeBefore.exec(words);
    const lead = match === null ? null : words.slice(0, match.index);
    const own = lead === null ? null : comparison.exec(lead);
    if (own === null || lead === null || match === null) continue;
    const until = wordAt(sentence, figure);
    const place = until - (lead.length - own.index);
    if (at - place > 60 || !isAbout(subject, sentence.words.slice(Math.max(0, place - 30), place))) return null;
    return told(near, stated, own.groups?.['base'] ?? '', place, until);
  }
  return null;
}

/** 112年98萬人次、113年112萬7,000人次，成長15%; 12.5億美元，年增率8.7%(去年11.5億美元) */
function betweenYears(near: Surroundings, stated: Figure, word: string, subject: string): Base | null {
  const { sentence, fiscalYear } = near;
  if (subject !== '' && !/年增|^[本今]年度?$/u.test(subject)) return null;
  const dated = sentence.figures.flatMap((figure) => {
    const year = figure === stated || isChangeItself(figure) ? null : yearOf(sentence, figure, fiscalYear);
    return year === null ? [] : [{ figure, year: year.relative }];
  });
  const comparable = dated.filter(({ figure }) => measures(figure, stated) && figure.unit !== '倍');
  const [a, b, more] = comparable;
  if (
    a !== undefined &&
    b !== undefined &&
    more === undefined &&
    a.year !== b.year &&
    commensurable(a.figure, b.figure) &&
    a.figure.end <= stated.start
  ) {
    const [former, later] = a.year < b.year ? [a, b] : [b, a];
    return { pairs: [{ before: former.figure, after: later.figure, as: 'two-years', sure: true }] };
  }
  if (a !== undefined && b === undefined && a.year < 0 && /年增/u.test(word))
    return pairsWith(near, stated, a.figure, signOf(sentence, stated), 'last-year-told');
  return null;
}

/** 達56萬人次，較去年增加6萬人次，成長12%: what it was before follows from what it is and by how much it grew. */
function byAmount(near: Surroundings, stated: Figure, word: string, lead: string): readonly Suggestion[] {
  const { sentence } = near;
  if (stated.kind !== 'percent' || stated.unit === '百分點' || named(nearWords(lead)) !== '') return [];
  const amount = sentence.figures.filter((figure) => figure.end <= stated.start).at(-1);
  if (
    amount === undefined ||
    amount.kind === 'percent' ||
    !isChangeItself(amount) ||
    !comparison.test(leadOfChange(sentence, amount))
  )
    return [];
  const level = sentence.figures
    .filter((figure) => figure.end <= amount.start && sameUnit(figure, amount) && !isChangeItself(figure))
    .at(-1);
  if (level === undefined || signOf(sentence, amount) - signOf(sentence, level) > 20) return [];
  return [grownBy(amount, level, wayOf(word))];
}

function leadOfChange(sentence: MarkedSentence, figure: Figure): string {
  const words = before(sentence, signOf(sentence, figure));
  return words.slice(0, changeBefore.exec(words)?.index ?? 0);
}

function grownBy(amount: Figure, level: Figure, way: 1 | -1 | 0): Suggestion {
  const [n, a] = [just(figureOperand(amount)), just(figureOperand(level))];
  return {
    as: 'what-it-was-follows',
    expression: quotientOf(n, way < 0 ? sumOf(a, n) : differenceOf(a, n)),
    scale: 100,
  };
}

/** 較上年14萬袋增加1萬袋(7.1%): the rate of the change in brackets behind it. */
const behindChange = pattern('%N\\((?:約|增幅|減幅|降幅|成長|增加|減少|成長率|增加率|下降)*$');

function* bracketed(near: Surroundings, stated: Figure, words: string): Iterable<Statement> {
  if (stated.kind !== 'percent' || stated.unit === '百分點' || !behindChange.test(words)) return;
  const { sentence } = near;
  const amount = sentence.figures.filter((figure) => figure.end <= stated.start).at(-1);
  if (amount === undefined || amount.kind === 'percent' || !isChangeItself(amount)) return;
  const lead = leadOfChange(sentence, amount);
  const word = changeBefore.exec(before(sentence, signOf(sentence, amount)))?.groups?.['word'] ?? '';
  const base = baseOf(near, amount, word, lead, '');
  if (base === null || 'unprinted' in base) return;
  yield judged({
    kind: 'change',
    claim: stated,
    word,
    sure: base.pairs.some((pair) => pair.sure),
    suggested: base.pairs.flatMap((pair) => readingsOf(pair, stated)),
    others: () => anyChange(stated, word, near.item),
  });
}

/** Any two figures of the item that differ so, any that a change is so much of. */
function* anyChange(stated: Figure, word: string, item: readonly Figure[]): Iterable<Suggestion> {
  const way = wayOf(word);
  const pool = nearest(
    stated,
    item.filter((figure) => figure !== stated),
  );
  for (const former of pool) {
    for (const later of pool) {
      if (former === later || !commensurable(former, later)) continue;
      const rises = compare(later.value, former.value);
      if (way !== 0 && rises * way < 0) continue;
      yield* readingsOf({ before: former, after: later, as: 'any-two-of-the-item', sure: false }, stated);
      // 減少36件，下降8%: how much of what it was.
      if (stated.kind === 'percent' && stated.unit !== '百分點' && sameUnit(former, later) && isChangeItself(later)) {
        yield {
          as: 'a-change-of-what-was',
          expression: quotientOf(just(figureOperand(later)), just(figureOperand(former))),
          scale: 100,
        };
        yield grownBy(later, former, way);
      }
    }
  }
}
