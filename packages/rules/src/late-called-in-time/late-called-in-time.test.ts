import { ruleTest } from '../example/rule-test.ts';
import { rule } from './late-called-in-time.ts';

ruleTest(rule, {
  valid: {
    'in time': { execution: ['依契約應於113年8月31日前交船，廠商於8月20日如期交船。'] },
    'on the day': { execution: ['竣工期限為113年10月15日，廠商於10月15日竣工，未逾期。'] },
    'within the month': { execution: ['原訂113年8月完成之修法作業，業依限於113年8月20日完成。'] },
    'more time was granted': { execution: ['應於113年8月31日前交船，經同意展延，廠商於9月13日如期交船。'] },
    'called late': { execution: ['應於113年8月31日前交船，廠商於9月13日交船，未能如期。'] },
    'nothing is called': { execution: ['應於113年8月31日前交船，廠商於9月13日交船。'] },
    'no date was due': { execution: ['113年8月31日召開會議，並於9月13日如期發布。'] },
    'within the period': {
      period: '113年1月至113年12月',
      execution: ['設置6站，末站於113年12月20日驗收完竣。'],
      explanation: ['6站均於計畫期程內驗收完竣。'],
    },
    'to come after the period': {
      period: '113年1月至113年12月',
      execution: ['設置6站；後續擴充預計於114年2月20日完工。'],
      explanation: ['6站均於計畫期程內驗收完竣。'],
    },
    'two works': { execution: ['應於113年8月31日前交船。另於9月13日如期召開會議。'] },
  },
  invalid: {
    'after the period, and called within it': [
      {
        period: '113年1月至113年12月',
        execution: ['設置6站，末站於114年2月20日驗收完竣。'],
        explanation: ['6站均於計畫期程內驗收完竣。'],
      },
      ['warning: 於計畫期程內驗收 | 末站於114年2月20日驗收完竣 | 113年1月至113年12月'],
    ],
    'by contract': [
      { execution: ['依契約應於113年8月31日前交船，廠商於9月13日如期交船。'] },
      ['warning: 113年8月31日前交船，廠商於9月13日如期'],
    ],
    'a quarter': [
      { execution: ['原訂於113年第2季完成之修法作業，業依限於113年8月完成。'] },
      ['warning: 113年第2季完成之修法作業，業依限於113年8月'],
    ],
    'not over the limit': [
      { execution: ['竣工期限為113年10月15日，廠商於11月4日竣工，未逾期。'] },
      ['warning: 113年10月15日，廠商於11月4日竣工，未逾期'],
    ],
  },
});
