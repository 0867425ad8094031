import { ruleTest } from '../example/rule-test.ts';
import { rule } from './amount-restated.ts';

ruleTest(rule, {
  valid: {
    'the same': { execution: ['經費1,200千元（120萬元）。', '總長1萬2,500公尺(12.5公里)。'] },
    'cut off at the printed place': { execution: ['總長1萬2,560公尺(12.5公里)。'] },
    'something else in the brackets': { execution: ['經費120萬元（含設備費80萬元）。'] },
  },
  invalid: {
    'a place lost': [{ execution: ['經費1,200千元（12萬元）。'] }, ['error: 1,200千元（12萬元']],
    'metres and kilometres': [{ execution: ['總長1萬2,500公尺(15.2公里)。'] }, ['error: 1萬2,500公尺(15.2公里']],
  },
});
