import { ruleTest } from '../example/rule-test.ts';
import { rule } from './name-spelling.ts';

ruleTest(rule, {
  valid: {
    'all alike': {
      plans: [{ name: '智慧服務計畫-甲案' }, { name: '智慧服務計畫-乙案' }, { name: '智慧服務計畫-丙案' }],
    },
    'two rows settle nothing': { plans: [{ name: '智慧服務計畫-甲案' }, { name: '智慧服務計畫—乙案' }] },
  },
  invalid: {
    'another dash': [
      { plans: [{ name: '智慧服務計畫-甲案' }, { name: '智慧服務計畫-乙案' }, { name: '智慧服務計畫—丙案推廣' }] },
      ['question: 服務計畫—丙案推廣'],
    ],
  },
});
