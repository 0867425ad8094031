import { ruleTest } from '../example/rule-test.ts';
import { rule } from './target-restated.ts';

const dredged = (actual: string) => ({
  label: '疏濬',
  target: '疏濬土方12萬立方公尺',
  value: 120_000,
  unit: '立方公尺',
  actual,
  actualValue: 135_000,
  met: true,
});

ruleTest(rule, {
  valid: {
    'the same, told again': {
      goals: ['疏濬土方12萬立方公尺。'],
      explanation: ['疏濬土方13萬5,000立方公尺，較年度目標12萬立方公尺超出1萬5,000立方公尺。'],
      indicators: [dredged('疏濬土方13萬5,000立方公尺')],
    },
    'of the whole plan': {
      goals: ['疏濬土方12萬立方公尺。'],
      explanation: ['疏濬土方13萬5,000立方公尺，較全程目標13萬立方公尺超出5,000立方公尺。'],
      indicators: [dredged('疏濬土方13萬5,000立方公尺')],
    },
    'revised on the way': {
      goals: ['疏濬土方12萬立方公尺。'],
      explanation: ['目標經修正後，疏濬土方13萬5,000立方公尺，較目標13萬立方公尺超出5,000立方公尺。'],
      indicators: [dredged('疏濬土方13萬5,000立方公尺')],
    },
    'of something that the goals do not ask': {
      goals: ['疏濬土方12萬立方公尺。'],
      explanation: ['疏濬土方13萬5,000立方公尺。', '回填8萬立方公尺，較目標7萬立方公尺超出1萬立方公尺。'],
      indicators: [dredged('疏濬土方13萬5,000立方公尺')],
    },
    'by how much, not the target': {
      goals: ['疏濬土方12萬立方公尺。'],
      explanation: ['疏濬土方13萬5,000立方公尺，超過目標1萬5,000立方公尺。'],
      indicators: [dredged('疏濬土方13萬5,000立方公尺')],
    },
  },
  invalid: {
    'another than the goals have': [
      {
        goals: ['疏濬土方12萬立方公尺。'],
        explanation: ['疏濬土方13萬5,000立方公尺，較年度目標13萬立方公尺超出5,000立方公尺。'],
        indicators: [dredged('疏濬土方13萬5,000立方公尺')],
      },
      ['warning: 較年度目標13萬立方公尺 | 12萬立方公尺'],
    ],
  },
});
