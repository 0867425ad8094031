import { Draft } from '../draft.ts';
import type { Parser } from './parser.ts';

// 里程碑1：113年3月 and 方案1：85% are a label and what follows it.
const colon = /[0-9０-９]{1,2}[:：][0-9０-９]{1,2}(?:[:：][0-9０-９]{1,2})?(?![0-9０-９%％年萬億]|[,.][0-9])/y;
const spoken =
  /(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[ 　]?(?:時(?!段|間|數|程|代|效|期|刻|裝|序)|點(?=[0-9０-９一二三四五六七八九十]{1,3}分|半|整|鐘))(?:[0-9０-９]{1,2}[ 　]?分|[一二三四五六七八九十]{1,3}分|整|半|許|鐘)?/y;
const hour =
  /(?:上午|下午|中午|晚上|凌晨|晚間|早上|清晨|傍晚)[ 　]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十兩]{1,3})點(?:半|整|鐘|許)?/y;

/** 上午9時30分, 08:30: a time of day, and also the ratio 3:1. */
export const clock: Parser = {
  name: 'clock',
  read({ text }, { start }) {
    for (const form of [colon, spoken]) {
      form.lastIndex = start;
      if (form.test(text)) return new Draft('clock', 'name', start, form.lastIndex);
    }
    hour.lastIndex = Math.max(0, start - (text.charAt(start - 1) === ' ' ? 3 : 2));
    return hour.test(text) && hour.lastIndex > start ? new Draft('clock', 'name', start, hour.lastIndex) : null;
  },
};
