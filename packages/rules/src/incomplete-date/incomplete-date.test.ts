import { ruleTest } from '../example/rule-test.ts';
import { rule } from './incomplete-date.ts';

ruleTest(rule, {
  valid: {
    'a month': { execution: ['於113年5月完成。'] },
    'a year': { execution: ['113年完成5案。'] },
    'a span of years': { execution: ['110年5家廠商。'] },
  },
  invalid: {
    '月 is missing': [{ execution: ['於113年5完成建置。'] }, ['warning: 於113年5完成建置']],
    '日 is missing': [{ execution: ['113年5月12完成建置。'] }, ['warning: 113年5月12完成建置']],
  },
});
