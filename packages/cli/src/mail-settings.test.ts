import { expect, test } from 'vitest';
import { Refusal } from '@guankao/domain';
import { mailSettings } from './mail-settings.ts';

const origin = 'https://plans.example.gov.tw';
const from = 'noreply@example.gov.tw';
const relay = (url: string) => mailSettings({ GUANKAO_SMTP: url, GUANKAO_MAIL_FROM: from }, origin)?.relay;

test('mail is off where no server is named', () => {
  expect(mailSettings({}, origin)).toBeNull();
  expect(mailSettings({ GUANKAO_SMTP: '' }, undefined)).toBeNull();
});

test.each([
  ['smtps://mail.example', { host: 'mail.example', port: 465, secured: 'tls', login: null }],
  ['smtp://mail.example', { host: 'mail.example', port: 587, secured: 'offered', login: null }],
  ['smtp://[::1]:25?tls=none', { host: '::1', port: 25, secured: 'none', login: null }],
  [
    'smtp://wang%40example:p%3Aw@mail.example:2525',
    { host: 'mail.example', port: 2525, secured: 'starttls', login: { user: 'wang@example', password: 'p:w' } },
  ],
])('%s', (url, expected) => expect(relay(url)).toEqual(expected));

test.each([
  ['管考通知 <noreply@example.gov.tw>', { name: '管考通知', address: from }],
  [from, { name: '', address: from }],
])('from %s', (text, expected) =>
  expect(mailSettings({ GUANKAO_SMTP: 'smtps://m.example', GUANKAO_MAIL_FROM: text }, origin)?.from).toEqual(expected),
);

test.each([
  [
    'a server that is none, whose password is not repeated',
    { GUANKAO_SMTP: 'http://u:geheim@h', GUANKAO_MAIL_FROM: from },
    origin,
    'wrong-mail-server',
  ],
  [
    'another setting in it',
    { GUANKAO_SMTP: 'smtp://h?tls=maybe', GUANKAO_MAIL_FROM: from },
    origin,
    'wrong-mail-server',
  ],
  ['an escape that is none', { GUANKAO_SMTP: 'smtp://u:%zz@h', GUANKAO_MAIL_FROM: from }, origin, 'wrong-mail-server'],
  ['no sender', { GUANKAO_SMTP: 'smtps://h' }, origin, 'wrong-sender'],
  ['two senders', { GUANKAO_SMTP: 'smtps://h', GUANKAO_MAIL_FROM: `a <${from}>, b <${from}>` }, origin, 'wrong-sender'],
  ['no address of this site', { GUANKAO_SMTP: 'smtps://h', GUANKAO_MAIL_FROM: from }, undefined, 'mail-needs-origin'],
])('refuses %s', (_what, env, at, id) => {
  let refused: unknown;
  try {
    mailSettings(env, at);
  } catch (error) {
    refused = error;
  }
  expect(refused instanceof Refusal ? refused.id : refused).toBe(id);
  expect(String(refused)).not.toContain('geheim');
});
