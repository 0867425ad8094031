import { ruleTest } from '../example/rule-test.ts';
import { rule } from './simplified-characters.ts';

ruleTest(rule, {
  valid: {
    'characters that are Traditional too': { execution: ['臺北及台中之公里、里長、皇后、面積、群組、布置、週邊。'] },
    'names keep their characters': { execution: ['由王喆、林堃、陳峯辦理。'] },
  },
  invalid: {
    'of one row together': [
      { execution: ['改善校園周边步道。', '資訊安全防护平臺。'] },
      ['warning: 園周边步道 | 全防护平臺'],
    ],
  },
});
