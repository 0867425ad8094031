import type { QuantityComparator } from '../quantity.ts';

export interface ComparatorWord {
  readonly word: string;
  readonly comparator: QuantityComparator;
  /** Characters before the word that make it part of another one: 約 in 契約. */
  readonly notAfter: string;
}

const table = `
>= 不得低於 不低於 不得少於 不少於 未低於 未少於 不得小於 不小於 至少 最少 大於等於 大於或等於 高於或等於 ≧ ≥ >= ＞＝ => 滿/未不額期屆客圓豐充自美
<= 不得超過 不超過 未超過 不逾 未逾 不得逾 不得高於 不高於 未高於 不得大於 不大於 不得多於 不多於 至多 最多 小於等於 小於或等於 低於或等於 ≦ ≤ <= ＜＝ =<
> 超過 突破 高於 大於 多於 超逾 逾/未不 破/突 > ＞
< 未滿 低於 不足 未達 未及 未足 小於 少於 不到 不及 不滿 < ＜
~ 約/契預合簽特條節制邀租解履締公違續隱失規換毀新婚草盟舊守立訂 近/最附鄰靠貼親遠就接將臨 將近 接近 大約 約莫 約略 約計 約為 約有 約達 概約 大概 約當 將近有
`;

const words: ComparatorWord[] = [];
for (const line of table.trim().split('\n')) {
  const [comparator = '', ...rest] = line.split(' ');
  for (const entry of rest) {
    const slash = entry.indexOf('/');
    const [word, notAfter] = slash > 0 ? [entry.slice(0, slash), entry.slice(slash + 1)] : [entry, ''];
    words.push({ word, comparator: comparator as QuantityComparator, notAfter });
  }
}

const byLastCharacter = new Map<string, ComparatorWord[]>();
for (const entry of words.sort((a, b) => b.word.length - a.word.length)) {
  const last = entry.word.slice(-1);
  byLastCharacter.set(last, [...(byLastCharacter.get(last) ?? []), entry]);
}

/** The longest comparator word that ends at `end`. */
export function comparatorEndingAt(text: string, end: number): ComparatorWord | null {
  for (const entry of byLastCharacter.get(text.charAt(end - 1)) ?? []) {
    const start = end - entry.word.length;
    if (start < 0 || !text.startsWith(entry.word, start)) continue;
    return start > 0 && entry.notAfter.includes(text.charAt(start - 1)) ? null : entry;
  }
  return null;
}
