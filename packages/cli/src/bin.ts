import { buffer } from 'node:stream/consumers';
import { writeSync } from 'node:fs';
import { main } from './main.ts';

/** Writes all of `text` before going on: a large reading into a pipe must not be cut off by the exit. */
function write(file: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
    }
  }
}

// React takes its quick form where this is set before it is loaded; commands load what they need later.
process.env['NODE_ENV'] ??= 'production';

process.exitCode = await main(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  width: Math.min(process.stdout.columns ?? 100, 140),
  live: process.stderr.isTTY === true,
  out: (text) => write(1, text),
  err: (text) => write(2, text),
  stdin: async () => new Uint8Array(await buffer(process.stdin)),
  now: () => new Date(),
});
