import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mayImport, notInBrowser, runsInBrowser } from './imports.ts';

const packages = join(import.meta.dirname, '../../packages');

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [
    ...code.matchAll(
      /(?:^|\s)(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const rooms = readdirSync(packages, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test('every room is in the table', () => {
  expect(rooms.toSorted()).toEqual(Object.keys(mayImport).toSorted());
});

describe.each(rooms)('%s', (room) => {
  const files = sources(join(packages, room, 'src'));

  test('imports only the rooms it may', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .flatMap((name) => /^@guankao\/([a-z]+)/.exec(name)?.[1] ?? [])
        .filter((other) => other !== room && !mayImport[room]?.includes(other))
        .map((other) => `${relative(packages, file)} imports ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('reaches into no other room by path', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.') && !join(file, '..', name).startsWith(join(packages, room)))
        .map((name) => `${relative(packages, file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

test.each(runsInBrowser)('%s touches nothing that a browser lacks', (room) => {
  const wrong = sources(join(packages, room, 'src'))
    .filter((file) => !relative(packages, file).includes('/node/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => notInBrowser.test(name))
        .map((name) => `${relative(packages, file)} imports ${name}`),
    );
  expect(wrong).toEqual([]);
});
