import { ruleTest } from '../example/rule-test.ts';
import { rule } from './doubled-words.ts';

ruleTest(rule, {
  valid: {
    'words that are meant twice': { execution: ['一步一步推動，逐年逐年改善，人人參與，處處可見。'] },
    'a unit and its office': { execution: ['南區事務大隊大隊部。', '審議委員委員會。', '全民健康保險保險費補助。'] },
    'one word ends as the next begins': { execution: ['設施施工，委員員額，會議議程，發展展示。'] },
  },
  invalid: {
    'a word': [{ execution: ['完成完成校園改善。'] }, ['warning: 完成完成校園']],
    'a character that is never twice': [{ execution: ['俾利趕趕工程進度。'] }, ['question: 俾利趕趕工程進']],
    'once elsewhere': [
      { execution: ['內政局局本部移駐新址。', '範例海巡署南區隊。'], explanation: ['範例海巡署署南區隊。'] },
      ['question: 例海巡署署南區隊'],
    ],
  },
});
