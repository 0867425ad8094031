import { Refusal } from '@guankao/domain';
import { parseCheckpointText, parseNote, printVerifierKey } from '@guankao/log';
import { openStore, type Store } from '@guankao/store';
import type { Arguments } from '../command.ts';
import { storeOptions } from '../settings.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';

/** `guankao log`, `guankao log open --reason TEXT`. */
export async function logCommand(terminal: Terminal, { positionals: [act], values }: Arguments): Promise<ExitCode> {
  if (act !== undefined && act !== 'open') throw unknownAct(act);
  const reason = typeof values['reason'] === 'string' ? values['reason'].trim() : '';
  const store = await openStore(storeOptions(terminal));
  try {
    return await (act === 'open' ? openAnew(terminal, store, reason) : show(terminal, store));
  } finally {
    await store.close();
  }
}

async function openAnew(terminal: Terminal, { log }: Store, reason: string): Promise<ExitCode> {
  if (log.files === null) throw noKeyNamed();
  if ((await log.origins()).length > 0 && reason === '') throw reasonOwed();
  await log.openAnew(reason, terminal.now());
  await log.signNow(terminal.now());
  const opened = (await log.origins()).at(-1);
  if (opened !== undefined) terminal.out(`${printVerifierKey(opened.verifier)}\n`);
  terminal.err(
    terminal.lang === 'en'
      ? `A new log is open, signed by ${log.files.key}. Above is the key that verifies it: tell it to whoever checks.\n`
      : `已開啟新的公開日誌，以 ${log.files.key} 簽署。上面是驗證金鑰，請告知查證的人。\n`,
  );
  return exit.well;
}

/** Exit code 1 where nothing may be signed. */
async function show(terminal: Terminal, { log }: Store): Promise<ExitCode> {
  const en = terminal.lang === 'en';
  for (const { verifier, openedBy, openedAt } of await log.origins()) {
    const since = `${openedAt.toISOString()}, ${en ? 'event' : '事件'} ${openedBy}`;
    terminal.out(`${printVerifierKey(verifier)}  (${since})\n`);
  }
  if (log.files === null) {
    terminal.out(
      en
        ? 'No key is named (GUANKAO_LOG_KEY): served, not signed.\n'
        : '沒有指定金鑰（GUANKAO_LOG_KEY）：只提供，不簽署。\n',
    );
    return exit.well;
  }
  try {
    const note = await log.signNow(terminal.now());
    const head = parseCheckpointText(parseNote(note ?? '')?.text ?? '');
    terminal.out(en ? `Signed: ${head?.size ?? 0} events.\n` : `已簽署：${head?.size ?? 0} 筆。\n`);
    return exit.well;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    terminal.out(`${error.inBothLanguages[terminal.lang]}\n`);
    return exit.errorFound;
  }
}

function unknownAct(act: string): Refusal {
  return new Refusal('wrong-arguments', 400, {
    'zh-Hant': `「log」後面只有 open，收到「${act}」。例：guankao log、guankao log open --reason 金鑰遺失。`,
    en: `"log" knows only open; it was given "${act}". Examples: guankao log, guankao log open --reason "key lost".`,
  });
}

function noKeyNamed(): Refusal {
  return new Refusal('log-key-missing', 400, {
    'zh-Hant': '用 DATABASE_URL 時，請以 GUANKAO_LOG_KEY 指定金鑰檔要放在哪裡（資料庫以外、只有您能讀的地方）。',
    en: 'with DATABASE_URL, name by GUANKAO_LOG_KEY where the key file is to lie: outside the database, where only you can read.',
  });
}

function reasonOwed(): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': '另開公開日誌要寫明理由，例如 --reason 由備份還原：它會寫進新日誌的第一筆。',
    en: 'opening another log owes a reason, such as --reason "restored from a backup": it stands in the new log’s first event.',
  });
}
