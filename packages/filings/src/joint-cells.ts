import type { Span } from '@guankao/domain';
import { readPeriod } from './fields/period.ts';
import { readPlanType, typeWords } from './fields/plan-type.ts';
import type { Column } from './headings.ts';
import type { Role } from './layout.ts';
import { agencyName, headText, isRunningHead } from './running-heads.ts';

/** What a cell is made of, each with its print. */
export interface JointPart {
  readonly role: Role;
  readonly span: Span;
}

/** No cell of a name, a type and a period is longer. */
const longest = 200;
const month =
  '(?:(?:中華民國|民國|西元)?\\s*\\d{2,4}\\s*(?:年度?|[./-])\\s*(?:\\d{1,2}\\s*(?:月|[./-])?\\s*)?(?:\\d{1,2}\\s*日?)?)';
const period = new RegExp(`自?${month}\\s*起?\\s*(?:至|到|迄|[-－–—~～∼〜])\\s*${month}\\s*(?:止|底)?`, 'g');
const opens = '[【［\\[（(〔〈《「]';
const closes = '[】］\\]）)〕〉》」]';
const parts = '[\\s\\u2029:：／/｜|、，,；;－–—-]';
const typeFirst = new RegExp(`^${opens}?\\s*(${typeWords})\\s*(?:${closes}${parts}*|${parts}+)(?=\\S)`);
/** Where a line of print lost what parted them: under a heading that names both, the whole words are the type. */
const typeRunsOn =
  /^(社會發展|科技發展|公共建設)(?:計畫)?(?=\p{sc=Han}{2,}(?:計畫|方案|工程|專案)(?:[（(][^（）()]{1,12}[)）])?$)/u;
const typeRunsBehind = /(?<=(?:計畫|方案|工程|專案)(?:[（(][^（）()]{1,12}[)）])?)(社會發展|科技發展|公共建設)$/;
const typeLast = new RegExp(`(?:${parts}*${opens}|${parts}+)\\s*(${typeWords})\\s*${closes}?$`);

/**
 * The parts of a cell under a joint heading (計畫類型及期程), or of one that holds a period beside the type that its heading
 * names. What cannot be told apart stays whole, under the heading's first word: unread where it reads as nothing.
 */
export function partsOfJoint(document: string, cell: Span, { role, joint }: Column): readonly JointPart[] {
  const isName = role === 'name' || joint?.includes('name') === true;
  const span = withoutTail(document, cell, isName);
  const whole = [{ role, span }];
  const print = document.slice(span.start, span.end);
  if (print.length > longest) return whole;
  if (joint === undefined) {
    const found = role === 'type' || role === 'period' ? tellApart(print, ['type', 'period']) : null;
    return found === null ? whole : found.map((part) => placed(part, span));
  }
  const found = tellApart(print, joint);
  return found === null ? [{ role: roleOfWhole(print, joint), span }] : found.map((part) => placed(part, span));
}

/** Who made and looked over the table, and notes: lines of their own below it. */
const signature = /^(?:製表|填表|承辦人?|覆核|複核|審核|核章|主辦會計|會計|機關首長|單位主管|首長)(?:人員?)?:$/;
const noteBelow = /^[(]?(?:註|附註|備註|資料來源)[)]?\d{0,2}:/;

/** The same in a name, where a line of it was joined. */
const noteInName = /(?<=計畫|方案|工程|專案|[）)])\s*(?:註|附註|備註|資料來源)\d{0,2}[:：]/;

/**
 * A band of a page without rules may take what stands below a row into its cells: running heads of the next page, signatures,
 * notes. They are no part of the row. A text may name an agency or speak of a note; a name does not.
 */
function withoutTail(document: string, span: Span, isName: boolean): Span {
  const print = document.slice(span.start, span.end);
  const note = isName ? print.search(noteInName) : -1;
  if (note > 0) return { ...span, end: span.start + note };
  const paragraphs = print.split('\u2029');
  if (paragraphs.length < 2) return span;
  const isTail = (text: string): boolean => isRunningHead(text) || signature.test(text) || noteBelow.test(text);
  const texts = paragraphs.map(headText);
  const kept =
    1 +
    Math.max(
      0,
      texts.findLastIndex((text) => !isTail(text) && !(isName && agencyName.test(text))),
    );
  const tail = texts.slice(kept);
  if (!tail.some((text) => (isName ? isTail(text) : isRunningHead(text) || signature.test(text)))) return span;
  return { ...span, end: span.start + paragraphs.slice(0, kept).join('\u2029').length };
}

/** A name, where no more than the name seems to stand there. A period among other words is part of no name: unread. */
function roleOfWhole(print: string, joint: readonly Role[]): Role {
  if (!joint.includes('name')) return joint[0] as Role;
  return periodIn(print) === null ? 'name' : 'other';
}

/** Whether a cell is a type and a period, and nothing else. */
export function holdsTypeAndPeriod(print: string): boolean {
  return /\d{2}/.test(print) && /[社科公]/.test(print) && tellApart(print, ['type', 'period']) !== null;
}

interface Part {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
}

function placed({ role, from, to }: Part, span: Span): JointPart {
  return { role, span: { ...span, start: span.start + from, end: span.start + to } };
}

/** null where some part is not found. */
function tellApart(print: string, roles: readonly Role[]): Part[] | null {
  const found: Part[] = [];
  let rest: Part = { role: 'name', from: 0, to: print.length };
  if (roles.includes('period')) {
    const at = periodIn(print);
    if (at === null) return null;
    found.push({ role: 'period', ...at });
    const [before, after] = [trimmed(print, 0, at.from), trimmed(print, at.to, print.length)];
    const isSplit = before.from < before.to && after.from < after.to;
    if (isSplit && roles.length < 3) return null;
    rest = { ...rest, ...(before.from < before.to ? before : after) };
    if (isSplit) {
      const type = [before, after].find(({ from, to }) => readPlanType(print.slice(from, to)) !== null);
      if (type === undefined) return null;
      return [...found, { role: 'type', ...type }, { role: 'name', ...(type === before ? after : before) }];
    }
  }
  if (!roles.includes('name')) {
    return readPlanType(print.slice(rest.from, rest.to)) === null ? null : [...found, { ...rest, role: 'type' }];
  }
  if (!roles.includes('type')) return rest.from < rest.to ? [...found, rest] : null;
  const type = typeIn(print.slice(rest.from, rest.to));
  if (type === null) return null;
  const name = trimmed(print, rest.from + type.name.from, rest.from + type.name.to);
  if (name.from >= name.to) return null;
  return [
    ...found,
    { role: 'type', from: rest.from + type.type.from, to: rest.from + type.type.to },
    { role: 'name', ...name },
  ];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function periodIn(print: string): Stretch | null {
  const folded = print.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  for (const { index, 0: text } of folded.matchAll(period)) {
    const lead = text.length - text.trimStart().length;
    if (readPeriod(text) !== null) return { from: index + lead, to: index + text.trimEnd().length };
  }
  return null;
}

/** The type at the beginning or the end of a text, and the name that is left. */
function typeIn(text: string): { readonly type: Stretch; readonly name: Stretch } | null {
  const first = typeFirst.exec(text) ?? typeRunsOn.exec(text);
  if (first !== null) {
    const from = first[0].indexOf(first[1] as string);
    return { type: { from, to: from + (first[1] as string).length }, name: { from: first[0].length, to: text.length } };
  }
  const last = typeLast.exec(text) ?? typeRunsBehind.exec(text);
  if (last === null) return null;
  const from = last.index + last[0].indexOf(last[1] as string);
  return { type: { from, to: from + (last[1] as string).length }, name: { from: 0, to: last.index } };
}

/** Without the marks and half brackets at its edges. */
function trimmed(print: string, from: number, to: number): Stretch {
  const text = print.slice(from, to);
  const lead = new RegExp(`^(?:${parts}|${closes})+`).exec(text)?.[0].length ?? 0;
  const tail = new RegExp(`(?:${parts}|${opens})+$`).exec(text.slice(lead))?.[0].length ?? 0;
  return { from: from + lead, to: to - tail };
}
