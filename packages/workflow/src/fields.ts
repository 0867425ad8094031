import { Refusal, type Message } from '@guankao/domain';
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import type { Role } from './actors.ts';
import { nullable, oneOf, Twd } from './schema.ts';

/**
 * What a field of a record is: how it is called, who writes it, what it may hold. From one line here come its type, the
 * schema of requests and answers, its place on a page, its column in an export. What happens when it is written is a
 * command's business: a field has no behaviour.
 */
export interface Field<Schema extends TSchema = TSchema> {
  readonly kind: 'line' | 'lines' | 'period' | 'date' | 'money' | 'integer' | 'choice';
  readonly label: Message;
  /** What to write, with an example; null where the label says it. */
  readonly hint: Message | null;
  /** Who writes it; null: the program does. */
  readonly by: Role | null;
  readonly schema: Schema;
  /** Of a `choice`: what may be chosen, and how each is called. */
  readonly choices: Readonly<Record<string, Message>> | null;
}

export type Fields = Readonly<Record<string, Field>>;

/** The values of a list of fields. */
export type Values<List extends Fields> = { readonly [Name in keyof List]: Static<List[Name]['schema']> };

/** UTF-16 code units in one text: an honest explanation of a year has a few thousand. */
export const longestText = 32_000;

interface Said {
  readonly label: Message;
  readonly hint?: Message;
  readonly by?: Role;
}

function field<Schema extends TSchema>(
  kind: Field['kind'],
  { label, hint, by }: Said,
  schema: Schema,
  choices: Field['choices'] = null,
): Field<Schema> {
  return { kind, label, hint: hint ?? null, by: by ?? null, schema, choices };
}

/** One line of text. */
export const line = (said: Said) =>
  field('line', said, Type.String({ maxLength: longestText, description: said.label['zh-Hant'] }));

/** Running text, one item a line. */
export const lines = (said: Said) =>
  field(
    'lines',
    said,
    Type.String({ maxLength: longestText, description: `${said.label['zh-Hant']}, one item a line` }),
  );

/** As printed: 112年1月至115年12月. */
export const period = (said: Said) =>
  field('period', said, Type.String({ maxLength: 200, description: 'As printed: 112年1月至115年12月' }));

/** Gregorian, ISO 8601: 2024-08-09. */
export const date = (said: Said) =>
  field(
    'date',
    said,
    Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: `${said.label['zh-Hant']}: 2024-08-09` }),
  );

/** Whole New Taiwan dollars. `of` says of what: an amount without a scope must not be added to another. */
export const money = (said: Said & { readonly of: string }) =>
  field('money', said, nullable(Twd, { description: `TWD: ${said.of}` }));

export const integer = (said: Said) => field('integer', said, nullable(Type.Integer({ description: said.label.en })));

export const choice = <const Choices extends Readonly<Record<string, Message>>>(
  said: Said & { readonly choices: Choices },
) => field('choice', said, oneOf(Object.keys(said.choices) as (keyof Choices & string)[]), said.choices);

/** The schema of an object with these fields. */
export function objectOf<List extends Fields>(
  list: List,
  options: { readonly $id?: string; readonly description?: string } = {},
) {
  return Type.Unsafe<Values<List>>(
    Type.Object(Object.fromEntries(Object.entries(list).map(([name, { schema }]) => [name, schema])), options),
  );
}

/** Some of these fields, at least one. */
export function someOf<List extends Fields>(list: List) {
  return Type.Unsafe<Partial<Values<List>>>(
    Type.Partial(Type.Object(Object.fromEntries(Object.entries(list).map(([name, { schema }]) => [name, schema]))), {
      additionalProperties: false,
      minProperties: 1,
    }),
  );
}

/** Control characters but tab and line end, code points that are no characters, and halves of surrogate pairs. */
const unprintableCharacter = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Surrogate}/u;

/** A text as it is kept: as it was typed, but that lines end in \n. Throws a Refusal for what no form can print, with its place. */
export function cleanText(text: string, label: Message, field: string | null = null): string {
  const plain = text.replace(/\r\n?/g, '\n');
  const stray = unprintableCharacter.exec(plain);
  if (stray !== null) throw at(unprintable(plain, stray.index, label), field);
  if (plain.length > longestText) throw at(tooLong(plain, label), field);
  return plain;
}

function at(refusal: Refusal, field: string | null): Refusal {
  return field === null ? refusal : refusal.about(field);
}

function unprintable(text: string, at: number, label: Message): Refusal {
  const code = `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const before = text.slice(Math.max(0, at - 8), at).replace(/\s+/g, ' ');
  return new Refusal('text-unprintable', 422, {
    'zh-Hant': `「${label['zh-Hant']}」第 ${at + 1} 個字元（在「${before}」之後）是控制字元或不完整的字 ${code}，無法列印。請刪除該字元後再存；您輸入的內容都還在。`,
    en: `Character ${at + 1} of "${label.en}" (after "${before}") is a control character or half a character, ${code}, and cannot be printed. Delete it and save again; nothing of what you typed is lost.`,
  });
}

function tooLong(text: string, label: Message): Refusal {
  const [length, limit] = [text.length.toLocaleString('en-US'), longestText.toLocaleString('en-US')];
  return new Refusal('text-too-long', 422, {
    'zh-Hant': `「${label['zh-Hant']}」有 ${length} 字，上限 ${limit} 字。請精簡，或改以附件提供佐證資料。`,
    en: `"${label.en}" has ${length} characters; the limit is ${limit}. Shorten it, or attach the material as evidence instead.`,
  });
}
