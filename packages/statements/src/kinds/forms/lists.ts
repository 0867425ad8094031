import { pattern, sameUnit, vocabulary } from '@guankao/passages';
import { sumOf, type Expression } from '../../expression.ts';
import { few, isFigure, type Form, type Numbers, type Values } from './form.ts';

/** Lists and what closes them: every part stands before its total, and the words of the total leave nothing out. */
const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** 四型總量, 歷年合計, 三項總共, 全年完工: all of what was listed. */
const all =
  '(?:[^，。；、%A]{0,6}(?:總量|總數量?|總和|總件數|總人數|總人次|總場次|總面積|總里程|總戶數|總隊數|總計|總共|合計|共計|加總)|全部[^，。；、%A]{1,6}|%C(?:總共|合計|共計|總計|總量|共|計)|[二三四五六兩](?:項|型|區|季|期|類|者|所|處|年|梯|階段)(?:總|合|共)?(?:量|數|計|共)?|總經費|總金額|總費用|歷年累計|歷年合計)(?:為|達|計|共|有|應為|約)*[^，。；、%A]{0,4}';

const sum = (numbers: Numbers, many: number): Expression =>
  sumOf(...letters.slice(0, many).map((name) => numbers[name]));

/** Every part is counted in the unit of the total. */
const alike = (values: Values, many: number): boolean => {
  const { claim } = values;
  return letters.slice(0, many).every((name) => {
    const part = values[name];
    return isFigure(part) && isFigure(claim) && sameUnit(part, claim);
  });
};

/** The last tells the unit of all: 32、36、40及44場. */
const unitOfTheLast = (values: Values, many: number): boolean => {
  const { claim } = values;
  return letters.slice(0, many).every((name, at) => {
    const part = values[name];
    if (at === many - 1) return isFigure(part) && isFigure(claim) && sameUnit(part, claim);
    return part !== undefined && (!isFigure(part) || part.unit === null || part.unit === '');
  });
};

/** 第一階段31組，第二階段17組，第三階段4組，全部獲獎者50組 */
const named = (many: number): Form => ({
  kind: 'sum',
  as: 'of-a-list-that-its-total-closes',
  word: '總計',
  phrase: pattern(
    `(?<=^|[。；])(?:[^，。；、%A]{1,24}[，：])?(?!其中|包括|[^。；]*(?:退出|離[職退]|減少|裁撤|扣除|註銷|報廢|淘汰|汰除|移出|遷出|死亡|流失|支出|駁回|撤[回案]))${letters
      .slice(0, many)
      .map((name) => `(?:[^，。；、%A()]|[%T%O]){1,14}(?<${name}>%C|%M)`)
      .join('[，、及與和]{1,2}')}，${all}(?<claim>%C|%M)(?=[，。；]|$)`,
    vocabulary,
    'dgu',
  ),
  apart: true,
  ways: (numbers) => [sum(numbers, many)],
  given: (values) => alike(values, many),
});

/** 各年度依序32、36、40及44場，歷年合計162場 */
const inARow = (many: number): Form => ({
  kind: 'sum',
  as: 'of-a-row-that-its-total-closes',
  word: '合計',
  phrase: pattern(
    `(?:依序|分別|各|依次)(?:為|有|計|辦理|完成)*${few}${letters
      .slice(0, many)
      .map((name) => `(?<${name}>%C|%M|%B)`)
      .join('[、及與和]{1,2}')}，(?:${all}|(?:全年|累計|合計|共計|共)${few})(?<claim>%C|%M)(?=[，。；]|$)`,
    vocabulary,
    'dgu',
  ),
  apart: true,
  ways: (numbers) => [sum(numbers, many)],
  given: (values) => alike(values, many) || unitOfTheLast(values, many),
});

export const formsOfList: readonly Form[] = [3, 4, 5, 6]
  .flatMap((many) => [named(many), inARow(many)])
  .concat(named(2));
