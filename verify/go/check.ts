/**
 * Go's verifier against our log: what we sign and prove it accepts; what is spoilt, by a seed, it rejects.
 *
 * node scripts/run.mjs verify/go/check.ts [SPOILT] [SEED]
 */

import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { base64Of, bytesOfBase64, cosignNote, parseNote, printNote, printVerifierKey } from '@guankao/log';
import { newSigningKey } from '@guankao/log/node';
import { Pool } from '@guankao/pool';
import { createServer } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { asOwner } from '../../bench/log/parts/owner.ts';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';

const [, , spoilt = '150', seed = '15'] = process.argv;
const here = dirname(process.argv[1] ?? '');
const at = new Date('2026-01-10T02:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'guankao-go-'));
const program = join(folder, 'verify');
const go = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: join(folder, 'cache') };

let [passed, failed] = [0, 0];
async function check(): Promise<void> {
  const built = spawnSync('go', ['build', '-o', program, '.'], { cwd: here, env: go, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const store = await openStore({ folder: join(folder, 'data'), program: 'guankao check' });
  const pool = new Pool();
  const server = await createServer({ catalogue: store.catalogue, pool, publicLog: store.log });
  try {
    await server.listen({ port: 0, host: '127.0.0.1' });
    await checkWith(store, `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/log`);
  } finally {
    await server.close();
    await pool.close();
    await store.close();
  }
}

interface Proven {
  readonly file: Uint8Array;
  readonly proof: string;
}

async function checkWith(store: Store, site: string): Promise<void> {
  const deed = { actor: '王小範', role: 'operator', at };
  const files: Uint8Array[] = [];
  const take = async (number: number) => {
    const reading = exampleReading({ agency: `範例${number}處`, plans: 1 });
    const bytes = exampleBytes(reading);
    files.push(bytes);
    await store.importReading(reading, { name: `${number}.txt`, mediaType: 'text/plain', bytes }, deed);
  };
  const add = (from: number, to: number) =>
    store.office.administer(
      Array.from({ length: to - from }, (_, each) => ({
        kind: 'agency-added' as const,
        agency: { id: `a${from + each}`, name: `範例${from + each}所`, parent: null },
      })),
      deed,
    );
  for (let number = 0; number < 8; number++) await take(number);
  await store.log.signNow(at);
  const old = write('old', (await store.log.checkpoint()) ?? '');
  // Two full tiles and a part of one, the signed head on no edge of them.
  await add(0, 600);
  for (let number = 8; number < 16; number++) await take(number);
  await store.log.signNow(at);
  const note = (await store.log.checkpoint()) ?? '';
  const [origin] = await store.log.origins();
  if (origin === undefined) throw new Error('no log');
  const witness = newSigningKey('witness.example/w1', 'cosignature');
  const keys = ['-key', printVerifierKey(origin.verifier)];
  const both = [...keys, '-witness', printVerifierKey(witness.verifier)];

  const proofs: Proven[] = [];
  for (const event of await store.eventsAfter(0, 1_000)) {
    if (event.kind !== 'filing-imported') continue;
    const proof = await store.log.prove(event.number, ['subject', 'bytes/file']);
    proofs.push({ file: files[proofs.length] ?? new Uint8Array(), proof: cosigned(proof) });
  }
  for (const [number, { file, proof }] of proofs.entries()) {
    const words = [write('file', file), write('file.tlog-proof', proof)];
    await expect(true, `file ${number}`, 'proof', ...(number % 2 === 0 ? keys : both), ...words);
  }
  await expect(true, 'the log from nothing', 'log', ...keys, site);
  await expect(true, 'the log, and the old head in it', 'log', ...keys, '-old', old, site);
  const forged = newSigningKey(origin.verifier.name, 'log');
  await expect(false, 'the log by another key', 'log', '-key', printVerifierKey(forged.verifier), site);
  await expect(false, 'the log by a witness that never saw it', 'log', ...both, site);
  await expect(false, 'an old head that is forged', 'log', ...keys, '-old', write('forged', spoil(note, digit)), site);

  const random = randomFrom(Number(seed));
  for (let number = 0; number < Number(spoilt); number++) {
    const kind = spoils[number % spoils.length] ?? spoils[0];
    const of = proofs[Math.floor(random() * proofs.length)];
    const other = proofs[Math.floor(random() * proofs.length)];
    if (kind === undefined || of === undefined || other === undefined) continue;
    const another = other === of ? (proofs.find((one) => one !== of) ?? of) : other;
    const { file, proof } = kind.spoil(of, another, random);
    const words = [write('file', file), write('file.tlog-proof', proof)];
    await expect(false, `${kind.name} (${number})`, 'proof', ...both, ...words);
  }
  await spoiltTiles(store, site, keys);

  function cosigned(proof: string): string {
    const end = proof.indexOf('\n\n') + 2;
    const parsed = parseNote(proof.slice(end));
    if (parsed === null) throw new Error('no note');
    const line = cosignNote(parsed.text, witness.verifier, witness.sign, 1_767_000_000);
    return proof.slice(0, end) + printNote({ ...parsed, signatures: [...parsed.signatures, line] });
  }
}

/** What the database's owner does to tiles and entries. */
async function spoiltTiles(store: Store, site: string, keys: readonly string[]): Promise<void> {
  const { pool } = await asOwner(store, join(folder, 'data'));
  const query = (sql: string) => pool.query(sql);
  await query('alter table guankao.log_entries disable trigger append_only');
  const changes = {
    'a hash of a tile':
      'update guankao.log_tiles set hashes = set_byte(hashes, 100, get_byte(hashes, 100) # 4) where level = 0 and index = 1',
    'a tile above':
      'update guankao.log_tiles set hashes = set_byte(hashes, 9, get_byte(hashes, 9) # 1) where level = 1',
    'a byte of an entry':
      'update guankao.log_entries set entry = set_byte(entry, 60, get_byte(entry, 60) # 1) where index = 300',
  };
  for (const [name, change] of Object.entries(changes)) {
    await query(change);
    await expect(false, name, 'log', ...keys, site);
    // Each of them undoes itself.
    await query(change);
  }
  await pool.end();
  await expect(true, 'the log as it was', 'log', ...keys, site);
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function expect(accepted: boolean, what: string, ...words: string[]): Promise<void> {
  const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
    execFile(program, words, (error, out, err) => resolve({ code: Number(error?.code ?? 0), out: `${out}${err}` }));
  });
  if (code === (accepted ? 0 : 1) && out.startsWith(accepted ? 'accepted' : 'rejected')) passed++;
  else {
    failed++;
    console.log(`✗ ${what}: ${code} ${out}`);
  }
}

type Random = () => number;

/** Each changes what is said, not only how it is written. */
interface Spoil {
  readonly name: string;
  readonly spoil: (of: Proven, other: Proven, random: Random) => Proven;
}

const digit = (text: string) => text.replace(/\n(\d+)\n(?=[^\n]*\n\n)/, (_, size: string) => `\n${Number(size) + 1}\n`);

function spoil(text: string, change: (text: string) => string): string {
  const changed = change(text);
  if (changed === text) throw new Error('nothing was spoilt');
  return changed;
}

const inProof = (name: string, change: (proof: string, random: Random) => string): Spoil => ({
  name,
  spoil: ({ file, proof }, _, random) => ({ file, proof: spoil(proof, (text) => change(text, random)) }),
});

/** One bit of what a word of base64 stands for. */
function flipped(base64: string, random: Random, from = 0): string {
  const bytes = bytesOfBase64(base64);
  if (bytes === null) throw new Error(`no base64: ${base64}`);
  const place = from + Math.floor(random() * (bytes.length - from));
  return base64Of(bytes.with(place, (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8))));
}

const lineOf = (start: string) => new RegExp(`(\n${start})([A-Za-z0-9+/=]+)`);
const hashLine = /(\n)([A-Za-z0-9+/]{43}=)(?=\n)/g;

const spoils: readonly Spoil[] = [
  {
    name: 'a bit of the file',
    spoil: ({ file, proof }, _, random) => {
      const place = Math.floor(random() * file.length);
      return { proof, file: Uint8Array.from(file).with(place, (file[place] ?? 0) ^ 1) };
    },
  },
  { name: 'another file', spoil: ({ proof }, other) => ({ proof, file: other.file }) },
  {
    name: 'the leaf of another proof',
    spoil: ({ file, proof }, other) => ({
      file,
      proof: proof.replace(lineOf('extra '), lineOf('extra ').exec(other.proof)?.[0] ?? ''),
    }),
  },
  inProof('a bit of the leaf or of what is opened', (proof, random) =>
    proof.replace(lineOf('extra '), (_, start: string, extra: string) => start + flipped(extra, random)),
  ),
  inProof('a bit of the path or the root', (proof, random) => {
    const count = proof.match(hashLine)?.length ?? 1;
    let chosen = Math.floor(random() * count);
    return proof.replace(hashLine, (line, start: string, hash: string) =>
      chosen-- === 0 ? start + flipped(hash, random) : line,
    );
  }),
  inProof('a hash of the path twice', (proof) => proof.replace(/\n([A-Za-z0-9+/]{43}=)\n/, '\n$1\n$1\n')),
  inProof('a hash of the path left out', (proof) => proof.replace(/\n[A-Za-z0-9+/]{43}=\n/, '\n')),
  inProof('another index', (proof, random) =>
    proof.replace(/\nindex (\d+)/, (_, index: string) => `\nindex ${Number(index) + 1 + Math.floor(random() * 5)}`),
  ),
  inProof('another size', digit),
  inProof('another origin', (proof) => proof.replace(/\n\nguankao\//, '\n\nkuankao/')),
  inProof('a bit of the log’s signature', (proof, random) =>
    proof.replace(
      /(\n— guankao\/\S+ )(\S+)/,
      (_, start: string, signature: string) => start + flipped(signature, random),
    ),
  ),
  inProof('a bit of the cosignature or its time', (proof, random) =>
    proof.replace(
      /(\n— witness\S+ )(\S+)/,
      (_, start: string, signature: string) => start + flipped(signature, random),
    ),
  ),
  inProof('no cosignature', (proof) => proof.replace(/\n— witness.*\n/, '\n')),
  inProof('cut short', (proof, random) => proof.slice(0, Math.floor(random() * (proof.length - 2)))),
  inProof('an extension line', (proof) => proof.replace(/\n\n— /, '\nmore\n\n— ')),
];

/** Mulberry32. */
function randomFrom(state: number): Random {
  let next = state;
  return () => {
    next = (next + 0x6d2b79f5) | 0;
    let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

try {
  if (spawnSync('go', ['version']).status !== 0) console.log('go is not installed: nothing was checked.');
  else await check();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const skipped = passed + failed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
