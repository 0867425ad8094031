import { ruleTest } from '../example/rule-test.ts';
import { rule } from './empty-cell.ts';

ruleTest(rule, {
  valid: {
    'all filled': { plannedWork: ['甲'], execution: ['乙'], goals: ['丙'], explanation: ['丁'] },
    'a parent row': {
      plans: [
        { plannedWork: ['甲'] },
        { marker: '(1)', plannedWork: ['甲'], execution: ['乙'], goals: ['丙'], explanation: ['丁'] },
      ],
    },
  },
  invalid: {
    'no explanation': [
      { name: '範例步道計畫', plannedWork: ['甲'], execution: ['乙'], goals: ['丙'] },
      ['question: 範例步道計畫'],
    ],
  },
});
