import { ruleTest } from '../example/rule-test.ts';
import { rule } from './numbering-broken.ts';

ruleTest(rule, {
  valid: {
    'levels begin anew': { execution: ['1. 甲', '(1) 乙', '(2) 丙', '2. 丁', '(1) 戊'] },
    'one item': { execution: ['1. 甲'] },
  },
  invalid: {
    skips: [
      { execution: ['1. 辦理甲項工作', '2. 辦理乙項工作', '4. 辦理丙項工作'] },
      ['question: 2. 辦理乙項工作 | 4. 辦理丙項工作'],
    ],
    restarts: [
      { execution: ['1. 辦理甲項工作', '2. 辦理乙項工作', '1. 辦理丙項工作'] },
      ['question: 2. 辦理乙項工作 | 1. 辦理丙項工作'],
    ],
    'Chinese numerals': [
      { execution: ['一、辦理甲項工作', '三、辦理乙項工作'] },
      ['question: 一、辦理甲項工作 | 三、辦理乙項工作'],
    ],
  },
});
