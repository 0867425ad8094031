interface Host {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): void;
  listenerCount(event: 'unhandledRejection'): number;
}

/**
 * In a damaged page pdf.js rejects promises that it never watches, beside the one that it gives us. On Node that ends
 * the process. Those are let go: the page is reported as unreadable anyway. All others end it as they did before.
 */
export function tolerateLooseRejections(): void {
  const host = (globalThis as { process?: Partial<Host> }).process;
  if (host?.on === undefined || host.listenerCount === undefined) return;
  const { listenerCount } = host;
  host.on('unhandledRejection', (reason) => {
    const alone = listenerCount.call(host, 'unhandledRejection') === 1;
    if (alone && !isFromPdfjs(reason)) throw reason;
  });
}

function isFromPdfjs(reason: unknown): boolean {
  const stack =
    reason instanceof Error || (typeof reason === 'object' && reason !== null && 'stack' in reason)
      ? String(reason.stack)
      : '';
  return /pdfjs-dist|pdf\.worker/.test(stack);
}
