import { ruleTest } from '../example/rule-test.ts';
import { rule } from './estimated-result.ts';

ruleTest(rule, {
  valid: {
    'a disaster estimate is the work itself': { execution: ['依災損推估成果辦理演練。'] },
  },
  invalid: {
    'an estimate': [
      { explanation: ['係依紀錄以人工估算其結果，可能會產生誤差。'] },
      ['question: 係依紀錄以人工估算其結果'],
    ],
  },
});
