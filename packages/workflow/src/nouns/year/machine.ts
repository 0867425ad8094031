import type { Machine } from '../../machine.ts';

export type YearState = 'open' | 'submitted' | 'correcting';
export type YearMove = 'submit' | 'correct' | 'resubmit';

/** A ministry's form of a year. What was submitted stays reachable; a correction is a new edition. */
export const yearMachine: Machine<YearState, YearMove> = {
  subject: { 'zh-Hant': '這個年度的表', en: "this year's form" },
  first: 'open',
  labels: {
    open: { 'zh-Hant': '填報中', en: 'open' },
    submitted: { 'zh-Hant': '已送出', en: 'submitted' },
    correcting: { 'zh-Hant': '更正中', en: 'being corrected' },
  },
  moves: [
    {
      name: 'submit',
      from: ['open'],
      to: 'submitted',
      who: 'compiler',
      label: { 'zh-Hant': '送出', en: 'submit' },
      reason: false,
    },
    {
      name: 'correct',
      from: ['submitted'],
      to: 'correcting',
      who: 'compiler',
      label: { 'zh-Hant': '更正', en: 'correct' },
      reason: true,
    },
    {
      name: 'resubmit',
      from: ['correcting'],
      to: 'submitted',
      who: 'compiler',
      label: { 'zh-Hant': '送出更正版', en: 'submit the correction' },
      reason: false,
    },
  ],
};
