import { ruleTest } from '../example/rule-test.ts';
import { rule } from './result-echoes-target.ts';

ruleTest(rule, {
  valid: {
    'a value': { goals: ['破案率達88%。'], explanation: ['破案率達91.2%。'] },
    'the target told again beside its value': {
      goals: ['老樹健檢：目標值380株以上。'],
      explanation: ['老樹健檢：目標值380株以上；實際值386株。'],
    },
    'a bound that belongs to the noun of the share': {
      goals: ['每週使用4節以上學校占比超過80%。'],
      explanation: ['每週使用4節以上學校占比82.6%。'],
    },
  },
  invalid: {
    'only the bound': [{ goals: ['破案率達88%。'], explanation: ['破案率達88%以上。'] }, ['question: 破案率達88%以上']],
  },
});
