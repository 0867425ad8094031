import { openStore, type KnownHead } from '@guankao/store';
import type { Arguments } from '../command.ts';
import { storeOptions } from '../settings.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';
import { textOf } from './log-keys.ts';

/** `guankao fsck [--checkpoint FILE,…]`: exit code 1 where something is not as it was signed. */
export async function fsckCommand(terminal: Terminal, { values }: Arguments): Promise<ExitCode> {
  const heads = await headsGiven(values['checkpoint']);
  const store = await openStore(storeOptions(terminal));
  try {
    const { events, leaves, checkpoints, files, differences } = await store.log.fsck(heads);
    for (const { check, place, what } of differences) terminal.out(`${check}  ${place}: ${what[terminal.lang]}\n`);
    terminal.out(
      terminal.lang === 'en'
        ? `${events} events, ${leaves} leaves, ${checkpoints} signed heads, ${files} files: ${differences.length} differences\n`
        : `事件 ${events}、公開日誌 ${leaves} 筆、簽署的檢查點 ${checkpoints}、檔案 ${files}：不符 ${differences.length} 處\n`,
    );
    if (events > leaves)
      terminal.err(
        terminal.lang === 'en'
          ? `${events - leaves} events have no leaf yet: serve makes them.\n`
          : `有 ${events - leaves} 筆事件還沒有進公開日誌：serve 執行時會補上。\n`,
      );
    return differences.length === 0 ? exit.well : exit.errorFound;
  } finally {
    await store.close();
  }
}

async function headsGiven(given: string | boolean | undefined): Promise<readonly KnownHead[]> {
  const paths = typeof given === 'string' ? given.split(',').map((path) => path.trim()) : [];
  const heads: KnownHead[] = [];
  for (const path of paths) heads.push({ name: path, note: await textOf(path) });
  return heads;
}
