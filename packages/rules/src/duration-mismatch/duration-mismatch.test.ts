import { ruleTest } from '../example/rule-test.ts';
import { rule } from './duration-mismatch.ts';

ruleTest(rule, {
  valid: {
    'the last day counted in, or not': {
      execution: ['特展自113年5月1日至5月31日，共31天。', '特展自113年5月1日至5月31日，為期30天。'],
    },
    'months by their names, and by the day': {
      execution: ['試營運113年3月至8月，為期6個月。', '自113年3月15日至113年9月14日，為期6個月。'],
    },
    years: { execution: ['計畫自112年1月至115年12月，期程4年。', '計畫自112年至115年，計4年。'] },
    'working days leave out more than the calendar tells': {
      execution: ['自113年5月1日至113年5月31日，共22個工作天。'],
    },
    'before the due day': { execution: ['契約期限113年9月30日，廠商於113年9月20日完工，提前10日。'] },
    'a year that is not said': { execution: ['自5月1日至5月31日，共45天。'] },
  },
  invalid: {
    days: [{ execution: ['特展自113年5月1日至113年5月31日，共45天。'] }, ['error: 113年5月1日至113年5月31日，共45天']],
    months: [{ execution: ['試營運113年3月至8月，為期8個月。'] }, ['error: 113年3月至8月，為期8個月']],
    'from the start of work to its end': [
      { execution: ['自113年1月1日開工，至113年4月9日竣工，歷時130日。'] },
      ['error: 113年1月1日開工，至113年4月9日竣工，歷時130日'],
    ],
    'too early': [
      { execution: ['契約期限113年9月30日，廠商於113年9月20日完工，提前20日。'] },
      ['error: 113年9月30日，廠商於113年9月20日完工，提前20日'],
    ],
  },
});
