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
    'done by the plan before it': {
      period: '113年3月至115年12月',
      execution: ['首座碼頭於112年10月依前期計畫動工。', '112年12月完成公告招標。'],
    },
    'of a sub-plan': { period: '113年1月至115年12月', execution: ['子計畫期程自113年3月至113年12月。'] },
  },
  invalid: {
    'a month is missing': [{ period: '113年月至116年12月' }, ['warning: 113年月至116年12月']],
    'another one in prose': [
      { period: '113年1月至115年12月', execution: ['改善18站；計畫期程自111年1月起至113年12月止。'] },
      ['warning: 計畫期程自111年1月起至113年12月 | 113年1月至115年12月'],
    ],
    'years of its own': [
      { period: '113年1月至115年12月', execution: ['本計畫為112年至114年之3年期計畫。'] },
      ['warning: 本計畫為112年至114年之3年期計畫 | 113年1月至115年12月'],
    ],
    'begun before its first month': [
      { period: '113年3月至115年12月', execution: ['首座碼頭於112年10月依本計畫動工。'] },
      ['warning: 首座碼頭於112年10月依本計畫動工 | 113年3月至115年12月'],
    ],
    backwards: [{ period: '115年12月至113年1月' }, ['error: 115年12月至113年1月']],
  },
});
