import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '@guankao/domain';
import { read } from '@guankao/reading';

/** Reads the file that it is given, and tells what became of it and what it took. */
const path = process.argv[2] ?? '';
const file = { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
const before = process.cpuUsage();
const outcome = await outcomeOf();
const { user, system } = process.cpuUsage(before);
process.send?.({
  ...outcome,
  seconds: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
});

async function outcomeOf(): Promise<{ readonly refusal: string | null; readonly notices: readonly string[] }> {
  try {
    const { reading } = await read(file);
    return { refusal: null, notices: reading.notices.map(({ id }) => id) };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { refusal: fault.id, notices: [] };
  }
}
