import { ruleTest } from '../example/rule-test.ts';
import { rule } from './impossible-share.ts';

ruleTest(rule, {
  valid: {
    '28 of 30 is 93 %': { execution: ['提出30個主題，產出程式中達9成3僅需調整。'] },
    'the figure is the part': { execution: ['累計達51項，占全部項目40%。'] },
    'too many to tell': { execution: ['抽查800件，其中達93.3%合格。'] },
  },
  invalid: {
    'between 28 and 29 of 30': [
      { execution: ['提出30個主題，產出程式中達9成5僅需調整。'] },
      ['warning: 產出程式中達9成5 | 30個'],
    ],
  },
});
