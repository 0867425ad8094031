import { setTimeout as wait } from 'node:timers/promises';
import type { Office, OutboxMail } from '@guankao/store';
import type { Letter } from '@guankao/web';
import { mailOf, type Sender } from './envelope.ts';
import { Relay, type HandedOver, type RelaySettings, type WhyNone } from './relay.ts';

/** How mail goes out, as the operator set it. */
export interface MailSettings {
  readonly relay: RelaySettings;
  readonly from: Sender;
  /** `https://host` of this site, for the links in mails: nobody asked from whom it could be known. */
  readonly origin: string;
}

interface MailerOptions {
  readonly office: Office;
  readonly settings: MailSettings;
  readonly clock: () => Date;
  /** Why mails do not go out, when that begins. It names nobody. */
  readonly report?: (why: string) => void;
  /** Makes the letter of a mail as it is to be sent now; null: there is no need any more. */
  readonly write: (mail: OutboxMail, settings: MailSettings) => Promise<Written | null>;
  /** Puts in what is to be sent of a day; done before each round. */
  readonly plan?: (now: Date) => Promise<void>;
}

/** Why no mail goes out; `words` are the mail server's. */
export interface Trouble {
  readonly words: string;
  readonly why: WhyNone | null;
  readonly since: Date;
}

export interface Written {
  readonly letter: Letter;
  /** See `Addressed`. */
  readonly stop: string | null;
}

/** Minutes until a mail is tried again, by how often it was. */
const waits = [1, 5, 15, 60, 240] as const;
/** After so many minutes a mail of which nothing was heard may have been sent by a program that is no more. */
const lostAfter = 10;
/** Days for which it is told what became of a mail. */
const keptDays = 90;
/** Milliseconds between two rounds, and for a mail that is going over when the program is to end. */
const [pause, longestFarewell] = [3_000, 8_000];

/**
 * Hands over what waits in the outbox, one mail after another: each is marked before, so that no other program and no
 * later start of this one sends it as well. A server that stalls holds up this round and nothing else.
 */
export class Mailer {
  readonly settings: MailSettings;
  readonly #options: MailerOptions;
  readonly #stopping = new AbortController();
  #relay: Relay;
  #done: Promise<void> | null = null;
  /** What was wrong with the mail server when it was last asked; null: it took what it was given, or was not asked. */
  #trouble: Trouble | null = null;
  #failures = 0;
  #quietUntil = 0;
  #told = '';

  constructor(options: MailerOptions) {
    this.#options = options;
    this.settings = options.settings;
    this.#relay = new Relay(options.settings.relay);
  }

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** Begins to send by itself, until it is stopped. */
  start(): void {
    this.#done ??= this.#follow();
  }

  /** A mail that is going over may end first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const impatient = setTimeout(() => this.#relay.close(), longestFarewell);
    await this.#done;
    clearTimeout(impatient);
    this.#relay.close();
  }

  /** One round: all that is due. Gives how many mails the server took. */
  async sendDue(): Promise<number> {
    const { office, clock, plan } = this.#options;
    let taken = 0;
    const before = (minutes: number) => new Date(clock().getTime() - minutes * 60_000);
    await office.giveUpLostMail(before(lostAfter), lostWords, clock());
    await plan?.(clock());
    while (!this.#stopping.signal.aborted && clock().getTime() >= this.#quietUntil) {
      const mail = await office.claimMail(clock());
      if (mail === null) break;
      if (await this.#send(mail)) taken += 1;
    }
    this.#relay.close();
    await office.sweepOutbox(before(keptDays * 24 * 60));
    return taken;
  }

  /** A mail to an address at once, beside the outbox: what the server says of it. */
  async try(letter: Letter, to: string, key: string): Promise<HandedOver> {
    const relay = new Relay(this.settings.relay);
    try {
      const bytes = await mailOf(letter, { to, key, stop: null, at: this.#options.clock() }, this.settings.from);
      return await relay.handOver({ from: this.settings.from.address, to }, bytes);
    } finally {
      relay.close();
    }
  }

  async #follow(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await this.sendDue();
      } catch (error) {
        // The database is away, for instance: the next round tries again.
        this.#tell(error instanceof Error ? error.message : String(error));
      }
      await wait(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  /** true where the server took it. */
  async #send(mail: OutboxMail): Promise<boolean> {
    const { office, clock, write } = this.#options;
    const { from } = this.settings;
    if (mail.until <= clock()) {
      await office.endMail(mail, { state: 'dropped', words: mail.words }, clock());
      return false;
    }
    const written = await this.#writeOr(mail, write);
    if (written === null) return false;
    const { letter, stop } = written;
    const bytes = await mailOf(letter, { to: mail.address, key: mail.key, stop, at: clock() }, from);
    const became = await this.#relay.handOver({ from: from.address, to: mail.address }, bytes);
    await this.#keep(mail, became);
    return became.is === 'taken';
  }

  /** null: nothing is to be handed over. What cannot be written is not lost: it is tried again. */
  async #writeOr(mail: OutboxMail, write: MailerOptions['write']): Promise<Written | null> {
    const { office, clock } = this.#options;
    try {
      const written = await write(mail, this.settings);
      if (written === null) await office.endMail(mail, { state: 'dropped', words: null }, clock());
      return written;
    } catch (error) {
      await office.putMailBack(mail, this.#later(mail), 'the mail could not be written');
      throw error;
    }
  }

  async #keep(mail: OutboxMail, became: HandedOver): Promise<void> {
    const { office, clock } = this.#options;
    const { words } = became;
    switch (became.is) {
      case 'taken':
        this.#wentWell();
        return office.endMail(mail, { state: 'sent', words: null }, clock());
      case 'address-refused':
        await office.markRefused(mail.account, mail.address, { at: clock(), words });
        return office.endMail(mail, { state: 'refused', words }, clock());
      case 'content-refused':
        return office.endMail(mail, { state: 'refused', words }, clock());
      case 'unknown':
        this.#wentWrong(words, null);
        return office.endMail(mail, { state: 'unknown', words }, clock());
      case 'later':
        if (became.all) this.#wentWrong(words, became.why);
        return office.putMailBack(mail, this.#later(mail), words);
    }
  }

  #later({ attempts }: OutboxMail): Date {
    const minutes = waits[Math.min(attempts, waits.length) - 1] ?? waits[0];
    return new Date(this.#options.clock().getTime() + minutes * 60_000);
  }

  #wentWell(): void {
    this.#trouble = null;
    this.#failures = 0;
    this.#quietUntil = 0;
    this.#told = '';
  }

  /** No other mail would fare better: the server is left in peace for a while, longer each time. */
  #wentWrong(words: string, why: WhyNone | null): void {
    const now = this.#options.clock();
    this.#trouble = { words, why, since: this.#trouble?.since ?? now };
    this.#failures += 1;
    const minutes = waits[Math.min(this.#failures, 3) - 1] ?? waits[0];
    this.#quietUntil = now.getTime() + minutes * 60_000;
    this.#tell(words);
  }

  #tell(why: string): void {
    if (this.#told === why) return;
    this.#told = why;
    this.#options.report?.(why);
  }
}

/** What stands at a mail whose program ended while it was handed over. */
const lostWords = 'the program ended, or lost its database, while the mail was handed over';
