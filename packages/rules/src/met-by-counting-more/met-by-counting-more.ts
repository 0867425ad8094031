import { rowRule } from '../engine/rule.ts';
import { asNumber, compare, minus, written } from '@guankao/passages';
import { commensurable } from '../facts/figure.ts';
import type { Figure } from '@guankao/passages';
import { place, resultColumns, textsIn, type Row } from '../facts/filing-facts.ts';
import { actualFigure, figureSpan, targetFigure } from '../facts/indicators.ts';

const meta = {
  id: 'met-by-counting-more',
  title: { 'zh-Hant': '計入他項始達成目標', en: 'Met only by counting something besides' },
  category: 'target',
  severity: 'question',
  authority: '目標之範圍應先敘明：計入何者、何人經費',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '目標是否含該部分，決定達成與否。',
    en: 'Whether the target covers that part decides if it was met.',
  },
  messages: {
    included: {
      fault: {
        'zh-Hant': '實績 {actual} 含「{words}」；扣除後為 {computed}，未達目標 {target}。',
        en: 'The result {actual} includes “{words}”; without it it is {computed}, short of the target {target}.',
      },
      settle: { 'zh-Hant': '請寫明目標是否包含該部分。', en: 'Say whether the target includes that part.' },
    },
  },
} as const;

/** One column may tell the result alone and the other what it includes. */
function toldWithParts(row: Row, result: Figure): Figure {
  const same = textsIn(row, ...resultColumns).flatMap(({ figures }) =>
    figures.filter((figure) => compare(figure.value, result.value) === 0 && figure.unit === result.unit),
  );
  return same.find(({ text, end }) => includes.test(text.text.slice(end))) ?? result;
}

const includes = /^[^，。；]{0,4}[（(，]?(?:含|包括|包含|其中)(?<what>[^，。；）)]{2,40})/u;
/** What is told apart as not of the plan’s own means. */
const outside = /自籌|自辦|配合款|民間|捐贈|其他(?:機關|經費|計畫)|委託他|外加|額外|上年度|以前年度|\d{3}年度/u;

export const rule = rowRule(meta, function* (row) {
  for (const indicator of row.claims?.indicators ?? []) {
    const [target, result] = [targetFigure(row, indicator), actualFigure(row, indicator)];
    if (target === null || result === null || indicator.met !== true || indicator.comparator === '<=') continue;
    const actual = toldWithParts(row, result);
    const { text, end } = actual;
    const match = includes.exec(text.text.slice(end));
    if (match === null || !outside.test(match[0])) continue;
    const part = text.figures.find(
      (figure) => figure.start >= end && figure.end <= end + match[0].length && commensurable(figure, actual),
    );
    if (part === undefined || compare(minus(actual.value, part.value), target.value) >= 0) continue;
    const left = minus(actual.value, part.value);
    yield {
      says: 'included',
      words: {
        actual: actual.words,
        words: text.text.slice(end + match[0].indexOf(match.groups?.['what'] ?? ''), part.end),
        computed: written(left, 4),
        target: target.words,
      },
      at: [place(text, Math.max(0, actual.start - 4), part.end), figureSpan(target)],
      stated: asNumber(actual.value),
      computed: asNumber(left),
      expression: `${asNumber(actual.value)}-${asNumber(part.value)}`,
    };
  }
});
