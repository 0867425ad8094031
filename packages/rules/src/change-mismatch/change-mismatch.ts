import { rowRule, type Fault } from '../engine/rule.ts';
import { agrees, rangeOf, type Range } from '../facts/agreement.ts';
import {
  absolute,
  asNumber,
  compare,
  dividedBy,
  minus,
  sum,
  times,
  whole,
  written,
  type Fraction,
} from '@guankao/passages';
import { commensurable, justBefore, sentenceAt } from '../facts/figure.ts';
import type { Row } from '../facts/filing-facts.ts';
import type { Figure, Text } from '@guankao/passages';
import { together } from '../facts/pointing.ts';
import { gap, sameUnit } from '../facts/lists.ts';
import { bare, ownWords } from '../facts/rates.ts';

const meta = {
  id: 'change-mismatch',
  title: { 'zh-Hant': '增減數或成長率與前後數不符', en: 'A change differs from the figures before and after' },
  category: 'arithmetic',
  severity: 'error',
  authority: '增減＝後數－前數；成長率＝（後數－前數）÷前數；百分比之差為百分點',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '增減須能由前後兩數驗算。', en: 'A change must follow from its two figures.' },
  messages: {
    amount: {
      fault: {
        'zh-Hant': '文中寫{change} {stated}，但 {after} 與 {before} 相差 {computed}。',
        en: 'The text says {stated} ({change}), but {after} and {before} are {computed} apart.',
      },
      settle: { 'zh-Hant': '請核對三個數。', en: 'Check the three figures.' },
    },
    rate: {
      fault: {
        'zh-Hant': '文中寫{change} {stated}，但由 {before} 到 {after} 為 {computed}%。',
        en: 'The text says {stated} ({change}), but from {before} to {after} it is {computed} %.',
      },
      settle: { 'zh-Hant': '請核對三個數。', en: 'Check the three figures.' },
    },
    net: {
      fault: {
        'zh-Hant': '文中寫{change} {stated}，但 {parts} 相抵為 {computed}。',
        en: 'The text says {stated} ({change}), but {parts} set off against each other make {computed}.',
      },
      settle: { 'zh-Hant': '請核對增減各數。', en: 'Check what was added and what was taken off.' },
    },
    direction: {
      fault: {
        'zh-Hant': '文中稱{change}，但由 {before} 到 {after}，方向相反。',
        en: 'The text says {change}, but from {before} to {after} it goes the other way.',
      },
      settle: { 'zh-Hant': '請核對用語與兩數。', en: 'Check the wording and the two figures.' },
    },
  },
} as const;

type Says = keyof typeof meta.messages;

interface Change {
  readonly before: Figure;
  readonly after: Figure;
  readonly stated: Figure;
  readonly word: string;
}

const changeWord =
  /(?<word>增加|成長|增幅|漲幅|新增|增量|減少|減幅|降幅|減量|縮減|節省|下降|降低|縮短|提升|提高|上升|進步|超前|落後|節[電水能]率|超出|增|減|多|少)(?:率|幅度?)?(?:了|約|達|為|計|共)?$/u;
const upwards = /增|加|漲|成長|提|上升|超|多|高/u;
const planned = /預定|應有|目標|規劃/u;
const actual = /實際/u;

export const rule = rowRule(meta, function* (row): Iterable<Fault<Says>> {
  for (const text of row.texts) {
    for (const stated of text.figures) {
      yield* netOf(text, stated);
      const change =
        steppedTo(text, stated) ?? changeOf(text, stated) ?? addedOf(text, stated) ?? beyondTarget(row, text, stated);
      const says = change === null ? null : verdict(change);
      if (change !== null && says !== null && !anotherTells(text, change) && !isTotal(change))
        yield fault(change, says);
    }
  }
});

/** 新增6館，累計達41館，較112年35館成長…: what was added is the difference. */
function addedOf(text: Text, stated: Figure): Change | null {
  const at = text.figures.indexOf(stated);
  const [after, before] = text.figures.slice(at + 1);
  if (after === undefined || before === undefined || !sameUnit(stated, after) || !sameUnit(after, before)) return null;
  if (!/(?:新增|增設|新設)[^，。；\d]{0,10}$/u.test(justBefore(stated, 20)) || !/累計/u.test(gap(stated, after)))
    return null;
  // 累計達41館，較112年35館; 累計由原有186處擴充至220處
  if (/較/u.test(gap(after, before))) return { before, after, stated, word: '新增' };
  return fromTo(text, [after, before]) === null ? null : { before: after, after: before, stated, word: '新增' };
}

/** 減列A，增列B，計淨減C: what was added less what was taken off. */
function* netOf(text: Text, stated: Figure): Iterable<Fault<Says>> {
  const word = /(?<word>淨[增減])(?:列|加|少)?$/u.exec(justBefore(stated))?.groups?.['word'];
  if (word === undefined) return;
  const parts = text.figures
    .filter(({ start, end }) => start >= stated.sentence.start && end <= stated.start)
    .filter((figure) => sameUnit(figure, stated) && /[增減](?:列|加|少)/u.test(ownWords(figure)));
  const [first] = parts;
  if (first === undefined || parts.length < 2 || parts.some(({ comparator }) => comparator !== null)) return;
  const net = sum(
    parts.map((figure) =>
      /減(?:列|少)(?!.*增)/u.test(ownWords(figure)) ? minus(whole(0), figure.value) : figure.value,
    ),
  );
  if (compare(absolute(net), stated.value) === 0) return;
  const names = {
    'zh-Hant': parts.map(({ words }) => words).join('、'),
    en: parts.map(({ words }) => words).join(', '),
  };
  yield {
    says: 'net',
    words: { change: word, stated: stated.words, parts: names, computed: written(absolute(net), 2) },
    at: together([...parts, stated]),
    stated: asNumber(stated.value),
    computed: asNumber(absolute(net)),
    expression: parts.map(bare).join('-'),
  };
}

/** 原核定6億元，增加4,000萬元為6億4,000萬元 */
function steppedTo(text: Text, stated: Figure): Change | null {
  const at = text.figures.indexOf(stated);
  const [before, after] = [text.figures[at - 1], text.figures[at + 1]];
  if (before === undefined || after === undefined || !sameUnit(before, stated) || !sameUnit(stated, after)) return null;
  const word = /(?<word>增加|減少|追加|追減|增列|減列)$/u.exec(gap(before, stated))?.groups?.['word'];
  return word !== undefined &&
    gap(before, stated).length <= 12 &&
    /^(?:後)?[，]?(?:為|至|成為|達)$/u.test(gap(stated, after))
    ? { before, after, stated, word }
    : null;
}

/** 26場次，超出目標2場次: the target is the goal's one count of that unit. */
function beyondTarget(row: Row, text: Text, stated: Figure): Change | null {
  const word = /(?:較目標值?(?<by>多|少|增加|減少)|(?<over>超過|超出|高於|低於|不足)目標值?)$/u.exec(
    justBefore(stated),
  )?.groups;
  const named = word?.['by'] ?? word?.['over'];
  const after = text.figures
    .filter((figure) => figure.end <= stated.start && figure.start >= stated.sentence.start)
    .at(-1);
  const targets = row.texts
    .filter(({ column }) => column === 'goals')
    .flatMap(({ figures }) => figures.filter((figure) => sameUnit(figure, stated)));
  const [before] = targets;
  if (
    named === undefined ||
    after === undefined ||
    before === undefined ||
    targets.length > 1 ||
    !sameUnit(after, stated)
  )
    return null;
  return { before, after, stated, word: named };
}

/** B，較A增加N; 由A增至B，增加N; 預定A，實際B，落後N. */
function changeOf(text: Text, stated: Figure): Change | null {
  const word = changeWord.exec(justBefore(stated))?.groups?.['word'];
  if (word === undefined) return null;
  const [start] = sentenceAt(text.text, stated.start);
  const before = text.figures.filter((figure) => figure.start >= start && figure.end <= stated.start);
  const pair = latest(before, (two) => compared(text, two) ?? fromTo(text, two) ?? schedule(text, two, word));
  return pair !== null && measurable(pair, stated) ? { ...pair, stated, word } : null;
}

/** The two that the words compare: 較A增加N，成長P% compares them once and tells two changes. */
function latest(figures: readonly Figure[], compare: (two: readonly Figure[]) => Two | null): Two | null {
  for (let end = figures.length; end >= 2; end--) {
    const found = compare(figures.slice(end - 2, end));
    if (found !== null) return found;
  }
  return null;
}

/** 7萬4,400人次，平均每場40人次，較112年6萬2,000人次成長二成: one told before the nearest bears it out. */
function anotherTells(text: Text, { before, stated, word }: Change): boolean {
  const told = text.figures.filter(
    (figure) => figure.start >= stated.sentence.start && figure.end <= before.start && commensurable(figure, before),
  );
  return told.some((after) => verdict({ before, after, stated, word }) === null);
}

/** 每點由1.5萬元降至1.2萬元，全年共節省360萬元: what all of them save is more than what one cost. */
function isTotal({ before, after, stated }: Change): boolean {
  const beyond = compare(stated.value, before.value) > 0 && compare(stated.value, after.value) > 0;
  return (
    stated.kind !== 'percent' &&
    beyond &&
    /(?:全年|合計|總計|總共|累計|共)(?:約|可|計)?[\u4e00-\u9fff]{2,4}$/u.test(justBefore(stated, 12))
  );
}

type Two = Pick<Change, 'before' | 'after'>;

function compared(text: Text, figures: readonly Figure[]): Two | null {
  const [after, before] = figures.slice(-2);
  if (after === undefined || before === undefined || !commensurable(after, before)) return null;
  const between = text.text.slice(after.end, before.start);
  // 168處，與上年度之150處相較，多出18處: the word that compares stands behind.
  if (/與[^，。；]{0,8}$/u.test(between) && /^相?[較比]/u.test(text.text.slice(before.end))) return { after, before };
  // 較上年度減列…78,112千元: the second figure is itself a change, not what went before.
  return /[較比][^。；]*$/u.test(between) && !/[增減多少]|編列|調整/u.test(between) && between.length <= 24
    ? { after, before }
    : null;
}

function fromTo(text: Text, figures: readonly Figure[]): Two | null {
  const [before, after] = figures.slice(-2);
  if (before === undefined || after === undefined || !commensurable(after, before)) return null;
  const opens = text.text.slice(Math.max(0, before.start - 16), before.start);
  const between = text.text.slice(before.end, after.start);
  const leads =
    /(?:至|到|為|達)$/u.test(between) || /[增減升降縮擴高長短充加少](?:至|到|為|達)[^，。；]{0,8}$/u.test(between);
  return /[由從自][^，。；]*$/u.test(opens) && leads && between.length <= 16 ? { before, after } : null;
}

function schedule(text: Text, figures: readonly Figure[], word: string): Two | null {
  if (word !== '超前' && word !== '落後') return null;
  const own = (figure: Figure): string => text.text.slice(Math.max(0, figure.start - 12), figure.start);
  const [a, b] = figures.slice(-2);
  if (a === undefined || b === undefined || a.kind !== 'percent' || b.kind !== 'percent') return null;
  if (planned.test(own(a)) && actual.test(own(b))) return { before: a, after: b };
  if (actual.test(own(b)) && /進度/u.test(own(a)) && !actual.test(own(a))) return { before: a, after: b };
  return actual.test(own(a)) && planned.test(own(b)) ? { before: b, after: a } : null;
}

/** An amount in the unit of the two, or a percentage. */
const measurable = ({ before }: Two, stated: Figure): boolean =>
  stated.kind === 'percent' || commensurable(before, stated);

function verdict({ before, after, stated, word }: Change): Says | null {
  const difference = apart(before, after);
  const rises = compare(after.value, before.value) > 0;
  const rates =
    stated.kind === 'percent' ? [growth(before, after), before.kind === 'percent' ? difference : null] : [difference];
  const right = rates.some((range) => range !== null && agrees(range, stated));
  // A score gets better by rising, a time by falling.
  if (right && word === '進步') return null;
  if (right) return rises === upwards.test(word) || compare(after.value, before.value) === 0 ? null : 'direction';
  if (rates.every((range) => range === null)) return null;
  return stated.kind === 'percent' && before.kind !== 'percent' ? 'rate' : 'amount';
}

function apart(before: Figure, after: Figure): Range {
  const [a, b] = [rangeOf(before), rangeOf(after)];
  const value = absolute(minus(b.value, a.value));
  if (compare(after.value, before.value) >= 0) return { value, low: minus(b.low, a.high), high: minus(b.high, a.low) };
  return { value, low: minus(a.low, b.high), high: minus(a.high, b.low) };
}

function growth(before: Figure, after: Figure): Range | null {
  const [a, difference] = [rangeOf(before), apart(before, after)];
  if (a.low.of <= 0n) return null;
  return {
    value: times(dividedBy(difference.value, a.value), whole(100)),
    low: times(dividedBy(difference.low, a.high), whole(100)),
    high: times(dividedBy(difference.high, a.low), whole(100)),
  };
}

function fault({ before, after, stated, word }: Change, says: Says): Fault<Says> {
  const difference = absolute(minus(after.value, before.value));
  const computed: Fraction = says === 'rate' ? times(dividedBy(difference, before.value), whole(100)) : difference;
  return {
    says,
    words: {
      change: word,
      stated: stated.words,
      before: before.words,
      after: after.words,
      computed: written(computed, says === 'rate' ? 2 : 4),
    },
    at: together([after, before, stated]),
    stated: asNumber(stated.value),
    computed: asNumber(computed),
    expression: says === 'rate' ? `(${bare(after)}-${bare(before)})/${bare(before)}` : `${bare(after)}-${bare(before)}`,
  };
}
