import { rowRule } from '../engine/rule.ts';
import { asNumber, dividedBy } from '@guankao/passages';
import { sentenceAt } from '../facts/figure.ts';
import { place, resultColumns, textsIn, type Row } from '../facts/filing-facts.ts';
import { figureSpan } from '../facts/indicators.ts';
import { bigrams, share } from '../facts/likeness.ts';
import {
  givenBySums,
  holds,
  isShare,
  namesakes,
  ownWords,
  pairsOf,
  ratesOf,
  ratioText,
  ratioWritten,
  rolesAreSaid,
  stemOf,
  type Pair,
  type Rate,
} from '../facts/rates.ts';

const meta = {
  id: 'rate-unsupported',
  title: { 'zh-Hant': '比率與他欄所列之數不符', en: 'A rate differs from the figures in another column' },
  category: 'arithmetic',
  severity: 'warning',
  authority: '比率＝部分÷全部，四捨五入或捨去至所印位數',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '比率應能由本列所列分子分母驗算。',
    en: 'A rate should follow from the numerator and denominator that the row gives.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫「{stated}」，他欄 {part}÷{all}＝{computed}%。',
        en: 'The text says “{stated}”; the other column gives {part} ÷ {all} = {computed} %.',
      },
      settle: { 'zh-Hant': '請核對，或寫明該率之分子分母。', en: 'Check, or name the numerator and denominator.' },
    },
  },
  yieldsTo: ['rate-mismatch', 'attainment-mismatch', 'execution-rate-mismatch', 'figures-differ'],
} as const;

export const rule = rowRule(meta, function* (row) {
  const pairs = toldPairs(row);
  if (pairs.length === 0) return;
  const every = textsIn(row, ...resultColumns).flatMap(({ figures }) =>
    pairsOf(figures.filter(({ kind }) => kind === 'count' || kind === 'money')),
  );
  for (const text of textsIn(row, 'explanation', 'execution')) {
    for (const rate of ratesOf(text)) {
      if (
        !isShare(rate) ||
        rate.figure.comparator !== null ||
        /目標|達成率|執行率/u.test(rate.label) ||
        pairsOf(rate.before).length > 0
      )
        continue;
      if (every.some((pair) => holds(pair, rate.figure)) || givenByPartsOf(row, rate)) continue;
      const pair = pairs.find((one) => one.part.text !== text && linked(rate, one));
      if (pair === undefined) continue;
      const from = rate.figure.start - Math.min(rate.label.length, 14);
      yield {
        says: 'differs',
        words: {
          stated: text.text.slice(from, rate.figure.end),
          part: pair.part.words,
          all: pair.all.words,
          computed: ratioWritten(pair),
        },
        at: [place(text, from, rate.figure.end), figureSpan(pair.part), figureSpan(pair.all)],
        stated: asNumber(rate.figure.value),
        computed: asNumber(dividedBy(pair.part.value, pair.all.value)) * 100,
        expression: ratioText(pair),
      };
    }
  }
});

const givenByPartsOf = (row: Row, rate: Rate): boolean =>
  textsIn(row, ...resultColumns).some(({ figures }) =>
    givenBySums(
      figures.filter(({ kind }) => kind === 'count'),
      rate.figure,
    ),
  );

/** A whole and its part, told one after the other in words that say which is which: 核定172人，實際進用164人. */
function toldPairs(row: Row): readonly Pair[] {
  return textsIn(row, ...resultColumns).flatMap(({ text, figures }) =>
    figures.slice(1).flatMap((part, i): Pair[] => {
      const all = figures[i];
      if (all === undefined || all.unit !== part.unit || all.kind !== part.kind || all.kind === 'percent') return [];
      if (sentenceAt(text, all.start)[0] !== sentenceAt(text, part.start)[0]) return [];
      return [{ part, all }];
    }),
  );
}

/** One word for another that means the same: 聘用 and 進用. */
const synonyms: readonly (readonly string[])[] = [
  ['聘用', '進用', '僱用', '錄用', '遴用'],
  ['參訓', '受訓', '到訓'],
  ['完訓', '結訓'],
  ['核准', '核可', '許可'],
  ['改善', '改正'],
];

function linked(rate: Rate, pair: Pair): boolean {
  if (namesakes(rate, pair.part)) return true;
  if (!rolesAreSaid(pair)) return false;
  const words = ownWords(pair.part);
  const stem = stemOf(rate) ?? '';
  if (synonyms.some((group) => group.includes(stem) && group.some((word) => words.includes(word)))) return true;
  const name = bigrams(rate.label.replace(/[率為達約度]|比例/gu, ''));
  return name.size >= 3 && share(name, bigrams(`${ownWords(pair.all)}，${words}`)) >= 0.5;
}
