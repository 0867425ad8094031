import type { Layout } from '../layout.ts';

/**
 * 歲出機關別預算表 of a unit budget: one account (科目) after another, each a ten-digit code over a name, with this year's,
 * last year's and the year before's amounts, and 說明 in prose that runs on over the pages.
 */
export const expenditureBudget: Layout = {
  id: 'expenditure-budget',
  title: /歲出(?:機關別|政事別|計畫)?.*(?:預算|決算).*表/,
  onlyUnderTitle: true,
  rows: 'accounts',
  headings: [
    { role: 'level', says: /(?:^|科目)[款項目節]$/ },
    { role: 'name', says: /名稱(?:及編號)?|科目(?:名稱)?$|編號及名稱/ },
    { role: 'code', says: /編號|代碼|代號/ },
    { role: 'rate', says: /(?:率|比例|百分比)(?:[%％])?$|[%％]/ },
    { role: 'amount', says: /(?:預算|決算|概算)(?:案)?(?:數|金額)|(?:比較|增減)(?:數|增減)?$|[上前本]年度/ },
    { role: 'explanation', says: /說明|備註/ },
  ],
  tables: [
    {
      kind: 'wide',
      needs: [
        { atLeast: 1, of: ['name'] },
        { atLeast: 1, of: ['amount'] },
        { atLeast: 1, of: ['level', 'code', 'explanation'] },
      ],
    },
  ],
};
