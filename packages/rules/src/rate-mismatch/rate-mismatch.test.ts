import { ruleTest } from '../example/rule-test.ts';
import { rule } from './rate-mismatch.ts';

ruleTest(rule, {
  valid: {
    'the rate before its counts': { execution: ['檢舉案查處率97%，受理1,200件，查處1,164件。'] },
    'three times what it was': { execution: ['心理諮商補助由每人3次增為每人9次，次數為原來之3倍。'] },
    'the rate rounds to what is printed': { execution: ['全年受理申請215件，其中核定86件，核定率40%。'] },
    'the rate is cut off at the printed place': { execution: ['抽測1,600株，存活1,391株，存活率86.93%。'] },
    'the whole is named between 占 and the rate': { execution: ['服務326人次，占全區總人口數1,203人之27.1%。'] },
    'the first of two wholes is meant': { execution: ['應訓1,200人，報名960人，報名率80%；結訓912人，結訓率95%。'] },
    'cases are never held against person-times': { execution: ['受理案件1,000件，其中服務500人次，占40%。'] },
    'about is about': { execution: ['受理申請213件，其中核定86件，核定率約40%。'] },
    'both shares of a bracketed list': {
      execution: ['服務長者1萬2,400人，其中女性7,564人(61.0%)、男性4,836人(39.0%)。'],
    },
    'a printed division, and times as much': {
      execution: ['照度合格率99.3%(266/268)。', '營業額達1,836萬元，為112年1,224萬元之1.5倍。'],
    },
    'an average is no part': { execution: ['參加長者1萬4,080人，平均每班22人，其中初次參加者4,928人，占35%。'] },
    'a rate of another kind': { execution: ['貸款1,000戶，其中自用600戶，年利率2.5%。'] },
  },
  invalid: {
    'the rate before its counts': [
      { execution: ['水質不合格率0.6%，抽驗1萬5,000件，不合格80件。'] },
      ['error: 水質不合格率0.6%，抽驗1萬5,000件，不合格80件'],
    ],
    'four times what it was': [
      { execution: ['心理諮商補助由每人3次增為每人9次，次數為原來之4倍。'] },
      ['error: 心理諮商補助由每人3次增為每人9次，次數為原來之4倍'],
    ],
    'two digits changed places': [
      { execution: ['全年應收觀測資料1,576,800筆，實收1,570,020筆，資料完整率99.75%。'] },
      ['error: 全年應收觀測資料1,576,800筆，實收1,570,020筆，資料完整率99.75%'],
    ],
    'a part of the whole named after 占': [
      { execution: ['完成停車格4,860格，占全市停車格1萬3,500格之63%。'] },
      ['error: 完成停車格4,860格，占全市停車格1萬3,500格之63%'],
    ],
    'a share in brackets': [
      { execution: ['服務長者1萬2,400人，其中女性7,564人(66.0%)、男性4,836人(39.0%)。'] },
      ['error: 服務長者1萬2,400人，其中女性7,564人(66.0%)'],
    ],
    'a division is printed': [{ execution: ['照度合格率97.3%(266/268)。'] }, ['error: 照度合格率97.3%(266/268)']],
    'so many times as much': [
      { execution: ['營業額達1,836萬元，為112年1,224萬元之2.5倍。'] },
      ['error: 營業額達1,836萬元，為112年1,224萬元之2.5倍'],
    ],
    'the share of one of two that are named': [
      { execution: ['志工92人中，女性69人、男性23人，女性占57%。'] },
      ['error: 志工92人中，女性69人、男性23人，女性占57%'],
    ],
    'the part has the name of the rate': [
      { execution: ['報名960人；結訓912人，結訓率98%。'] },
      ['error: 報名960人；結訓912人，結訓率98%'],
    ],
  },
});
