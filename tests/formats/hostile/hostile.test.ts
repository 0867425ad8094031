import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtChild } from '../../built-child.ts';
import { attacks } from './attacks.ts';
import { filesWithoutEnd } from './without-end.ts';

interface Told {
  readonly refusal: string | null;
  readonly notices: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
}

/** A machine that does other work as well counts more of it as ours. */
const mostSeconds = 3;
const mostMegabytes = 500;

let child: Awaited<ReturnType<typeof builtChild>>;
const folder = mkdtempSync(join(tmpdir(), 'guankao-hostile-'));
beforeAll(async () => {
  child = await builtChild('tests/formats/hostile/child.ts');
});
afterAll(() => {
  child.remove();
  rmSync(folder, { recursive: true });
});

function readInChild(path: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const reader = fork(child.program, [path], { stdio: 'ignore' });
    const timer = setTimeout(() => reader.kill('SIGKILL'), 60_000);
    reader.on('message', (told: Told) => resolve(told));
    reader.on('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`ended without a word: ${code ?? signal}`));
    });
  });
}

async function readAs(name: string, bytes: Uint8Array): Promise<Told> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const told = await readInChild(path);
  rmSync(path);
  return told;
}

describe('a file that is made to take the reader’s time or memory ends soon, and is told', () => {
  test.each(attacks)('$name', async ({ name, bytes, notice }) => {
    const told = await readAs(name, bytes());
    if (notice === undefined) expect(told.refusal).toBe('file-too-large');
    else expect(told).toMatchObject({ refusal: null, notices: expect.arrayContaining([notice]) });
    expect(told.seconds).toBeLessThan(mostSeconds);
    expect(told.megabytes).toBeLessThan(mostMegabytes);
  });
});

describe('a file in which a reader could go on without end is read in a moment, or refused', () => {
  test.each(filesWithoutEnd)('$name', async ({ name, bytes, refusal }) => {
    const told = await readAs(name, bytes());
    expect(told.refusal).toBe(refusal);
    expect(told.seconds).toBeLessThan(2 * mostSeconds);
    expect(told.megabytes).toBeLessThan(mostMegabytes);
  });
});
