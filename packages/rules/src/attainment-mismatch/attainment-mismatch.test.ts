import { ruleTest } from '../example/rule-test.ts';
import { rule } from './attainment-mismatch.ts';

const courses = [
  {
    label: '開設課程',
    target: '開設課程2,000門',
    value: 2000,
    unit: '門',
    actual: '開設課程2,100門',
    actualValue: 2100,
    met: true,
  },
  {
    label: '修課',
    target: '修課5萬人次',
    value: 50000,
    unit: '人次',
    actual: '修課5萬4,000人次',
    actualValue: 54000,
    met: true,
  },
];

ruleTest(rule, {
  valid: {
    'more than 100 % is no fault': {
      goals: ['1. 完成掃描120萬頁。'],
      explanation: ['1. 完成掃描125萬6,400頁，達成率104.7%。'],
      indicators: [
        {
          label: '掃描',
          target: '完成掃描120萬頁',
          value: 1200000,
          unit: '頁',
          actual: '125萬6,400頁',
          actualValue: 1256400,
          met: true,
        },
      ],
    },
    'nothing is named: the goal of that number': {
      goals: ['1. 建置充電樁40座。', '2. 輔導業者60家。', '3. 種植行道樹120株、灌木80株。'],
      explanation: ['1. 完成30座，達成率75%。', '2. 已完成66家，達成率110%。', '3. 完成150株，達成率75%。'],
    },
    'a goal of another number, or of another unit': {
      goals: ['1. 建置充電樁40座。', '2. 辦理講習12場。'],
      explanation: ['1. 完成30處，達成率60%。', '3. 完成9場，達成率90%。'],
    },
    'a round target is as many, and no more': {
      goals: ['1. 借閱圖書5萬冊。', '2. 服務約3萬人次。'],
      explanation: ['1. 借閱圖書5萬7,600冊，達成率115.2%。', '2. 服務3萬200人次，達成率102%。'],
    },
    'where less is better the target stands above': {
      goals: ['平均處理天數5日以內。'],
      explanation: ['平均處理天數4日，達成率125%。'],
      indicators: [
        {
          label: '天數',
          comparator: '<=',
          target: '平均處理天數5日以內',
          value: 5,
          unit: '日',
          actual: '平均處理天數4日',
          actualValue: 4,
          met: true,
        },
      ],
    },
    'what is over the target is no attainment': {
      goals: ['1. 刨鋪路面300公里。'],
      explanation: ['1. 刨鋪路面317.4公里，超越目標5.8%。'],
      indicators: [
        {
          label: '刨鋪',
          target: '刨鋪路面300公里',
          value: 300,
          unit: '公里',
          actual: '刨鋪路面317.4公里',
          actualValue: 317.4,
          met: true,
        },
      ],
    },
    'how far it lags is neither of the two': {
      goals: ['1. 啟用據點120處。'],
      explanation: ['1. 啟用據點111處，落後目標9處，達成率92.5%。'],
      indicators: [
        {
          label: '據點',
          target: '啟用據點120處',
          value: 120,
          unit: '處',
          actual: '啟用據點111處',
          actualValue: 111,
          met: false,
        },
      ],
    },
    'two results told in turn': {
      goals: ['結案率94%、抽驗1,100件。'],
      explanation: ['結案率95%、抽驗1,150件，依序達成101.1%、104.5%。'],
      indicators: [
        {
          label: '抽驗',
          target: '抽驗1,100件',
          value: 1100,
          unit: '件',
          actual: '抽驗1,150件',
          actualValue: 1150,
          met: true,
        },
      ],
    },
    'rates in the order of the results': {
      goals: ['開設課程2,000門；修課5萬人次。'],
      explanation: ['開設課程2,100門、修課5萬4,000人次，達成率105%、108%。'],
      indicators: courses,
    },
    'by how much all of them passed it': {
      goals: ['輔導40家；節電500萬度。'],
      explanation: ['輔導42家、節電525萬度，均逾目標5%。'],
      indicators: [
        {
          label: '節電',
          target: '節電500萬度',
          value: 5000000,
          unit: '度',
          actual: '節電525萬度',
          actualValue: 5250000,
          met: true,
        },
      ],
    },
    'no target is known': { explanation: ['完成掃描125萬頁，達成率104.7%。'] },
  },
  invalid: {
    'nothing is named: the goal of that number': [
      {
        goals: ['1. 建置充電樁40座。', '2. 輔導業者60家。', '3. 汰換管線12公里。'],
        explanation: ['1. 完成38座，達成率75%。', '2. 已完成66家，達成率101%。', '3. 已汰換9公里，達成率85%。'],
      },
      ['error: 達成率75% | 38座 | 40座', 'error: 達成率101% | 66家 | 60家', 'error: 達成率85% | 9公里 | 12公里'],
    ],
    'a round target is as many, and no more': [
      {
        goals: ['1. 借閱圖書5萬冊。', '2. 檔案建檔4萬案。'],
        explanation: ['1. 借閱圖書5萬7,600冊，達成率115.1%。', '2. 檔案建檔4萬2,180案，達成率105.47%。'],
      },
      ['error: 達成率115.1% | 5萬7,600冊 | 5萬冊', 'error: 達成率105.47% | 4萬2,180案 | 4萬案'],
    ],
    'one digit off': [
      {
        goals: ['1. 完成掃描120萬頁。'],
        explanation: ['1. 完成掃描125萬6,400頁，達成率107.4%。'],
        indicators: [
          {
            label: '掃描',
            target: '完成掃描120萬頁',
            value: 1200000,
            unit: '頁',
            actual: '125萬6,400頁',
            actualValue: 1256400,
            met: true,
          },
        ],
      },
      ['error: 達成率107.4% | 125萬6,400頁 | 120萬頁'],
    ],
    'a rate that none of the results told bears out': [
      {
        goals: ['開設課程2,000門；修課5萬人次。'],
        explanation: ['開設課程2,100門、修課5萬4,000人次，達成率115%、108%。'],
        indicators: courses,
      },
      ['error: 達成率115% | 5萬4,000人次 | 5萬人次'],
    ],
    'target, result and rate in one statement': [
      { explanation: ['候車亭新設數：目標值60座；實際值64座；達成率109.67%。'] },
      ['error: 達成率109.67% | 64座 | 60座'],
    ],
    'times the target': [
      {
        goals: ['招募志工200人。'],
        explanation: ['招募志工1,260人，為目標值之3.6倍。'],
        indicators: [
          {
            label: '志工',
            target: '招募志工200人',
            value: 200,
            unit: '人',
            actual: '招募志工1,260人',
            actualValue: 1260,
            met: true,
          },
        ],
      },
      ['error: 為目標值之3.6倍 | 1,260人 | 200人'],
    ],
    'a denominator from another column': [
      { execution: ['規劃辦理780人次訓練，共計完成721人次訓練。'], explanation: ['訓練721人次(參訓達94.2%)。'] },
      ['warning: 參訓達94.2% | 721人次 | 780人次'],
    ],
  },
});
