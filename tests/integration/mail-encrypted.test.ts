import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { SMTPServerAuthentication, SMTPServerAuthenticationResponse, SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mailSettings } from '../../packages/cli/src/mail-settings.ts';
import { certify, hasOpenSsl, type Certified } from './certificates.ts';
import { openHouse, type House } from './house.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

/** A mail server that wants STARTTLS and a login, as those of offices do: what it does not get is said, and nothing is lost. */
describe.skipIf(!hasOpenSsl)('mail that is encrypted (skipped where OpenSSL is not installed)', () => {
  const password = 'p@ss 密碼';
  let house: House;
  const trusted = certify('127.0.0.1');
  const ofAnotherHost = certify('mail.example.gov.tw');
  const untrusted = certify('127.0.0.1');
  const before = getCACertificates('default');

  /** Every login that a server was given, with whether it came encrypted. */
  let logins: { readonly user: string; readonly password: string; readonly encrypted: boolean }[] = [];
  const servers: MailServer[] = [];

  async function serverWith(options: SMTPServerOptions): Promise<MailServer> {
    const server = await startMailServer({
      disabledCommands: [],
      authOptional: false,
      authMethods: ['PLAIN', 'LOGIN'],
      onAuth(
        { username, password: given }: SMTPServerAuthentication,
        { secure },
        callback: (error: Error | null, response?: SMTPServerAuthenticationResponse) => void,
      ) {
        logins.push({ user: username ?? '', password: given ?? '', encrypted: secure });
        if (given === password) callback(null, { user: username ?? '' });
        else callback(Object.assign(new Error('5.7.8 authentication failed'), { responseCode: 535 }));
      },
      ...options,
    });
    servers.push(server);
    return server;
  }

  /** The program as it is set to this server, by the setting that an operator writes. */
  async function settingsOf({ port }: MailServer, given: string = password, protocol = 'smtp') {
    const env = {
      GUANKAO_SMTP: `${protocol}://officer:${encodeURIComponent(given)}@127.0.0.1:${port}`,
      GUANKAO_MAIL_FROM: '管考 <noreply@example.gov.tw>',
    };
    const settings = mailSettings(env, 'https://plans.example.gov.tw');
    if (settings === null) throw new Error('mail is off');
    return settings;
  }

  /** Sets the running program to another server. */
  async function moveTo(server: MailServer, given: string = password, protocol = 'smtp') {
    const { relay } = await settingsOf(server, given, protocol);
    const mail = house.mail;
    if (mail === null) throw new Error('mail is off');
    Object.assign(mail.settings.relay, { ...relay, patience: { connecting: 5_000, answering: 5_000, whole: 20_000 } });
    return mail;
  }

  /** Whoever gives an address is asked there whether it is theirs: a mail. */
  async function put(login: string): Promise<string> {
    const address = `${login}@agency.example`;
    const given = await house.ask(login, 'PUT', '/api/me/mail', { address, locale: 'zh-Hant' });
    expect(given.status, given.body).toBe(200);
    return address;
  }

  const standing = async () => (await house.ask('admin', 'GET', '/api/mail')).json();
  const mailTo = async (address: string) =>
    (await standing()).mails.find((mail: { address: string }) => mail.address === address);
  const later = (minutes: number) => void (house.now = new Date(house.now.getTime() + minutes * 60_000));

  beforeAll(async () => {
    setDefaultCACertificates([...before, trusted.authority, ofAnotherHost.authority]);
    house = await openHouse(await settingsOf(await serverWith(trusted)));
  }, 240_000);
  afterEach(() => void (logins = []));
  afterAll(async () => {
    setDefaultCACertificates(before);
    await house.close();
    for (const server of servers) await server.close();
  });

  test.each([
    ['officer', 'smtp', {}],
    ['officer2', 'smtps', { secure: true }],
  ] as const)(
    'the mail of %s goes over %s, the password only once it is encrypted',
    async (login, protocol, options) => {
      const server = await serverWith({ ...trusted, ...options });
      const mail = await moveTo(server, password, protocol);
      const address = await put(login);
      expect(await mail.sendDue()).toBe(1);
      expect(server.receivers).toEqual([address]);
      expect(logins).toEqual([{ user: 'officer', password, encrypted: true }]);
      expect(mail.trouble).toBeNull();
    },
  );

  type Fault = readonly [
    what: string,
    login: string,
    certificate: Certified,
    options: SMTPServerOptions,
    given: string,
    why: string,
    words: string,
    logins: number,
  ];

  test.each([
    ['a wrong password', 'supervisor', trusted, {}, 'wrong', 'sign-in', '不接受設定的使用者與密碼', 1],
    ['a certificate that nobody trusts', 'supervisor2', untrusted, {}, password, 'certificate', '憑證不受信任', 0],
    ['another host’s certificate', 'accountant', ofAnotherHost, {}, password, 'certificate', '憑證不受信任', 0],
    [
      'no encryption',
      'compiler',
      trusted,
      { disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
      password,
      'encryption',
      '沒有依設定加密',
      0,
    ],
  ] satisfies readonly Fault[])(
    '%s is said to administrators; the mail waits, no other knocks in vain, and both go once it is put right',
    async (_what, login, certificate, options, given, why, words, asked) => {
      const server = await serverWith({ ...certificate, ...options });
      const mail = await moveTo(server, given);
      const [address, second] = [await put(login), await put('auditor')];
      expect(await mail.sendDue()).toBe(0);
      expect(server.given()).toBe(0);
      expect(logins.filter(({ encrypted }) => !encrypted)).toEqual([]);
      expect(logins).toHaveLength(asked);
      expect(await standing()).toMatchObject({ trouble: { why } });
      const page = await house.page('admin', '/office/mail');
      expect(page.body).toContain(words);
      expect(page.body).not.toContain(given);
      expect((await mailTo(address)).state).toBe('waiting');
      expect((await mailTo(second)).state).toBe('waiting');
      expect([(await mailTo(address)).attempts, (await mailTo(second)).attempts].toSorted()).toEqual([0, 1]);
      // Nothing is left open at a server that did not want us.
      await expect.poll(() => server.open()).toBe(0);
      const right = await serverWith(trusted);
      await moveTo(right);
      later(2);
      expect(await mail.sendDue()).toBe(2);
      expect(right.receivers.toSorted()).toEqual([address, second].toSorted());
      expect(await standing()).toMatchObject({ trouble: null });
      later(2);
      expect(await mail.sendDue()).toBe(0);
    },
  );

  test('a test mail says at once what is wrong, in the reader’s language', async () => {
    await moveTo(await serverWith(untrusted));
    const sent = await house.send('admin', '/en/office/mail/test', { address: 'somebody@agency.example' });
    expect(sent.body).toContain('certificate is not trusted');
    const asked = await house.ask('admin', 'POST', '/api/mail/test', {
      address: 'somebody@agency.example',
      locale: 'en',
    });
    expect(asked.json()).toMatchObject({ became: 'later', why: 'certificate' });
  });
});
