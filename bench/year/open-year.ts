import type { FastifyInstance, LightMyRequestResponse as Answer } from 'fastify';
import { firstAdministratorSecret } from '@guankao/server';
import type { Store } from '@guankao/store';
import type { RowRecord } from '@guankao/workflow';

/** A year that was opened from the first filing, with an officer who may write in its rows. */
interface OpenedYear {
  readonly rows: readonly RowRecord[];
  /** The officer's token. */
  readonly officer: string;
  readonly ask: Ask;
}

type Ask = (
  method: 'POST' | 'GET' | 'PATCH',
  url: string,
  payload?: object,
  headers?: Record<string, string>,
) => Promise<Answer>;

export async function openYear(server: FastifyInstance, store: Store): Promise<OpenedYear> {
  const setup = async (...[method, url, payload, headers = {}]: Parameters<Ask>) =>
    server.inject({ method, url, ...(payload === undefined ? {} : { payload }), headers });
  const secret = await firstAdministratorSecret(store.office, new Date());
  const password = 'four unrelated words here';
  const admin = (
    await setup('POST', '/api/setup', {
      secret,
      ministryId: 'ministry',
      ministryName: '量測部',
      login: 'admin',
      name: 'admin',
      password,
    })
  ).json() as { token: string };
  const tokens: Record<string, string> = {};
  for (const role of ['compiler', 'officer']) {
    const invited = (
      await setup(
        'POST',
        '/api/accounts',
        { login: role, name: role, grants: [{ role, agency: 'ministry' }] },
        { authorization: `Bearer ${admin.token}` },
      )
    ).json() as { secret: string };
    tokens[role] = (
      (await setup('POST', '/api/passwords', { secret: invited.secret, password })).json() as { token: string }
    ).token;
  }
  const [filing] = await store.catalogue.filings();
  const opened = (
    await setup(
      'POST',
      '/api/years',
      { ministry: 'ministry', fiscalYear: 2025, from: filing?.id },
      { authorization: `Bearer ${tokens['compiler']}` },
    )
  ).json() as { rows: RowRecord[] };
  return { rows: opened.rows, officer: tokens['officer'] ?? '', ask: setup };
}
