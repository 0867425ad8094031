import { Refusal } from '@guankao/domain';
import { terms } from '@guankao/terms';
import { controlLevels, monthsOfYear, percentIn, type GivenContent } from '@guankao/workflow';
import { amountIn, dateIn, fieldOf, type FormFields } from '../office/texts-of-form.ts';

/** A form of lines holds so many at most. */
const mostLines = 200;
const fieldsOfItem = ['id', 'name', 'weight', ...monthFields()];
const fieldsOfPoint = ['id', 'name', 'due', 'evidence'];

function monthFields(): readonly string[] {
  return Array.from({ length: monthsOfYear }, (_, month) => `m${month + 1}`);
}

/**
 * The form with its empty lines left out and the others numbered from 1 again: so a cell that is refused has the same
 * number in what is shown again, in the command and in the API.
 */
export function compacted(fields: FormFields): FormFields {
  const others = Object.entries(fields).filter(([name]) => !/^(?:item|point)-\d+-/.test(name));
  const items = filledLines(fields, 'item', fieldsOfItem);
  const points = filledLines(fields, 'point', fieldsOfPoint);
  return Object.fromEntries([...others, ...items, ...points]);
}

function filledLines(fields: FormFields, kind: string, names: readonly string[]): readonly [string, string][] {
  const numbers = Object.keys(fields).flatMap((name) => {
    const number = new RegExp(`^${kind}-(\\d{1,4})-name$`).exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  const lines = numbers
    .toSorted((a, b) => a - b)
    .map((number) => names.map((name) => [name, fieldOf(fields, `${kind}-${number}-${name}`)] as const))
    .filter((line) => line.some(([name, text]) => name !== 'id' && text.trim() !== ''));
  return lines
    .slice(0, mostLines)
    .flatMap((line, at) => line.map(([name, text]): [string, string] => [`${kind}-${at + 1}-${name}`, text]));
}

/** How many lines of a kind a compacted form holds. */
export function countOf(fields: FormFields, kind: 'item' | 'point'): number {
  return Object.keys(fields).filter((name) => new RegExp(`^${kind}-\\d+-name$`).test(name)).length;
}

/** What a compacted form says. Throws a Refusal that names the cell. */
export function contentOf(fields: FormFields): GivenContent {
  const items = Array.from({ length: countOf(fields, 'item') }, (_, at) => itemOf(fields, `item-${at + 1}`));
  const checkPoints = Array.from({ length: countOf(fields, 'point') }, (_, at) => pointOf(fields, `point-${at + 1}`));
  const spending = byMonth('spending', (name) => amountIn(fieldOf(fields, name), terms.plannedMoney, name));
  const level = controlLevels.find((one) => one === fieldOf(fields, 'level'));
  return { ...(level === undefined ? {} : { level }), items, checkPoints, spending };
}

function itemOf(fields: FormFields, at: string): GivenContent['items'][number] {
  return {
    id: fieldOf(fields, `${at}-id`) || null,
    name: owed(fields, `${at}-name`, terms.workItem),
    weight: percentOfCell(owed(fields, `${at}-weight`, terms.weight), `${at}-weight`),
    planned: byMonth(at, (name) => {
      const text = fieldOf(fields, name).trim();
      return text === '' ? null : percentOfCell(text, name);
    }),
  };
}

function pointOf(fields: FormFields, at: string): GivenContent['checkPoints'][number] {
  return {
    id: fieldOf(fields, `${at}-id`) || null,
    name: owed(fields, `${at}-name`, terms.milestone),
    due: dateIn(fieldOf(fields, `${at}-due`), { 'zh-Hant': '預定日期', en: 'planned date' }, `${at}-due`),
    evidence: fieldOf(fields, `${at}-evidence`).trim(),
  };
}

/** Cumulative: an empty month is as the one before it, the first ones are zero. */
function byMonth(at: string, read: (name: string) => number | null): number[] {
  let last = 0;
  return monthFields().map((month) => (last = read(`${at}-${month}`) ?? last));
}

function owed(fields: FormFields, name: string, label: { readonly 'zh-Hant': string; readonly en: string }): string {
  const text = fieldOf(fields, name).trim();
  if (text !== '') return text;
  throw new Refusal('field-owed', 422, {
    'zh-Hant': `這一行的「${label['zh-Hant']}」要填。不要這一行的話，請把整行清空。`,
    en: `"${label.en}" of this line has to be filled in. To remove the line, empty all of it.`,
  }).about(name);
}

/** Throws a Refusal that names the cell. */
export function percentOfCell(text: string, field: string): number {
  const percent = percentIn(text);
  if (percent !== null) return percent;
  throw new Refusal('not-a-percent', 422, {
    'zh-Hant': `「${text}」不能收：百分比寫 0 至 100，小數最多兩位，例：12.5。`,
    en: `"${text}" is not taken: a percentage is 0 to 100 with at most two digits after the point, such as 12.5.`,
  }).about(field);
}
