import { ruleTest } from '../example/rule-test.ts';
import { rule } from './markup-debris.ts';

ruleTest(rule, {
  valid: {
    'nothing left': { execution: ['完成。'] },
    'a list opened and closed': { execution: ['<ol>甲</ol>'] },
  },
  invalid: {
    'a list never closed': [
      { plannedWork: ['<ol style="list-style-type: none"> 1. 辦理。'] },
      ['question: <ol style="list-style-type: none">'],
    ],
    'an entity': [{ execution: ['完成。&nbsp;'] }, ['question: &nbsp;']],
  },
});
