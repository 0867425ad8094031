import { WordTree } from './word-tree.ts';

interface Currency {
  readonly code: string;
  /** The currency is certain; `$` and 元 alone are not. */
  readonly certain: boolean;
}

const names: readonly (readonly [code: string, words: string])[] = [
  ['TWD', '新臺幣 新台幣 臺幣 台幣 新臺弊 NT$ NTD$ NT＄ NTD NT TWD'],
  ['USD', '美元 美金 US$ US＄ USD$ USD'],
  ['EUR', '歐元 EUR € 歐圓'],
  ['JPY', '日圓 日元 日幣 JPY ¥ JP¥ 円'],
  ['CNY', '人民幣 RMB CNY'],
  ['HKD', '港幣 港元 HK$ HKD'],
  ['GBP', '英鎊 GBP £'],
  ['SGD', '新加坡幣 新加坡元 新幣 星幣 SGD S$'],
  ['AUD', '澳幣 澳元 澳洲幣 AUD A$'],
  ['CAD', '加幣 加拿大幣 加元 CAD C$'],
  ['NZD', '紐幣 紐元 NZD NZ$'],
  ['KRW', '韓元 韓幣 韓圜 KRW ₩'],
  ['CHF', '瑞士法郎 瑞郎 CHF'],
  ['THB', '泰銖 泰幣 THB'],
  ['VND', '越南盾 VND 越盾'],
  ['IDR', '印尼盾 印尼幣 IDR'],
  ['MYR', '馬幣 馬來幣 令吉 MYR'],
  ['PHP', '菲律賓披索 披索 菲幣 PHP'],
  ['INR', '印度盧比 盧比 INR'],
  ['SEK', '瑞典克朗 SEK'],
];

const after = new WordTree<Currency>();
const before = new Map<string, { word: string; code: string }[]>();

for (const [code, words] of names)
  for (const word of words.split(' ')) {
    after.add(word, { code, certain: true });
    const last = word.slice(-1);
    before.set(
      last,
      [...(before.get(last) ?? []), { word, code }].sort((a, b) => b.word.length - a.word.length),
    );
  }
before.set('$', [...(before.get('$') ?? []), { word: '$', code: '$' }]);
before.set('＄', [...(before.get('＄') ?? []), { word: '＄', code: '$' }]);

/** 元素, 元件, 元月: what 元 begins besides money. */
const notMoney = new Set('素件宇旦月首智年老氣帥配化復');

/** The currency printed after a number, 元 included: `TWD` unless another is named. */
export function currencyAfter(text: string, at: number): { code: string; end: number; bare: boolean } | null {
  const first = text.charCodeAt(at);
  if ((first === 0x5143 || first === 0x5713) && !notMoney.has(text.charAt(at + 1)))
    return { code: 'TWD', end: at + 1, bare: true };
  if (first === 0x584a && text.charCodeAt(at + 1) === 0x9322) return { code: 'TWD', end: at + 2, bare: true };
  const found = after.longest(text, at, () => true);
  return found === null ? null : { code: found.word.code, end: found.end, bare: false };
}

/** The currency mark that ends at `end`, if one does. */
export function currencyBefore(text: string, end: number): { code: string; start: number } | null {
  for (const { word, code } of before.get(text.charAt(end - 1)) ?? []) {
    if (text.endsWith(word, end) && end >= word.length) return { code, start: end - word.length };
  }
  return null;
}
