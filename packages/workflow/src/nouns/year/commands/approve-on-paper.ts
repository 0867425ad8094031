import { Refusal } from '@guankao/domain';
import { Type } from '@sinclair/typebox';
import { demandVersion, type Context } from '../../../context.ts';
import { dayInTaipei } from '../../../days.ts';
import { cleanText } from '../../../fields.ts';
import { defineCommand } from '../../../noun.ts';
import { Day } from '../../../schema.ts';
import { alreadyEntered, type PaperApprovalEvent } from '../../paper-approval/noun.ts';
import { paperApprovalId, type PaperApproval } from '../../paper-approval/paper-approval.ts';
import { notOwnWork } from '../../row/policy.ts';
import { isStanding, type RowRecord } from '../../row/row.ts';
import type { YearEvent } from '../events.ts';
import type { YearRecord } from '../year.ts';

const PaperInput = Type.Object({
  date: Day,
  number: Type.String({ maxLength: 200, description: '發文字號' }),
  hash: Type.String({
    maxLength: 200,
    description: '核對碼 as the 送核單 prints it: its first 16 digits at least; blanks do not count',
  }),
});

/** What was found out before: the form as it stands, and the scan. */
export interface FormOnPaper {
  readonly edition: number;
  readonly hash: string;
  readonly rows: PaperApproval['rows'];
  readonly scan: PaperApproval['scan'];
  /** One of this state that is held and was not taken back; null: none. */
  readonly held: Pick<PaperApproval, 'number' | 'date'> | null;
}

export const approveOnPaperCommand = defineCommand<YearRecord, typeof PaperInput>({
  name: 'approve-on-paper',
  label: { 'zh-Hant': '登錄核章', en: 'enter an approval on paper' },
  may: 'approve-on-paper',
  as: () => 'compiler',
  input: PaperInput,
  with: 'row',
  // Only of a form that was looked at, with the scan.
  prepared: true,
  decide: (form, input, call) =>
    approveOnPaper(
      form,
      input,
      call.facts as FormOnPaper,
      call.children as readonly RowRecord[],
      call.shown ?? 0,
      call,
    ),
});

interface Given {
  readonly date: string;
  readonly number: string;
  readonly hash: string;
}

/** Digits of a hash that are typed at least: no two states of one form share so many. */
const fewestDigits = 16;

function approveOnPaper(
  form: YearRecord,
  given: Given,
  { edition, hash, rows, scan, held }: FormOnPaper,
  children: readonly RowRecord[],
  shown: number,
  context: Context,
): readonly (YearEvent | PaperApprovalEvent)[] {
  const { actor, now } = context;
  demandVersion(form.version, shown);
  demandOthers(children.filter(isStanding), context);
  const number = cleanText(given.number.trim(), { 'zh-Hant': '發文字號', en: 'number' }, 'number');
  if (number === '') throw numberOwed();
  if (!isDay(given.date) || given.date > dayInTaipei(now)) throw notALetterDay(given.date);
  demandSameState(given.hash, hash);
  if (held !== null) throw alreadyEntered(held);
  const approval: PaperApproval = {
    id: paperApprovalId(form.id, hash),
    year: form.id,
    ministry: form.ministry,
    fiscalYear: form.fiscalYear,
    state: 'in-force',
    version: 1,
    edition,
    hash,
    date: given.date,
    number,
    scan,
    rows,
    by: actor.name,
    at: now.toISOString(),
    withdrawn: null,
  };
  return [
    { kind: 'paper-approval-entered', subject: approval.id, payload: { approval } },
    {
      kind: 'year-approved-on-paper',
      subject: form.id,
      payload: { approval: approval.id, edition, hash, date: approval.date, number, by: actor.id },
    },
  ];
}

/** Whoever wrote anything of it does not enter its approval, whatever roles they hold. */
function demandOthers(rows: readonly RowRecord[], { actor }: Context): void {
  const own = rows.filter((row) => !notOwnWork(actor, row));
  if (own.length === 0) return;
  const names = own.slice(0, 3).map(({ texts }) => `「${texts.name}」`);
  throw new Refusal('own-work', 403, {
    'zh-Hant': `您填寫或陳核過 ${own.length} 列（${names.join('、')}${own.length > 3 ? '等' : ''}），不能登錄它們的核章。請由沒有填寫的人登錄。`,
    en: `you wrote or submitted ${own.length} of its rows (${names.join(', ')}${own.length > 3 ? ' and others' : ''}); their approval on paper is entered by somebody who did not.`,
  });
}

function demandSameState(typed: string, hash: string): void {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]*$/.test(digits) || digits.length < fewestDigits) {
    throw new Refusal('not-a-hash', 422, {
      'zh-Hant': `核對碼「${typed}」不完整：請照送核單填至少前 ${fewestDigits} 碼（數字與 a 至 f）。`,
      en: `"${typed}" is no whole check code: type at least the first ${fewestDigits} digits (0 to 9, a to f) as the sheet prints them.`,
    }).about('hash');
  }
  if (hash.startsWith(digits)) return;
  throw new Refusal('another-state', 409, {
    'zh-Hant': `送核單印的核對碼是 ${digits.slice(0, fewestDigits)}，表現在的核對碼是 ${hash.slice(0, fewestDigits)}：送核單印出以後表又有變更，或印的是別的表。這份核章不能算在現在的內容上；請核對變更，以現況重印送核單再核章。`,
    en: `the sheet prints ${digits.slice(0, fewestDigits)}; the form now is ${hash.slice(0, fewestDigits)}: it was changed since the sheet was printed, or the sheet is of another form. The seal does not cover what stands now: look at what changed, print the sheet anew and have it sealed.`,
  }).about('hash');
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function numberOwed(): Refusal {
  return new Refusal('letter-owed', 422, {
    'zh-Hant': '請填發文字號，例：範秘字第1150000123號。',
    en: 'give the number of the letter, such as 範秘字第1150000123號.',
  }).about('number');
}

function notALetterDay(day: string): Refusal {
  return new Refusal('letter-owed', 422, {
    'zh-Hant': `發文日期「${day}」不是今天以前的日期。請照核章的公文填。`,
    en: `"${day}" is no day up to today. Give the date of the letter.`,
  }).about('date');
}
