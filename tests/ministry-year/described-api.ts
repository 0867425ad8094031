/**
 * An API as its own description tells it: nothing is asked that /openapi.json does not name, no field is sent that it does
 * not describe, and none is left out that it demands.
 */

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Came {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
}

/** What carries a request there and its answer back. */
export type Carrier = (sent: Sent) => Promise<Came>;

/** Whatever an answer holds is looked at by who asked. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Told = any;

class Refused extends Error {
  readonly status: number;
  readonly problem: string;

  constructor(operation: string, status: number, told: Told) {
    super(`${operation}: ${status} ${String(told?.type)} ${String(told?.detail ?? told?.title ?? '')}`);
    this.status = status;
    this.problem = String(told?.type ?? '').replace('urn:guankao:problem:', '');
  }
}

type Words = Readonly<Record<string, string | number>>;

export class DescribedApi {
  /** Requests that were sent. */
  requests = 0;
  private readonly description: Description;
  private readonly carry: Carrier;

  private constructor(description: Description, carry: Carrier) {
    this.description = description;
    this.carry = carry;
  }

  static async at(carry: Carrier): Promise<DescribedApi> {
    const { bytes } = await carry({ method: 'GET', url: '/openapi.json', headers: {} });
    return new DescribedApi(jsonOf(bytes) as Description, carry);
  }

  /**
   * `operation` as the description heads it: 'POST /api/rows/{id}/submit'. Where it demands the version that was shown,
   * the record is read first, by the same token. Throws what was Refused.
   */
  async call(
    token: string | null,
    operation: string,
    words: Words = {},
    body?: object,
    more: Record<string, string> = {},
  ) {
    const { bytes } = await this.answer(token, operation, words, body, more);
    return bytes.length === 0 ? null : jsonOf(bytes);
  }

  /** The answer's bytes: a file. */
  async file(token: string | null, operation: string, words: Words): Promise<Uint8Array> {
    return (await this.answer(token, operation, words)).bytes;
  }

  private async answer(
    token: string | null,
    operation: string,
    words: Words,
    body?: object,
    more: Record<string, string> = {},
  ): Promise<Came> {
    const [method = '', path = ''] = operation.split(' ');
    const described = this.description.paths[path]?.[method.toLowerCase()];
    if (described === undefined) throw new Error(`the description does not name ${operation}`);
    if (body !== undefined) this.demandDescribed(operation, described, body);
    const headers: Record<string, string> = { ...more };
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    for (const { in: place, name, required } of described.parameters ?? []) {
      if (place !== 'header' || required !== true || name in headers) continue;
      if (name !== 'if-match') throw new Error(`${operation} demands the header ${name}`);
      headers[name] = await this.versionOf(path, words, headers);
    }
    const came = await this.send({ method, url: filled(path, words) + queryOf(described, words), headers, body });
    if (came.status >= 400) throw new Refused(operation, came.status, jsonOf(came.bytes));
    return came;
  }

  /** The record that an operation changes stands at its path up to its id. */
  private async versionOf(path: string, words: Words, headers: Record<string, string>): Promise<string> {
    const record = path.slice(0, path.indexOf('{id}') + '{id}'.length);
    const { headers: told, status } = await this.send({ method: 'GET', url: filled(record, words), headers });
    if (status !== 200) throw new Refused(`GET ${record}`, status, null);
    return String(told['etag']);
  }

  private async send(sent: Sent): Promise<Came> {
    this.requests += 1;
    return this.carry(sent);
  }

  private demandDescribed(operation: string, { requestBody }: Operation, body: object): void {
    const schema = requestBody?.content['application/json']?.schema;
    if (schema === undefined) throw new Error(`${operation} takes no body`);
    this.demandFields(operation, schema, body, 'the body');
  }

  private demandFields(operation: string, given: Schema, value: unknown, place: string): void {
    const schema = this.resolved(given);
    if (Array.isArray(value)) {
      for (const [at, one] of value.entries())
        if (schema.items !== undefined) this.demandFields(operation, schema.items, one, `${place}[${at}]`);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const fields = schema.properties ?? this.objectOf(schema)?.properties;
    if (fields === undefined) return;
    for (const [name, one] of Object.entries(value)) {
      const field = fields[name];
      if (field === undefined) throw new Error(`${operation} does not describe ${name} in ${place}`);
      this.demandFields(operation, field, one, `${place}.${name}`);
    }
    for (const name of schema.required ?? [])
      if (!(name in value)) throw new Error(`${operation} demands ${name} in ${place}`);
  }

  private resolved(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : (this.description.components?.schemas?.[name] ?? schema);
  }

  /** Of a value that may be null: what it is otherwise. */
  private objectOf({ anyOf }: Schema): Schema | undefined {
    return anyOf?.map((one) => this.resolved(one)).find(({ properties }) => properties !== undefined);
  }
}

function filled(path: string, words: Words): string {
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`${path} wants ${name}`);
    return encodeURIComponent(String(word));
  });
}

/** Words that are described as asked for behind the path. */
function queryOf({ parameters = [] }: Operation, words: Words): string {
  const asked = parameters.flatMap(({ in: place, name }) =>
    place === 'query' && name in words ? [[name, String(words[name])]] : [],
  );
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`;
}

function jsonOf(bytes: Uint8Array): Told {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}
