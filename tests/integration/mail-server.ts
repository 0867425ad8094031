import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on 127.0.0.1, which does to whom it is told what real ones do to some. */
export interface MailServer {
  readonly port: number;
  /** Mails that it took, in their order. */
  readonly taken: readonly ParsedMail[];
  /** To whom they were addressed. */
  readonly receivers: readonly string[];
  /** Mails that it was given whole, those that it refused or never answered too. */
  readonly given: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  /** What it does from now on. */
  behave(how: Behaviour): void;
  close(): Promise<void>;
}

interface Behaviour {
  /** What it says at RCPT TO to these addresses: 550 5.1.1 … */
  readonly refuse?: (address: string) => string | null;
  /** What it says once it has the mail; `silence`: nothing, for ever; `hang-up`: it goes. */
  readonly afterMail?: (address: string) => string | 'silence' | 'hang-up' | null;
  /** Says nothing to anybody who connects. */
  readonly mute?: boolean;
  /** What it says to MAIL FROM. */
  readonly sender?: string;
}

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  let how: Behaviour = {};
  let given = 0;
  const sockets = new Set<Socket>();
  const taken: ParsedMail[] = [];
  const receivers: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    logger: false,
    ...options,
    onConnect: (_session, callback) => (how.mute === true ? undefined : callback()),
    onMailFrom: (_address, _session, callback) => callback(how.sender === undefined ? null : answer(how.sender)),
    onRcptTo({ address }, _session, callback) {
      const words = how.refuse?.(address) ?? null;
      callback(words === null ? null : answer(words));
    },
    onData(stream, session, callback) {
      const address = session.envelope.rcptTo[0]?.address ?? '';
      void simpleParser(stream).then(async (mail) => {
        given += 1;
        const words = how.afterMail?.(address) ?? null;
        if (words === 'silence') return;
        if (words === 'hang-up') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (words !== null) return callback(answer(words));
        // As a server does that has others to serve.
        await wait(1);
        taken.push(mail);
        receivers.push(address);
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    taken,
    receivers,
    given: () => given,
    open: () => server.connections.size,
    behave: (next) => void (how = next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** 450 4.2.0 later → an error that smtp-server says as it is. */
function answer(words: string): Error {
  const [code = '', ...rest] = words.split(' ');
  return Object.assign(new Error(rest.join(' ')), { responseCode: Number(code) });
}
