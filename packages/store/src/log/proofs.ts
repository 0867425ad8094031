import { Refusal } from '@guankao/domain';
import { inclusionProof, parseLeaf, printProof, type Opened } from '@guankao/log';
import { sha256 } from '@guankao/log/node';
import type { Database } from '../database/connect.ts';
import { saltedEvents, valueOf } from './leaves.ts';
import { originsOf } from './origins.ts';
import { lastCheckpoint } from './sign.ts';
import { subtreesIn } from './tree.ts';

/** The newest head of the log that goes on; null before the first was signed. */
export async function newestCheckpoint(db: Database): Promise<{ readonly size: number; readonly note: string } | null> {
  const current = (await originsOf(db)).at(-1);
  return current === undefined ? null : lastCheckpoint(db, current.verifier.name);
}

/**
 * The proof of an event as a `.tlog-proof`, with these lines of its leaf opened, and no other. Who asks must be allowed
 * to see what is opened. Throws a Refusal where it has no signed leaf yet, or what is to be opened was erased.
 */
export async function proveEvent(db: Database, number: number, names: readonly string[]): Promise<string> {
  const checkpoint = await newestCheckpoint(db);
  const event = await saltedEvents(db).where('events.number', '=', number).executeTakeFirst();
  const index = number - 1;
  const found = await db.selectFrom('log_entries').select('entry').where('index', '=', index).executeTakeFirst();
  if (checkpoint === null || event === undefined || found === undefined || checkpoint.size < number)
    throw notSignedYet(number);
  const leaf = parseLeaf(found.entry);
  const opened = names.map((name): Opened => {
    const value = leaf?.commitments.some((one) => one.name === name) === true ? valueOf(event, name) : null;
    if (value === null) throw cannotOpen(number, name, event.erased_by);
    return { name, ...value };
  });
  const path = await inclusionProof(sha256, subtreesIn(db), index, checkpoint.size);
  return printProof({ entry: found.entry, opened, index, path, checkpoint: checkpoint.note });
}

function notSignedYet(number: number): Refusal {
  return new Refusal('log-not-signed-yet', 409, {
    'zh-Hant': `第 ${number} 筆事件還沒有簽署的檢查點。通常一秒內就有；若一直沒有，請看 guankao log。`,
    en: `event ${number} has no signed checkpoint yet. There is one within a second as a rule; where it does not come, see guankao log.`,
  });
}

function cannotOpen(number: number, name: string, erasedBy: number | null): Refusal {
  if (erasedBy !== null)
    return new Refusal('log-payload-erased', 410, {
      'zh-Hant': `第 ${number} 筆事件的內容已依第 ${erasedBy} 筆事件抹除，不能再揭示；事件本身仍在公開日誌中。`,
      en: `the payload of event ${number} was erased by event ${erasedBy} and can be opened no more; the event itself still stands in the log.`,
    });
  return new Refusal('log-nothing-to-open', 404, {
    'zh-Hant': `第 ${number} 筆事件在公開日誌中沒有「${name}」這一項。`,
    en: `event ${number} has no ${name} in the log.`,
  });
}
