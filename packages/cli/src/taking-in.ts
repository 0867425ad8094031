import { createHash } from 'node:crypto';
import { countBySeverity, Refusal } from '@guankao/domain';
import { demandPlans, type Reading } from '@guankao/reading';
import type { Imported, Reread, Store } from '@guankao/store';
import type { FileReader } from './batch/file-reader.ts';
import { expand, load, type GivenFile } from './files.ts';
import { operator } from './settings.ts';
import type { Language, Terminal } from './terminal.ts';

export interface TakenIn {
  /** Files that the record now holds, known ones included. */
  readonly held: number;
  readonly refused: number;
}

/** What becomes of the files. */
export type Keep =
  | { readonly as: 'private' | 'check-only' }
  /** `ground` is shown with the edition; null for what the operator shows at start. */
  | { readonly as: 'public'; readonly ground: string | null };

export interface TakingIn {
  readonly keep: Keep;
  /** Known bytes are read again, and what this version makes of them becomes the edition's reading. */
  readonly reread?: boolean;
  readonly reason?: string | undefined;
  /** No further file is begun once it is aborted. */
  readonly signal?: AbortSignal;
}

/** Takes the files in, one by one and each whole; says what became of each. A bad file does not stop the rest. */
export async function takeIn(
  terminal: Terminal,
  store: Store,
  reader: FileReader,
  paths: readonly string[],
  options: TakingIn,
): Promise<TakenIn> {
  const files = await expand(paths);
  let [held, refused] = [0, 0];
  for (const [at, path] of files.entries()) {
    if (options.signal?.aborted) break;
    showProgress(terminal, `${at + 1}/${files.length} ${path}`);
    try {
      const said = await takeOne(terminal, store, reader, path, options);
      clearProgress(terminal);
      terminal.err(`${said}\n`);
      held += 1;
    } catch (error) {
      clearProgress(terminal);
      if (!(error instanceof Refusal) || error.id.startsWith('database-')) throw error;
      terminal.err(`guankao: ${path}: ${error.inBothLanguages[terminal.lang]}\n`);
      refused += 1;
    }
  }
  return { held, refused };
}

async function takeOne(
  terminal: Terminal,
  store: Store,
  reader: FileReader,
  path: string,
  { reread = false, reason, keep }: TakingIn,
): Promise<string> {
  const file = await load(path);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  if (keep.as === 'check-only') return checked(path, (await reader.read(file)).reading, terminal.lang);
  const ground = keep.as === 'public' ? keep.ground : null;
  const why = [reason, ground].filter((part) => part !== undefined && part !== null).join('；');
  const deed = operator(terminal, why === '' ? undefined : why);
  const known = await store.placeOf(sha256);
  if (known !== null && !reread) {
    if (keep.as === 'public') await store.publish(known, deed);
    return saying(path, { ...known, outcome: 'unchanged' }, null, await isShown(store, sha256), terminal.lang);
  }
  const { reading } = await reader.read(file);
  const outcome =
    known === null
      ? await store.importReading(
          reading,
          given(file, reading.document.mediaType),
          deed,
          keep.as === 'public' ? 'public' : 'held',
        )
      : await store.reread(reading, deed);
  return saying(path, outcome, reading.plans.length, await isShown(store, sha256), terminal.lang);
}

async function isShown({ catalogue }: Store, sha256: string): Promise<boolean> {
  return (await catalogue.source(sha256)) !== null;
}

function checked(path: string, reading: Reading, lang: Language): string {
  demandPlans(reading);
  const { plans, findings } = reading;
  const { error, warning, question } = countBySeverity(findings);
  return lang === 'en'
    ? `${path}: checked and not kept: ${plans.length} plan rows, ${error} errors, ${warning} warnings, ${question} questions. The findings: guankao check ${path}`
    : `${path}：僅檢核，沒有留存：${plans.length} 列計畫，不符 ${error}、應說明 ${warning}、請釐清 ${question}。各項內容：guankao check ${path}`;
}

function given({ name, bytes }: GivenFile, mediaType: string) {
  return { name, bytes, mediaType };
}

function saying(
  path: string,
  { outcome, filing, edition }: Imported | Reread,
  plans: number | null,
  shown: boolean,
  lang: Language,
): string {
  const sayings = {
    'zh-Hant': {
      'new-filing': `${path}：收入 ${filing}，${plans} 列計畫。`,
      'new-edition': `${path}：收入 ${filing} 第 ${edition} 版，${plans} 列計畫；舊版仍可查。`,
      unchanged: `${path}：已在 ${filing} 第 ${edition} 版，內容相同，沒有變更。`,
      reread: `${path}：${filing} 第 ${edition} 版重新讀過，${plans} 列計畫；先前的讀法保留在事件裡。`,
    },
    en: {
      'new-filing': `${path}: taken in as ${filing}, ${plans} plan rows.`,
      'new-edition': `${path}: taken in as edition ${edition} of ${filing}, ${plans} plan rows; the old one stays reachable.`,
      unchanged: `${path}: the same bytes are edition ${edition} of ${filing}; nothing changed.`,
      reread: `${path}: edition ${edition} of ${filing} was read anew, ${plans} plan rows; the former reading stays with its event.`,
    },
  };
  const seen = {
    'zh-Hant': shown ? '（公開）' : '（不公開；要公開請用 --keep public --ground 依據，或在網站的匯入頁辦理）',
    en: shown ? ' (public)' : ' (shown to nobody; to publish it: --keep public --ground TEXT, or the import page)',
  };
  return `${sayings[lang][outcome]}${seen[lang]}`;
}

function showProgress(terminal: Terminal, text: string): void {
  if (terminal.live) terminal.err(`\r\u001b[K${terminal.lang === 'en' ? 'Loading' : '載入'} ${text}`);
}

function clearProgress(terminal: Terminal): void {
  if (terminal.live) terminal.err('\r\u001b[K');
}
