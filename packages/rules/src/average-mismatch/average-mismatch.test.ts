import { ruleTest } from '../example/rule-test.ts';
import { rule } from './average-mismatch.ts';

ruleTest(rule, {
  valid: {
    'rates that are weighed by how many there are': {
      execution: ['大型車12輛每輛850萬元、小型車30輛每輛150萬元，平均每輛350萬元。'],
    },
    'means of groups that are weighed': { execution: ['東區20場每場60人、西區30場每場50人，平均每場54人。'] },
    'prices are no whole': { execution: ['每組6,000元，平均每組4,500元。'] },
    'a mean that weighs': { execution: ['完整率分別為98.6%、99.5%及98.8%，依站數加權平均為99.2%。'] },
    'cut off': { execution: ['辦理2場說明會，吸引731人參與，每場平均365人。'] },
    rounded: { execution: ['辦理2場說明會，吸引731人參與，每場平均366人。'] },
    'money by group': { execution: ['輔導團隊36隊，核發創業金720萬元，平均每隊20萬元。'] },
    'person-times by person': { execution: ['服務長者4,880人，全年供餐43萬9,200人次，平均每人90次。'] },
    'a year has twelve months': { execution: ['全年下載次數32萬4,000次，平均每月2萬7,000次。'] },
    'the mean of a list': { execution: ['三站妥善率分別為92%、95%及98%，平均95%。'] },
  },
  invalid: {
    'rates that are weighed wrongly': [
      { execution: ['大型車12輛每輛850萬元、小型車30輛每輛150萬元，平均每輛380萬元。'] },
      ['error: 大型車12輛每輛850萬元、小型車30輛每輛150萬元，平均每輛380萬元'],
    ],
    'two digits changed places': [
      { execution: ['辦理教師研習30場次，參訓教師1,050人次，平均每場53人次。'] },
      ['error: 辦理教師研習30場次，參訓教師1,050人次，平均每場53人次'],
    ],
    'by one': [
      { execution: ['疏散演練26場次，動員3,120人次，平均1場210人次。'] },
      ['error: 疏散演練26場次，動員3,120人次，平均1場210人次'],
    ],
    'by month': [
      { execution: ['全年下載次數32萬4,000次，平均每月3萬7,000次。'] },
      ['error: 全年下載次數32萬4,000次，平均每月3萬7,000次'],
    ],
    'the mean of a list': [
      { execution: ['三站妥善率分別為92%、95%及98%，平均92%。'] },
      ['error: 三站妥善率分別為92%、95%及98%，平均92%'],
    ],
  },
});
