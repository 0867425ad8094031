import { rowRule } from '../engine/rule.ts';
import { place, textsIn } from '../facts/filing-facts.ts';
import type { Figure, Text } from '@guankao/passages';
import { lead } from '../facts/figure.ts';
import { longestShared } from '../facts/likeness.ts';

const meta = {
  id: 'another-measure',
  title: { 'zh-Hant': '成果所答並非目標之衡量單位', en: 'The result answers another measure than the target’s' },
  category: 'contradiction',
  severity: 'question',
  authority: '目標與實績應用同一衡量單位',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '單位不同就不能比較：人次、人、件、次各有所指。',
    en: 'Unlike units cannot be compared: visits, people, cases and uses are different things.',
  },
  messages: {
    unit: {
      fault: {
        'zh-Hant': '「{name}」目標以「{targetUnit}」計（{target}），成果以「{actualUnit}」計（{actual}）。',
        en: '“{name}”: the target counts {targetUnit} ({target}), the result {actualUnit} ({actual}).',
      },
      settle: { 'zh-Hant': '請以目標之單位填報實績。', en: 'Report the result in the target’s unit.' },
    },
    peopleTimes: {
      fault: {
        'zh-Hant': '「{words}」稱人數，單位卻是人次。',
        en: '“{words}” is called a number of people and counted in visits.',
      },
      settle: { 'zh-Hant': '請確認是人數或人次。', en: 'Say whether it is people or visits.' },
    },
  },
  yieldsTo: ['target-missed', 'stated-achieved-but-missed', 'target-far-exceeded'],
} as const;

/** Units that are mistaken for each other: people, visits, uses, cases. 場 and 場次, 件 and 案 are often one. */
const mixed = new Set(['人', '人次', '次', '件', '件次', '戶', '家次', '名']);
const alike = new Set(['人|名', '件|件次', '次|件次']);

export const rule = rowRule(meta, function* (row) {
  yield* peopleCountedInTimes(row.texts);
  const results = textsIn(row, 'explanation');
  for (const text of textsIn(row, 'goals')) {
    for (const target of text.figures) {
      const name = nameOf(target);
      if (!mixed.has(target.unit ?? '') || name.length < 4) continue;
      const found = results
        .flatMap(({ figures }) => figures)
        .find((figure) => figure.kind === 'count' && longestShared(nameOf(figure), name).length >= 5);
      if (found === undefined || !mixed.has(found.unit ?? '') || same(found.unit, target.unit)) continue;
      // The same item may go on to the right unit.
      if (
        results.some(({ figures }) =>
          figures.some((figure) => figure.unit === target.unit && longestShared(nameOf(figure), name).length >= 4),
        )
      )
        continue;
      yield {
        says: 'unit',
        words: {
          name: longestShared(nameOf(found), name),
          target: target.words,
          actual: found.words,
          targetUnit: target.unit ?? '',
          actualUnit: found.unit ?? '',
        },
        at: [pointer(target), pointer(found)],
        stated: target.unit,
        computed: found.unit,
      };
    }
  }
});

/** 服務人數計326,341人次 */
function* peopleCountedInTimes(
  texts: readonly Text[],
): Iterable<{ says: 'peopleTimes'; words: { words: string }; at: ReturnType<typeof place>[] }> {
  for (const text of texts) {
    for (const figure of text.figures) {
      if (figure.unit !== '人次') continue;
      const named = /[\u4e00-\u9fff]{0,4}人數(?:計|共|達|為|約|合計|總計)?$/u.exec(lead(figure))?.[0];
      if (named === undefined) continue;
      yield {
        says: 'peopleTimes',
        words: { words: `${named}${figure.words}` },
        at: [place(text, figure.start - named.length, figure.end)],
      };
    }
  }
}

const nameOf = (figure: Figure): string => {
  const { text, start } = figure;
  const before = text.text.slice(Math.max(0, start - 24), start);
  return before.slice(before.search(/[^。；]*$/u)).replace(/目標值?|達成?|完成|辦理|共計|計|新增|逾|，|約/gu, '｜');
};

const same = (a: string | null, b: string | null): boolean =>
  a === b || alike.has(`${a}|${b}`) || alike.has(`${b}|${a}`);
const pointer = ({ text, start, end }: Figure): ReturnType<typeof place> =>
  place(text, Math.max(text.text.slice(0, start).search(/[^。；]*$/u), start - 18), end);
