import { ruleTest } from '../example/rule-test.ts';
import { rule } from './goals-repeat-execution.ts';

ruleTest(rule, {
  valid: {
    'other words': { goals: ['完成營造業線上系統講習22場。'], execution: ['辦理線上系統講習計22場次。'] },
    'one of four': {
      goals: ['完成營造業線上系統講習22場。', '甲', '乙', '丙'],
      execution: ['完成營造業線上系統講習22場。'],
    },
  },
  invalid: {
    'word for word': [
      { goals: ['完成營造業線上系統講習22場。'], execution: ['完成營造業線上系統講習22場。'] },
      ['question: 完成營造業線上系統講習22場。'],
    ],
  },
});
