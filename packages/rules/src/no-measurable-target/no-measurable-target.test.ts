import { ruleTest } from '../example/rule-test.ts';
import { rule } from './no-measurable-target.ts';

ruleTest(rule, {
  valid: {
    'a number': { goals: ['辦理5場。'] },
    'a milestone is measurable': { goals: ['完成系統建置。'] },
  },
  invalid: {
    'words only': [{ goals: ['深化民眾認識，營造友善環境。'] }, ['question: 深化民眾認識，營造友善環境']],
  },
});
