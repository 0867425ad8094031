import { ruleTest } from '../example/rule-test.ts';
import { rule } from './bracket-unpaired.ts';

ruleTest(rule, {
  valid: {
    'pairs, wide and narrow, one within the other': {
      execution: ['整建14座（游泳池5座(含跳水池)、體育館9座），並訂定「營運要點」。'],
    },
    'opened wide and closed narrow': { execution: ['整建14座（游泳池5座)。'] },
    'numbers of items': { execution: ['1)整建14座，2)開館9座；甲）辦理研習。'] },
  },
  invalid: {
    'not closed': [{ execution: ['田徑場3座（含更新跑道2面。'] }, ['question: 田徑場3座（含更新跑道2']],
    'never opened': [{ execution: ['諮詢360場次含視訊96場次），服務6,120人次。'] }, ['question: 視訊96場次）']],
    'a quotation without its end': [{ execution: ['訂定「營運要點並公告。'] }, ['question: 訂定「營運要點並公']],
  },
});
