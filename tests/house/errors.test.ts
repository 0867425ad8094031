import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { main, type Terminal } from '@guankao/cli';
import { Refusal, type Message } from '@guankao/domain';
import { read, type Reading } from '@guankao/reading';
import { errorsFolder, gallery, page, refusalsIn, type Gallery, type RefusalInCode } from './errors.ts';

const root = join(import.meta.dirname, '../..');
const entries: Gallery = gallery();
const said = new Map<string, Message>();

async function outcomeOf(file: string): Promise<Reading | Refusal> {
  try {
    return (await read({ name: file, bytes: readFileSync(join(errorsFolder, 'files', file)) })).reading;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What a command line prints, with its exit code. */
async function ran(argv: readonly string[], lang: keyof Message): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const world: Omit<Terminal, 'lang'> = {
    env: { LANG: lang === 'en' ? 'en_GB.UTF-8' : 'zh_TW.UTF-8' },
    cwd: root,
    width: 100,
    live: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    stdin: async () => new Uint8Array(),
    now: () => new Date('2026-11-22T00:00:00Z'),
  };
  const code = await main(argv, world);
  return { code, out, err };
}

/** Every refusal in the packages, once an id and message, in order of id. */
function refusalsInCode(): readonly RefusalInCode[] {
  const packages = join(root, 'packages');
  const sources = readdirSync(packages, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('node_modules') && !/\.test\.tsx?$/.test(file),
  );
  const all = sources.flatMap((file) => refusalsIn(readFileSync(join(packages, file), 'utf8')));
  const once = new Map(all.map((refusal) => [refusal.id + refusal.message.en, refusal]));
  return [...once.values()].toSorted((a, b) => compare(a.id, b.id) || compare(a.message.en, b.message.en));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

beforeAll(() => process.chdir(root));

describe('files', () => {
  test('each file of the folder is in the gallery, once', () => {
    expect(readdirSync(join(errorsFolder, 'files')).toSorted()).toEqual(
      entries.files.map(({ file }) => file).toSorted(),
    );
  });

  test.each(entries.files.filter((entry) => entry.refused !== undefined))(
    '$file is refused: $refused',
    async ({ file, refused }) => {
      const outcome = await outcomeOf(file);
      if (!(outcome instanceof Refusal)) throw new Error(`${file} was read, with ${outcome.plans.length} plans`);
      expect(outcome.id).toBe(refused);
      expect(outcome.inBothLanguages['zh-Hant']).toContain(file);
      expect(outcome.inBothLanguages.en).toContain(file);
      said.set(file, outcome.inBothLanguages);
    },
  );

  test.each(entries.files.filter((entry) => entry.read !== undefined))(
    '$file is read',
    async ({ file, read: wanted }) => {
      const outcome = await outcomeOf(file);
      if (outcome instanceof Refusal) throw new Error(`${file} was refused: ${outcome.message}`);
      expect(outcome.plans.length).toBe(wanted?.plans);
      expect(blankBut(outcome)).toBe('');
    },
  );

  test('left pages alone bring no reproach for what their right pages would have said', async () => {
    const outcome = await outcomeOf('left-pages-only.txt');
    if (outcome instanceof Refusal) throw outcome;
    expect(outcome.findings.filter(({ category }) => category === 'target' || category === 'contradiction')).toEqual(
      [],
    );
  });

  test.each(['big5.txt', 'utf-16le.txt', 'utf-16be-no-mark.txt'])('%s reads as its UTF-8 twin does', async (file) => {
    const [one, other] = [await outcomeOf(file), await outcomeOf('utf-8-mark.txt')];
    if (one instanceof Refusal || other instanceof Refusal) throw new Error('refused');
    expect(one.document.text).toBe(other.document.text);
    expect(one.plans).toEqual(other.plans);
    expect(one.findings).toEqual(other.findings);
  });
});

/** The characters that are in no plan, no furniture and no unread stretch: there should be none. */
function blankBut({ document, plans, furniture, unread }: Reading): string {
  const left = [...document.text];
  const units = document.text.split('');
  for (const { start, end } of [...plans.flatMap((plan) => plan.spans), ...furniture, ...unread])
    units.fill('', start, end);
  expect(left.length).toBeGreaterThan(0);
  return units.join('').replace(/\s+/g, '');
}

describe('command lines', () => {
  test.each(entries.commands)('$run is refused: $id', async ({ id, run }) => {
    const zh = await ran(run, 'zh-Hant');
    const en = await ran(run, 'en');
    for (const { code, out, err } of [zh, en]) {
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/^guankao: /);
      expect(err).not.toMatch(/\n\s+at /);
    }
    expect(en.err).not.toBe(zh.err);
    said.set(id, { 'zh-Hant': withoutName(zh.err), en: withoutName(en.err) });
  });
});

function withoutName(message: string): string {
  return message.replace(/^guankao: /, '');
}

test('every refusal is said in both languages', () => {
  const refusals = refusalsInCode();
  expect(refusals.length).toBeGreaterThan(40);
  for (const { id, message } of refusals) {
    expect(message['zh-Hant'], id).toMatch(/[\u4e00-\u9fff]/);
    expect(message.en, id).toMatch(/[a-z]{3}/);
    // A word of the form may be quoted in the English one.
    expect(message.en.replace(/[\u4e00-\u9fff]/g, '').length, id).toBeGreaterThan(message.en.length * 0.7);
  }
});

test('the gallery names only refusals that the code has', () => {
  const ids = new Set(refusalsInCode().map(({ id }) => id));
  const told = [...entries.files.flatMap(({ refused }) => refused ?? []), ...entries.commands.map(({ id }) => id)];
  expect(told.filter((id) => !ids.has(id))).toEqual([]);
});

test('README.md says what the gallery, the program and the code say', async () => {
  await expect(page(entries, said, refusalsInCode())).toMatchFileSnapshot(join(errorsFolder, 'README.md'));
});
