import { ruleTest } from '../example/rule-test.ts';
import { rule } from './product-mismatch.ts';

ruleTest(rule, {
  valid: {
    'so many each': { execution: ['每隊20人，共計15隊，培訓300人。', '每戶補助5萬元，補助320戶，計1,600萬元。'] },
    'at most so many each': { execution: ['每戶最高5萬元，補助320戶，計1,200萬元。'] },
  },
  invalid: {
    'fifteen teams of twenty': [
      { execution: ['每隊20人，共計15隊，培訓350人。'] },
      ['warning: 每隊20人，共計15隊，培訓350人'],
    ],
  },
});
