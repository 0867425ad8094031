import { ruleTest } from '../example/rule-test.ts';
import { rule } from './parts-mismatch.ts';

ruleTest(rule, {
  valid: {
    'one of a list is no whole of the others': {
      execution: ['汰換救護車：111年46輛、112年52輛、113年58輛，三年累計156輛，餘44輛於114年辦理，全程200輛。'],
    },
    'nor one that is told with its share': {
      execution: ['活動類型：山域378場占三成、水域252場占兩成、其餘630場為生態參訪，占五成。'],
    },
    'parts of what was told before the nearest': {
      execution: [
        '不合格46件中，農藥殘留28件、動物用藥11件、標示不符5件、其他2件，均已移請處理，其中限期改善41件、罰鍰5件。',
      ],
    },
    'of each quarter': { execution: ['第1至第4季受理件數為210、245、268、277件，全年1,000件。'] },
    'of three years': { execution: ['連續三年參訓人數為3,400人、3,750人、4,050人，三年累計1萬1,200人。'] },
    'parts in brackets': { goals: ['共計39處(中央7處、港區5處及地方27處)。'] },
    'parts after 其中': { execution: ['汰換45輛，其中小客車28輛、機車17輛。'] },
    'only some are listed': { execution: ['汰換45輛，其中小客車20輛、機車2輛。'] },
    'a total behind its parts': { execution: ['整建A段7.4公里及B段5.2公里，合計12.6公里。'] },
    'and the rest': { execution: ['核定補助31館，其中29館已啟用，其餘2館延宕。'] },
    'joined to what there was': { execution: ['新設18站，連同既有254站，觀測網合計達272站。'] },
    'another unit is another count': { execution: ['完成60處站臺、10處派遣臺共計1,016項設備。'] },
    'seats in a name': { plannedWork: ['大型車(21人座)1輛、大型車(42人座)1輛、工程車4輛。'] },
  },
  invalid: {
    'of each quarter': [
      { execution: ['第1至第4季受理件數為210、245、268、277件，全年990件。'] },
      ['error: 第1至第4季受理件數為210、245、268、277件，全年990件'],
    ],
    'of three years': [
      { execution: ['連續三年參訓人數為3,400人、3,750人、4,050人，三年累計1萬1,300人。'] },
      ['error: 連續三年參訓人數為3,400人、3,750人、4,050人，三年累計1萬1,300人'],
    ],
    'told by county': [
      { execution: ['本年度改善面積1,860公頃，按縣別為甲縣742公頃、乙縣655公頃、丙縣473公頃。'] },
      ['error: 本年度改善面積1,860公頃，按縣別為甲縣742公頃、乙縣655公頃、丙縣473公頃'],
    ],
    'too few': [
      { execution: ['清除1,284公噸，包含塑膠類612公噸、漁具類388公噸及其他類294公噸。'] },
      ['error: 清除1,284公噸，包含塑膠類612公噸、漁具類388公噸及其他類294公噸'],
    ],
    'money in brackets': [
      { execution: ['預算金額4,305萬元(中央2,346萬9,000元、地方1,988萬1,000元)。'] },
      ['error: 預算金額4,305萬元(中央2,346萬9,000元、地方1,988萬1,000元)'],
    ],
    'behind its parts': [
      { execution: ['冰水主機6台、空調箱24台，共40台。'] },
      ['error: 冰水主機6台、空調箱24台，共40台'],
    ],
    'more parts than there are': [
      { execution: ['汰換45輛，其中小客車28輛、機車71輛。'] },
      ['error: 汰換45輛，其中小客車28輛、機車71輛'],
    ],
    'two that leave nothing out': [
      { execution: ['志工92人中，女性69人、男性32人。'] },
      ['error: 志工92人中，女性69人、男性32人'],
    ],
    'one digit away from a list that may be partial': [
      { execution: ['掃描1,250頁，其中文書類900頁、圖說類250頁。'] },
      ['warning: 掃描1,250頁，其中文書類900頁、圖說類250頁'],
    ],
    'the rest': [
      { execution: ['核定補助31館，其中29館已啟用，其餘3館延宕。'] },
      ['error: 核定補助31館，其中29館已啟用，其餘3館'],
    ],
  },
});
