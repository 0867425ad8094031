import { openStore } from '@guankao/store';
import { readerOnCores } from '../batch/file-reader.ts';
import type { Arguments } from '../command.ts';
import { storeOptions } from '../settings.ts';
import { takeIn } from '../taking-in.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';

/** `guankao import FILE…`, with `--reread` and `--reason TEXT`. */
export async function importCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const store = await openStore(storeOptions(terminal));
  // One by one into the record: one child is enough.
  const reader = readerOnCores(1);
  try {
    const reason = typeof values['reason'] === 'string' ? values['reason'] : undefined;
    const reread = values['reread'] === true;
    const { refused } = await takeIn(terminal, store, reader, positionals, { reread, reason });
    return refused > 0 ? exit.refused : exit.well;
  } finally {
    await reader.close();
    await store.close();
  }
}
