import { Refusal } from '@guankao/domain';
import { openStore } from '@guankao/store';
import { readerOnCores } from '../batch/file-reader.ts';
import type { Arguments } from '../command.ts';
import { storeOptions } from '../settings.ts';
import { takeIn, type Keep } from '../taking-in.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';

/** `guankao import FILE…`, with `--keep`, `--ground TEXT`, `--reread` and `--reason TEXT`. */
export async function importCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const keep = keepIn(values['keep'], values['ground']);
  const store = await openStore(storeOptions(terminal));
  // One by one into the record: one child is enough.
  const reader = readerOnCores(1);
  try {
    const reason = typeof values['reason'] === 'string' ? values['reason'] : undefined;
    const reread = values['reread'] === true;
    const { refused } = await takeIn(terminal, store, reader, positionals, { reread, reason, keep });
    return refused > 0 ? exit.refused : exit.well;
  } finally {
    await reader.close();
    await store.close();
  }
}

/** What becomes of the files: kept and shown to nobody, where nothing is said. Publishing owes its ground, as on the site. */
function keepIn(asked: unknown, ground: unknown): Keep {
  const keep = asked ?? 'private';
  if (keep === 'private' || keep === 'check-only') return { as: keep };
  if (keep !== 'public')
    throw new Refusal('no-such-choice', 422, {
      'zh-Hant': `「--keep ${String(keep)}」不是選項。請用 private（留存不公開，預設）、public（公開，須加 --ground 依據）或 check-only（僅檢核不留存）。`,
      en: `--keep ${String(keep)} is no choice. Use private (kept and shown to nobody; the default), public (published, with its --ground) or check-only (checked and not kept).`,
    });
  if (typeof ground === 'string' && ground.trim() !== '') return { as: 'public', ground: ground.trim() };
  throw new Refusal('reason-owed', 422, {
    'zh-Hant': '「--keep public」要以 --ground 寫明公開依據：它會和這一版一起公開。',
    en: '--keep public owes its --ground: it is shown with the edition.',
  });
}
