import { expect, test } from 'vitest';
import { example, type ExamplePlan } from './example/example-filing.ts';
import { checkFiling } from './index.ts';

const usual: ExamplePlan = {
  name: '範例計畫',
  type: '社會發展',
  period: '112年1月至115年12月',
  approved: 300000,
  budgeted: 150000,
  executed: 148000,
};

/** Whole rows whose columns agree, though a hasty eye may see two figures for one thing. */
const rows: readonly ExamplePlan[] = [
  {
    execution: ['1. 採購數位教室電腦58組。', '2. 採購伺服器3臺及螢幕60臺。'],
    explanation: ['1. 採購電腦58組、螢幕60臺，建置教室2間。', '2. 伺服器設備3臺均已驗收。'],
  },
  {
    execution: ['辦理基礎訓練12場次、480人次，進階訓練6場次、180人次。'],
    goals: ['辦理訓練15場次。'],
    explanation: ['辦理訓練18場次、660人次。'],
  },
  {
    execution: ['網通設備可用率99.99%，查驗工作站設備可用率100%。'],
    explanation: ['1. 查驗工作站設備可用率100%。', '2. 網通設備可用率99.99%。'],
  },
  {
    execution: ['1. 甲區整建12公里，乙區整建8公里。', '2. 設置告示牌30面。'],
    explanation: ['1. 完成步道整建20公里。', '2. 設置告示牌及里程牌48面。'],
  },
  {
    plannedWork: ['辦理社區宣導24場次及校園宣導12場次。'],
    goals: ['辦理宣導36場次以上。'],
    execution: ['辦理社區宣導26場次及校園宣導14場次。'],
    explanation: ['辦理宣導40場次。'],
  },
  {
    execution: ['第1期工程113年5月2日竣工，第2期工程113年11月8日竣工。'],
    explanation: ['第1期工程於113年6月20日驗收合格，第2期工程待辦理驗收。'],
  },
  {
    execution: ['設計監造案113年3月5日決標；工程案113年9月10日決標。'],
    explanation: ['工程案於113年9月10日決標，設計監造案113年3月5日決標。'],
  },
  {
    goals: ['累計服務人數達9,500人。'],
    execution: ['113年度新增服務2,582人，累計服務1萬2,082人。'],
    explanation: ['113年度累積服務人數達1萬2,082人。'],
  },
  {
    execution: ['補助甲縣3處、乙縣5處、丙市4處。'],
    explanation: ['補助3個縣市共12處，核定經費6,000萬元。'],
  },
  {
    execution: ['受理申請320件，核定補助215件。'],
    explanation: ['核定215件，補助金額4,300萬元，平均每件20萬元。'],
  },
  {
    execution: ['112年度辦理研習20場次，113年度辦理研習30場次。'],
    explanation: ['辦理研習30場次。'],
  },
  {
    goals: ['1. 就業率達70%。', '2. 結訓人數500人。'],
    execution: ['開訓620人，結訓558人。'],
    explanation: ['1. 結訓後三個月就業率74.2%。', '2. 結訓558人，結訓率90%。'],
  },
  {
    execution: ['本工程於113年10月15日竣工，113年12月20日完成初驗。'],
    explanation: ['本工程已竣工，並完成初驗，正驗預計114年2月辦理。'],
  },
  {
    execution: ['工程實際進度45.5%，超前預定進度2.1%。'],
    explanation: ['為避免進度落後，每月召開會議，目前進度超前。'],
  },
  {
    execution: ['製作教材20套，發送學校1,200冊、機關800冊。'],
    explanation: ['製作教材20套，印製2,000冊。'],
  },
  {
    execution: ['預算4,305萬元(中央補助2,316萬9,000元、地方配合1,988萬1,000元)，核定補助4,274萬元，採購665件。'],
    explanation: ['核定金額4,274萬元，計採購665件。'],
  },
  {
    goals: ['降低故障率至2%以下。'],
    execution: ['更新設備45臺，故障率1.2%。'],
    explanation: ['設備故障率1.2%，平均修復時間18.8分鐘。'],
  },
  {
    execution: ['系統於113年7月1日上線，8月起開放民眾使用。'],
    explanation: ['系統第二階段功能預計114年6月上線。'],
  },
  {
    plannedWork: ['1. 汰換小客車12輛。', '2. 汰換機車20輛。'],
    goals: ['汰換車輛32輛。'],
    execution: ['1. 汰換小客車12輛。', '2. 汰換機車20輛。'],
    explanation: ['汰換車輛32輛，均已領牌。'],
  },
  {
    execution: ['委託研究2案，分別於113年6月及11月結案。'],
    explanation: ['委託研究案2案均已結案，並召開審查會議4次。'],
  },
  {
    execution: ['辦理訪視輔導36次、專家諮詢12次，服務廠商48家。'],
    explanation: ['輔導廠商48家，其中新創30家、傳產18家，促成投資2億4,000萬元。'],
  },
  {
    execution: ['北區據點服務3,200人次，南區據點服務2,800人次。'],
    explanation: ['據點服務6,000人次，較目標5,000人次增加1,000人次，達成率120%。'],
    goals: ['據點服務5,000人次。'],
  },
  {
    execution: ['培訓志工120人；志工服務時數9,600小時，平均每人80小時。'],
    explanation: ['志工120人，服務9,600小時。'],
  },
  {
    execution: ['用地取得率92%，尚餘3筆協議價購中。'],
    explanation: ['用地取得作業持續辦理，致工程未能開工，預計114年5月決標。'],
  },
];

test.each(rows.map((row, index) => [index + 1, row] as const))('row %i', (_, row) => {
  const { findings, bugs } = checkFiling(example({ plans: [{ ...usual, ...row }] }));
  expect(bugs).toEqual([]);
  expect(
    findings
      .filter(({ severity }) => severity !== 'question')
      .map(({ rule, message }) => `${rule}: ${message['zh-Hant']}`),
  ).toEqual([]);
});
