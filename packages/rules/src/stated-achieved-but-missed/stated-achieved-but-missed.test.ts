import { ruleTest } from '../example/rule-test.ts';
import { rule } from './stated-achieved-but-missed.ts';

ruleTest(rule, {
  valid: {
    met: {
      goals: ['供應150校。'],
      explanation: ['供應150校，年度績效目標已達成。'],
      indicators: [
        { label: '校', target: '供應150校', value: 150, unit: '校', actual: '供應150校', actualValue: 150, met: true },
      ],
      stated: { verdict: 'achieved', words: '年度績效目標已達成' },
    },
    'a milestone does not refute': {
      goals: ['系統上線。'],
      explanation: ['系統測試中，年度績效目標已達成。'],
      indicators: [{ label: '上線', target: '系統上線', actual: '系統測試中', met: false }],
      stated: { verdict: 'achieved', words: '年度績效目標已達成' },
    },
  },
  invalid: {
    'our own arithmetic is no error': [
      {
        goals: ['滿意度較上年度提升2%。'],
        explanation: ['滿意度由80%提升至81%，年度績效目標已達成。'],
        indicators: [
          {
            label: '滿意度',
            target: '滿意度較上年度提升2%',
            value: 2,
            unit: '%',
            actual: '滿意度由80%提升至81%',
            actualValue: 1,
            actualUnit: '百分點',
            met: false,
            compared: { target: 2, actual: 1, unit: '百分點' },
          },
        ],
        stated: { verdict: 'achieved', words: '年度績效目標已達成' },
      },
      ['warning: 滿意度較上年度提升2% | 滿意度由80%提升至81% | 年度績效目標已達成'],
    ],
    'two schools short': [
      {
        goals: ['供應150校。'],
        explanation: ['供應148校，年度績效目標已達成。'],
        indicators: [
          {
            label: '校',
            target: '供應150校',
            value: 150,
            unit: '校',
            actual: '供應148校',
            actualValue: 148,
            met: false,
          },
        ],
        stated: { verdict: 'achieved', words: '年度績效目標已達成' },
      },
      ['error: 供應150校 | 供應148校 | 年度績效目標已達成'],
    ],
  },
});
