import { rowRule } from '../engine/rule.ts';
import { asNumber, compare, same, times, whole, written } from '@guankao/passages';
import { clauseAround, lead } from '../facts/figure.ts';
import { longestShared } from '../facts/likeness.ts';
import { columnNames, place, type Row } from '../facts/filing-facts.ts';
import { proofOfTotal } from '../proofs/of-figures.ts';
import type { Figure, Text } from '@guankao/passages';
import { figureSpan } from '../facts/indicators.ts';
import { sentencesOf, listFrom, sameUnit, total } from '../facts/lists.ts';
import { bare } from '../facts/rates.ts';

const meta = {
  id: 'list-total-mismatch',
  title: { 'zh-Hant': '一欄逐項所列與他欄總數不符', en: 'A list in one column differs from the total in another' },
  category: 'arithmetic',
  severity: 'warning',
  authority: '加總：合計＝各分項之和',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '預定逐項所列與完成總數應能相符。',
    en: 'What was listed item by item and what was counted in all should agree.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '{listColumn}所列 {count} 項相加為 {computed}，{totalColumn}寫 {stated}。',
        en: 'The {count} items in {listColumn} add up to {computed}; {totalColumn} says {stated}.',
      },
      settle: { 'zh-Hant': '請核對各項，或寫明增減。', en: 'Check the items, or say what was added or left out.' },
    },
  },
} as const;

/** Shorter lists are seldom complete. */
const longEnough = 4;

export const rule = rowRule(meta, function* (row) {
  for (const list of lists(row)) {
    const computed = total(list);
    const totals = candidates(row, list, computed);
    const right = totals.filter(({ value }) => same(value, computed));
    const others = totals.filter(({ value }) => !same(value, computed));
    // Where one place has the total right, only another that names the same thing is wrong.
    const stated =
      right[0] === undefined
        ? others[0]
        : others.find(
            (other) =>
              !isPartOf(other, computed) &&
              right.some((figure) => longestShared(clauseOf(figure), clauseOf(other)).length >= 4),
          );
    if (stated === undefined || (right.length === 0 && others.some(({ value }) => !same(value, stated.value))))
      continue;
    const [first, last] = [list[0] ?? stated, list.at(-1) ?? stated];
    yield {
      says: 'differs',
      words: {
        listColumn: columnNames[first.text.column],
        totalColumn: columnNames[stated.text.column],
        count: list.length,
        computed: written(computed, 4),
        stated: stated.words,
      },
      at: [figureSpan(stated), place(first.text, first.start - Math.min(lead(first).length, 8), last.end)],
      stated: asNumber(stated.value),
      computed: asNumber(computed),
      expression: list.map(bare).join('+'),
      proof: proofOfTotal('all-that-are-listed', list, stated),
    };
  }
});

/** What a result lists is not what was asked for. */
function isResult({ column }: Text): boolean {
  return column === 'execution' || column === 'explanation';
}

/** 前述37件中完工22件: told beside the total, as a part of it. */
function isPartOf(figure: Figure, computed: Figure['value']): boolean {
  const [from, to] = clauseAround(figure.text.text, figure.start, figure.end);
  return figure.text.figures.some(
    (other) =>
      other !== figure &&
      other.start >= from &&
      other.end <= to &&
      sameUnit(other, figure) &&
      same(other.value, computed),
  );
}

function clauseOf({ text, start, end }: Figure): string {
  const [from, to] = clauseAround(text.text, start, end);
  return text.text.slice(from, to).replace(/\d+年度?|完成|辦理/gu, '｜');
}

function* lists(row: Row): Iterable<readonly Figure[]> {
  for (const text of row.texts) {
    for (const figures of sentencesOf(text)) {
      for (let at = 0; at < figures.length; at++) {
        const list = listFrom(figures, at);
        if (list.length >= longEnough) yield list;
        at += list.length - 1;
      }
    }
  }
}

/** 目標值90家 says what was asked for, not what the list comes to; 累計 and 全程 count other years in. */
const another = /目標值?[為：:]?$|累計|全程|歷年|總目標/u;

/** Counts of the same unit elsewhere in the row that could be the list's total: of its size, and in no list themselves. */
function candidates(row: Row, list: readonly Figure[], computed: Figure['value']): readonly Figure[] {
  const first = list[0];
  return row.texts
    .filter((text) => text !== first?.text && !(first !== undefined && isResult(first.text) && !isResult(text)))
    .flatMap(({ figures }) => figures)
    .filter((figure) => !another.test(lead(figure)))
    .filter(
      (figure) =>
        first !== undefined && sameUnit(figure, first) && list.every((part) => compare(figure.value, part.value) > 0),
    )
    .filter(
      ({ value }) => compare(times(value, whole(2)), computed) > 0 && compare(value, times(computed, whole(2))) < 0,
    );
}
