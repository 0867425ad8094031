import type { Terms } from './term.ts';

/** Amounts, by component, never merged. */
export const money = {
  money: { 'zh-Hant': '金額', en: 'money' },
  ownTotal: { 'zh-Hant': '本機關部分', en: 'own agency’s part', code: 'ownTotal' },
  openingBudgeted: { 'zh-Hant': '期初累計編列數', en: 'opening balance, budgeted', code: 'opening.budgeted' },
  openingExecuted: { 'zh-Hant': '期初累計執行數', en: 'opening balance, executed', code: 'opening.executed' },
  openingDocument: { 'zh-Hant': '期初數所據文件', en: 'document of the opening balance', code: 'opening.document' },
  budget: { 'zh-Hant': '法定預算', en: 'legal budget', code: 'budget' },
  supplementary: { 'zh-Hant': '追加（減）預算', en: 'additional budget', code: 'supplementary' },
  carriedIn: { 'zh-Hant': '以前年度保留轉入', en: 'carried in from earlier years', code: 'carriedIn', ours: true },
  realised: { 'zh-Hant': '實現數', en: 'realised', code: 'realised', ours: true },
  payable: { 'zh-Hant': '應付數', en: 'payable', code: 'payable', ours: true },
  carriedOver: { 'zh-Hant': '保留數', en: 'carried over', code: 'carriedOver', ours: true },
  lapsed: { 'zh-Hant': '賸餘數', en: 'lapsed', code: 'lapsed', ours: true },
  prepaid: { 'zh-Hant': '預付數', en: 'prepaid', code: 'prepaid', ours: true },
  finalAccounts: { 'zh-Hant': '總決算', en: 'final accounts' },
  reconcile: { 'zh-Hant': '勾稽', en: 'reconcile', not: { 'zh-Hant': ['對帳'] } },
  notBelow: { 'zh-Hant': '符合（不小於）', en: 'holds (not below)', note: 'Where ≥ is meant, which is no equality' },
  notAbove: { 'zh-Hant': '符合（不大於）', en: 'holds (not above)', note: 'Where ≤ is meant' },
  centralBudget: { 'zh-Hant': '中央公務預算', en: 'central government budget', note: 'Source of funds' },
  subsidy: { 'zh-Hant': '補助款', en: 'subsidy', note: 'Source of funds' },
  localMatch: { 'zh-Hant': '地方配合款', en: 'local matching funds', note: 'Source of funds' },
  ownFunds: { 'zh-Hant': '自籌', en: 'own funds', note: 'Source of funds' },
  specialBudget: { 'zh-Hant': '特別預算', en: 'special budget', note: 'Source of funds' },
  fund: { 'zh-Hant': '基金', en: 'fund', note: 'Source of funds' },
} as const satisfies Terms;
