import { ruleTest } from '../example/rule-test.ts';
import { rule } from './agency-name.ts';

ruleTest(rule, {
  valid: {
    'in full': { execution: ['臺北市政府警察局中山分局。'] },
    'a provincial city has none': { execution: ['基隆市警察局、新竹縣警察局。'] },
  },
  invalid: {
    'without 政府': [{ execution: ['臺北市警察局中山分局。'] }, ['question: 臺北市警察局']],
  },
});
