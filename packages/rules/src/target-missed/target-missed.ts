import type { Indicator } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { columnNames, type Row } from '../facts/filing-facts.ts';
import { locate } from '../facts/indicators.ts';
import { pointAt } from '../facts/pointing.ts';
import { proofOfMiss } from '../proofs/of-figures.ts';

const meta = {
  id: 'target-missed',
  title: { 'zh-Hant': '未達目標值', en: 'A target was missed' },
  category: 'target',
  severity: 'warning',
  authority: '本表末欄：年度績效目標已達成或未達成之說明；以未進位數比較',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '未達成應敘明原因與策進作為。', en: 'A miss owes its reason and what will be done.' },
  messages: {
    silent: {
      fault: {
        'zh-Hant': '{goalColumn}寫「{target}」，{resultColumn}寫「{actual}」，{gap}未稱未達成。',
        en: '{goalColumn} says “{target}”, {resultColumn} says “{actual}”, {gap}and nowhere is it called missed.',
      },
      settle: {
        'zh-Hant': '請載明未達成、原因及策進作為。',
        en: 'Say that it was missed, why, and what will be done.',
      },
    },
    said: {
      fault: {
        'zh-Hant': '{goalColumn}寫「{target}」，{resultColumn}寫「{actual}」，{gap}已稱未達成。',
        en: '{goalColumn} says “{target}”, {resultColumn} says “{actual}”, {gap}and says so.',
      },
      settle: { 'zh-Hant': '請追蹤策進作為。', en: 'Follow up what will be done.' },
    },
    unremedied: {
      fault: {
        'zh-Hant': '{goalColumn}寫「{target}」，{resultColumn}寫「{actual}」，{gap}已稱未達成，未見策進作為。',
        en: '{goalColumn} says “{target}”, {resultColumn} says “{actual}”, {gap}called missed, with no word on what will be done.',
      },
      settle: { 'zh-Hant': '請補策進作為與期程。', en: 'Say what will be done, and by when.' },
    },
  },
  yieldsTo: ['stated-achieved-but-missed'],
} as const;

type Says = keyof typeof meta.messages;

export const rule = rowRule(meta, function* (row): Iterable<Fault<Says>> {
  for (const indicator of row.claims?.indicators ?? []) {
    if (indicator.met !== false) continue;
    const { target, actual } = indicator;
    yield {
      says: said(row, indicator),
      words: {
        target: target.text,
        actual: actual?.text ?? '—',
        gap: gapOf(indicator),
        goalColumn: columnNames[indicator.column],
        resultColumn: resultColumn(row, indicator),
      },
      at: [pointAt(row, target.span), ...(actual === null ? [] : [pointAt(row, actual.span)])],
      stated: target.value ?? target.text,
      computed: actual?.value ?? actual?.text ?? null,
      expression:
        indicator.compared === undefined || indicator.late !== undefined
          ? null
          : `${indicator.compared.actual} ${comparison(indicator)} ${indicator.compared.target}`,
      proof: proofOfMiss(row, indicator),
    };
  }
});

const callsItMissed =
  /未達成|未達(?:目標|預期|原定|成)|未及|未能(?:達成|如期|依限|完成)|不及目標|較(?:原定|年度)?目標值?(?:略)?[低少]|[低少]於(?:原定|年度)?目標|落後|無法執行/u;

/** Whether the miss is called one: in the item that tells the result, or in so many words for the row. */
function said(row: Row, { actual }: Indicator): Says {
  const where = actual === null ? null : locate(row, actual.span);
  const called =
    row.claims?.statedVerdict === 'not_achieved' ||
    (where !== null && callsItMissed.test(where.text.text)) ||
    explained(row);
  if (!called) return 'silent';
  // 預計114年3月補訓 is a remedy with its date.
  return (row.claims?.remedies.length ?? 0) + (row.claims?.commitments.length ?? 0) > 0 ? 'said' : 'unremedied';
}

/** A heading of its own: 未達成原因, 未達成部分說明. */
const explained = (row: Row): boolean =>
  row.texts.some(({ column, text }) => column === 'explanation' && /未達成(?:原因|部分|說明)|未達目標/u.test(text));

const comparison = ({ comparator, strict }: Indicator): string =>
  comparator === 'milestone' ? '' : comparator === '=' || strict !== true ? comparator : comparator.slice(0, 1);

/** `少 3 人次，` in the unit of the target, or how it was late; nothing where no figures were compared. */
function gapOf({ late, compared }: Indicator): { 'zh-Hant': string; en: string } {
  if (late !== undefined)
    return { 'zh-Hant': `逾期限（${inRocYears(late.due)}），`, en: `after the last day asked (${late.due}), ` };
  if (compared === undefined || compared.actual === compared.target) return { 'zh-Hant': '', en: '' };
  const less = compared.actual < compared.target;
  const distance = Math.abs(compared.target - compared.actual);
  const amount = distance.toLocaleString('en-US', { maximumFractionDigits: 4 });
  const points = compared.unit === '%' || compared.unit === '百分點';
  const unit = points ? '個百分點' : compared.unit === 'TWD' ? '元' : (compared.unit ?? '');
  return {
    'zh-Hant': `${less ? '少' : '多'} ${[amount, unit].join(' ').trim()}，`,
    en: `${[amount, points ? 'percentage points' : unit].join(' ').trim()} ${less ? 'less' : 'more'}, `,
  };
}

/** 2024-06-30 is 113年6月30日. */
function inRocYears(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${(year ?? 0) - 1911}年${month}月${date}日`;
}

function resultColumn(row: Row, { actual }: Indicator): { readonly 'zh-Hant': string; readonly en: string } {
  const where = actual === null ? null : locate(row, actual.span);
  return columnNames[where?.text.column ?? 'explanation'];
}
