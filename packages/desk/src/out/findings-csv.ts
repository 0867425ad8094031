import { columnTitles } from '@guankao/domain';
import { quoted } from '@guankao/forms/in-browser';
import type { Reading } from '@guankao/reading';
import { terms } from '@guankao/terms';

const titles = [
  '列',
  terms.name['zh-Hant'],
  '欄位',
  '等級',
  '規則',
  '說明',
  '原文',
  '算式',
  '重算',
  '原文所載',
  '依據',
  terms.transcriptionDoubt['zh-Hant'],
];
const severities = { error: terms.error, warning: terms.warning, question: terms.question } as const;

/** The findings as a table for a spreadsheet: UTF-8 with a byte order mark, CRLF, formulas disarmed. */
export function findingsCsv({ plans, findings }: Reading): string {
  const names = new Map(plans.map((plan) => [plan.id, plan.name]));
  const rows = findings.map((finding) => [
    finding.plan ?? '',
    finding.plan === null ? '' : (names.get(finding.plan) ?? ''),
    finding.field === null ? '' : columnTitles[finding.field],
    severities[finding.severity]['zh-Hant'],
    finding.rule,
    finding.message['zh-Hant'],
    finding.evidence.map(({ text }) => text).join('／'),
    finding.expression ?? '',
    finding.computed ?? '',
    finding.stated ?? '',
    finding.authority ?? '',
    finding.doubt === undefined ? '' : '是',
  ]);
  return `\ufeff${[titles, ...rows].map((row) => row.map((cell) => quoted(String(cell))).join(',')).join('\r\n')}\r\n`;
}
