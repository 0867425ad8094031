import type { Locale } from '../words/words.ts';
import type { Letter } from './letter.ts';

const table = {
  'zh-Hant': {
    confirm: {
      subject: '請確認管考通知的信箱',
      lead: '有人在管考系統填了這個信箱，要把自己的工作通知寄到這裡。確認以前，不會再寄任何信。',
      link: (days: number) => `確認這是我的信箱（${days} 天內有效）`,
      notYou: '若不是您填的，請不要點選；這封信不必處理。',
    },
    test: {
      subject: '管考系統測試信',
      lead: '這是系統管理者寄出的測試信：郵件伺服器已收下。',
      site: '前往管考系統',
    },
    why: '這封信由管考系統自動寄出，請勿回覆。',
  },
  en: {
    confirm: {
      subject: 'Confirm your address for notices of Guankao',
      lead: 'Somebody gave this address in Guankao to have the notices of their work sent here. Until it is confirmed, nothing more is sent.',
      link: (days: number) => `This is my address (works for ${days} days)`,
      notYou: 'If it was not you, do not follow the link: nothing needs to be done.',
    },
    test: {
      subject: 'Test mail of Guankao',
      lead: 'An administrator sent this test mail: the mail server took it.',
      site: 'Go to Guankao',
    },
    why: 'This mail was sent by Guankao by itself; please do not answer it.',
  },
} as const;

/** Asks whoever reads mail there whether the address is theirs. It names nobody. */
export function confirmationLetter(locale: Locale, link: string, days: number): Letter {
  const { confirm, why } = table[locale];
  return {
    locale,
    subject: confirm.subject,
    lead: confirm.lead,
    parts: [{ heading: null, lines: [{ text: confirm.link(days), href: link }] }],
    foot: [
      { text: confirm.notYou, href: null },
      { text: why, href: null },
    ],
  };
}

export function testLetter(locale: Locale, site: string): Letter {
  const { test, why } = table[locale];
  return {
    locale,
    subject: test.subject,
    lead: test.lead,
    parts: [{ heading: null, lines: [{ text: test.site, href: site }] }],
    foot: [{ text: why, href: null }],
  };
}
