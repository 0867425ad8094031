import type { DescribedApi, Told } from './described-api.ts';

/** Who works on the year: 彙整, 主計 and 審計 at the ministry; 承辦 and 主管 in each agency. They sign in as people do. */

const password = 'four unrelated words here';

export interface Invited {
  readonly login: string;
  readonly grants: readonly { readonly role: string; readonly agency: string }[];
}

export class People {
  private readonly api: DescribedApi;
  private readonly tokens = new Map<string, string>();

  constructor(api: DescribedApi) {
    this.api = api;
  }

  /** With the one-time secret that the program shows on its console. */
  async setUp(secret: string, ministry: { readonly id: string; readonly name: string }): Promise<void> {
    const { token } = await this.api.call(
      null,
      'POST /api/setup',
      {},
      {
        secret,
        ministryId: ministry.id,
        ministryName: ministry.name,
        login: 'admin',
        name: '管理者',
        password,
      },
    );
    this.tokens.set('admin', token);
  }

  async invite({ login, grants }: Invited): Promise<void> {
    const { secret } = await this.as('admin', 'POST /api/accounts', {}, { login, name: `${login}先生`, grants });
    const { token } = await this.api.call(null, 'POST /api/passwords', {}, { secret, password });
    this.tokens.set(login, token);
  }

  /** A session that nobody used has ended by next month. */
  async signInAgain(): Promise<void> {
    for (const login of this.tokens.keys())
      this.tokens.set(login, (await this.api.call(null, 'POST /api/sessions', {}, { login, password })).token);
  }

  as(
    login: string,
    operation: string,
    words: Readonly<Record<string, string | number>> = {},
    body?: object,
    actingFor?: string,
  ): Promise<Told> {
    return this.api.call(
      this.tokenOf(login),
      operation,
      words,
      body,
      actingFor === undefined ? {} : { 'acting-for': actingFor },
    );
  }

  file(login: string, operation: string, words: Readonly<Record<string, string | number>>): Promise<Uint8Array> {
    return this.api.file(this.tokenOf(login), operation, words);
  }

  private tokenOf(login: string): string {
    const token = this.tokens.get(login);
    if (token === undefined) throw new Error(`${login} is not signed in`);
    return token;
  }
}
