import type { Terms } from './term.ts';

/** The form of a year and its columns, as the Executive Yuan prints them. */
export const form = {
  form: {
    'zh-Hant': '重要社會發展、重大科技發展計畫執行情形及目標達成情形表',
    en: 'execution and goal attainment form',
    code: 'execution-and-goals',
  },
  filing: {
    'zh-Hant': '執行情形表',
    en: 'filing',
    note: 'The form of one ministry and one year, as a file or as it is kept here',
    code: 'Filing',
    not: { 'zh-Hant': ['申報(?:表|文件)'], en: ['\\bsubmission document'] },
  },
  row: { 'zh-Hant': '計畫列', en: 'plan row', note: 'A share of a plan in a year', code: 'PlanRow', ours: true },
  name: { 'zh-Hant': '計畫名稱', en: 'plan name', code: 'name' },
  type: { 'zh-Hant': '計畫類型', en: 'plan type', code: 'type' },
  period: { 'zh-Hant': '計畫期程', en: 'period', code: 'period' },
  approvedTotal: {
    'zh-Hant': '計畫核定總經費',
    en: 'approved total',
    note: 'Of the whole plan, all years and agencies: never added up over rows',
    code: 'approvedTotal',
  },
  budgetedToDate: {
    'zh-Hant': '截至本年度已編列預算數',
    en: 'budgeted to date',
    note: 'Of this share, from the plan’s start',
    code: 'budgetedToDate',
  },
  executedToDate: {
    'zh-Hant': '截至本年底止累計執行數',
    en: 'executed to date',
    note: 'Of this share, from the plan’s start, without amounts carried over',
    code: 'executedToDate',
  },
  plannedWork: { 'zh-Hant': '本年度預定工作摘要', en: 'work planned for the year', code: 'plannedWork' },
  execution: { 'zh-Hant': '本年度執行情形說明', en: 'execution during the year', code: 'execution' },
  goals: { 'zh-Hant': '績效目標及本年度目標值', en: 'goals and targets of the year', code: 'goals' },
  explanation: {
    'zh-Hant': '年度績效目標已達成或未達成之說明',
    en: 'whether the goals were met',
    code: 'explanation',
  },
  rate: {
    'zh-Hant': '執行率',
    en: 'execution rate',
    note: 'R1, 年累計預算執行率: executed to date ÷ budgeted to date',
    code: 'rate',
  },
} as const satisfies Terms;
