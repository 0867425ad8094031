import type { Notice } from '@guankao/workflow';
import { calendarDate } from '../figures/years.ts';
import { inLocale } from '../reader.tsx';
import type { Locale } from '../words/words.ts';
import type { Letter } from './letter.ts';
import { noticeHeading, noticeLine, noticePath, noticesByKind } from './notice-words.ts';

const table = {
  'zh-Hant': {
    subject: (count: number, day: string) => `管考通知 ${count} 件（${day}）`,
    lead: (others: number) =>
      others === 0
        ? '以下是您在管考系統的新通知；內容請登入查看。'
        : `以下是您在管考系統的新通知；內容請登入查看。先前通知過、還沒辦的另有 ${others} 件。`,
    more: (count: number) => `另有 ${count} 件，請到工作檯查看`,
    all: '查看全部通知',
    stop: '不再收通知信（按一下即停止）',
    settings: '更改信箱或語言',
    why: '這封信由管考系統自動寄出，請勿回覆。',
  },
  en: {
    subject: (count: number, day: string) => `Guankao: ${count} ${count === 1 ? 'notice' : 'notices'} (${day})`,
    lead: (others: number) =>
      others === 0
        ? 'These notices are new for you in Guankao; sign in for what they are about.'
        : `These notices are new for you in Guankao; sign in for what they are about. Told before and still open: ${others}.`,
    more: (count: number) => `and ${count} more, in the workbench`,
    all: 'All notices',
    stop: 'Send me no more mail (one click)',
    settings: 'Change address or language',
    why: 'This mail was sent by Guankao by itself; please do not answer it.',
  },
} as const;

/** Of a kind, in a mail; the workbench lists all. */
const mostOfAKind = 20;

interface Digest {
  readonly locale: Locale;
  /** ISO, in Taipei. */
  readonly day: string;
  /** New to this person. */
  readonly notices: readonly Notice[];
  /** Told before and still so. */
  readonly others: number;
  /** `https://host` */
  readonly origin: string;
  /** `https://…` */
  readonly stop: string;
}

/** What there is for one person on a day: what, of which row, until when, and where it is dealt with; no text of a form. */
export function digestLetter({ locale, day, notices, others, origin, stop }: Digest): Letter {
  const t = table[locale];
  const at = (path: string) => `${origin}${inLocale(path, locale)}`;
  return {
    locale,
    subject: t.subject(notices.length, calendarDate(day, locale)),
    lead: t.lead(others),
    parts: noticesByKind(notices).map(([kind, own]) => ({
      heading: `${noticeHeading(kind, locale)}（${own.length}）`,
      lines: [
        ...own
          .slice(0, mostOfAKind)
          // In another's name one goes there from the workbench, where that name is chosen.
          .map((notice) => ({
            text: noticeLine(notice, locale),
            href: at(notice.for === null ? noticePath(notice) : '/office/notices'),
          })),
        ...(own.length > mostOfAKind ? [{ text: t.more(own.length - mostOfAKind), href: at('/office/notices') }] : []),
      ],
    })),
    foot: [
      { text: t.all, href: at('/office/notices') },
      { text: t.settings, href: at('/office/me/mail') },
      { text: t.stop, href: stop },
      { text: t.why, href: null },
    ],
  };
}
