import { ruleTest } from '../example/rule-test.ts';
import { rule } from './results-in-goals.ts';

ruleTest(rule, {
  valid: {
    'a target': { goals: ['完成圖書館改造30館。'] },
    'what all of them are to do': { goals: ['22個縣市均完成合作機制。'] },
  },
  invalid: {
    'done already': [{ goals: ['完成改造30館，已完成31館。'] }, ['question: 已完成31館']],
    'a rate of attainment': [{ goals: ['完成重測12萬筆，達成度101.7%。'] }, ['question: 達成度101.7%']],
  },
});
