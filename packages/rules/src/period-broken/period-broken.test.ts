import { ruleTest } from '../example/rule-test.ts';
import { rule } from './period-broken.ts';

ruleTest(rule, {
  valid: {
    whole: { period: '113年1月至116年12月' },
    'inherited from the parent': {},
    'told alike in prose': { period: '113年1月至115年12月', execution: ['計畫期程自113年1月起至115年12月止。'] },
    'told with what was revised': {
      period: '113年1月至115年12月',
      execution: ['原計畫期程自111年1月起至113年12月止，經核定展延。'],
    },
    'of a sub-plan': { period: '113年1月至115年12月', execution: ['子計畫期程自113年3月至113年12月。'] },
  },
  invalid: {
    'a month is missing': [{ period: '113年月至116年12月' }, ['warning: 113年月至116年12月']],
    'another one in prose': [
      { period: '113年1月至115年12月', execution: ['改善18站；計畫期程自111年1月起至113年12月止。'] },
      ['warning: 計畫期程自111年1月起至113年12月 | 113年1月至115年12月'],
    ],
    backwards: [{ period: '115年12月至113年1月' }, ['error: 115年12月至113年1月']],
  },
});
