import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Refusal } from '@guankao/domain';
import { diffForms } from '@guankao/forms';
import { faults, openProof, sameBytes, textOf as utf8Text, type Proven, type VerifierKey } from '@guankao/log';
import { sha256, verifyEd25519 } from '@guankao/log/node';
import { read, type Reading } from '@guankao/reading';
import { openStore, type EditionRecord, type Issued, type Store } from '@guankao/store';
import type { Arguments } from '../command.ts';
import { load, type GivenFile } from '../files.ts';
import { storeOptions } from '../settings.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';
import { textOf, verifierKeys } from './log-keys.ts';

interface Keys {
  readonly log: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
}

/** `guankao verify FILE`, `guankao verify --all`: 0 exactly as issued, 1 not, 2 refused. */
export async function verifyCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const [path] = positionals;
  const all = values['all'] === true;
  if (all !== (path === undefined)) throw fileOrAll();
  const keys = {
    log: await verifierKeys('--key', values['key'], 'log'),
    witnesses: await verifierKeys('--witness', values['witness'], 'cosignature'),
  };
  if (path === undefined) return withStore(terminal, (store) => verifyAll(terminal, store, keys));
  const file = await load(path);
  const beside = `${path}.tlog-proof`;
  const proof = typeof values['proof'] === 'string' ? values['proof'] : existsSync(beside) ? beside : null;
  if (proof === null) return withStore(terminal, (store) => verifyByRecord(terminal, store, file, keys));
  const text = await textOf(proof);
  if (keys.log.length > 0) return verifyByProof(terminal, file, text, keys);
  return withStore(terminal, async (store) => {
    const code = await verifyByProof(terminal, file, text, await withOwnKeys(store, keys));
    const [issued] = await store.log.issued(createHash('sha256').update(file.bytes).digest('hex'));
    if (code === exit.well && issued !== undefined) await tellNewer(terminal, store, issued);
    return code;
  });
}

async function withStore(terminal: Terminal, work: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const store = await openStore(storeOptions(terminal));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Without a key that was given, those of the record that is at hand. */
async function withOwnKeys({ log }: Store, keys: Keys): Promise<Keys> {
  const own = (await log.origins()).map(({ verifier }) => verifier);
  if (keys.log.length === 0 && own.length === 0) throw noKey();
  return { ...keys, log: keys.log.length > 0 ? keys.log : own };
}

/** By nothing but the file, its proof and the keys. */
async function verifyByProof(terminal: Terminal, file: GivenFile, proof: string, keys: Keys): Promise<ExitCode> {
  const proven = await provenBy(proof, keys);
  if (typeof proven === 'string') {
    say(
      terminal,
      `${file.path}：證明不成立：${faults[proven]['zh-Hant']}`,
      `${file.path}: the proof does not hold: ${faults[proven].en}`,
    );
    return exit.errorFound;
  }
  const hash = sha256(file.bytes);
  const line = proven.opened.find(({ name, value }) => name.startsWith('bytes/') && sameBytes(value, hash));
  if (line === undefined) {
    say(
      terminal,
      `${file.path}：證明成立，但證明的不是這個檔案`,
      `${file.path}: the proof holds, but not of this file`,
    );
    return exit.errorFound;
  }
  tellProven(terminal, file.path, line.name, proven);
  return exit.well;
}

/** Of several logs of a record, the one that the proof is of. */
async function provenBy(proof: string, { log, witnesses }: Keys) {
  const tools = { sha256, verify: verifyEd25519 };
  let answer = await openProof(tools, proof, log[0] as VerifierKey, witnesses);
  for (const key of log.slice(1)) {
    if (answer !== 'of-another-log' && answer !== 'not-signed') break;
    answer = await openProof(tools, proof, key, witnesses);
  }
  return answer;
}

function tellProven(
  terminal: Terminal,
  path: string,
  name: string,
  { leaf, opened, checkpoint, cosigned }: Proven,
): void {
  const subject = opened.find((one) => one.name === 'subject');
  const of = subject === undefined ? '' : `${utf8Text(subject.value)} `;
  const what = name.replace('bytes/renderings.', '').replace('bytes/file', terminal.lang === 'en' ? 'file' : '原檔');
  say(
    terminal,
    `${path}：與發出的完全相同：${of}${what}，第 ${leaf.position} 筆事件（${leaf.kind}），${leaf.time}`,
    `${path}: exactly as issued: ${of}${what}, event ${leaf.position} (${leaf.kind}), ${leaf.time}`,
  );
  say(
    terminal,
    `  檢查點：${checkpoint.origin}，${checkpoint.size} 筆`,
    `  checkpoint: ${checkpoint.origin}, ${checkpoint.size} events`,
  );
  for (const { by, seconds } of cosigned) {
    const at = new Date(seconds * 1_000).toISOString();
    say(terminal, `  見證：${by.name}，${at}`, `  cosigned: ${by.name}, ${at}`);
  }
}

/** By the record that is at hand: equal bytes; else read, and compared cell by cell. */
async function verifyByRecord(terminal: Terminal, store: Store, file: GivenFile, keys: Keys): Promise<ExitCode> {
  const hash = createHash('sha256').update(file.bytes).digest('hex');
  const [issued] = await store.log.issued(hash);
  if (issued !== undefined) return verifyIssued(terminal, store, file.path, issued, await withOwnKeys(store, keys));
  const { reading } = await read(file);
  const nearest = await nearestEdition(store, reading);
  if (nearest === null) {
    say(terminal, `${file.path}：不是本系統發出的`, `${file.path}: not ours`);
    return exit.errorFound;
  }
  const { filing, edition, differences, newest } = nearest;
  const count = differences.length;
  say(
    terminal,
    `${file.path}：不是發出的檔案。內容與 ${filing} 第 ${edition} 版相比，${count === 0 ? '每一格相同' : `${count} 格不同`}：`,
    `${file.path}: not the file that was issued. Its content against edition ${edition} of ${filing}: ${count === 0 ? 'every cell is the same' : `${count} cells differ`}:`,
  );
  for (const { row, name, column, filed, generated } of differences)
    terminal.out(`${row} ${name}・${column}\n  - ${filed ?? '∅'}\n  + ${generated ?? '∅'}\n`);
  tellSuperseded(terminal, edition, newest);
  return exit.errorFound;
}

async function tellNewer(terminal: Terminal, store: Store, { filing, edition }: Issued): Promise<void> {
  tellSuperseded(terminal, edition, (await store.heldFiling(filing))?.filing.editions.at(-1));
}

/** That an edition is not the newest, and which is: when it came, and why. */
function tellSuperseded(terminal: Terminal, edition: number, newest: EditionRecord | undefined): void {
  if (newest === undefined || newest.number <= edition) return;
  const { number, importedAt, reason, fileName } = newest;
  say(
    terminal,
    `  已由第 ${number} 版取代：${importedAt}，${reason ?? '未載明理由'}，${fileName}`,
    `  superseded by edition ${number}: ${importedAt}, ${reason ?? 'no reason given'}, ${fileName}`,
  );
}

async function verifyIssued(
  terminal: Terminal,
  store: Store,
  path: string,
  issued: Issued,
  keys: Keys,
): Promise<ExitCode> {
  const { event, line } = issued;
  const proven = await provenBy(await store.log.prove(event, ['subject', line]), keys);
  if (typeof proven !== 'string') {
    tellProven(terminal, path, line, proven);
    await tellNewer(terminal, store, issued);
    return exit.well;
  }
  say(
    terminal,
    `${path}：紀錄裡有，但公開日誌證明不了：${faults[proven]['zh-Hant']}。請執行 guankao fsck。`,
    `${path}: the record has it, but the log does not prove it: ${faults[proven].en}. Run guankao fsck.`,
  );
  return exit.errorFound;
}

/** The edition of the same filing whose cells differ least; null where no filing here is of that agency and year. */
async function nearestEdition(store: Store, reading: Reading) {
  const newest = await store.filingOf(reading);
  if (newest === null) return null;
  const compared = [];
  for (const { number } of newest.filing.editions) {
    const held = await store.heldFiling(newest.filing.id, number);
    if (held === null) continue;
    compared.push({ filing: held.filing.id, edition: number, differences: diffForms(held.reading, reading) });
  }
  const [nearest] = compared.toSorted((a, b) => a.differences.length - b.differences.length || b.edition - a.edition);
  return nearest === undefined ? null : { ...nearest, newest: newest.filing.editions.at(-1) };
}

/** Every file that was taken in or given out: its bytes as they are kept, against the log. */
async function verifyAll(terminal: Terminal, store: Store, given: Keys): Promise<ExitCode> {
  const keys = await withOwnKeys(store, given);
  const files = await store.log.issued(null);
  let failed = 0;
  for (const { filing, edition, name, event, line, sha256: hash } of files) {
    const proven = await provenBy(await store.log.prove(event, ['subject', line]), keys);
    const committed = typeof proven === 'string' ? undefined : proven.opened.find((one) => one.name === line);
    const isSame = committed !== undefined && Buffer.from(committed.value).toString('hex') === hash;
    if (isSame) continue;
    failed++;
    const why = typeof proven === 'string' ? faults[proven] : faults['not-opened'];
    say(
      terminal,
      `${filing} 第 ${edition} 版 ${name}：${why['zh-Hant']}`,
      `${filing} edition ${edition} ${name}: ${why.en}`,
    );
  }
  const sound = files.length - failed;
  say(
    terminal,
    `檔案 ${files.length} 個，公開日誌證明了 ${sound} 個。位元組本身由 guankao fsck 重算。`,
    `${files.length} files, ${sound} proven by the log. Their bytes are hashed anew by guankao fsck.`,
  );
  return failed === 0 ? exit.well : exit.errorFound;
}

function say({ lang, out }: Terminal, zh: string, en: string): void {
  out(`${lang === 'en' ? en : zh}\n`);
}

function fileOrAll(): Refusal {
  return new Refusal('wrong-arguments', 400, {
    'zh-Hant': '「verify」要的是一個檔案，或 --all，兩者擇一。例：guankao verify 情形表.pdf',
    en: '"verify" takes a file, or --all, and not both. Example: guankao verify form.pdf',
  });
}

function noKey(): Refusal {
  return new Refusal('log-not-signed', 404, {
    'zh-Hant': '這份紀錄還沒有公開日誌，也沒有用 --key 指定驗證金鑰，沒有東西可據以查證。',
    en: 'this record has no log yet, and no verifier key was given by --key: there is nothing to verify by.',
  });
}
