import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printVerifierKey } from '@guankao/log';
import { commandLine } from './command-line.ts';
import { openHouse, someMoney, someTexts, type House } from './house.ts';
import { run as statement } from './database.ts';

/** What somebody who was given a file does with it: by its proof alone, and by the record. */

let house: House;
let folder: string;
const filing = '範例部-114';
const formats = ['pdf', 'ods', 'odt', 'xlsx', 'csv', 'json'] as const;
const at = (name: string) => join(folder, name);

const run = async (argv: readonly string[], env?: Record<string, string>, now?: string) =>
  commandLine(folder, argv, env, now);
const byRecord = (argv: readonly string[]) => run(argv, house.env);
/** With no database in reach: what needs one is refused. */
const alone = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };

async function done(
  who: string,
  method: 'POST' | 'PATCH' | 'PUT',
  url: string,
  body: object,
  of: string,
): Promise<void> {
  const answer = await house.ask(who, method, url, body, { 'if-match': await house.version(who, of) });
  expect(answer.status, answer.body).toBeLessThan(300);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guankao-verify-'));
  house = await openHouse();
  expect((await byRecord(['log', 'open'])).code).toBe(0);
  await house.openYear([{ name: '甲計畫', agency: 'bureau' }]);
  const row = `/api/rows/${filing}-01`;
  await done('officer', 'PATCH', `${row}/texts`, someTexts, row);
  await done(
    'accountant',
    'PUT',
    `${row}/money`,
    { approvedTotal: 9_000_000, ownTotal: null, opening: null, money: someMoney },
    row,
  );
  await done('officer', 'POST', `${row}/moves`, { move: 'submit' }, row);
  await done('supervisor', 'POST', `${row}/moves`, { move: 'approve' }, row);
  const year = `/api/years/${filing}`;
  await done('compiler', 'POST', `${year}/submission`, {}, year);
  expect((await house.ask(null, 'GET', `/api/filings/${filing}/form.pdf/proof`)).problem).toBe('not-held');
  await done('compiler', 'POST', `${year}/publication`, { ground: '依法公開' }, year);
  await house.store.log.signNow(house.now);
  for (const format of formats) {
    const file = await house.ask(null, 'GET', `/api/filings/${filing}/form.${format}`);
    const proof = await house.ask(null, 'GET', `/api/filings/${filing}/form.${format}/proof`);
    expect([file.status, proof.status], proof.body).toEqual([200, 200]);
    writeFileSync(at(`form.${format}`), file.bytes);
    writeFileSync(at(`form.${format}.tlog-proof`), proof.body);
  }
  const [origin] = await house.store.log.origins();
  if (origin === undefined) throw new Error('no log');
  writeFileSync(at('log.vkey'), `${printVerifierKey(origin.verifier)}\n`);
}, 300_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a file with its proof, and nothing else', () => {
  test.each(formats)('%s is exactly as issued', async (format) => {
    const { code, out } = await run(['verify', at(`form.${format}`), '--key', at('log.vkey')], alone);
    expect([code, out]).toEqual([0, expect.stringContaining(`exactly as issued: ${filing} ${format}`)]);
  });

  test('the same format is the same file to whoever asks, whenever', async () => {
    house.now = new Date('2026-03-01T00:00:00Z');
    const again = await house.ask(null, 'GET', `/api/filings/${filing}/form.pdf`);
    expect(again.bytes.equals(readFileSync(at('form.pdf')))).toBe(true);
  });

  test('one byte more, and it is not this file', async () => {
    writeFileSync(at('changed.pdf'), Buffer.concat([readFileSync(at('form.pdf')), Buffer.from(' ')]));
    const { code, out } = await run(
      ['verify', at('changed.pdf'), '--proof', at('form.pdf.tlog-proof'), '--key', at('log.vkey')],
      alone,
    );
    expect([code, out]).toEqual([1, expect.stringContaining('not of this file')]);
  });

  test.each([
    ['of another format', () => readFileSync(at('form.ods.tlog-proof'), 'utf8'), 1, 'not of this file'],
    [
      'with another size',
      () => spoilt((proof) => proof.replace(/\n(\d+)\n(?=[^\n]*\n\n)/, '\n9$1\n')),
      1,
      'does not hold',
    ],
    ['at another index', () => spoilt((proof) => proof.replace(/\nindex \d+/, '\nindex 0')), 1, 'another leaf'],
    ['that is empty', () => '', 1, 'no .tlog-proof'],
  ])('a proof %s is refused', async (_, proof, code, words) => {
    writeFileSync(at('spoilt.tlog-proof'), proof());
    const said = await run(
      ['verify', at('form.pdf'), '--proof', at('spoilt.tlog-proof'), '--key', at('log.vkey')],
      alone,
    );
    expect([said.code, said.out]).toEqual([code, expect.stringContaining(words)]);
  });

  test.each([
    [['verify'], 'takes a file, or --all'],
    [['verify', 'form.pdf', '--all'], 'takes a file, or --all'],
    [['verify', 'absent.pdf'], 'there is no'],
    [['verify', 'form.pdf', '--key', 'x+y+z'], '"x+y+z" is none'],
    [['verify', 'form.pdf', '--key', 'absent.vkey'], 'absent.vkey'],
    [['verify', 'form.pdf', '--witness', 'log.vkey'], 'a witness'],
    [['fsck', '--checkpoint', 'absent.txt'], 'absent.txt'],
    [['cosign', 'plans.example.gov.tw', '--key', 'w.key'], 'the address of a site'],
    [['cosign', 'http://127.0.0.1:1'], '--key FILE'],
    [['cosign', 'http://127.0.0.1:1', '--key', 'absent.key'], 'absent.key'],
    [['cosign', 'http://127.0.0.1:1', '--key', 'w.key', '--name', 'a b'], '"a b"'],
    [['cosign', 'http://127.0.0.1:1', '--key', 'w.key', '--name', 'w.example/1'], 'does not answer'],
    [['cosign', 'http://127.0.0.1:1', '--key', 'form.csv'], 'no witness’s key'],
    [['log', 'close'], '"close"'],
  ])('%j is refused by name', async (argv, words) => {
    const words2 = argv.map((word) => (/\.(pdf|csv|vkey|key|txt)$/.test(word) ? at(word) : word));
    const { code, out, err } = await run(words2, alone);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(words)]);
  });
});

function spoilt(spoil: (proof: string) => string): string {
  const proof = readFileSync(at('form.pdf.tlog-proof'), 'utf8');
  expect(spoil(proof)).not.toBe(proof);
  return spoil(proof);
}

describe('a file without a proof, by the record', () => {
  const without = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(at(name), bytes);
    return byRecord(['verify', at(name)]);
  };

  test('equal bytes: exactly as issued, under whatever name', async () => {
    const { code, out } = await without('copy.bin', readFileSync(at('form.odt')));
    expect([code, out]).toEqual([0, expect.stringContaining('exactly as issued')]);
  });

  test('other bytes of the same content: every cell is the same, and it is not the file', async () => {
    const csv = readFileSync(at('form.csv'), 'utf8');
    const { code, out } = await without('resaved.csv', `${csv}\n`);
    expect([code, out]).toEqual([1, expect.stringContaining('every cell is the same')]);
  });

  test('a changed cell is named with both texts', async () => {
    const csv = readFileSync(at('form.csv'), 'utf8');
    const { code, out } = await without('altered.csv', csv.replaceAll('完成3案', '完成9案'));
    expect(code).toBe(1);
    expect(out).toContain('甲計畫');
    expect(out).toMatch(/- .*完成3案/);
    expect(out).toMatch(/\+ .*完成9案/);
  });

  test.each(['ods', 'odt', 'xlsx'] as const)(
    'one character in %s: its cell is named with both texts',
    async (format) => {
      const parts = unzipSync(readFileSync(at(`form.${format}`)));
      let changed = 0;
      for (const [name, part] of Object.entries(parts)) {
        if (!name.endsWith('.xml')) continue;
        const text = strFromU8(part);
        const other = text.replaceAll('完成3案', '完成9案');
        if (other === text) continue;
        changed++;
        parts[name] = strToU8(other);
      }
      expect(changed).toBeGreaterThan(0);
      const { code, out } = await without(`altered.${format}`, zipSync(parts));
      expect([code, out]).toEqual([1, expect.stringContaining('not the file that was issued')]);
      expect(out).toMatch(/甲計畫・(績效目標|goals)[^]*- .*完成3案[^]*\+ .*完成9案/);
    },
  );

  test('one character in a PDF: likewise', async () => {
    const csv = readFileSync(at('form.csv'), 'utf8');
    writeFileSync(at('source.csv'), csv.replaceAll('完成3案', '完成9案'));
    const made = await run(['export', at('source.csv'), '--to', 'pdf', '--out', at('altered.pdf')]);
    expect(made.code, made.err).toBe(0);
    const { code, out } = await byRecord(['verify', at('altered.pdf')]);
    expect([code, out]).toEqual([1, expect.stringContaining('not the file that was issued')]);
    expect(out).toMatch(/甲計畫・[^]*- .*完成3案[^]*\+ .*完成9案/);
  });

  test('another ministry’s form is not ours', async () => {
    const csv = readFileSync(at('form.csv'), 'utf8');
    const { code, out } = await without('other.csv', csv.replaceAll('範例部', '別處部'));
    expect([code, out]).toEqual([1, expect.stringContaining('not ours')]);
  });

  test('--all proves every file; fsck finds nothing', async () => {
    const all = await byRecord(['verify', '--all']);
    expect([all.code, all.out]).toEqual([0, expect.stringContaining('7 files, 7 proven')]);
    const fsck = await byRecord(['fsck']);
    expect([fsck.code, fsck.out]).toEqual([0, expect.stringContaining(' 0 differences')]);
    expect((await byRecord(['log'])).out).toContain('Signed: ');
  });
});

test('an edition that was superseded says by what', async () => {
  house.now = new Date('2026-01-05T01:10:00Z');
  const row = `/api/rows/${filing}-01`;
  const year = `/api/years/${filing}`;
  await done('compiler', 'POST', `${year}/correction`, { rows: [`${filing}-01`], reason: '更正期程' }, year);
  await done('officer', 'PATCH', `${row}/texts`, { execution: '第二期於114年6月30日完成。' }, row);
  await done('officer', 'POST', `${row}/moves`, { move: 'submit' }, row);
  await done('supervisor', 'POST', `${row}/moves`, { move: 'approve' }, row);
  await done('compiler', 'POST', `${year}/submission`, { reason: '更正期程' }, year);
  await done('compiler', 'POST', `${year}/publication`, { ground: '依法公開' }, year);
  const { code, out } = await byRecord(['verify', at('form.ods')]);
  expect([code, out]).toEqual([0, expect.stringMatching(/exactly as issued[^]*superseded by edition 2: .*更正期程/)]);
  const page = (await house.page(null, `/filings/${filing}?edition=1`)).body;
  expect(page).toMatch(/已由第 2 版取代（[^）]*更正期程/);
});

describe('a witness', () => {
  let address: string;
  beforeAll(async () => {
    await house.server.listen({ port: 0, host: '127.0.0.1' });
    address = `http://127.0.0.1:${(house.server.server.address() as AddressInfo).port}`;
  });
  const cosign = (...more: string[]) =>
    run(['cosign', address, '--key', at('witness.key'), ...more], alone, '2026-03-01T00:00:00Z');

  test('cosigns, keeps what it saw, and cosigns again only what grew out of it', async () => {
    const first = await cosign('--name', 'audit.example/w1', '--out', at('cosigned.txt'));
    expect(first.code, first.err).toBe(0);
    const vkey = first.err.split('\n')[0] ?? '';
    expect(vkey).toMatch(/^audit\.example\/w1\+/);
    await house.store.office.addAgency({ id: 'new', name: '新署', parent: 'ministry' }, house.now);
    await house.store.office.administer([{ kind: 'account-deactivated', id: house.idOf('nobody') }], {
      actor: 'operator',
      role: 'operator',
      at: house.now,
    });
    await house.store.log.signNow(house.now);
    const second = await cosign();
    expect(second.code, second.err).toBe(0);
    expect(second.err).toContain('stand unchanged');
    // Its note under a proof says who saw it, and when.
    const proof = readFileSync(at('form.pdf.tlog-proof'), 'utf8');
    const cosigned = readFileSync(at('cosigned.txt'), 'utf8');
    writeFileSync(at('cosigned.tlog-proof'), `${proof.slice(0, proof.indexOf('\n\n') + 2)}${cosigned}`);
    const verified = await run(
      ['verify', at('form.pdf'), '--proof', at('cosigned.tlog-proof'), '--key', at('log.vkey'), '--witness', vkey],
      alone,
    );
    expect(verified.out).toContain('cosigned: audit.example/w1, 2026-03-01T00:00:00.000Z');
    expect((await byRecord(['fsck', '--checkpoint', at('cosigned.txt')])).code).toBe(0);
  });

  test('signs nothing of a log that went back, is cut short, or was rewritten', async () => {
    const seen = readFileSync(at('cosigned.txt'), 'utf8');
    await statement(house.env.DATABASE_URL, 'alter table guankao.log_tiles disable trigger all');
    const spoil = `update guankao.log_tiles set hashes = set_byte(hashes, 3, get_byte(hashes, 3) # 1) where level = 0`;
    await statement(house.env.DATABASE_URL, spoil);
    expect((await cosign()).err).toContain('do not give the head');
    await statement(house.env.DATABASE_URL, spoil);
    await statement(
      house.env.DATABASE_URL,
      'update guankao.log_tiles set hashes = substr(hashes, 1, 96) where level = 0',
    );
    expect((await cosign()).err).toContain('cut short');
    expect(readFileSync(at('cosigned.txt'), 'utf8')).toBe(seen);
  });
});
