import { Refusal } from '@guankao/domain';
import type { MailSettings } from '@guankao/server';
import type { Terminal } from './terminal.ts';

/**
 * GUANKAO_SMTP, GUANKAO_MAIL_FROM and GUANKAO_ORIGIN: how notices go out by mail; null where the first is not set, and
 * nothing is sent. Throws a Refusal that names the setting and never repeats a password.
 */
export function mailSettings(env: Terminal['env'], origin: string | undefined): MailSettings | null {
  const server = env['GUANKAO_SMTP'] ?? '';
  if (server === '') return null;
  if (origin === undefined) throw originNeeded();
  return { relay: relayIn(server), from: senderIn(env['GUANKAO_MAIL_FROM'] ?? ''), origin };
}

const ports = { 'smtp:': 587, 'smtps:': 465 } as const;

/** smtp://user:password@host:587, smtps://host, smtp://host:25?tls=none */
function relayIn(text: string): MailSettings['relay'] {
  const url = URL.canParse(text) ? new URL(text) : null;
  const protocol = url?.protocol;
  if (url === null || url.hostname === '' || (protocol !== 'smtp:' && protocol !== 'smtps:')) throw wrongServer();
  const tls = url.searchParams.get('tls');
  const isKnown = [...url.searchParams.keys()].every((name) => name === 'tls') && (tls === null || tls === 'none');
  if (!isKnown || !['', '/'].includes(url.pathname) || url.hash !== '') throw wrongServer();
  const login = url.username === '' ? null : { user: unescaped(url.username), password: unescaped(url.password) };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? ports[protocol] : Number(url.port),
    secured: protocol === 'smtps:' ? 'tls' : tls === 'none' ? 'none' : login === null ? 'offered' : 'starttls',
    login,
  };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrongServer();
  }
}

/** 管考 <noreply@agency.gov.tw>, or the address alone. */
function senderIn(text: string): MailSettings['from'] {
  const [, name = '', address = ''] = /^([^<>"]*)<([^<>\s]+)>$/.exec(text.trim()) ?? [null, '', text.trim()];
  const isAddress = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]*$/.test(address);
  if (isAddress && !/\p{Cc}/u.test(name)) return { name: name.trim(), address };
  throw new Refusal('wrong-sender', 400, {
    'zh-Hant': `GUANKAO_MAIL_FROM 要的是寄件人信箱，例如「管考通知 <noreply@agency.gov.tw>」，收到「${text}」。`,
    en: `GUANKAO_MAIL_FROM takes the sender’s address, for instance "Guankao <noreply@agency.gov.tw>"; it was given "${text}".`,
  });
}

function wrongServer(): Refusal {
  return new Refusal('wrong-mail-server', 400, {
    'zh-Hant':
      'GUANKAO_SMTP 要的是郵件伺服器的網址，例如 smtps://使用者:密碼@mail.agency.gov.tw 或 smtp://127.0.0.1:25?tls=none；使用者與密碼裡的特殊字元要用百分號編碼。',
    en: 'GUANKAO_SMTP takes the address of a mail server, for instance smtps://user:password@mail.agency.gov.tw or smtp://127.0.0.1:25?tls=none; special characters of user and password are percent-encoded.',
  });
}

function originNeeded(): Refusal {
  return new Refusal('mail-needs-origin', 400, {
    'zh-Hant': '設了 GUANKAO_SMTP，也要設 GUANKAO_ORIGIN（本站對外的網址），信裡的連結才有去處。',
    en: 'with GUANKAO_SMTP set, set GUANKAO_ORIGIN too, the address by which this site is reached: mails hold links to it.',
  });
}
