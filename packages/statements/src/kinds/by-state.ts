import { compare, sameUnit, sum } from '@guankao/passages';
import { ofFigure, sumOf } from '../expression.ts';
import type { Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

/** What there is to be dealt with, once for all: of what is received some may have come over from the year before. */
const whole = /發現|查獲|查得|(?<![因供反效對相])應(?![變用急對])|全程|總計|總數|共有/u;

/** What can be true of one thing only once. */
const done =
  /(?:完成|改善|改正|修復|拆除|補強|補足|結案|辦結|更新|汰換|清除|設置|建置|興建|裝設)$|(?:立即|當場|當日)[^，。；、]{2,4}$/u;
const underWay = /(?:施工|設計|規劃|採購|協調|審查|審議|審理|處理|辦理|改善|招標|發包|興建)中$/u;
const toCome = /(?:列管|追蹤|排程|待|尚未|未)[^，。；、]{0,5}$/u;

/** Others than the whole was told of. */
const besides = /另|新增|再|含|以前|上年|去年|前一?年|跨年|其他|重複|編列/u;

const mostStates = 4;

/** 發現異常576處，立即改善504處、列管改善72處; 應補強80座，累計完成64座；施工中12座、設計中4座: no more than there are. */
export function* countsByStateIn({ sentence, group }: Surroundings): Iterable<Statement> {
  if (sentence.figures.length === 0) return;
  const all = group.find((figure) => figure.kind === 'count' && whole.test(figure.lead));
  if (all === undefined) return;
  const told = group.filter((figure) => figure.start > all.end && sameUnit(figure, all));
  const last = told.at(-1);
  if (last === undefined || told.length < 2 || told.length > mostStates || !sentence.figures.includes(last)) return;
  const states = told.map((figure) => stateOf(figure.lead));
  if (states.includes(null) || new Set(states).size < states.length || states.every((state) => state === 'done'))
    return;
  if ([all, ...told].some((figure) => figure.widening !== 'exact' || besides.test(figure.lead))) return;
  // Fewer may be told of than there are.
  if (compare(sum(told.map(({ value }) => value)), all.value) < 0) return;
  yield judged({
    kind: 'sum',
    claim: all,
    word: '，',
    sure: true,
    suggested: [{ as: 'by-what-became-of-them', expression: sumOf(...told.map(ofFigure)) }],
  });
}

/** The one state for what is done, its own words for what is not. */
function stateOf(lead: string): string | null {
  const pending = underWay.exec(lead) ?? toCome.exec(lead);
  if (pending !== null) return pending[0];
  return done.test(lead) ? 'done' : null;
}
