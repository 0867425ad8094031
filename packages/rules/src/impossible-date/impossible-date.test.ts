import { ruleTest } from '../example/rule-test.ts';
import { rule } from './impossible-date.ts';

ruleTest(rule, {
  valid: {
    'a leap day': { execution: ['113年2月29日決標。'] },
    'a day with its weekday': { execution: ['113年12月2日（星期一）開幕。'] },
    'a day without its year': { execution: ['3月20日（星期一）開幕。'] },
    'the last day of a stretch': { execution: ['113年12月2日至3日（星期二）辦理。'] },
    'what may number the next': { execution: ['自113年12月2日（二）訪視輔導。'] },
    'six months are no month': { execution: ['歷時13個月。'] },
  },
  invalid: {
    'the 31st of June': [{ execution: ['於113年6月31日辦理。'] }, ['error: 113年6月31日']],
    'a thirteenth month': [{ execution: ['於113年13月1日辦理。'] }, ['error: 113年13月1日']],
    'another weekday': [{ execution: ['113年12月2日（星期四）開幕。'] }, ['warning: 113年12月2日（星期四）']],
    'the year comes from the date before': [{ execution: ['112年1月5日開工，2月29日停工。'] }, ['error: 2月29日']],
  },
});
