import { pattern, vocabulary } from '@guankao/passages';
import { differenceOf } from '../../expression.ts';
import { alike, areAllThatAreTold, closes, few, type Form } from './form.ts';

const moved =
  '(?:加深|加寬|加長|加高|加厚|增高|增厚|增寬|增深|增重|拓寬|擴寬|抬高|抬升|墊高|升高|變長|變短|前進|後退|退縮|減重|減薄|放寬|升溫|降溫|調升|調高|調降|調低|上漲|下跌|漲|跌|擴大|縮小|縮短|延長|回升|回落|多出|少了)';
const apart =
  '(?:價差|差價|落差|高差|高低差|差額|差距|差異|溫差|溫度差|水位差|時間差|利差|票差|級差|相差|差)(?:值|數|額)?';

/** The two that were told, and no third. */
const between = '(?:%C|[兩二]\\p{Script=Han}{1,2}|每\\p{Script=Han}{1,3}|其|之間|上下游?|南北|東西|日夜|最大|高低)*';

/** How far two levels are apart, told in their own unit. */
export const formsOfSpread: readonly Form[] = [
  {
    kind: 'difference',
    as: 'how-far-it-moved',
    word: '由…至…',
    phrase: pattern(
      `[由從自]${few}(?<a>%N)${few.replace('12', '8')}(?:至|到|為|成)${few.replace('12', '8')}(?<b>%N)，(?:共|約|計|實際|淨)*${moved}(?:了|約|達|計|為)*(?<claim>%N)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(b, a), differenceOf(a, b)],
    given: (values) => alike(values, 'a', 'b', 'claim'),
  },
  {
    kind: 'difference',
    as: 'how-far-two-that-are-told-are-apart',
    word: '差',
    phrase: pattern(
      `(?<a>%N)[^，。；、%A()]{0,6}[，、](?:[^，。；、%A()]|%O){0,14}(?<b>%N)[^，。；、%A()]{0,6}，${between}${apart}(?:為|達|計|約|僅|有|共|即)*(?<claim>%N)${closes}`,
      vocabulary,
      'dgu',
    ),
    ways: ({ a, b }) => [differenceOf(a, b), differenceOf(b, a)],
    given: (values) => alike(values, 'a', 'b', 'claim') && areAllThatAreTold(values),
  },
];
