/** Names that stand in a row, and how many they may be. */
export interface Listed {
  readonly start: number;
  readonly end: number;
  /** How many items the list may have: 及 may join two items or stand inside one. */
  readonly least: number;
  readonly most: number;
  /** 等 lets the list name only some. */
  readonly some?: boolean;
  /** More may stand behind than is named; fewer than are named they cannot be. */
  readonly open?: boolean;
  /** The words say that they are these, so that two of them are looked at too. */
  readonly certain?: boolean;
}

const weak = /以及|及|與|和|暨/gu;

/** 、 parts items for sure. 及 does at the end of the list and between likes (甲分局及乙分局); elsewhere it may stand inside a name. */
export function countItems(list: string): { readonly least: number; readonly most: number } {
  const items = list.split('、');
  let [least, most] = [items.length, items.length];
  for (const [i, item] of items.entries()) {
    for (const match of item.matchAll(weak)) {
      const [left, right] = [item.slice(0, match.index), item.slice(match.index + match[0].length)];
      if (left === '' || right === '') continue;
      most++;
      if (alike(left, right) || (i === items.length - 1 && i > 0 && item.match(weak)?.length === 1)) least++;
    }
  }
  return { least, most };
}

/** Names of one kind end alike; a bare place name lends its ending from the next (甲市及乙市政府警察局). */
const alike = (left: string, right: string): boolean =>
  left.slice(-2) === right.slice(-2) || /[市縣區鄉鎮]$/u.test(left);
