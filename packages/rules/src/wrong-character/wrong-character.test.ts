import { ruleTest } from '../example/rule-test.ts';
import { rule } from './wrong-character.ts';

ruleTest(rule, {
  valid: {
    'the right words': { execution: ['窒礙難行，賡續辦理，推廣續辦理講習，書籍由各校典藏。'] },
  },
  invalid: {
    '室 for 窒': [{ execution: ['排除4處室礙站臺。'] }, ['warning: 4處室礙站臺']],
    '廣 for 賡': [{ execution: ['依契約期程廣續辦理。'] }, ['warning: 期程廣續辦理']],
  },
});
