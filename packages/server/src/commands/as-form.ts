import type { FastifyRequest } from 'fastify';
import { Refusal, type Message } from '@guankao/domain';
import type { IdempotencyKey } from '@guankao/store';
import { commandOf, type Noun } from '@guankao/workflow';
import { terms } from '@guankao/terms';
import { fingerprint } from '../sign-in/secrets.ts';

/**
 * A form that was shown once and is sent twice as it is, by two clicks, is one request: the second is shown what became of
 * the first. Whoever changes it in between asks for something else.
 */
export function sentOnce(request: FastifyRequest): IdempotencyKey | null {
  const fields = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const { once } = fields;
  if (typeof once !== 'string' || once === '') return null;
  const key = fingerprint(`form ${request.url} ${JSON.stringify(fields)}`);
  return { key, request: key };
}

/** What a form sends is held to the command's own schema, as the API's requests are: what the API refuses, the form refuses. */
export function demandInput(
  request: FastifyRequest,
  nouns: readonly Noun[],
  step: { readonly noun: string; readonly command: string; readonly input: unknown },
): void {
  const noun = nouns.find(({ name }) => name === step.noun);
  const command = noun === undefined ? undefined : commandOf(noun, step.command);
  if (noun === undefined || command === undefined) throw new RangeError(`no command ${step.noun}/${step.command}`);
  const validate = request.compileValidationSchema(command.input, 'body');
  if (validate(step.input)) return;
  const [first] = (validate as { readonly errors?: readonly SchemaError[] | null }).errors ?? [];
  if (first !== undefined) throw notTaken(first, step.input, noun, step.command);
}

interface SchemaError {
  readonly keyword: string;
  /** /letter/number */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Where a field of a form is called otherwise than in the command's input. */
const inForms: Readonly<Record<string, string>> = {
  'add-indicator/text': 'target',
  'record-actual/text': 'actual',
  'letter/number': 'letterNumber',
  'letter/date': 'letterDate',
  'letter/receiver': 'receiver',
  'comments/0/text': 'comment',
  'comments/0/field': 'field',
  'parts/0/from': 'from',
  'parts/0/until': 'until',
  'parts/0/document': 'document',
};

/** Fields of forms that are no noun's. */
const names: Readonly<Record<string, Message>> = {
  label: terms.indicator,
  target: terms.target,
  actual: terms.actual,
  unit: { 'zh-Hant': '單位', en: 'unit' },
  reason: { 'zh-Hant': '理由', en: 'reason' },
  comment: { 'zh-Hant': '審核意見', en: 'comment' },
  ground: { 'zh-Hant': '公開依據', en: 'ground' },
  letterNumber: { 'zh-Hant': '發文字號', en: 'number of the letter' },
  letterDate: { 'zh-Hant': '發文日期', en: 'date of the letter' },
  receiver: { 'zh-Hant': '受文者', en: 'receiver' },
  name: terms.name,
  agency: terms.executingAgency,
  rows: { 'zh-Hant': '要更正的列', en: 'rows to correct' },
  documentNumber: { 'zh-Hant': '文號', en: 'document number' },
  row: { 'zh-Hant': '計畫', en: 'plan' },
  into: { 'zh-Hant': '分割後的計畫（至少兩個）', en: 'the plans that it is split into (two at least)' },
  from: { 'zh-Hant': '原列', en: 'row before' },
  total: { 'zh-Hant': '核定總經費', en: 'approved total' },
  period: terms.period,
  parts: { 'zh-Hant': '要歸屬的計畫', en: 'plans that it is assigned to' },
  document: { 'zh-Hant': '依據文件', en: 'document' },
};

function notTaken(
  { keyword, instancePath, params }: SchemaError,
  input: unknown,
  noun: Noun,
  command: string,
): Refusal {
  const within = instancePath.slice(1);
  const path = keyword === 'required' ? [within, String(params['missingProperty'])].filter(Boolean).join('/') : within;
  // Of a list, whichever its item.
  const known = path.replace(/\/\d+\//, '/0/');
  const field = inForms[`${command}/${known}`] ?? inForms[known] ?? path.split('/')[0] ?? '';
  const label = noun.fields[field]?.label ?? names[field] ?? { 'zh-Hant': field, en: field };
  const value = path.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], input);
  return refusalOf(keyword, params, value, label).about(field);
}

function refusalOf(keyword: string, params: SchemaError['params'], value: unknown, label: Message): Refusal {
  if (keyword === 'maxLength') {
    const [length, limit] = [String(value).length, Number(params['limit'])].map((n) => n.toLocaleString('en-US'));
    return new Refusal('text-too-long', 422, {
      'zh-Hant': `「${label['zh-Hant']}」有 ${length} 字，上限 ${limit} 字。請精簡後再送；您輸入的內容都還在。`,
      en: `"${label.en}" has ${length} characters; the limit is ${limit}. Shorten it and send again; nothing of what you typed is lost.`,
    });
  }
  if (['minLength', 'required', 'minItems', 'minProperties'].includes(keyword))
    return new Refusal('field-owed', 422, {
      'zh-Hant': `「${label['zh-Hant']}」要填。填好後再送；您輸入的內容都還在。`,
      en: `"${label.en}" has to be filled in. Do so and send again; nothing of what you typed is lost.`,
    });
  return new Refusal('field-not-taken', 422, {
    'zh-Hant': `「${label['zh-Hant']}」的內容不能收。請照欄位的說明改寫後再送；您輸入的內容都還在。`,
    en: `what stands in "${label.en}" cannot be taken. Write it as the field asks and send again; nothing of what you typed is lost.`,
  });
}
