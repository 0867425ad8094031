import { ruleTest } from '../example/rule-test.ts';
import { rule } from './list-count-mismatch.ts';

ruleTest(rule, {
  valid: {
    'four and four': { goals: ['完成遴選、規劃設計、鑽探調查及報告備查等4案。'] },
    'some are named for all': { execution: ['木麻黃、黃槿及林投等5種樹苗。', '美國、日本、澳洲等9國專家。'] },
    'groups count for several': { execution: ['完成六都專勤隊、各大隊所屬偵查隊及機場隊等11處單位。'] },
    '及 inside and between names': {
      execution: ['建置甲市及乙市政府警察局、丙市警察局、丁縣警察局、第四總隊及第六總隊等6處靶場。'],
    },
    'counted in all': { execution: ['可服務語種計有越南語、印尼語、泰語及緬甸語共4種。'] },
    'a total of numbers is no list of names': { execution: ['北區124家、中區98家及南區113家共335家。'] },
    'names in brackets': { execution: ['庫房4處（甲分局及乙分局、丙分局、丁分局）。'] },
  },
  invalid: {
    'names that end in what is counted': [
      { execution: ['示範學校為東校、西校、南校、北校，計3校。'] },
      ['warning: 3校 | 示範學校為東校、西校、南校、北校'],
    ],
    'a name twice': [
      { execution: ['輔導社區計有大林社區、民雄社區、大林社區及布袋社區4處。'] },
      ['warning: 輔導社區計有大林社區、民雄社區、大林社區及布袋社區4處'],
    ],
    'pointed back at as more': [
      { execution: ['甲、乙、丙、丁四所醫院加入，上開五院收案320人。'] },
      ['warning: 五院 | 四所'],
    ],
    'counted in all, one too many': [
      { execution: ['可服務語種計有越南語、印尼語、泰語及緬甸語共5種。'] },
      ['warning: 5種 | 可服務語種計有越南語、印尼語、泰語及緬甸語'],
    ],
    'three in quotation marks': [
      { goals: ['完成4案建置案「甲系統」、「乙系統」及「丙系統」之招標。'] },
      ['warning: 4案 | 「甲系統」、「乙系統」及「丙系統」'],
    ],
    'fewer than listed': [
      { execution: ['庫房3處（甲分局、乙分局、丙分局、丁分局）。'] },
      ['warning: 3處 | 甲分局、乙分局、丙分局、丁分局'],
    ],
  },
});
