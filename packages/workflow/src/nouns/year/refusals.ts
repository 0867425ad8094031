import { Refusal } from '@guankao/domain';

/** Refusals that opening a year and changing its plans share. */

export function nameOwed(): Refusal {
  return new Refusal('plan-name-owed', 422, {
    'zh-Hant': '計畫要有名稱。',
    en: 'a plan has a name.',
  }).about('name');
}

export function notOfMinistry(agency: string): Refusal {
  return new Refusal('agency-elsewhere', 422, {
    'zh-Hant': `「${agency}」不是這個主管機關或其所屬機關。請從清單選擇執行機關。`,
    en: `${agency} is neither this ministry nor an agency below it. Choose the executing agency from the list.`,
  }).about('agency');
}
