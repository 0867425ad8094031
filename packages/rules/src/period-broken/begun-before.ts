import { datesIn } from '../facts/dates.ts';
import { clauseAround, sentenceAt, type Stretch, type Text } from '@guankao/passages';

/** What is told of a plan carried over, of another one, or of what has to be done before a plan begins. */
const soundBefore =
  /前期|前一?計畫|前揭計畫|延續|接續|賡續|原(?:有|計畫|訂)|既有|舊|第一期|先期|先行|前置|籌備|籌設|規劃|研擬|設計|可行性|核定|核准|審議|公告|招標|決標|簽約|訂約|徵件|徵求|受理|申請|報名|甄選|遴選|評選|其他計畫|另案|他案|較|比|相較|自籌|歷年|累計|以來|基期|基準|法|辦法|要點/u;

/** 首所於111年8月依本計畫開工 */
const byThisPlan =
  /(?:依|按|以|由)本計畫[^，。；]{0,6}(?:開工|動工|施工|興建|採購|建置|裝設|補助|辦理|執行|交[車船貨])/u;
/** 自113年1月15日起進駐輔導 */
const servesSince =
  /^起[^，。；、\d]{0,4}(?:進駐|駐點|駐診|輔導|服務|施工|測試|掃描|拍攝|建置|裝設|訓練|試辦|巡迴|巡查|監測|採樣|派駐|營運|供應)/u;
/** 114年2月10日完成系統開發驗收 */
const doneOn =
  /^(?:業|已)*(?:完成[^，。；、\d]{2,10}(?:驗收|建置|裝設|開發|施工|整修|改善)|(?:竣工|完工|驗收(?:合格|通過)?|啟用)(?=[，。；]|$))/u;

/** Work of the plan itself that is dated within the year before its first month (`2024-03`). */
export function* begunBefore(text: Text, firstMonth: string): Iterable<Stretch> {
  for (const { start, end, year, month, said } of datesIn(text)) {
    if (!said || year === null) continue;
    const ahead = monthsBetween(`${year}-${month}`, firstMonth);
    if (ahead <= 0 || ahead > 12) continue;
    const clause = clauseAround(text, start, end);
    const sentence = sentenceAt(text, start);
    const words = text.text.slice(clause.start, clause.end);
    if (soundBefore.test(text.text.slice(sentence.start, sentence.end))) continue;
    const [lead, behind] = [text.text.slice(clause.start, start), text.text.slice(end, clause.end)];
    const isOpening = /^(?:業|已|並)*於?$/u.test(lead);
    if (byThisPlan.test(words) || (lead === '自' && servesSince.test(behind)) || (isOpening && doneOn.test(behind)))
      yield clause;
  }
}

function monthsBetween(from: string, to: string): number {
  const [[a = 0, b = 0], [c = 0, d = 0]] = [from, to].map((month) => month.split('-').map(Number)) as [
    number[],
    number[],
  ];
  return (c - a) * 12 + (d - b);
}
