import {
  columnTitles,
  figureInSigns,
  inSigns,
  isAboutFiling,
  type Finding,
  type Sheet,
  type SheetCell,
  type SheetLine,
  type Span,
} from '@guankao/domain';
import { LineIndex, type PlanReading, type Reading } from '@guankao/reading';
import { terms } from '@guankao/terms';

const severities = { error: terms.error, warning: terms.warning, question: terms.question } as const;

export interface ClarificationsOf {
  /** Of one executing agency alone; null: of all rows. */
  readonly agency: string | null;
  /** What stands beside the filing's own facts: its edition, where it can be had. */
  readonly facts?: Sheet['facts'];
  /** Where a place can be seen; none where the reading is nowhere but here. */
  readonly address?: (span: Span) => string;
}

/**
 * 請釐清事項表: every finding of a filing, by row, with the words, their place, the arithmetic, and room for the agency's
 * answer. What may be the conversion's fault is left out. It goes to an agency: in Chinese.
 */
export function clarifications(reading: Reading, { agency, facts = [], address }: ClarificationsOf): Sheet {
  const { filing, document, plans, findings } = reading;
  const rowOf = new Map(plans.map((plan, at) => [plan.id, { plan, at }]));
  const own = findings
    .filter(isAboutFiling)
    .filter((finding) => agency === null || rowOf.get(finding.plan ?? '')?.plan.executingAgency?.value === agency);
  const order = (finding: Finding): number => rowOf.get(finding.plan ?? '')?.at ?? -1;
  const sorted = own.toSorted((a, b) => order(a) - order(b) || gravity(a) - gravity(b));
  const lines = new LineIndex(document.text);
  const year = filing.fiscalYear === null ? '' : `${filing.fiscalYear - 1911}年度`;
  return {
    language: 'zh-Hant',
    title: `${filing.agency ?? ''}${year}${terms.clarifications['zh-Hant']}`,
    facts: [
      ...(agency === null ? [] : [[terms.executingAgency['zh-Hant'], agency] as const]),
      ['來源檔', document.name],
      ['SHA-256', document.sha256],
      ['事項', `${sorted.length}`],
      ...facts,
    ],
    note: `「${terms.error['zh-Hant']}」表上所載互不相符；「${terms.warning['zh-Hant']}」應敘明理由；「${terms.question['zh-Hant']}」請承辦釐清。請在末欄說明或更正；認為檢核有誤者，也請說明。`,
    columns: [
      { title: '項次', share: 1 },
      { title: terms.plan['zh-Hant'], share: 4 },
      { title: '表上所載與位置', share: 7 },
      { title: '請釐清事項', share: 8 },
      { title: '機關說明或更正', share: 6 },
    ],
    rows: sorted.map((finding, at) => [
      [{ text: `${at + 1}`, as: 'plain' }],
      planCell(rowOf.get(finding.plan ?? '')?.plan),
      wordsCell(finding, lines, address),
      askedCell(finding),
      [],
    ]),
    nothing: '沒有需要釐清的事項。規則查不到的，不等於沒有。',
  };
}

function gravity({ severity }: Finding): number {
  return ['error', 'warning', 'question'].indexOf(severity);
}

function planCell(plan: PlanReading | undefined): SheetCell {
  if (plan === undefined) return [{ text: '整份表', as: 'strong' }];
  const agency = plan.executingAgency?.value;
  return [
    { text: `${plan.marker ?? ''}${plan.name}`, as: 'strong' },
    ...(agency === undefined ? [] : [{ text: agency, as: 'small' } as const]),
  ];
}

/** A finding rests on a few places; of many, the first. */
const mostPlaces = 6;

function wordsCell({ field, evidence }: Finding, lines: LineIndex, address: ClarificationsOf['address']): SheetCell {
  const words = evidence.slice(0, mostPlaces).flatMap(({ text, span }): SheetLine[] => [
    { text, as: 'quote' },
    { text: placeInWords(span, lines), as: 'small', ...(address === undefined ? {} : { href: address(span) }) },
  ]);
  const column: SheetLine[] = field === null ? [] : [{ text: columnTitles[field], as: 'small' }];
  return [...column, ...words];
}

function placeInWords(span: Span, lines: LineIndex): string {
  if (span.address !== undefined) return span.address;
  if (span.page !== undefined && span.page !== null) return `第 ${span.page} 頁`;
  return `第 ${lines.at(span.start).line} 行`;
}

function askedCell({ severity, message, expression, computed, stated, authority }: Finding): SheetCell {
  const sums = [
    expression === null ? null : `算式 ${inSigns(expression)}`,
    computed === null ? null : `重算 ${figureInSigns(computed)}`,
    stated === null ? null : `所載 ${figureInSigns(stated)}`,
  ].filter((part) => part !== null);
  return [
    { text: `【${severities[severity]['zh-Hant']}】${message['zh-Hant']}`, as: 'plain' },
    ...(sums.length === 0 ? [] : [{ text: sums.join('，'), as: 'small' } as const]),
    ...(authority === null ? [] : [{ text: `依據 ${authority}`, as: 'small' } as const]),
  ];
}
