import type { Text } from '@guankao/passages';
import type { Counted } from './announced.ts';
import type { Listed } from './listed.ts';

/** A count, and the list that the words hold it against: nothing else is meant by them. */
export interface Closed {
  readonly count: Counted;
  readonly list: Listed;
}

const numerals = '一二三四五六七八九十';
const many = '(?<many>\\d{1,2}|[二兩三四五六七八九十])';
const sums = '(?:合計|共計|總計|計|共)';
const name = '[^，。；：:、（）()「」\\d及與和暨]';
/** 甲、乙、丙及丁: names parted by 、 and the last perhaps by 及; three at least. */
const names = `${name}{1,14}(?:、${name}{1,10})+(?:[及與和暨]${name}{1,10})?`;
const opens = /等|其他|其餘|另|各|每/u;
const joints = /[、及與和暨]/u;

const numberOf = (words: string): bigint =>
  /^\d/u.test(words) ? BigInt(words) : words === '兩' ? 2n : BigInt(numerals.indexOf(words) + 1);

/** Every list of a text that its own words close, with the count that they give it. */
export function* closedLists(text: Text): Iterable<Closed> {
  for (const { phrase, itemsOf } of forms)
    for (const match of text.text.matchAll(phrase)) {
      const [told, place] = [match.groups?.['many'], match.indices?.groups?.['many']];
      const [list, at] = [match.groups?.['list'], match.indices?.groups?.['list']];
      if (told === undefined || place === undefined || list === undefined || at === undefined) continue;
      const items = itemsOf(list, match.groups?.['unit'] ?? '');
      if (items === null || items.length < 3) continue;
      const unitEnd = match.indices?.groups?.['unit']?.[1] ?? place[1];
      yield {
        count: {
          start: place[0],
          end: unitEnd,
          words: text.text.slice(place[0], unitEnd),
          value: { of: numberOf(told), over: 1n },
        },
        list: { start: at[0], end: at[1], least: items.length, most: items.length, certain: true },
      };
    }
}

interface Form {
  /** Named: `list`, `many`, `unit`. */
  readonly phrase: RegExp;
  readonly itemsOf: (list: string, unit: string) => readonly string[] | null;
}

const plain = (list: string): readonly string[] | null => (opens.test(list) ? null : list.split(joints));
const endingWith =
  (end: string) =>
  (list: string): readonly string[] | null => {
    const items = plain(list);
    return items?.every((item) => item.endsWith(end)) === true ? items : null;
  };

const forms: readonly Form[] = [
  // 甲校、乙校、丙校、丁校，計4校; 第一期、第二期及第三期，合計3期: each ends in what is counted.
  {
    phrase: new RegExp(
      `(?<=^|[，。；：]|為|有)(?<list>${names})，${sums}${many}(?<unit>[校期站館區院所班組廠場隊港庫梯季])(?=[，。；（]|$)`,
      'dgu',
    ),
    itemsOf: (list, unit) => endingWith(unit)(list),
  },
  // 北、中、南、東四區 are read elsewhere; 甲館、乙館及丙館各獲1項，共獲3項: one for each that is named.
  {
    phrase: new RegExp(
      `(?<=^|[，。；：]|於|由)(?<list>${names})各(?:獲頒|獲|辦理|舉辦|設置|設|有|開設|召開)?[1一](?<each>場次|場|項|座|處|件|次|班)[^，。；\\d]{0,6}，${sums}(?:獲|辦理)?${many}(?<unit>\\k<each>)(?=[，。；（]|$)`,
      'dgu',
    ),
    itemsOf: (list) => (/[二兩三四五六七八九十]/u.test(list) ? null : plain(list)),
  },
  // 餐飲28件、農產24件、文創21件，計3類: so many kinds, each with its number.
  {
    phrase:
      /(?<=為|有|括|含|：)(?<list>[^，。；：:、（）()\d]{1,8}\d[\d,]*(?<of>\p{Script=Han})(?:、[^，。；：:、（）()\d]{1,8}\d[\d,]*\k<of>){2,})，(?:合計|共計|計|共|共分|計分)(?<many>\d{1,2}|[二兩三四五六七八九十])(?<unit>[類種項型別])(?=[，。；（]|$)/dgu,
    itemsOf: (list) => (/及|與|和|其他|其餘|等/u.test(list) ? null : list.split('、')),
  },
  // 計有坎城、釜山及柏林3大影展
  {
    phrase: new RegExp(
      `(?:計有|包括|包含|即為|計為)(?<list>${names})${many}(?<unit>大\\p{Script=Han}{2})(?=[，。；（]|$)`,
      'dgu',
    ),
    itemsOf: plain,
  },
  // 赴日本、韓國及新加坡3國
  {
    phrase: new RegExp(
      `(?:赴|前往|訪問|參訪)(?<list>${name}{2,4}(?:、${name}{2,4})+[及與和]${name}{2,4})${many}(?<unit>國)`,
      'dgu',
    ),
    itemsOf: plain,
  },
  // 新品種3種，分別為臺茶26號、臺茶27號及臺茶28號
  {
    phrase: new RegExp(
      `(?<![\\d.,第])${many}(?<unit>[種款型艘個])，(?:分別|依序)為(?<list>[^，。；、及與和]{2,8}號(?:、[^，。；、及與和]{2,8}號)+[及與和][^，。；、及與和]{2,8}號)(?=[，。；]|$)`,
      'dgu',
    ),
    itemsOf: plain,
  },
];

const holders =
  '(?<list>[二兩三四五六七八九十]|\\d{1,2})(?:個)?(?:區|縣市|校|館|分[局署]|站|所|院|中心|部落|社區|鄉鎮|季)[^，。；\\d各等]{0,6}';
const eachOne = new RegExp(
  `(?<![\\d第])${holders}各(?:辦理|舉辦|設置|設|有|開設|召開)?[1一](?<each>場次|場|項|座|處|件|次|班)，${sums}(?:辦理)?${many}(?<unit>\\k<each>)(?=[，。；（]|$)`,
  'dgu',
);

/** 北、中、南、東四區各1場，共4場: as many as hold one each. */
export function* oneForEach(text: Text): Iterable<Closed> {
  for (const match of text.text.matchAll(eachOne)) {
    const [told, of] = [match.groups?.['many'], match.groups?.['list']];
    const [place, unit, at] = ['many', 'unit', 'list'].map((group) => match.indices?.groups?.[group]);
    if (told === undefined || of === undefined || place === undefined || unit === undefined || at === undefined)
      continue;
    const held = Number(numberOf(of));
    yield {
      count: {
        start: place[0],
        end: unit[1],
        words: text.text.slice(place[0], unit[1]),
        value: { of: numberOf(told), over: 1n },
      },
      list: { start: at[0], end: place[0] - 1, least: held, most: held, certain: true },
    };
  }
}

const again =
  /(?:前述|上開|上述|前揭|前開)(?<many>\d{1,2}|[二兩三四五六七八九十])(?:個)?(?<unit>[類項所校院家館站處國案區]|縣市|單位|機關)/dgu;
const counted =
  /(?<![第\d.,每各])(?<many>\d{1,2}|[二兩三四五六七八九十])(?:個)?(?<unit>[類項所校院家館站處國案區]|縣市|單位|機關)/gu;
const houses = '所校院館家';

/** 計有甲、乙、丙、丁、戊五所大學，上開六校: no more can be pointed back at than were told, where they were told once. */
export function* pointedBackAt(text: Text): Iterable<Closed> {
  for (const { start: from, end } of text.sentences)
    for (const match of text.text.slice(from, end).matchAll(again)) {
      const { many: told = '', unit = '' } = match.groups ?? {};
      const before = [...text.text.slice(from, from + match.index).matchAll(counted)];
      const alike = before.filter(({ groups }) => isAlike(groups?.['unit'] ?? '', unit));
      const [first, more] = alike;
      if (first === undefined || more !== undefined || /[各每]/u.test(text.text.slice(from, from + match.index)))
        continue;
      const held = Number(numberOf(first.groups?.['many'] ?? ''));
      if (numberOf(told) <= BigInt(held)) continue;
      const [start, stop] = match.indices?.groups?.['many'] ?? [0, 0];
      const until = from + stop + unit.length;
      yield {
        count: {
          start: from + start,
          end: until,
          words: text.text.slice(from + start, until),
          value: { of: numberOf(told), over: 1n },
        },
        list: {
          start: from + first.index,
          end: from + first.index + first[0].length,
          least: held,
          most: held,
          certain: true,
        },
      };
    }
}

const isAlike = (a: string, b: string): boolean => a === b || (houses.includes(a) && houses.includes(b));

/** A name that a counted list has twice. */
export interface Repeated {
  readonly name: string;
  readonly count: string;
  readonly start: number;
  readonly end: number;
}

const countedList = new RegExp(
  `(?<=^|[，。；：]|為|有|於|赴)(?<list>${names})(?:等)?(?<count>(?:\\d{1,2}|[三四五六七八九十])(?:個)?(?:[處家所站校館]|單位|縣市|社區|公司))`,
  'dgu',
);

/** 大林社區、民雄社區、大林社區及布袋社區4處: counted twice. */
export function* namedTwice(text: Text): Iterable<Repeated> {
  for (const match of text.text.matchAll(countedList)) {
    const { list = '', count = '' } = match.groups ?? {};
    // 廠商為永豐公司: the words before the first name are none of it.
    const items = list.replace(/^[^、]*(?:依序|分別)?(?:為|有|於|赴)/u, '').split(joints);
    const name = items.find((item, at) => item.length >= 3 && items.indexOf(item) !== at);
    if (name === undefined || items.length < 3 || /往返|輪流|回程/u.test(match[0])) continue;
    yield { name, count, start: match.index, end: match.index + match[0].length };
  }
}
