import type { Figure, Text } from '@guankao/passages';
import { countItems, type Listed } from './listed.ts';

/** A count as a list is held against it. */
export type Counted = Pick<Figure, 'start' | 'end' | 'words' | 'value'>;

/** What is counted one by one, so that each has a name. Kinds (類, 項) may be named in more words than they are. */
const unit = '(?:處|座|所|區|縣市|縣|市|鄉鎮|校|家|館|棟|站|港|庫|廠|院|園|案|條|個|冊|部|大|階段|個縣市)';
const noun =
  '(?:單位|機關|部會|縣市|學校|系統|主軸|中心|聚落|部落|社區|階段|館舍|測站|據點|水庫|港口|公司|策略|面向|園區|場館|構面|宿舍|房舍|廳舍|訓練基地|勤務中心|示範區)';
const counts = new RegExp(`${unit}$`, 'u');

const numerals = '一二三四五六七八九十';
const inWords = new RegExp(
  `(?<![第一二兩三四五六七八九十百千萬億\\d年月])(?<many>[二兩三四五六七八九十])(?:${unit}|(?:大)?${noun})`,
  'gu',
);

/** 三大系統, 四區勤務中心, 三階段: counts that read as names, and are held against a list only. */
export function* countsInWords(text: Text): Iterable<Counted> {
  for (const match of text.text.matchAll(inWords)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (text.figures.some((figure) => figure.start < end && start < figure.end)) continue;
    const many = match.groups?.['many'] ?? '';
    const of = many === '兩' ? 2n : BigInt(numerals.indexOf(many) + 1);
    yield { start, end, words: match[0], value: { of, over: 1n } };
  }
}

/** 5大面向: no measure word, so that it is no figure, and a count of what is listed all the same. */
export function* greatCounts({ text }: Text): Iterable<Counted> {
  for (const match of text.matchAll(/(?<![\d.,第])(?<many>[2-9]|1\d)大(?:面向|主軸|策略|構面)/gu)) {
    const [start, end] = [match.index, match.index + match[0].length];
    yield { start, end, words: match[0], value: { of: BigInt(match.groups?.['many'] ?? '0'), over: 1n } };
  }
}

/** Short names without numbers, parted by 、 and at the end by 及. */
const item = '[^，。；：:（）()、「」\\d]{1,8}?';
const road = '[^，。；：:（）()、「」及與和暨段]{2,12}';
const list = `(?<list>${item}(?:、${item})+(?:[及與和暨]${item})?)`;
const between = '[^，。；：:、（）()\\d]{0,10}';
/** No work that was done: 汰換機組, 更新配電. */
const shortName = '(?!改善|更新|修[復繕建]|汰換|建置|辦理|完成|加強|推動|強化)[^，。；：:（）()、「」及與和暨\\d]{2,4}';
const forms = [
  // 四個縣市試辦，分別為甲縣、乙縣及丙縣。 One name for each.
  new RegExp(`^${between}，(?:分別|依序)(?:設於|設在|位於|座落於|辦理於|為|是|於|在)${list}(?=[。；]|$)`, 'u'),
  // 動物通道5處，分別位於國道3號甲段、臺61線乙段及縣道140線丙段。 Roads bear numbers; the names end alike.
  new RegExp(
    `^${between}，分別(?:設於|設在|位於|座落於|為)(?<list>${road}段(?:、${road}段)+[及與和暨]${road}段)(?=[。；]|$)`,
    'u',
  ),
  // 三座檔案庫房，即甲、乙及丙，均裝設…
  new RegExp(`^${between}[，（(]即(?:為)?${list}(?=[。；）)]|，(?:均|皆|俱|全|已|並)|$)`, 'u'),
  // 榮家五所完成改建：甲、乙及丙。 A verb before the colon, so that it is the counted that are named.
  new RegExp(
    `^${noun}?(?:均|皆|已|全數)*(?:完成|辦理)?(?:改建|興建|整修|整建|啟用|完工|開幕|揭牌|動工|裝設|試辦)(?:完成)?[：:]${list}(?=[。；]|$)`,
    'u',
  ),
  // 列管四座老舊堰壩：甲山、乙潭、丙林。 Names of a few characters each, and nothing that was done.
  new RegExp(
    `^(?:老舊|新設|既有|重點|示範|試辦|優先)?\\p{Script=Han}{2,4}[：:](?<list>${shortName}(?:、${shortName})+(?:[及與和暨]${shortName})?)(?=[。；]|$)`,
    'u',
  ),
  // 三大主軸為甲、乙及丙。
  new RegExp(`^${noun}?(?<=主軸|策略|階段|系統|構面)(?:即)?(?:為|是)${list}(?=[。；]|$)`, 'u'),
] as const;

/** A count, and the names that it announces. */
export function announced(text: Text, { start, end, words }: Counted): Listed | null {
  const behind = text.text.slice(end, end + 120);
  if (!counts.test(words) && !new RegExp(`${noun}$`, 'u').test(words)) return null;
  // 各設2處，分別為…: two for each of them.
  if (/[各每](?:設|有|為)?$/u.test(text.text.slice(0, start))) return null;
  for (const form of forms) {
    const match = form.exec(behind);
    const names = match?.groups?.['list'];
    if (match === null || names === undefined || /等|各|其他|其餘|另/u.test(names)) continue;
    const from = end + match[0].length - names.length;
    return { start: from, end: from + names.length, ...countItems(names), certain: true };
  }
  return null;
}

const namesBefore =
  /(?:^|[，。；：:（）()])(?<list>[^，。；：:（）()\d「」、]{1,14}(?:、[^，。；：:（）()\d「」、及與和暨]{1,6}?)+)(?<open>等)?$/u;

/** 於甲、乙、丙及丁5處: places, and 及 before the last of them. */
const placesBefore =
  /(?:於|在|赴)(?<list>[^，。；：:（）()\d「」、及與和暨]{2,4}(?:、[^，。；：:（）()\d「」、及與和暨]{2,4})+[及與和暨][^，。；：:（）()\d「」、及與和暨等]{2,4})$/u;

const ofWorks = /工程|設備|設施|作業|改善|更新|照明|號誌|標[線誌]|綠[美化]/u;

const divided =
  /(?:僅分|分為|分成|區分為|計分)(?<list>[^，。；：:（）()\d「」、等]{1,6}(?:、[^，。；：:（）()\d「」、等]{1,6})+(?:[及與和暨][^，。；：:（）()\d「」、等]{1,6})?)(?<open>等)?$/u;
const kinds = /(?:類|項|種|期|階段|級|型|組|區)$/u;

/** 分為球類、水上、田徑、武術、舞蹈等四類: what the words divide it into; more than are counted they cannot be. */
export function dividedInto(text: Text, { start, words, value }: Counted): Listed | null {
  if (!kinds.test(words)) return null;
  const match = divided.exec(text.text.slice(Math.max(0, start - 60), start));
  const { list: names, open } = match?.groups ?? {};
  if (match === null || names === undefined || /[各每另含其]|合計|其他/u.test(names)) return null;
  const count = names.split(/[、及與和暨]/u).length;
  if (count < 3 || Math.abs(count - Number(value.of)) > 2) return null;
  const until = start - (open?.length ?? 0);
  return {
    start: until - names.length,
    end: until,
    least: count,
    most: count,
    open: open !== undefined,
    certain: true,
  };
}

const persons = /(?:名|位|人)$/u;
const inBrackets =
  /^\p{Script=Han}{0,6}[（(](?<list>[^（）()\d，。；、：:及與和暨]{1,4}(?:、[^（）()\d，。；、：:及與和暨]{1,4})+(?:[及與和暨][^（）()\d，。；、：:及與和暨]{1,4})?)[）)]/u;

/** 三名裁判（林姓、吳姓及郭姓）: short names in the brackets behind what is counted. */
export function namedInBrackets(text: Text, { end, words }: Counted): Listed | null {
  if (!persons.test(words)) return null;
  const match = inBrackets.exec(text.text.slice(end, end + 80));
  const names = match?.groups?.['list'];
  if (match === null || names === undefined || /等|如|含|其中|其他|各/u.test(names)) return null;
  const count = names.split(/[、及與和暨]/u).length;
  const from = end + match[0].length - 1 - names.length;
  return { start: from, end: from + names.length, least: count, most: count, certain: true };
}

const alikeBefore =
  /(?<list>[^，。；：:（）()\d「」、及與和暨]{1,10}(?:、[^，。；：:（）()\d「」、及與和暨]{2,6}){2,})共$/u;

/** 甲族語、乙族語、丙族語共三種: names that all end alike, and how many of them. */
export function alikeBeforeCount(text: Text, { start }: Counted): Listed | null {
  const names = alikeBefore.exec(text.text.slice(Math.max(0, start - 80), start))?.groups?.['list'];
  const items = names?.split('、') ?? [];
  const last = items.at(-1)?.slice(-1);
  if (names === undefined || last === undefined || !items.every((item) => item.endsWith(last))) return null;
  return { start: start - 1 - names.length, end: start - 1, least: items.length, most: items.length };
}

/** 設置甲、乙、丙三處: the names right before their count, one of them for each. 等 leaves it open. */
export function rightBefore(text: Text, { start, end, words, value }: Counted): Listed | null {
  // 甲站、乙站、丙站裝設2處、3處、2處: a value for each of them.
  if (/^、\d/u.test(text.text.slice(end))) return null;
  if (!counts.test(words) && !new RegExp(`${noun}$`, 'u').test(words)) return null;
  const lead = text.text.slice(Math.max(0, start - 60), start);
  const match = namesBefore.exec(lead) ?? placesBefore.exec(lead);
  const names = match?.groups?.['list'];
  if (
    match === null ||
    names === undefined ||
    /[各每共計約另含第其類項]|合計|分別|[一二兩三四五六七八九十]/u.test(names)
  )
    return null;
  // 面向, 階段 and 大 may gather what is named.
  if (/面向|大/u.test(words)) return null;
  const count = names.split(/[、及與和暨]/u).length;
  const open = match.groups?.['open'] !== undefined;
  // Works at so many places may be named before them; a list that was miscounted is near.
  if (count < 3 || ofWorks.test(names) || Math.abs(count - Number(value.of)) > 2) return null;
  const until = start - (open ? 1 : 0);
  return { start: until - names.length, end: until, least: count, most: count, open };
}
