import { ruleTest } from '../example/rule-test.ts';
import { rule } from './umbrella-total.ts';

ruleTest(rule, {
  valid: {
    'unlike plans with equal totals': {
      plans: [
        { name: '甲乙丙丁計畫', approved: 500, budgeted: 400 },
        { name: '戊己庚辛計畫', approved: 500, budgeted: 400 },
      ],
    },
    'early in its period': { period: '113年1月至116年12月', approved: 1000, budgeted: 50 },
  },
  invalid: {
    'one total on two rows': [
      {
        plans: [
          { name: '智慧服務計畫-甲', approved: 5000, budgeted: 90 },
          { name: '智慧服務計畫-乙', approved: 5000, budgeted: 80 },
        ],
      },
      ['question: 5,000 | 5,000'],
    ],
    'past its half with a tenth': [
      { period: '111年1月至114年12月', approved: 1000, budgeted: 100 },
      ['question: 1,000 | 100'],
    ],
  },
});
