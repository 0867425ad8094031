import { openStore } from '@guankao/store';
import type { Arguments } from '../command.ts';
import { storeOptions } from '../settings.ts';
import { takeIn } from '../taking-in.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';

/** `guankao import FILE…`, with `--reread` and `--reason TEXT`. */
export async function importCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const store = await openStore(storeOptions(terminal));
  try {
    const reason = typeof values['reason'] === 'string' ? values['reason'] : undefined;
    const { refused } = await takeIn(terminal, store, positionals, { reread: values['reread'] === true, reason });
    return refused > 0 ? exit.refused : exit.well;
  } finally {
    await store.close();
  }
}
