import { moneyColumns } from '@guankao/domain';
import type { Layout, Role } from '../layout.ts';

const results: readonly Role[] = ['execution', 'goals', 'explanation'];
const left: readonly Role[] = ['type', 'period', ...moneyColumns, 'plannedWork', 'amount', 'agency'];

/**
 * 重要社會發展、重大科技發展計畫執行情形及目標達成情形表, and the forms that local governments made after it.
 * Printed as a spread: what was planned on the left page, what became of it on the right one; spreadsheets have both in one row.
 */
export const executionAndGoals: Layout = {
  id: 'execution-and-goals',
  title: /(?:重要|重大|社會發展|科技發展|公共建設|施政|個案|中長程).*計畫|(?:執行|辦理|目標達成|績效達成|達成)情形.*表/,
  rows: 'plans',
  headings: [
    { role: 'number', says: /^(?:項次|編號|序號|次序|項目編號|no\.?|#)$/i },
    { role: 'host', says: /(?:主管|主辦)(?:機關|單位|局處|科室)/ },
    {
      role: 'agency',
      says: /(?:執行|承辦|辦理|填報|權責)(?:機關|單位|局處|科室)|機關名稱|^(?:機關|單位|局處)(?:別)?$/,
    },
    { role: 'rate', says: /(?:率|比|比例|百分比)(?:[%％])?$|[%％]/, butNot: /說明|情形|目標/ },
    {
      role: 'period',
      says: /期程|期間|起[訖迄]|年期|期限|(?:實施|計畫|執行)年度$|執行時程|(?:開始|起始|結束|終止|完成|屆滿|[起迄訖])(?:年月日?|日期|時間|年度)$|^(?:[起迄訖自至]|開始|結束)$/,
    },
    { role: 'type', says: /類型|類別|計畫別|計畫性質|屬性/ },
    {
      role: 'name',
      says: /(?:計畫|方案|工程|項目)[^\d]{0,6}名稱|計畫案名|^(?:子|個案|工作|施政|業務|重要|重大)?(?:計畫|方案)(?:項目|\/.*)?$|^(?:名稱|計畫項目)$/,
    },
    {
      role: 'explanation',
      says: /達成.*(?:說明|原因|檢討|分析)|(?:目標|績效|指標).*(?:達成|達標)(?:情形|與否|狀況|結果)|(?:達成|達標)(?:與否|情形)|差異(?:原因|說明|分析)|未達(?:成|目標)|達成狀況|實際達成值?|(?:落後|改善|檢討|因應)(?:原因|措施|說明|對策)|自評/,
    },
    {
      role: 'goals',
      says: /目標值|(?:績效|年度|預期|計畫|量化|衡量|工作)(?:目標|指標)|預期(?:成果|效益|績效)|衡量標準|(?:關鍵|評估|成果|產出|績效).*指標|指標(?:項目)?$|kpi|^目標/i,
    },
    {
      role: 'plannedWork',
      says: /預定.*(?:工作|辦理|執行|推動|摘要|內容|事項|進度)|年度工作計畫|工作(?:摘要|內容|項目|重點|計畫摘要)|計畫(?:內容|摘要|概要)|擬辦/,
      butNot: /預算|經費/,
    },
    {
      role: 'execution',
      says: /(?:執行|辦理|推動|實施|進度|工作)(?:之)?(?:情形|說明|概況|狀況|成果|現況|成效|內容|情況)|實際(?:執行|辦理|進度)|(?:執行|辦理)(?:進度|績效)|成果(?:說明)?$/,
      butNot: /(?:數|金額|經費)$/,
    },
    {
      role: 'executedToDate',
      says: /(?:執行|實現|支用|實支|支出|決算|支付).*(?:數|額|經費)|(?:累計|截至|已|經費.*)(?:執行|實現|支用|實支|支出|支付)/,
      butNot: /可支用|本年度(?:實現|執行|支用|決算|實支|支出)|^年度/,
    },
    {
      role: 'budgetedToDate',
      says: /(?:編列|分配|累計|截至|可支用|核列|歷年|已編).*(?:預算|經費|數|額)|預算(?:編列)?數|經費.*(?:編列|累計)|已編(?:列)?$|預算編列/,
      butNot: /執行|實現|(?:^|[^可])支用|實支|^(?:本|\d{2,4})?年度(?:編列)?預算/,
    },
    {
      role: 'approvedTotal',
      says: /總(?:經費|預算|額|金額|數|計畫經費)|(?:奉核|全程|全期)(?:計畫)?(?:經費|預算|金額)|(?:核定|計畫)(?:之)?(?:經費|金額|預算|數|總額)|經費.*(?:核定|總)|核定$/,
      butNot: /截至|累計|編列|執行|本年度/,
    },
    { role: 'amount', says: /(?:預算|決算|經費|金額|數|額)$/ },
    { role: 'note', says: /備[註考]|附註/ },
  ],
  tables: [
    {
      kind: 'wide',
      needs: [
        { atLeast: 1, of: ['name'] },
        { atLeast: 1, of: results },
        { atLeast: 1, of: left },
      ],
    },
    {
      kind: 'left',
      needs: [
        { atLeast: 1, of: ['name'] },
        { atLeast: 2, of: left },
      ],
    },
    // A right page may repeat the names.
    { kind: 'right', needs: [{ atLeast: 2, of: results }] },
  ],
};
