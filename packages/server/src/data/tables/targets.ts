import { type IndicatorReading } from '@guankao/reading';
import { heading, terms } from '@guankao/terms';
import { evidenceWords, words } from '@guankao/web';
import { both, tableOf } from '../table.ts';
import { eachOf, numberColumn, ofRows, rowColumn, type OfRow } from './of-row.ts';

type OfTarget = OfRow & { readonly thing: IndicatorReading };

export const targets = tableOf<OfTarget>({
  id: 'targets',
  title: both('目標與結果', 'Targets and results'),
  about: both(
    '讀到的每一項可衡量的目標，和回答它的結果。',
    'Each measurable target that was read, and the result that answers it.',
  ),
  key: 'id',
  references: ofRows,
  rows: (held) => eachOf(held, ({ indicators }) => indicators),
  columns: [
    numberColumn(both('列編號加目標順序。', 'The row’s id and the target’s number.')),
    rowColumn,
    {
      key: 'label',
      head: both('指標', 'indicator'),
      about: both('目標衡量什麼。', 'What the target measures.'),
      type: 'string',
      required: true,
      of: ({ thing }) => thing.label,
    },
    {
      key: 'scope',
      head: both('目標範圍', 'scope'),
      about: both('本年度或全期。', 'This year or the whole plan.'),
      type: 'string',
      required: true,
      words: { 'zh-Hant': { year: '本年度', plan: '全期' }, en: { year: 'year', plan: 'whole plan' } },
      of: ({ thing }) => thing.scope,
    },
    {
      key: 'comparator',
      head: both('比較', 'comparator'),
      about: both('>=、<=、= 或查核點。', '>=, <=, = or milestone.'),
      type: 'string',
      required: true,
      words: { 'zh-Hant': { milestone: words['zh-Hant'].milestone }, en: { milestone: words.en.milestone } },
      of: ({ thing }) => thing.comparator,
    },
    {
      key: 'targetText',
      head: both('目標(原文)', 'target (as printed)'),
      about: both('目標的原文。', 'The words of the target.'),
      type: 'string',
      required: true,
      of: ({ thing }) => thing.target.text,
    },
    {
      key: 'targetValue',
      head: both('目標值', 'target value'),
      about: both('目標的數；查核點留空。', 'Its number; empty for a milestone.'),
      type: 'number',
      of: ({ thing }) => thing.target.value,
    },
    {
      key: 'targetUnit',
      head: both('目標單位', 'target unit'),
      about: both('目標值的單位。', 'Unit of the target value.'),
      type: 'string',
      of: ({ thing }) => thing.target.unit,
    },
    {
      key: 'resultText',
      head: both('結果(原文)', 'result (as printed)'),
      about: both('回答目標的原文；沒有回答的留空。', 'The words that answer it; empty where nothing does.'),
      type: 'string',
      of: ({ thing }) => thing.actual?.text ?? null,
    },
    {
      key: 'resultValue',
      head: both('結果值', 'result value'),
      about: both('結果的數。', 'Its number.'),
      type: 'number',
      of: ({ thing }) => thing.actual?.value ?? null,
    },
    {
      key: 'resultUnit',
      head: both('結果單位', 'result unit'),
      about: both('結果值的單位。', 'Unit of the result value.'),
      type: 'string',
      of: ({ thing }) => thing.actual?.unit ?? null,
    },
    {
      key: 'verdict',
      head: both('判定', 'verdict'),
      about: both('達成、未達成或無法判定。', 'Achieved, not achieved or undetermined.'),
      type: 'string',
      required: true,
      words: {
        'zh-Hant': { met: words['zh-Hant'].met, missed: words['zh-Hant'].missed, open: words['zh-Hant'].unanswered },
        en: { met: words.en.met, missed: words.en.missed, open: words.en.unanswered },
      },
      of: ({ thing }) => (thing.met === null ? 'open' : thing.met ? 'met' : 'missed'),
    },
    {
      key: 'evidence',
      head: heading(terms.evidenceGrade),
      about: both(
        '結果靠什麼佐證；全期目標今年還沒有結果的、分級以前讀入的，留空。',
        'What bears the result out; empty of a whole plan’s target without a result yet, and of what was read before there were grades.',
      ),
      type: 'string',
      words: evidenceWords.standing,
      of: ({ thing }) => thing.evidence?.grade ?? null,
    },
    {
      key: 'evidenceBy',
      head: both('佐證(原文)', 'evidence (as printed)'),
      about: both('發文字號，或算得出結果的數字。', 'Numbers of documents, or the figures that give the result.'),
      type: 'string',
      of: ({ thing }) => thing.evidence?.by.join('、') || null,
    },
  ],
});
