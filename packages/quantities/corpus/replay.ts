import { toNumber, type Decimal } from '../src/decimal.ts';
import { extractAll } from '../src/extract.ts';
import type { Reading } from '../src/quantity.ts';

/** Composed lines, the same on every run: odd numerals, and the forms of officials put together at random. */
export function composedLines(count: number): readonly string[] {
  const next = generator(113);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const some = (list: readonly string[], most: number) => Array.from({ length: 1 + Math.floor(next() * most) }, () => pick(list)).join('');
  const makers = [
    () => `計${some(hanPieces, 6)}${pick(units)}`,
    () => `${pick(before)}${some(mixedPieces, 5)}${pick(units)}${pick(after)}`,
    () => `${pick(before)}${pick(figures)}${pick(['', '', ' ', '\n'])}${pick(units)}${pick(after)}`,
    () => `${pick(before)}${pick(figures)}${pick(units)}${pick(connectors)}${pick(figures)}${pick(units)}${pick(after)}`,
    () => `${pick(before)}${pick(figures)}${pick(connectors)}${pick(figures)}${pick(units)}${pick(after)}`,
    () => `${pick(dateHeads)}${pick(years)}${pick(yearTails)}${pick(dateTails)}`,
    () => `${pick(years)}${pick(yearTails)}${pick(connectors)}${pick(years)}${pick(yearTails)}`,
    () => `${pick(years)}${pick(connectors)}${pick(years)}${pick(yearTails)}`,
    () => some(noise, 9),
  ];
  return Array.from({ length: count }, (_, i) => (makers[i % makers.length] as () => string)());
}

const hanPieces = [...'一二兩三四五七九十十百百千千萬億零〇廿卅點餘多', '萬', '億', '壹', '貳', '陸', '拾', '佰', '仟', '兆'];
const mixedPieces = ['1', '12', '3,4', '1,234', '9,999', '12,345', '0', '05', '3.4', '５', '１，２３４', '千', '百', '十', '萬', '億', '萬', '億', '兆', '百萬', '餘', '多', ' ', '\n', '五', '二', '零', '半'];
const units = ['元', '人', '件', '%', '％', '成', '成5', '個百分點', '百分點', '年', '個月', '日', '天', '小時', '分鐘', '分', '秒', '倍', '萬元', '千元', '億元', '美元', '公里', '度', '號', '級', '樓', '期', '台', '', '個', '次/年', '年半', '個半月', '‰', '月', '月5日', '季', '歲', '週', '時', '條', '頁', '處理', '個案'];
const figures = ['3', '5', '12', '30', '100', '113', '1,234', '12.5', '0.5', '3萬', '2億', '5千', '三', '五', '十', '三十', '兩百', '3億2,000萬', '二分之一', '三分之二', '百分之五', '1/2', '2/3', '-3', '3-5', '007', '1.2.3', '5,6\n21', '3, 420', '12 345', '一', '百', '9成3', '壹佰', '2024', '1.113'];
const before = ['', '至少', '最多', '逾', '約', '契約', '近', '不得低於', '未滿', '第', '附件', '新臺幣', 'NT$', 'US$', '$', 'A', 'APP', '負', '-', '計-', '每', '數', '（', '共計', '經費', '1.', '至少辦理', '未達預算之', '圖', '編號：', '屋齡', '同', '表', '中山路', '台', '(113)', '又', '零下', '。', '近三年'];
const after = ['', '以上', '以下', '以內', '內', '左右', '多', '餘', '(含)以上', '整', '/人', '以上5人以下', '，', '級', '及3日', '、4日', '半', ' million', '人次', '內政', '第3項', '至同年5月'];
const connectors = ['至', '-', '～', '、', '及', '以上', '，', ' ', '到', '或', '/', '.', '至至', '以上未滿', ' 至 ', '又', '', '起至'];
const dateHeads = ['', '於', '自', '民國', '西元', '民國前', '昭和', '屋齡', '本(', 'A', '近', '樹齡', '逾', '至', '截至', '公元', '中華民國 '];
const years = ['113', '112', '100', '95', '85', '75', '50', '30', '12', '3', '2024', '1999', '2500', '200', '150', '一一三', '一百一十三', '二〇二四', '１１３', '0', '113 ', '113年1月', '113年9月18日', '5月'];
const yearTails = ['年', '年', '年度', '學年度', '學年度第2學期', '學年度上學期', '會計年度', '年9月', '年9月18日', '年13月', '年2月30日', '年第3季', '年第1、2季', '年上半年', '年底', '年初', '年初步', '年中', '年中央', '年7至9月', '年7、8月', '年3、6、9月', '年9月18、19日', '年9月底', '年9月上旬', '/9/18', '.9.18', '-09-18', '/13/1', 'Q3', '上半年', ')年度', '年代', '年級', '年元月', '年元旦', '年以上', '年度訴字第5號', '月', '月5日', '年前3季', '.9', '/9', '', '年Q1', '年9月18日9時', '年頻率'];
const dateTails = ['', '起', '止', '至20日', '至10月', '至同年12月', '至翌年3月', '-114年', '～116年度', '(三)', '（星期三）至20日', '上午9時30分', ' 14:30', '9時至11時', '前', '至下半年', '至2月30日', '及20日', '、25日', '至112年', '至115年12月底', '至民國114年6月', '下午2點半', '9時段', '起3年', '至9月10日'];
const noise = ['3', '12', '.', ',', '，', '-', '/', ':', '1', '一', '十', '百', '萬', '億', '年', '月', '日', '第', '（', ')', ' ', '\n', 'A', 'x', '%', '元', '人', '件', '至', '、', '分之', '成', '半', '時', '點', '個', '約', '以上', '零', '兩', 'http://a.b/3件', '四周', '一站', '#', '㎡', '5G', '號', '條', '法', '0'];

/** A linear congruential generator: the lines must not change with the run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** All that is made of a line, down to offsets and trails. */
export function madeOf(line: string): string {
  const { quantities, labels, unread } = extractAll(line);
  return [
    ...quantities.map((q) => `${q.start}-${q.end} ${q.comparator ?? ''}${reading(q)}${q.alternatives.map((other) => ` or ${reading(other)}`).join('')} [${q.trail.join(' ')}]`),
    ...labels.map(({ start, end, kind, trail }) => `${start}-${end} ${kind} [${trail.join(' ')}]`),
    ...unread.map(({ start, end, reason, trail }) => `${start}-${end} ${reason} [${trail.join(' ')}]`),
  ].join(' | ');
}

function reading({ kind, value, low, high, unit, from, to }: Reading): string {
  const number = (d: Decimal | null) => (d === null ? '' : String(toNumber(d)));
  return `${kind} ${[number(value), low === null ? '' : `${number(low)}..${number(high)}`, unit, from, to].filter((part) => part !== '' && part !== null).join(' ')}`;
}

const composed = 3000;

/** The file of what was made of every composed line; to be compared, and rewritten when a change is meant. */
export function replayed(): string {
  return composedLines(composed).map((line) => `${JSON.stringify(line).slice(1, -1)}\t${madeOf(line)}\n`).join('');
}
