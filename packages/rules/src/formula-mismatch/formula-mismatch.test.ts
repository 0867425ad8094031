import { ruleTest } from '../example/rule-test.ts';
import { rule } from './formula-mismatch.ts';

ruleTest(rule, {
  valid: {
    'it comes out': { execution: ['辦理共讀360場（30場×12月＝360場）。', '共計600人次（50人×12場）。'] },
    'products before sums, brackets first': {
      execution: ['總計1,100元（100元＋200元×5）。', '計1,500元（(100元＋200元)×5）。'],
    },
    'a fraction that is no calculation': { execution: ['完成12處（3/15）。'] },
    'a rate is told by rate-mismatch': { execution: ['合格率97.3%（266/268）。'] },
  },
  invalid: {
    'a product with its result': [
      { execution: ['全年辦理共讀活動380場（30場×12月＝380場）。'] },
      ['error: 全年辦理共讀活動380場（30場×12月＝380場）'],
    ],
    'in brackets behind the result': [
      { execution: ['共計650人次（50人×12場）。'] },
      ['error: 共計650人次（50人×12場）'],
    ],
    'a sum': [{ execution: ['人力配置120人＋35人＝165人。'] }, ['error: 人力配置120人＋35人＝165人']],
  },
});
