import type { Figure, MarkedSentence } from '@guankao/passages';
import { ownWords } from './near.ts';

/** Pairs of names that leave nothing out of a whole. */
const pairs: readonly (readonly [string, string])[] = [
  ['男', '女'],
  ['國內', '國外'],
  ['本國', '外國'],
  ['本國', '外籍'],
  ['國產', '進口'],
  ['有效', '無效'],
  ['公立', '私立'],
  ['室內', '室外'],
  ['中央', '地方'],
  ['線上', '實體'],
  ['開放', '限閱'],
  ['新增', '既有'],
  ['新設', '既有'],
  ['合格', '不合格'],
  ['命中', '誤報'],
  ['成功', '失敗'],
  ['及格', '不及格'],
  ['有罪', '無罪'],
  ['勝訴', '敗訴'],
  ['准予', '不准'],
  ['通過', '不通過'],
  ['補助款', '自籌款'],
  ['補助款', '配合款'],
  ['公部門', '民間'],
  ['已完成', '未完成'],
  ['資本門', '經常門'],
  ['上半年', '下半年'],
  ['平日', '假日'],
  ['市區', '郊區'],
  ['城市', '鄉村'],
];

/** Two figures whose names are such a pair. */
export function leaveNothingOut(sentence: MarkedSentence, figures: readonly Figure[]): boolean {
  const [one, other, more] = figures.map((figure) => ownWords(sentence, figure));
  if (one === undefined || other === undefined || more !== undefined) return false;
  return pairs.some(([a, b]) => split(one, other, a, b) || split(other, one, a, b));
}

/** 合格 stands in 不合格 too: the first must not bear the second's name. */
const split = (one: string, other: string, a: string, b: string): boolean =>
  endsNear(one, a) && !endsNear(one, b) && endsNear(other, b) && (b.includes(a) || !endsNear(other, a));

const endsNear = (words: string, name: string): boolean => (name.length === 1 ? words.slice(-6) : words).includes(name);
