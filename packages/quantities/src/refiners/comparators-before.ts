import type { Draft } from '../draft.ts';
import { beforeBlanks } from '../scan/characters.ts';
import type { QuantityComparator } from '../quantity.ts';
import { comparatorEndingAt } from '../vocabulary/comparators.ts';
import type { Refiner } from './refiner.ts';

/** 至少30場, 逾3.4億次, 至少辦理30場, 不得低於總經費之30%. */
export const comparatorsBefore: Refiner = {
  name: 'comparators-before',
  refine(text, drafts) {
    let floor = 0;
    for (const draft of drafts) {
      if (isMeasured(draft)) {
        const comparator = comparatorOf(text, draft, floor);
        if (comparator !== null) {
          draft.comparator = comparator;
          draft.touched('comparators-before');
        }
      }
      floor = draft.end;
    }
    return drafts;
  },
};

export function isMeasured(draft: Draft): boolean {
  return draft.kind === 'count' || draft.kind === 'percent' || draft.kind === 'money' || draft.kind === 'duration';
}

function comparatorOf(text: string, draft: Draft, floor: number): QuantityComparator | null {
  const end = beforeIncluded(text, beforeBlanks(text, draft.start));
  const direct = comparatorEndingAt(text, end);
  if (direct !== null && end - direct.word.length >= floor)
    return isRecent(text, draft, direct.word, end) ? null : direct.comparator;
  return fromAfar(text, draft, Math.max(floor, end - farthest), end);
}

/** 至少（含）3場 */
function beforeIncluded(text: string, end: number): number {
  return text.endsWith('（含）', end) || text.endsWith('(含)', end) ? end - 3 : end;
}

/** 近3年 speaks of the last three years, unless something took nearly as long: 歷時近3年. */
function isRecent(text: string, draft: Draft, word: string, end: number): boolean {
  return word === '近' && draft.kind === 'duration' && !/[時達期已耗費長]/.test(text.charAt(end - 2));
}

const farthest = 16;
const far: readonly (readonly [RegExp, QuantityComparator])[] = [
  [/(?:至少|最少)(?:[^，。、；：,;:（）()\d]{0,10})$/, '>='],
  [/(?:至多|最多)(?:[^，。、；：,;:（）()\d]{0,10})$/, '<='],
  [/(?:不得低於|不得少於|不低於|不少於|不得小於)(?:[^，。、；：,;:（）()\d]{0,9}[之的])$/, '>='],
  [/(?:不得超過|不得逾|不得高於|不超過|不逾|未逾|不高於|不得大於)(?:[^，。、；：,;:（）()\d]{0,9}[之的])$/, '<='],
  [
    /(?:超過|逾|高於)(?:[^，。、；：,;:（）()\d]{0,9}[之的]|[^，。、；：,;:（）()\d]{0,4}總(?:額|數|經費|量|人數|面積|預算))$/,
    '>',
  ],
  [
    /(?:未達|低於|不足|未滿)(?:[^，。、；：,;:（）()\d]{0,9}[之的]|[^，。、；：,;:（）()\d]{0,4}總(?:額|數|經費|量|人數|面積|預算))$/,
    '<',
  ],
  [
    /(?:^|[^契預合簽特條節制邀租解履締公違續隱失規換毀新婚草盟舊守立訂])(?:大約|約)(?:[在可能需須有為計達占佔共合僅剩]|減少|增加|節省|提升|提高|降低|縮短|新增|累計|共計|合計|合新[臺台]幣|成長|下降|辦理|完成|產出|產生|新[臺台]幣|每年|每月|花費|耗時|需時|費時|長達|受理|服務|使用|帶來|創造|吸引|提供){1,3}$/,
    '~',
  ],
];

/** A comparator with a verb or an object between: at most some words, and no other number or clause. */
function fromAfar(text: string, draft: Draft, from: number, end: number): QuantityComparator | null {
  if (end - from < 2) return null;
  const before = text.slice(from, end);
  if (!/[至最不超逾高未低約]/.test(before)) return null;
  if (draft.kind === 'money' && /新[臺台]幣$/.test(before)) return null;
  for (const [form, comparator] of far) if (form.test(before)) return comparator;
  return null;
}
