import { ruleTest } from '../example/rule-test.ts';
import { rule } from './figures-differ.ts';

ruleTest(rule, {
  valid: {
    'the result of a target, told in both': {
      goals: ['合作企業40家以上。'],
      execution: ['先後與企業簽訂合作備忘錄45家，釋出職缺3,150個。'],
      explanation: ['與45家企業簽訂合作備忘錄，已逾目標。'],
      indicators: [
        {
          label: '合作企業',
          target: '合作企業40家以上',
          value: 40,
          unit: '家',
          actual: '與45家企業簽訂合作備忘錄',
          actualValue: 45,
          met: true,
        },
      ],
    },
    'the result of a target, told in its parts': {
      goals: ['抽驗1,200件。'],
      execution: ['抽驗蔬果655件、水產617件；不合格25件。'],
      explanation: ['抽驗1,272件。'],
      indicators: [
        {
          label: '抽驗',
          target: '抽驗1,200件',
          value: 1200,
          unit: '件',
          actual: '抽驗1,272件',
          actualValue: 1272,
          met: true,
        },
      ],
    },
    'a running total is no result of the year': {
      goals: ['抽驗1,200件。'],
      execution: ['第一階段抽驗1,100件；累計抽驗1,900件。'],
      explanation: ['抽驗1,272件。'],
      indicators: [
        {
          label: '抽驗',
          target: '抽驗1,200件',
          value: 1200,
          unit: '件',
          actual: '抽驗1,272件',
          actualValue: 1272,
          met: true,
        },
      ],
    },
    'target and result are not one thing': { goals: ['完成圖書館改造30館。'], explanation: ['完成圖書館改造29館。'] },
    'what is left out covers less': {
      execution: ['平交道立體化工程3處，其中2處已通車。'],
      explanation: ['除平交道立體化工程完成2處未達目標外，其餘均已達成。'],
    },
    'the whole, and what was done of it': {
      execution: ['自動撒水設備9式，其中3式因審議延後。'],
      explanation: ['自動撒水設備完成6式，3式未達成。'],
    },
    'another year': { execution: ['111年度辦理研習30場次。'], explanation: ['辦理研習40場次。'] },
    'so far and this year': { execution: ['累計完成接管8,000戶。'], explanation: ['完成接管500戶。'] },
    'names that only end alike': { execution: ['汽車安全駕駛訓練30場次。'], explanation: ['機車安全駕駛訓練40場次。'] },
    'the same count told twice, once rounded': {
      execution: ['公共圖書館借閱約16萬人次。'],
      explanation: ['公共圖書館借閱16萬2,000人次。'],
    },
  },
  invalid: {
    'the result of a target, told in other words': [
      {
        goals: ['合作企業40家以上。'],
        execution: ['先後與企業簽訂合作備忘錄42家，釋出職缺3,150個。'],
        explanation: ['與45家企業簽訂合作備忘錄，已逾目標。'],
        indicators: [
          {
            label: '合作企業',
            target: '合作企業40家以上',
            value: 40,
            unit: '家',
            actual: '與45家企業簽訂合作備忘錄',
            actualValue: 45,
            met: true,
          },
        ],
      },
      ['warning: 與企業簽訂合作備忘錄42家 | 與45家'],
    ],
    'a short name, and nothing else of its unit': [
      { execution: ['完成改善47處。'], explanation: ['完成改善43處。'] },
      ['error: 完成改善47處 | 完成改善43處'],
    ],
    'two columns of results': [
      { execution: ['完成偏鄉基地臺優化85座。'], explanation: ['完成偏鄉基地臺優化58座。'] },
      ['error: 完成偏鄉基地臺優化85座 | 完成偏鄉基地臺優化58座'],
    ],
    'a result written with the goal': [
      { goals: ['完成圖書館空間改造30館，已完成31館。'], explanation: ['完成圖書館空間改造29館。'] },
      ['error: 已完成31館 | 完成圖書館空間改造29館'],
    ],
    'one rate, two values': [
      { execution: ['鑑定率59%。'], explanation: ['底棲生物鑑定率95%。'] },
      ['error: 鑑定率59% | 底棲生物鑑定率95%'],
    ],
    'two targets': [
      { plannedWork: ['辦理12萬11筆土地重測。'], goals: ['113年度目標值為完成32萬11筆土地重測。'] },
      ['warning: 辦理12萬11筆 | 13年度目標值為完成32萬11筆'],
    ],
  },
});
