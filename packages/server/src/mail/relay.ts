import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** The mail server that mails are handed to. */
export interface RelaySettings {
  readonly host: string;
  readonly port: number;
  /** tls: from the first byte; starttls: asked for and insisted upon; offered: where the server offers it; none: never. */
  readonly secured: 'tls' | 'starttls' | 'offered' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** How long it is waited for; tests wait less. */
  readonly patience?: Partial<Patience>;
}

/** In milliseconds. */
interface Patience {
  /** For the connection, and for the server's greeting. */
  readonly connecting: number;
  /** For each answer. */
  readonly answering: number;
  /** For one mail from first to last: a server that answers a little now and then holds nobody up either. */
  readonly whole: number;
}

const usualPatience: Patience = { connecting: 10_000, answering: 30_000, whole: 90_000 };

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/**
 * Why a server takes nothing from us, where what it was set to says so: it wants another user or password; its certificate
 * is not trusted, or names another host; it does not encrypt as it was asked to.
 */
export type WhyNone = 'sign-in' | 'certificate' | 'encryption';

/** What became of a mail; `words` are the server's. */
export type HandedOver =
  | { readonly is: 'taken'; readonly words: string }
  /** For good: the address, or what the mail says. */
  | { readonly is: 'address-refused' | 'content-refused'; readonly words: string }
  /** Surely not handed over, and may be later; `all`: no other mail would fare better now. */
  | { readonly is: 'later'; readonly all: boolean; readonly words: string; readonly why: WhyNone | null }
  /** The connection went after the mail began to go over: the server may have it. */
  | { readonly is: 'unknown'; readonly words: string };

/** One connection, on which mails go one after another. It is made with the first, and anew once it has gone. */
export class Relay {
  readonly #settings: RelaySettings;
  readonly #patience: Patience;
  #connection: SMTPConnection | null = null;

  constructor(settings: RelaySettings) {
    this.#settings = settings;
    this.#patience = { ...usualPatience, ...settings.patience };
  }

  /** Never throws: whatever goes wrong is what became of the mail. */
  async handOver(envelope: Envelope, bytes: Uint8Array): Promise<HandedOver> {
    let begun = false;
    const message = new Readable({
      // Asked for only once the server has said that it takes the mail.
      read() {
        begun = true;
        this.push(bytes);
        this.push(null);
      },
    });
    try {
      const connection = (this.#connection ??= await this.#connect());
      const { response } = await this.#within<{ readonly response: string }>(connection, (done) =>
        connection.send({ from: envelope.from, to: [envelope.to], size: bytes.byteLength }, message, done),
      );
      return { is: 'taken', words: plain(response) };
    } catch (error) {
      message.destroy();
      // What the server holds of a mail that it did not take, it forgets with the connection.
      this.close();
      return whatBecame(error as SmtpError, begun);
    }
  }

  close(): void {
    this.#connection?.quit();
    this.#connection?.close();
    this.#connection = null;
  }

  async #connect(): Promise<SMTPConnection> {
    const { host, port, secured, login } = this.#settings;
    const { connecting, answering } = this.#patience;
    const connection = new SMTPConnection({
      host,
      port,
      secure: secured === 'tls',
      requireTLS: secured === 'starttls',
      ignoreTLS: secured === 'none',
      connectionTimeout: connecting,
      greetingTimeout: connecting,
      dnsTimeout: connecting,
      socketTimeout: answering,
      socketCloseTimeout: 1_000,
      maxResponseSize: 64 * 1024,
    });
    // What goes wrong between two mails: the next one says so.
    connection.on('error', () => undefined);
    connection.once('end', () => {
      if (this.#connection === connection) this.#connection = null;
    });
    try {
      await this.#within(connection, (done) => {
        connection.once('error', done);
        connection.connect((error) => done(error ?? null, undefined));
      });
      if (login !== null) await this.#signIn(connection, login);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  #signIn(connection: SMTPConnection, { user, password }: NonNullable<RelaySettings['login']>): Promise<void> {
    return this.#within(connection, (done) =>
      connection.login({ user, pass: password, credentials: { user, pass: password } }, (error) =>
        done(error, undefined),
      ),
    );
  }

  /** Ends the connection where the server has not done its part in time. */
  #within<Result>(
    connection: SMTPConnection,
    work: (done: (error: Error | null, result?: Result) => void) => void,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        connection.close();
        reject(Object.assign(new Error('the mail server took too long'), { code: 'ETIMEDOUT' }));
      }, this.#patience.whole);
      work((error, result) => {
        clearTimeout(timer);
        if (error === null || error === undefined) resolve(result as Result);
        else reject(error);
      });
    });
  }
}

interface SmtpError extends Error {
  /** ECONNECTION, ETIMEDOUT, EAUTH, EENVELOPE, EMESSAGE … */
  readonly code?: string;
  /** 550 */
  readonly responseCode?: number;
  readonly response?: string;
  /** RCPT TO */
  readonly command?: string;
}

/** `begun`: the mail itself began to go over. */
function whatBecame(error: SmtpError, begun: boolean): HandedOver {
  const { message, command, responseCode, response } = error;
  const words = plain(response ?? message);
  const isFinal = responseCode !== undefined && responseCode >= 500;
  const isAnswer = responseCode !== undefined && (command === 'RCPT TO' || command === 'DATA');
  if (isAnswer && isFinal) return { is: command === 'RCPT TO' ? 'address-refused' : 'content-refused', words };
  if (isAnswer) return { is: 'later', all: responseCode === 421, words, why: null };
  if (begun) return { is: 'unknown', words };
  return { is: 'later', all: true, words, why: whyNone(error) };
}

/** RFC 4954: sign in first, no such user or password, encrypt before you sign in. */
const signInAnswers: readonly number[] = [530, 535, 538];

function whyNone({ code, responseCode, message }: SmtpError): WhyNone | null {
  if (code === 'EAUTH' || signInAnswers.includes(responseCode ?? 0)) return 'sign-in';
  if (code !== 'ESOCKET' && code !== 'ETLS') return null;
  // Node’s own words for each of some thirty faults of a certificate.
  if (/certificate/i.test(message)) return 'certificate';
  return code === 'ETLS' || message.includes('SSL routines') ? 'encryption' : null;
}

/** What a server says comes from elsewhere: one line of so many characters at most. */
function plain(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 400);
}
