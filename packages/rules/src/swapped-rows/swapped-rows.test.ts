import { ruleTest } from '../example/rule-test.ts';
import { rule } from './swapped-rows.ts';

ruleTest(rule, {
  valid: {
    'each with its own texts': {
      plans: [
        { name: '典藏應用計畫-影音修復子計畫', execution: ['完成受損影音修復816小時。'], goals: ['影音修復800小時。'] },
        {
          name: '典藏應用計畫-古地圖定位子計畫',
          execution: ['完成古地圖坐標定位1,224幅。'],
          goals: ['古地圖定位1,200幅。'],
        },
      ],
    },
    'one row speaks of its sister too': {
      plans: [
        { name: '典藏應用計畫-影音修復子計畫', execution: ['完成影音修復，並配合古地圖定位。'] },
        { name: '典藏應用計畫-古地圖定位子計畫', execution: ['完成古地圖定位。'] },
      ],
    },
  },
  invalid: {
    crossed: [
      {
        plans: [
          { name: '典藏應用計畫-影音修復子計畫', goals: ['古地圖定位1,200幅。'] },
          { name: '典藏應用計畫-古地圖定位子計畫', goals: ['影音修復800小時。'] },
        ],
      },
      [
        'warning: 典藏應用計畫-影音修復子計畫 | 古地圖定位1,200幅',
        'warning: 典藏應用計畫-古地圖定位子計畫 | 影音修復800小時',
      ],
    ],
  },
});
