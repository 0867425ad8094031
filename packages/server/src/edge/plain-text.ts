import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { nouns as allNouns, type Noun } from '@guankao/workflow';

/**
 * All text that comes in is looked at here, whatever route it asks for: no NUL, no control character, no half of a
 * surrogate pair comes further. PostgreSQL cannot keep some of them, and nobody can see any of them. What a field of a
 * body may hold beyond one line is told by the nouns of this record.
 */
export function refuseControlCharacters(server: FastifyInstance, nouns: readonly Noun[]): void {
  const blanks = blanksByField(nouns);
  server.addHook('onRequest', async (request) => {
    demandPlainText('header', pick(request.headers, textHeaders), blanks);
    watchParts(request, blanks);
  });
  server.addHook('preValidation', async (request) => {
    demandPlainText('path', request.params, blanks);
    demandPlainText('query', request.query, blanks);
    keepingForm(request, () => demandPlainText('body', request.body, blanks));
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A form that its page shows again where it is refused, with all that was typed: its handler asks `demandPlainForm`. */
    shownAgain?: true;
  }
}

const strayForms = new WeakMap<FastifyRequest, Refusal>();

/** Where the page shows its form again, the refusal waits for it: a bare page would lose what was typed. */
function keepingForm(request: FastifyRequest, look: () => void): void {
  try {
    look();
  } catch (error) {
    if (!(error instanceof Refusal) || request.routeOptions.config.shownAgain !== true) throw error;
    strayForms.set(request, error);
  }
}

/** Throws the Refusal of a form that holds such a character. Before anything is made of the form. */
export function demandPlainForm(request: FastifyRequest): void {
  const stray = strayForms.get(request);
  if (stray !== undefined) throw stray;
}

/** Headers whose value is kept or compared. */
const textHeaders = ['idempotency-key', 'if-match', 'acting-for'];

/** What a field may hold beside its characters: `tab`s only, or tabs and line ends. */
type Blanks = 'tab' | 'lines';
type BlanksByField = ReadonlyMap<string, Blanks>;

/**
 * By the last name of a field of a form or of JSON. A field of a noun keeps its tabs, and its line ends where it is a
 * text of lines or is printed over several; what is not listed is one line without tabs.
 */
export function blanksByField(nouns: readonly Noun[]): BlanksByField {
  const ofNouns = nouns
    .flatMap(({ fields }) => Object.entries(fields))
    .flatMap(([name, { kind }]): [string, Blanks][] => {
      if (kind === 'lines' || kind === 'period') return [[name, 'lines']];
      return kind === 'line' ? [[name, 'tab']] : [];
    });
  const tabs = ofNouns.filter(([, blanks]) => blanks === 'tab');
  const lines = ofNouns.filter(([, blanks]) => blanks === 'lines');
  // Where two nouns use one name, the wider of the two holds here; the narrower is the command's own business.
  return new Map([...tabs, ...lines, ...ofNoNoun.map((name): [string, Blanks] => [name, 'lines'])]);
}

/** Texts of lines that are no noun's field: comments and reasons, a printed period, steps of a settlement. */
const ofNoNoun = ['period-printed', 'reason', 'comment', 'text', 'second', 'value'];

const blanksOfTheHouse = blanksByField(allNouns);

/** Bytes of a file, written as text, as a field of the body itself: megabytes that are decoded and never shown. */
const fileField = 'base64';

const notIn = {
  // eslint-disable-next-line no-control-regex
  line: /[\u0000-\u001f\u007f-\u009f]/,
  // eslint-disable-next-line no-control-regex
  tab: /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/,
  // eslint-disable-next-line no-control-regex
  lines: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/,
};
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

interface Text {
  /** As it is told: `rows[0].goals`. */
  readonly place: string;
  /** Decides whether it may have lines. */
  readonly field: string;
  readonly value: unknown;
}

/** Throws a Refusal that names field and position. Names of fields are text too. Goes as deep as it is nested, without a stack. */
export function demandPlainText(
  where: 'header' | 'path' | 'query' | 'body',
  values: unknown,
  blanks: BlanksByField = blanksOfTheHouse,
): void {
  const waiting: Text[] = [{ place: '', field: '', value: values }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { place, field, value } = next;
    if (typeof value === 'string')
      demandPlain(where, place, value, (where === 'body' ? blanks.get(field) : undefined) ?? 'line');
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (place === '' && name === fileField) continue;
      const inList = Array.isArray(value);
      if (!inList) demandPlain(where, place, name, 'line');
      waiting.push({ place: placeIn(place, name, inList), field: inList ? field : name, value: inner });
    }
  }
}

function placeIn(place: string, name: string, inList: boolean): string {
  if (inList) return `${place}[${name}]`;
  return place === '' ? name : `${place}.${name}`;
}

function demandPlain(where: string, place: string, text: string, may: keyof typeof notIn): void {
  const at = firstOf(text.search(notIn[may]), text.isWellFormed() ? -1 : text.search(loneSurrogate));
  if (at !== null) throw notPlain(where, place.slice(-80), text, at).about(place);
}

function firstOf(...places: readonly number[]): number | null {
  const found = places.filter((at) => at >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

/** Fields and file names of a form with files come while its route reads it: they are looked at as they come. */
function watchParts(request: FastifyRequest, blanks: BlanksByField): void {
  const [file, parts] = [request.file, request.parts];
  request.file = async function watched(options) {
    const part = await file.call(request, options);
    if (part !== undefined) demandPlainText('body', { [part.fieldname]: part.filename }, blanks);
    return part;
  };
  request.parts = async function* watched(options) {
    for await (const part of parts.call(request, options)) {
      demandPlainText('body', { [part.fieldname]: part.type === 'file' ? part.filename : part.value }, blanks);
      yield part;
    }
  };
}

function pick(headers: FastifyRequest['headers'], names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (name in headers ? [[name, headers[name]]] : [])));
}

const wheres = {
  header: { 'zh-Hant': '標頭', en: 'the header' },
  path: { 'zh-Hant': '網址', en: 'the address' },
  query: { 'zh-Hant': '查詢條件', en: 'the query' },
  body: { 'zh-Hant': '欄位', en: 'the field' },
};

function notPlain(where: string, place: string, text: string, at: number): Refusal {
  const unit = text.charCodeAt(at);
  const code = `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
  const { 'zh-Hant': zh, en } = wheres[where as keyof typeof wheres];
  const name = place === '' ? '' : `「${shown(place)}」`;
  const named = place === '' ? '' : ` "${shown(place)}"`;
  return new Refusal('control-character', where === 'body' ? 422 : 400, {
    'zh-Hant': `${zh}${name}的第 ${at + 1} 個字元 ${code} 是看不見的控制字元或不完整的字元，不能收。請刪去後再送；從別處貼上的文字，重新輸入該處即可。`,
    en: `character ${at + 1} of ${en}${named} is ${code}, a control character or half of one, and is not taken. Remove it and send again; where text was pasted, type that place anew.`,
  });
}

/** The place itself may hold such a character. */
function shown(place: string): string {
  return place.toWellFormed().replaceAll(/\p{Cc}/gu, '\ufffd');
}
