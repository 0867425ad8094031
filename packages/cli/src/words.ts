import { terms } from '@guankao/terms';

/** Words that several commands print, in both languages. */
export const words = {
  columns: {
    'zh-Hant': ['列', '計畫名稱', '核定總經費', '已編列預算', '累計執行', '執行率', '判定'],
    en: ['row', 'plan', 'approved', 'budgeted', 'executed', 'rate R1', 'verdict'],
  },
  verdict: {
    'zh-Hant': verdictsIn('zh-Hant'),
    en: verdictsIn('en'),
  },
  severity: {
    'zh-Hant': severitiesIn('zh-Hant'),
    en: severitiesIn('en'),
  },
  unit: {
    'zh-Hant': { TWD: '新臺幣元', 'thousand TWD': '新臺幣千元' },
    en: { TWD: 'TWD', 'thousand TWD': 'thousand TWD' },
  },
  unknownUnit: { 'zh-Hant': '未載明', en: 'not stated' },
  unknownAgency: { 'zh-Hant': '（未載明機關）', en: '(no agency stated)' },
  unknownYear: { 'zh-Hant': '（未載明年度）', en: '(no year stated)' },
  unknownForm: { 'zh-Hant': '（未載明表名）', en: '(no form named)' },
} as const satisfies Record<string, { 'zh-Hant': unknown; en: unknown }>;

type Language = 'zh-Hant' | 'en';

function verdictsIn(lang: Language) {
  const { achieved, partlyAchieved, notAchieved, undetermined } = terms;
  return {
    achieved: achieved[lang],
    partly: partlyAchieved[lang],
    not_achieved: notAchieved[lang],
    undetermined: undetermined[lang],
  };
}

function severitiesIn(lang: Language) {
  return { error: terms.error[lang], warning: terms.warning[lang], question: terms.question[lang] };
}

/** Shape first, colour never: a terminal may have none. */
export const verdictMarks = { achieved: '●', partly: '◐', not_achieved: '○', undetermined: '–' } as const;
export const severityMarks = { error: '■', warning: '▲', question: '?' } as const;
