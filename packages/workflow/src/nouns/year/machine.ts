import { terms } from '@guankao/terms';
import type { Machine } from '../../machine.ts';

export type YearState = 'open' | 'submitted' | 'correcting' | 'discarded';
export type YearMove = 'submit' | 'correct' | 'resubmit' | 'discard';

/** A ministry's form of a year. What was submitted stays reachable; a correction is a new edition. */
export const yearMachine: Machine<YearState, YearMove> = {
  subject: { 'zh-Hant': '這個年度的表', en: "this year's form" },
  first: 'open',
  labels: {
    open: terms.drafting,
    submitted: terms.reported,
    correcting: { 'zh-Hant': '修正中', en: 'being corrected' },
    discarded: { 'zh-Hant': '已取消開辦', en: 'opening undone' },
  },
  moves: [
    {
      name: 'submit',
      from: ['open'],
      to: 'submitted',
      who: 'compiler',
      label: terms.report,
      reason: false,
    },
    {
      name: 'correct',
      from: ['submitted'],
      to: 'correcting',
      who: 'compiler',
      label: terms.correct,
      reason: true,
    },
    {
      name: 'resubmit',
      from: ['correcting'],
      to: 'submitted',
      who: 'compiler',
      label: { 'zh-Hant': '報送修正版', en: 'report the correction' },
      reason: false,
    },
    {
      name: 'discard',
      from: ['open'],
      to: 'discarded',
      who: 'compiler',
      label: { 'zh-Hant': '取消開辦', en: 'undo the opening' },
      reason: false,
    },
  ],
};
