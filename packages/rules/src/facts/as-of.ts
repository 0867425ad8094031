import type { Figure } from '@guankao/passages';

/** 截至9月底執行率68%, 截至第3季累計支用: told as of a day before the end of the year, and so not what the columns tell. */
const earlier =
  /(?:截至|迄至|迄|至|前)[^，。；]{0,8}?(?:(?<!\d)(?:[1-9]|1[01])月(?!31日)|第(?:[1-3]|[一二三])季|上半年|期中)[^，。；]{0,10}$|(?:上半年|第(?:[1-3]|[一二三])季|前[2-3二三]季)[^，。；]{0,6}$/u;

export const isAsOfAnEarlierDay = ({ text, start }: Figure): boolean =>
  earlier.test(text.text.slice(Math.max(0, start - 30), start));
