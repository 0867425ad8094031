import { ruleTest } from '../example/rule-test.ts';
import { rule } from './another-measure.ts';

ruleTest(rule, {
  valid: {
    'the same unit': { goals: ['自然憑證使用人次達50萬人次。'], explanation: ['自然憑證使用人次達60萬人次。'] },
    'people are people': { execution: ['服務人數計326人。'] },
  },
  invalid: {
    'people counted in visits': [
      { execution: ['少年服務人數計326,341人次。'] },
      ['question: 少年服務人數計326,341人次'],
    ],
    'persons asked, cases answered': [
      { goals: ['選送研究人員出國80人。'], explanation: ['核定研究人員出國案件86件。'] },
      ['question: 選送研究人員出國80人 | 核定研究人員出國案件86件'],
    ],
  },
});
