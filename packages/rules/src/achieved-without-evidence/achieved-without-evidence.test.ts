import { ruleTest } from '../example/rule-test.ts';
import { rule } from './achieved-without-evidence.ts';

ruleTest(rule, {
  valid: {
    'a figure shows it': {
      goals: ['辦理5場。'],
      explanation: ['辦理5場，目標已達成。'],
      indicators: [
        { label: '場', target: '辦理5場', value: 5, unit: '場', actual: '辦理5場', actualValue: 5, met: true },
      ],
      stated: { verdict: 'achieved', words: '目標已達成' },
    },
    'nothing said': { goals: ['辦理5場。'], explanation: ['持續辦理。'] },
  },
  invalid: {
    'nothing shows it': [
      {
        goals: ['滿意度達80%。'],
        explanation: ['目標已達成。'],
        indicators: [{ label: '滿意度', target: '滿意度達80%', value: 80, unit: '%' }],
        stated: { verdict: 'achieved', words: '目標已達成' },
      },
      ['question: 滿意度達80% | 目標已達成'],
    ],
    'met by the statement alone': [
      {
        goals: ['建立示範點3處。'],
        explanation: ['績效目標悉數達成。'],
        indicators: [{ label: '示範點', target: '建立示範點3處', value: 3, unit: '處', met: true }],
        stated: { verdict: 'achieved', words: '績效目標悉數達成' },
      },
      ['question: 建立示範點3處 | 績效目標悉數達成'],
    ],
    'nothing to measure by': [
      { goals: ['深化認識。'], explanation: ['目標已達成。'], stated: { verdict: 'achieved', words: '目標已達成' } },
      ['question: 目標已達成'],
    ],
  },
});
