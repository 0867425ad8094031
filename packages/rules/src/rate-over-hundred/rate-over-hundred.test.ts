import { ruleTest } from '../example/rule-test.ts';
import { rule } from './rate-over-hundred.ts';

ruleTest(rule, {
  valid: {
    'attainment may be more': { explanation: ['達成率120%。'] },
    'all of them': { explanation: ['合格率100%。'] },
  },
  invalid: {
    'more were trained than there were': [
      { explanation: ['辦理訓練2,494人次，完訓率為111%。'] },
      ['warning: 完訓率為111%'],
    ],
    'all of a row together': [
      { explanation: ['甲訓練完訓率111%。', '乙訓練完訓率120%。'] },
      ['warning: 完訓率111% | 完訓率120%'],
    ],
  },
});
