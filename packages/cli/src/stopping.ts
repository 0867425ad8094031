/**
 * Aborts once the program should end: Ctrl-C, a polite kill, a closed window, or the end of whoever started it
 * (`bin/guankao.mjs` and `scripts/start.mjs` hold a channel open, which breaks however they end).
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.once('disconnect', stop);
  // To listen for its end is no reason to stay.
  process.channel?.unref();
  return controller.signal;
}

export async function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
