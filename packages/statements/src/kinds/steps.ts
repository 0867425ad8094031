import { commensurable, pattern, sameUnit, signOf, type Figure, type MarkedSentence } from '@guankao/passages';
import { before, isPerOne, nearWords, type Surroundings } from '../near.ts';
import type { Statement } from '../statement.ts';
import { noLess } from './order.ts';

/** What can only become of those that were told before: nobody is admitted who did not apply. */
const steps: readonly { readonly of: RegExp; readonly become: RegExp }[] = [
  { of: /報名|應考|投件|投稿|參選|徵件|徵得|徵選|收件/u, become: /錄取|入選|獲獎|得獎|入圍|到考|獲選/u },
  { of: /寄發|寄出|發放|發出|發送|寄送/u, become: /回收|收回|有效問卷|有效樣本|回覆|填答/u },
  {
    of: /抽驗|抽測|抽檢|檢驗|檢測|採樣|送驗|受檢|受測|評鑑|受評|查驗|試驗|評定/u,
    become: /(?<!不)合格|不合格|符合(?:規定|標準)|不符|優等|甲等/u,
  },
  { of: /結業|結訓|完訓|畢業/u, become: /就業|取得[^，。；]{0,6}(?:證照|證書|執照)|取證|考取|及格|留任|續留/u },
  { of: /開訓|參訓|受訓|招訓|錄訓|報到/u, become: /結訓|完訓|結業|訓練合格/u },
  { of: /應出席|應到|應試/u, become: /實到|實際出席|出席|到考/u },
  { of: /栽植|種植|栽種|植栽|補植/u, become: /成活|存活/u },
  { of: /陽性|確診|異常/u, become: /追蹤|轉介|就醫/u },
  { of: /列管|納管/u, become: /(?:完成|已)(?:改善|補強|整治|修復|排除|拆除)|(?:改善|補強|整治|修復|拆除)完成/u },
  { of: /裝設|設置|配置/u, become: /妥善|運作正常|正常運作/u },
];

/** 應改善71座，已改善完成74座: what was due, and what of it was done, by the same verb. */
const due = /應(?<verb>改善|修復|訪視|檢查|汰換|查核|檢修|清運|複查|訓練|回訓|拆除|補正|辦理|補強|繳交|申報)/u;

/** Others than those just told are counted in. */
const more =
  /累計|連同|加計|併計|包[含括]|(?<!內)含|另|歷年|以前|上年|去年|前年|上期|跨年|未結|其他|合計|共計|全程|每|平均|新增/u;
const isStep = pattern('^[^。；]{0,40}$');

/** Those that something became of are no more than those that it could become of. */
export function* stepsIn({ sentence }: Surroundings): Iterable<Statement> {
  for (const [i, first] of sentence.figures.entries()) {
    const at = sentence.figures.slice(i + 1).findIndex((figure) => commensurable(figure, first));
    const second = at < 0 ? undefined : sentence.figures[i + 1 + at];
    if (second === undefined || first.kind !== 'count' || !isTold(sentence, first) || !isTold(sentence, second))
      continue;
    const gap = sentence.words.slice(signOf(sentence, first) + 1, signOf(sentence, second));
    if (!isStep.test(gap) || more.test(gap) || more.test(wordsOf(sentence, first))) continue;
    const word = stepBetween(wordsOf(sentence, first), nearWords(gap));
    if (word !== null) yield noLess(second, word, 'steps', first, second);
  }
}

const isTold = (sentence: MarkedSentence, figure: Figure): boolean =>
  figure.widening === 'exact' && sameUnit(figure, figure) && !isPerOne(sentence, figure);

/** Of its own clause. */
const wordsOf = (sentence: MarkedSentence, figure: Figure): string =>
  nearWords(before(sentence, signOf(sentence, figure)));

function stepBetween(own: string, next: string): string | null {
  const verb = due.exec(own)?.groups?.['verb'];
  if (verb !== undefined)
    return next.includes(`已${verb}`) || next.includes(`${verb}完成`) || next.includes(`完成${verb}`) ? verb : null;
  for (const { of, become } of steps) {
    const word = become.exec(next)?.[0];
    // 評鑑結果特優8所、優等15所: both are what became of them.
    if (word !== undefined && of.test(own) && !become.test(own) && !/結果|特優/u.test(own)) return word;
  }
  return null;
}
