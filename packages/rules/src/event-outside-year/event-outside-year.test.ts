import { ruleTest } from '../example/rule-test.ts';
import { rule } from './event-outside-year.ts';

ruleTest(rule, {
  valid: {
    'in the year': { execution: ['系統已於113年12月1日正式上線。'] },
    'to be held': { execution: ['於114年11月16日舉辦成果發表會1場，邀請850人參加。'] },
    'promised for later': { execution: ['預計114年3月1日上線。'] },
    'compared with the year before': { execution: ['較112年度增加，完成45處。'] },
  },
  invalid: {
    'who came is told': [
      { execution: ['於114年11月16日舉辦成果發表會1場，計850人到場。'] },
      ['question: 於114年11月16日舉辦成果發表會1場'],
    ],
    'the first day of the next year': [
      { explanation: ['系統已於114年1月1日正式上線。'] },
      ['question: 系統已於114年1月1日正式上線'],
    ],
    'an item of the year before': [
      { execution: ['112年度大型車1輛完成核銷結案。'] },
      ['question: 112年度大型車1輛完成核銷結案'],
    ],
  },
});
