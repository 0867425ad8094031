import { operandsOf } from '@guankao/statements';
import { rowRule, type Fault } from '../engine/rule.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf } from '../facts/statements.ts';
import { asNumber, written } from '@guankao/passages';
import { place } from '../facts/filing-facts.ts';
import type { Figure, Text } from '@guankao/passages';
import {
  alikeBeforeCount,
  announced,
  countsInWords,
  dividedInto,
  greatCounts,
  namedInBrackets,
  rightBefore,
  type Counted,
} from './announced.ts';
import { closedLists, namedTwice, oneForEach, pointedBackAt } from './closed.ts';
import { countItems, type Listed } from './listed.ts';

const meta = {
  id: 'list-count-mismatch',
  title: { 'zh-Hant': '所列項數與所稱數目不符', en: 'The number of items listed is not the number stated' },
  category: 'arithmetic',
  severity: 'warning',
  authority: '計數：逐項所列之數＝所稱之數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '項數不符，可能漏列或多計。', en: 'An item may have been left out or counted twice.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中稱 {stated}，所列為 {computed} 項。',
        en: 'The text says {stated}; {computed} are listed.',
      },
      settle: { 'zh-Hant': '請核對清單與數目。', en: 'Check the list and the number.' },
    },
    twice: {
      fault: {
        'zh-Hant': '所列 {name} 出現兩次，而計為 {stated}。',
        en: '{name} is listed twice, and the list is counted as {stated}.',
      },
      settle: { 'zh-Hant': '請核對清單與數目。', en: 'Check the list and the number.' },
    },
    respectively: {
      fault: {
        'zh-Hant': '文中稱 {stated}，「分別」之後所列為 {computed} 個（{values}）。',
        en: 'The text says {stated}; {computed} values follow “respectively” ({values}).',
      },
      settle: { 'zh-Hant': '請補列或更正。', en: 'Add what is missing, or correct the number.' },
    },
  },
} as const;

/** Items that are several things each: 六都專勤隊, 各大隊, 所屬機關. */
const groups = /各|所屬|全[國市縣]|[二三四五六七八九十\d]+(?:都|縣|市|個|處|區|家|所)|等/u;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'listed')) {
    const [values] = operandsOf(refuted.reading.expression);
    yield {
      says: 'respectively',
      words: { stated: refuted.statement.claim.words, computed: computedText(refuted, 0), values: values?.words ?? '' },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
  for (const text of row.texts) {
    for (const figure of text.figures) {
      if (
        figure.kind !== 'count' ||
        figure.value.over !== 1n ||
        figure.value.of < 2n ||
        figure.value.of > 40n ||
        figure.comparator !== null
      )
        continue;
      const list =
        named(text, figure) ??
        namedTwo(text, figure) ??
        ofPlaces(text, figure) ??
        quoted(text, figure) ??
        bracketed(text, figure) ??
        before(text, figure, '等') ??
        before(text, figure, '共') ??
        counted(text, figure) ??
        following(text, figure) ??
        announced(text, figure) ??
        dividedInto(text, figure) ??
        namedInBrackets(text, figure) ??
        alikeBeforeCount(text, figure) ??
        rightBefore(text, figure);
      if (list !== null && isAnotherCount(text, figure, list)) yield differs(text, figure, list);
    }
    for (const count of greatCounts(text)) {
      const list = named(text, count) ?? namedTwo(text, count) ?? before(text, count, '等') ?? counted(text, count);
      if (list !== null && isAnotherCount(text, count, list)) yield differs(text, count, list);
    }
    for (const count of countsInWords(text)) {
      const list = announced(text, count) ?? dividedInto(text, count) ?? rightBefore(text, count);
      if (list !== null && isAnotherCount(text, count, list)) yield differs(text, count, list);
    }
    for (const { count, list } of [...closedLists(text), ...oneForEach(text), ...pointedBackAt(text)])
      if (count.value.of !== BigInt(list.least) && isNear(count, list)) yield differs(text, count, list);
    for (const { name, count, start, end } of namedTwice(text))
      yield { says: 'twice', words: { name, stated: count }, at: [place(text, start, end)] };
  }
});

function isAnotherCount(text: Text, { value }: Counted, list: Listed): boolean {
  // 甲、乙及丙等2項 names more than it counts; of two nothing else is looked at.
  if (value.of === 2n && BigInt(list.least) <= 2n && list.certain !== true) return false;
  if (groups.test(text.text.slice(list.start, list.end).replace(ownCounts, ''))) return false;
  if (list.least <= value.of && value.of <= list.most) return false;
  if (list.open === true && value.of > BigInt(list.most)) return false;
  // 甲、乙及丙等12個機關 names some of many; one more than is named has been miscounted.
  return list.some !== true || value.of <= BigInt(list.most + 1);
}

/** A list that was miscounted is near; what is far counts something else. */
const isNear = ({ value }: Counted, { least }: Listed): boolean => Math.abs(Number(value.of) - least) <= 2;

function differs(text: Text, { words, value, start, end }: Counted, list: Listed): Fault<'differs'> {
  return {
    says: 'differs',
    words: { stated: words, computed: list.least === list.most ? list.least : `${list.least}–${list.most}` },
    at: [place(text, start, end), place(text, list.start, list.end)],
    stated: asNumber(value),
    computed: list.least === list.most ? list.least : written({ of: BigInt(list.most), over: 1n }, 0),
    expression: `${list.least}=${asNumber(value)}`,
  };
}

/** 3案「甲」、「乙」及「丙」: quotation marks tell items apart without doubt. */
function quoted(text: Text, { end }: Figure): Listed | null {
  const match = /^[^，。；、「（(]{0,10}(?<list>「[^」]+」(?:(?:、|及|與|和|以及|暨)「[^」]+」)+)/u.exec(
    text.text.slice(end),
  );
  const list = match?.groups?.['list'];
  if (match === null || list === undefined) return null;
  const count = list.match(/「[^」]+」/gu)?.length ?? 0;
  const start = end + match[0].length - list.length;
  return { start, end: start + list.length, least: count, most: count };
}

/** 9處（甲分局及乙分局、丙分局）: a list of names in the brackets behind the number, with no numbers of its own. */
function bracketed(text: Text, { end }: Figure): Listed | null {
  const match = /^[（(](?<list>[^（）()\d]{8,})[）)]/u.exec(text.text.slice(end));
  const list = match?.groups?.['list'];
  if (list === undefined || !list.includes('、') || /等|如|含|其中|；|，|。/u.test(list)) return null;
  return { start: end + 1, end: end + 1 + list.length, ...countItems(list) };
}

/** 甲、乙及丙等3案, 甲、乙及丙共3案: the list closes with 及, so that it is meant to be whole; 甲、乙等17縣市 is not. */
function before(text: Text, { start }: Counted, closing: '等' | '共'): Listed | null {
  const lead = text.text.slice(0, start);
  if (!lead.endsWith(closing)) return null;
  const from = lead.search(/[^，。；：;:（）()！？]*$/u);
  const list = lead.slice(from, -1).replace(ownCounts, '');
  if (/\d(?![^、及與和]*(?:期|階段|案|次))/u.test(list) || !/、[^、]*[及與和暨][^、]*$/u.test(list)) return null;
  const counted = countItems(list);
  return counted.least >= 3 ? { start: from, end: start - 1, ...counted, some: closing === '等' } : null;
}

/** 甲縣8處、乙縣11處及丙縣14處等3縣: the count of each. */
const ownCounts = /\d[\d,.]*[萬億]?\d*\p{Script=Han}{1,2}(?=[、及與和暨]|$)/gu;

/** 設於甲、乙、丙、丁，計5處; 完成甲、乙及丙，計4項: a list that ends in its own count. */
function counted(text: Text, figure: Counted): Listed | null {
  const { start, words } = figure;
  const match =
    /(?:^|[，。；：）)]|設於|完成|開設|辦理|推動|包括|包含|位於)(?<list>[^，。；：:（）()\d]*、[^，。；：:（）()\d]*)，(?:合計|共計|計|共)$/u.exec(
      text.text.slice(0, start),
    );
  const list = match?.groups?.['list'];
  if (match === null || list === undefined || !/[處項門案類種區站個棟座]|面向|主軸|策略|構面/u.test(words)) return null;
  const end = start - (/，(?:合計|共計|計|共)$/u.exec(text.text.slice(0, start))?.[0].length ?? 0);
  const items = countItems(list);
  // 甲、乙、丙，計3項 at the beginning: the first of them was taken for an item number.
  if (end === list.length && text.passage.marker?.endsWith('、') === true) return null;
  // 完成甲、乙及丙改善，計12處: kinds of work, and how many of them; a list that was miscounted is near.
  const placesOnly = /設於|位於|分布於|設置於/u.test(match[0]);
  // 海關、檢驗及農業機關，共8個機關: the list ends in what is counted.
  const sameNoun =
    words.endsWith('個') &&
    /^[機單學公協]/u.test(text.text.slice(figure.end)) &&
    list.endsWith(text.text.slice(figure.end, figure.end + 2));
  if (/[處區站個棟座]/u.test(words) && !placesOnly && !sameNoun) return null;
  if (figure.value.of > BigInt(items.most + 2)) return null;
  return items.least >= 3 ? { start: end - list.length, end, ...items } : null;
}

/** 完成5項工作：甲、乙及丙。 完成4項，分別為甲、乙、丙與丁。 The list closes the sentence, and nothing in it is counted or left open. */
function named(text: Text, { words, end }: Counted): Listed | null {
  if (!/(?:項|案|類|大面向|面向|大項|要點|措施|工作|種|條|款)$/u.test(words)) return null;
  const match =
    /^\p{Script=Han}{0,6}(?:[：:]|，(?:分別|依序)為|，包括|，即|(?<=[備材法規目線路])為)(?<list>[^。；：:，（）()\d「」]{2,20}(?:、[^。；：:，（）()\d「」]{2,20})+)(?=[。；]|，(?:均|皆|已|業)|$)/u.exec(
      text.text.slice(end),
    );
  const list = match?.groups?.['list'];
  if (match === null || list === undefined || /等|各|其他|其餘/u.test(list)) return null;
  const start = end + match[0].length - list.length;
  return { start, end: start + list.length, ...countItems(list) };
}

/** Two names, each of few characters, and no sentence of what was done. */
const two =
  /^\p{Script=Han}{0,2}(?:[：:]|，(?:分別|依序)為)(?<list>(?!持續|強化|加強|提升|推動|辦理|賡續|積極|詳|如|見)[^。；：:，（）()\d「」、及與和暨]{3,6}[及與和][^。；：:，（）()\d「」、及與和暨]{3,6})(?=[。；]|$)/u;

/** 本年度完成3項工作：法規鬆綁及資料盤點。 Two at most, where the count is near enough to be of them. */
function namedTwo(text: Text, { words, end, value }: Counted): Listed | null {
  if (!/(?:項|案|類|大面向|面向|大項|要點|措施|工作)$/u.test(words) || value.of > mostOfTwo) return null;
  const match = two.exec(text.text.slice(end, end + 40));
  const list = match?.groups?.['list'];
  if (match === null || list === undefined || /等|各|其他|其餘/u.test(list)) return null;
  const start = end + match[0].length - list.length;
  return { start, end: start + list.length, least: 1, most: 2 };
}

const mostOfTwo = 4n;

const placeName = /[縣市鄉鎮區]$/u;

/** 擴及甲縣、乙市與丙縣，計4縣市: places only, counted as places. */
function ofPlaces(text: Text, { start, words }: Figure): Listed | null {
  if (!/(?:縣市|直轄市|縣|市|鄉鎮市區|鄉鎮|鄉|鎮|區)$/u.test(words)) return null;
  const lead =
    /(?:^|[，。；：）)])(?<list>[^，。；：:（）()\d]*[、及與和][^，。；：:（）()\d]*)(?:，(?:合計|共計|計|共)|等)$/u.exec(
      text.text.slice(0, start),
    );
  const list = lead?.groups?.['list']?.replace(
    /^.*(?:擴及|遍及|普及|擴大至|涵蓋|包括|包含|位於|設於|於|輔導|補助|完成)/u,
    '',
  );
  if (lead === null || list === undefined) return null;
  const items = list.split(/、|以及|及|與|和|暨/u);
  if (items.length < 2 || !items.every((item) => placeName.test(item))) return null;
  const [least, most] = [items.length, items.length];
  const from = start - lead[0].length + lead[0].indexOf(list);
  return { start: from, end: from + list.length, least, most, some: lead[0].endsWith('等') };
}

/** 下列3項要點：甲要點、乙要點及丙要點。 The items end as they were announced, so that none is part of another. */
function following(text: Text, { start, end }: Figure): Listed | null {
  if (!/(?:下列|以下)$/u.test(text.text.slice(0, start))) return null;
  const match = /^(?<noun>\p{Script=Han}{2,6})[：:](?<list>[^。；：:，（）()\d]+)(?=[。；]|$)/u.exec(
    text.text.slice(end),
  );
  const [noun, list] = [match?.groups?.['noun'], match?.groups?.['list']];
  if (match === null || noun === undefined || list === undefined) return null;
  const items = list.split(/、|以及|及|與|和|暨/u);
  if (items.length < 2 || !items.every((item) => item.length > noun.length && item.endsWith(noun))) return null;
  const from = end + match[0].length - list.length;
  return { start: from, end: from + list.length, least: items.length, most: items.length };
}
