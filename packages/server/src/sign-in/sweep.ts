import type { FastifyInstance } from 'fastify';
import type { Office } from '@guankao/store';
import { securityLogDays } from './security-log.ts';

const everyMinutes = 10;
/** For which a request is known by its Idempotency-Key. */
const keyDays = 7;
/** The longest that any count says something. */
const countedHours = 25;

/** Drops sessions, links, keys and counts that have ended: at start, then every ten minutes. A sweep that fails is logged; the next does its work. */
export function sweepWhatEnded(server: FastifyInstance, office: Office, clock: () => Date): void {
  async function sweep(): Promise<void> {
    const now = clock();
    await office.sweepSessions(now);
    await office.sweepKeys(new Date(now.getTime() - keyDays * 86_400_000));
    await office.sweepSecurityLog(new Date(now.getTime() - securityLogDays * 86_400_000));
    await office.sweepAttempts(new Date(now.getTime() - countedHours * 3_600_000));
  }
  let sweeping: Promise<void> = Promise.resolve();
  const start = (): void => {
    sweeping = sweep().catch((error: unknown) => server.log.error({ err: error }, 'sweeping failed'));
  };
  let timer: NodeJS.Timeout | undefined;
  server.addHook('onReady', async () => {
    start();
    timer = setInterval(start, everyMinutes * 60_000).unref();
  });
  server.addHook('onClose', async () => {
    clearInterval(timer);
    await sweeping;
  });
}
