import { Refusal } from '@guankao/domain';
import { lineComponents, moneyFields, type GivenCarryOver } from '@guankao/workflow';
import { amountIn, dateIn, fieldOf, type FormFields } from '../office/texts-of-form.ts';

const mostLines = 50;
const names = ['id', 'ground', 'cause', 'contract', ...lineComponents, 'since', 'finish', 'explanation'] as const;
/** What stands in a line that nobody has touched. */
const untouched: readonly string[] = ['id', 'since'];

/** The form with its empty lines left out and the others numbered from 1 again, as the command's refusals count them. */
export function compactedLines(fields: FormFields): FormFields {
  const others = Object.entries(fields).filter(([name]) => !/^line-\d+-/.test(name));
  const lines = Object.keys(fields)
    .flatMap((name) => /^line-(\d{1,4})-ground$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
    .map((number) => names.map((name) => [name, fieldOf(fields, `line-${number}-${name}`)] as const))
    .filter((line) => line.some(([name, text]) => !untouched.includes(name) && text.trim() !== ''))
    .slice(0, mostLines)
    .flatMap((line, at) => line.map(([name, text]) => [`line-${at + 1}-${name}`, text] as const));
  return Object.fromEntries([...others, ...lines]);
}

export function countOfLines(fields: FormFields): number {
  return Object.keys(fields).filter((name) => /^line-\d+-ground$/.test(name)).length;
}

/** What a compacted form says. Throws a Refusal that names the cell. */
export function carryOverOf(fields: FormFields): GivenCarryOver {
  const lines = Array.from({ length: countOfLines(fields) }, (_, index) => {
    const at = `line-${index + 1}`;
    const text = (name: (typeof names)[number]) => fieldOf(fields, `${at}-${name}`).trim();
    const amount = (name: (typeof lineComponents)[number]) =>
      amountIn(text(name), moneyFields[name].label, `${at}-${name}`) ?? 0;
    return {
      id: text('id') || null,
      ground: text('ground'),
      cause: text('cause') || null,
      contract: text('contract'),
      since: yearIn(text('since'), `${at}-since`),
      budget: amount('budget'),
      supplementary: amount('supplementary'),
      carriedIn: amount('carriedIn'),
      finish: text('finish') === '' ? null : dateIn(text('finish'), finishLabel, `${at}-finish`),
      explanation: text('explanation'),
    };
  });
  return { lines };
}

/** A fiscal year, ROC or Gregorian: 114 and 2025 are the same. Throws a Refusal that names the cell. */
function yearIn(text: string, field: string): number {
  const digits = /^(?:民國)?(\d{2,4})(?:年度?)?$/.exec(text.normalize('NFKC'))?.[1];
  const year = Number(digits);
  if (digits !== undefined) return year < 1000 ? year + 1911 : year;
  throw new Refusal('not-a-year', 422, {
    'zh-Hant': `「原編列年度」的「${text}」不是年度。請寫民國年，例：114。`,
    en: `"${text}" is no year. Write it as 2025, or 114 of the ROC.`,
  }).about(field);
}

const finishLabel = { 'zh-Hant': '預定完成日期', en: 'expected finish' } as const;

/** What the document says, as it is typed: amounts only where a part is approved. */
export function decisionOf(fields: FormFields, isPart: boolean): object {
  const approved = Object.keys(fields).flatMap((name) => {
    const line = /^approved-(k\d{1,4})$/.exec(name)?.[1];
    if (line === undefined || !isPart) return [];
    const label = { 'zh-Hant': '核定金額', en: 'approved amount' } as const;
    return [{ line, amount: amountIn(fieldOf(fields, name), label, name) ?? 0 }];
  });
  return {
    number: fieldOf(fields, 'number'),
    date: dateIn(fieldOf(fields, 'date').trim(), { 'zh-Hant': '核定日期', en: 'date of the document' }, 'date'),
    reason: fieldOf(fields, 'reason'),
    ...(isPart ? { approved } : {}),
  };
}

export function settlementOf(fields: FormFields): object {
  return {
    line: fieldOf(fields, 'line'),
    kind: fieldOf(fields, 'kind'),
    amount: amountIn(fieldOf(fields, 'amount'), { 'zh-Hant': '金額', en: 'amount' }, 'amount') ?? 0,
    day: dateIn(fieldOf(fields, 'day').trim(), { 'zh-Hant': '日期', en: 'day' }, 'day'),
    document: fieldOf(fields, 'document'),
  };
}
