import { Refusal } from '@guankao/domain';
import { openStore } from '@guankao/store';
import type { Arguments } from '../command.ts';
import { operator, storeOptions } from '../settings.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';
import { textOf } from './log-keys.ts';

/** `guankao erase EVENT` prints a payload; `guankao erase EVENT FILE --reason TEXT` puts another in its place. */
export async function eraseCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const [number = '', path] = positionals;
  const event = /^[1-9]\d{0,14}$/.test(number) ? Number(number) : null;
  if (event === null) throw noNumber(number);
  const reason = typeof values['reason'] === 'string' ? values['reason'].trim() : '';
  if (path !== undefined && reason === '') throw reasonOwed();
  const replacement = path === undefined ? null : jsonOf(path, await textOf(path));
  const store = await openStore(storeOptions(terminal));
  try {
    if (replacement === null) {
      const payload = await store.log.payload(event);
      if (payload === null) throw noEvent(event);
      terminal.out(`${JSON.stringify(payload, null, 1)}\n`);
      return exit.well;
    }
    const erasure = await store.log.erase(event, replacement, operator(terminal, reason));
    terminal.out(
      terminal.lang === 'en'
        ? `The payload of event ${event} is erased; event ${erasure} says so. Older backups still hold it: delete them.\n`
        : `第 ${event} 筆事件的內容已抹除，由第 ${erasure} 筆事件載明。較舊的備份裡還有，請刪除。\n`,
    );
    return exit.well;
  } finally {
    await store.close();
  }
}

function jsonOf(path: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    throw noJson(path);
  }
  throw noJson(path);
}

function noNumber(text: string): Refusal {
  return new Refusal('wrong-arguments', 400, {
    'zh-Hant': `「erase」要的是事件的編號，例如 17，收到「${text}」。`,
    en: `"erase" takes the number of an event, such as 17; it was given "${text}".`,
  });
}

function noEvent(event: number): Refusal {
  return new Refusal('no-such-event', 404, {
    'zh-Hant': `紀錄裡沒有第 ${event} 筆事件。`,
    en: `the record has no event ${event}.`,
  });
}

function reasonOwed(): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': '抹除要寫明依據，例如 --reason 個人資料保護法第11條：它會留在紀錄裡。',
    en: 'erasing owes its ground, such as --reason "Personal Data Protection Act, article 11": it stays in the record.',
  });
}

function noJson(path: string): Refusal {
  return new Refusal('wrong-arguments', 422, {
    'zh-Hant': `「${path}」不是 JSON 物件。先用 guankao erase 編號 印出原內容，只改要抹除的文字，再存成檔案。`,
    en: `${path} is no JSON object. Print what stands with guankao erase NUMBER, change only the text that is to go, and save it.`,
  });
}
