import type { Notice, NoticeKind } from '@guankao/workflow';
import { calendarDate } from '../figures/years.ts';
import type { Locale } from '../words/words.ts';

type Say = (notice: Notice, due: string) => string;

interface KindWords {
  readonly heading: string;
  /** After the plan. */
  readonly says: Say;
}

const zh: Readonly<Record<NoticeKind, KindWords>> = {
  'report-escalated': {
    heading: '所轄逾期未報',
    says: ({ month, days }, due) => `${month} 月填報逾期 ${days} 日（期限 ${due}）`,
  },
  'report-late': {
    heading: '逾期未報',
    says: ({ month, days }, due) => `${month} 月填報逾期 ${days} 日（期限 ${due}）`,
  },
  'comment-assigned': { heading: '指派給您的意見', says: () => '有意見待您處理' },
  'comment-mentioned': { heading: '提到您的意見', says: () => '有意見提到您' },
  'comment-answered': { heading: '有新回覆的意見', says: () => '意見有新的回覆' },
  'comment-resolved': { heading: '已結的意見', says: () => '您的意見已結案' },
  'row-returned': { heading: '退回的列', says: () => '已退回，請修正後再陳核' },
  'work-plan-returned': { heading: '退回的年度作業計畫', says: () => '年度作業計畫已退回，請修正後再陳核' },
  'report-returned': { heading: '退回的填報', says: ({ month }) => `${month} 月填報已退回，請修正後再陳核` },
  'report-due': {
    heading: '即將到期的填報',
    says: ({ month, days }, due) => `${month} 月填報，期限 ${due}（${left(days)}）`,
  },
  'check-point-due': {
    heading: '即將到期的查核點',
    says: ({ days }, due) => `查核點，預定 ${due} 達成（${left(days)}）`,
  },
  'row-to-approve': { heading: '待核可的列', says: () => '已陳核，待您核可' },
  'work-plan-to-approve': { heading: '待核定的年度作業計畫', says: () => '年度作業計畫已陳核，待您核定' },
  'report-to-review': { heading: '待審核的填報', says: ({ month }) => `${month} 月填報已陳核，待您審核` },
  'collection-late': {
    heading: '收集表逾期未回',
    says: ({ count, days }, due) => `${count} 個機關未交回，逾期 ${days} 日（期限 ${due}）`,
  },
  'row-to-write': { heading: '待填寫的列', says: () => '待填寫' },
  'row-approved': { heading: '已核可的列', says: () => '您填寫的內容已核可' },
  'work-plan-approved': { heading: '已核定的年度作業計畫', says: () => '年度作業計畫已核定' },
  'report-reviewed': { heading: '已審核的填報', says: ({ month }) => `${month} 月填報已審核` },
};

const en: Readonly<Record<NoticeKind, KindWords>> = {
  'report-escalated': {
    heading: 'Overdue below you',
    says: ({ month, days }, due) => `report of month ${month} is ${inDays(days)} late (due ${due})`,
  },
  'report-late': {
    heading: 'Overdue reports',
    says: ({ month, days }, due) => `report of month ${month} is ${inDays(days)} late (due ${due})`,
  },
  'comment-assigned': { heading: 'Comments assigned to you', says: () => 'a comment is yours to deal with' },
  'comment-mentioned': { heading: 'Comments that mention you', says: () => 'a comment mentions you' },
  'comment-answered': { heading: 'Comments that were answered', says: () => 'a comment has a new answer' },
  'comment-resolved': { heading: 'Comments resolved', says: () => 'your comment was resolved' },
  'row-returned': { heading: 'Rows returned', says: () => 'returned: correct it and submit it again' },
  'work-plan-returned': {
    heading: 'Work plans returned',
    says: () => 'work plan returned: correct it and submit it again',
  },
  'report-returned': {
    heading: 'Reports returned',
    says: ({ month }) => `report of month ${month} returned: correct it and submit it again`,
  },
  'report-due': {
    heading: 'Reports that are due soon',
    says: ({ month, days }, due) => `report of month ${month}, due ${due} (${leftInEnglish(days)})`,
  },
  'check-point-due': {
    heading: 'Milestones that are due soon',
    says: ({ days }, due) => `milestone, to be reached by ${due} (${leftInEnglish(days)})`,
  },
  'row-to-approve': { heading: 'Rows to approve', says: () => 'submitted: yours to approve' },
  'work-plan-to-approve': { heading: 'Work plans to approve', says: () => 'work plan submitted: yours to approve' },
  'report-to-review': {
    heading: 'Reports to review',
    says: ({ month }) => `report of month ${month} submitted: yours to review`,
  },
  'collection-late': {
    heading: 'Collection files that did not come back',
    says: ({ count, days }, due) =>
      `files of ${count} ${count === 1 ? 'agency' : 'agencies'} missing, ${inDays(days)} late (due ${due})`,
  },
  'row-to-write': { heading: 'Rows to fill in', says: () => 'to be filled in' },
  'row-approved': { heading: 'Rows approved', says: () => 'what you wrote was approved' },
  'work-plan-approved': { heading: 'Work plans approved', says: () => 'work plan approved' },
  'report-reviewed': { heading: 'Reports reviewed', says: ({ month }) => `report of month ${month} reviewed` },
};

const table: Readonly<Record<Locale, Readonly<Record<NoticeKind, KindWords>>>> = { 'zh-Hant': zh, en };

function left(days: number): string {
  return days === 0 ? '今天到期' : `剩 ${-days} 日`;
}

function leftInEnglish(days: number): string {
  return days === 0 ? 'today' : `${inDays(-days)} left`;
}

function inDays(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

export function noticeHeading(kind: NoticeKind, locale: Locale): string {
  return table[locale][kind].heading;
}

/** 範例部-114-01 步道整建計畫：2 月填報逾期 3 日（期限 114 年 3 月 20 日） */
export function noticeLine(notice: Notice, locale: Locale): string {
  const of = [notice.row ?? notice.year, ...(notice.name === null ? [] : [notice.name])].join(' ');
  const due = notice.due === null ? '' : calendarDate(notice.due, locale);
  const line = `${of}${locale === 'en' ? ': ' : '：'}${table[locale][notice.kind].says(notice, due)}`;
  if (notice.for === null) return line;
  return locale === 'en' ? `(for ${notice.for.name}) ${line}` : `（代理${notice.for.name}）${line}`;
}

/** Where it is dealt with; of this site, in the reader's language. */
export function noticePath({ kind, row, record, month }: Notice): string {
  const of = `/office/rows/${encodeURIComponent(row ?? '')}`;
  if (kind.startsWith('comment-')) return `${of}/comments#comment-${record.replace(':', '-')}`;
  if (kind === 'collection-late') return `/office/collections/${encodeURIComponent(record)}`;
  if (month !== null) return `${of}/reports/${month}`;
  return kind.startsWith('work-plan') || kind === 'check-point-due' ? `${of}/work-plan` : of;
}

/** By kind, in the order of urgency in which they come. */
export function noticesByKind(notices: readonly Notice[]): readonly (readonly [NoticeKind, readonly Notice[]])[] {
  return [...Map.groupBy(notices, ({ kind }) => kind)];
}
