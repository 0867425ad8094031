import { ruleTest } from '../example/rule-test.ts';
import { rule } from './comparison-false.ts';

ruleTest(rule, {
  valid: {
    'means for each of other things': {
      execution: ['參與教師7,800人次，實體3,240人次、線上4,560人次，線上每場平均95人次，實體每場平均45人次。'],
    },
    'above and below': { explanation: ['滿意度92%，高於目標值90%。', '處理時間2.8日，低於標準3日。'] },
    'by how much, not the target': { explanation: ['完成40種，超過目標2種。', '新增23座，未達目標2座。'] },
    'what the print leaves open': { explanation: ['使用率90.0%，高於目標值90%。'] },
    'better has no direction of its own': { explanation: ['處理時間2.8日，優於標準3日。', '合格率98%，優於目標95%。'] },
    'a mean under a bound that one is beyond': { execution: ['回覆天數平均未超過20日，最長23日。'] },
    'a limit that is not kept, and said so': { execution: ['粉塵不得高於30毫克，實測34.2毫克，不符標準。'] },
    'what is counted is told before, and less of it is better': {
      explanation: ['交通事故：目標380件，實際366件，已達成目標。'],
    },
  },
  invalid: {
    'a burden that grew, called better': [
      { execution: ['事故由44件增為52件，改善8件。'] },
      ['error: 事故由44件增為52件'],
    ],
    'step by step': [{ execution: ['逐季場次為36、41、38、50場，呈逐季遞增。'] }, ['error: 41、38']],
    'the most of them by its quarter': [
      { execution: ['使用率第1季52%、第2季61%、第3季77%及第4季70%，以第4季最高。'] },
      ['error: 第3季77%及第4季70%'],
    ],
    'a list told in the unit of its last': [
      { execution: ['五區蓄水量為18、25、31、22、15萬噸，最高為27萬噸。'] },
      ['warning: 31、22、15萬噸，最高為27萬噸'],
    ],
    'said to be kept by all': [
      { execution: ['回覆天數均未超過20日，最長23日。'] },
      ['error: 回覆天數均未超過20日，最長23日'],
    ],
    'of a range': [
      { execution: ['濃度介於12至34毫克，均低於管制值30毫克。'] },
      ['error: 濃度介於12至34毫克，均低於管制值30毫克'],
    ],
    'told again by its name': [
      { execution: ['補助560戶，逾210戶為本年新增。本年新增198戶。'] },
      ['error: 逾210戶為本年新增。本年新增198戶'],
    ],
    'said to be above': [{ explanation: ['民眾滿意度88%，高於目標值90%。'] }, ['error: 民眾滿意度88%，高於目標值90%']],
    'said to be below': [{ explanation: ['處理時間3.8日，低於標準3日。'] }, ['error: 處理時間3.8日，低於標準3日']],
    'said to fall short': [{ explanation: ['完成52處，未達目標50處。'] }, ['error: 完成52處，未達目標50處']],
  },
});
