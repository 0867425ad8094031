import { ruleTest } from '../example/rule-test.ts';
import { rule } from './impossible-date.ts';

ruleTest(rule, {
  valid: {
    'a leap day': { execution: ['113年2月29日決標。'] },
    'six months are no month': { execution: ['歷時13個月。'] },
  },
  invalid: {
    'the 31st of June': [{ execution: ['於113年6月31日辦理。'] }, ['error: 113年6月31日']],
    'a thirteenth month': [{ execution: ['於113年13月1日辦理。'] }, ['error: 113年13月1日']],
    'the year comes from the date before': [{ execution: ['112年1月5日開工，2月29日停工。'] }, ['error: 2月29日']],
  },
});
