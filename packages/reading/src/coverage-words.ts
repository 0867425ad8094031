import { standings, totalOf, type Standing, type StandingCounts } from './standing.ts';

type Language = 'zh-Hant' | 'en';

/** What each standing is called. */
export const standingNames: Readonly<Record<Language, Readonly<Record<Standing, string>>>> = {
  'zh-Hant': {
    contradicted: '有矛盾',
    judged: '據以判定目標',
    'borne-out': '得到印證',
    'stands-alone': '無從印證',
    'not-a-claim': '日期、名稱或序號',
    unread: '未讀出',
  },
  en: {
    contradicted: 'contradicted',
    judged: 'judged as target or result',
    'borne-out': 'borne out',
    'stands-alone': 'standing alone',
    'not-a-claim': 'dates, names or ordinals',
    unread: 'not understood',
  },
};

/** 871 個數字：2 個有矛盾、…: every number is in one of the six, so that they add up. */
export function coverageInWords(counts: StandingCounts, language: Language): string {
  const all = totalOf(counts).toLocaleString('en-US');
  const parts = standings.map((standing) => {
    const many = counts[standing].toLocaleString('en-US');
    const name = standingNames[language][standing];
    return language === 'en' ? `${many} ${name}` : `${many} 個${name}`;
  });
  return language === 'en' ? `${all} numbers: ${parts.join(', ')}` : `${all} 個數字：${parts.join('、')}`;
}
