import { ruleTest } from '../example/rule-test.ts';
import { rule } from './done-and-pending.ts';

ruleTest(rule, {
  valid: {
    'two stages': { execution: ['第1階段於113年3月29日驗收合格。'], explanation: ['第2階段待辦理驗收。'] },
    'pending first and done then': { execution: ['本工程驗收停滯，嗣於同年完成驗收。'], explanation: ['已完成驗收。'] },
    'other works': { execution: ['甲設備採購案已完成驗收。'], explanation: ['乙廳舍新建案待辦理驗收。'] },
  },
  invalid: {
    'accepted here, pending there': [
      { execution: ['本工程於113年9月23日驗收合格。'], explanation: ['增作工項已全數完工，待辦理驗收。'] },
      ['warning: 本工程於113年9月23日驗收合格 | 待辦理驗收'],
    ],
    'nothing named: the row has one work': [
      { execution: ['113年8月5日完成驗收。'], explanation: ['工程尚未驗收。'] },
      ['warning: 113年8月5日完成驗收 | 工程尚未驗收'],
    ],
    'online here, planned there': [
      {
        execution: ['緊急通報系統於112年11月30日正式上線。'],
        explanation: ['緊急通報系統刻正測試，預計113年2月上線。'],
      },
      ['warning: 緊急通報系統於112年11月30日正式上線 | 預計113年2月上線'],
    ],
  },
});
