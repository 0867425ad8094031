import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerAssets } from './site-assets.ts';

const built = mkdtempSync(join(tmpdir(), 'guankao-built-'));

beforeAll(() => {
  mkdirSync(join(built, 'browser'));
  mkdirSync(join(built, 'fonts'));
  for (const name of ['workbench.js', 'grid.js', 'date-field.js', 'verify.js', 'compare.js'])
    writeFileSync(join(built, 'browser', name), '1');
  writeFileSync(join(built, 'guankao-check.html'), '<!doctype html>');
  writeFileSync(join(built, 'fonts/fonts.css'), '@font-face{src:url(one.woff2)}');
  writeFileSync(join(built, 'fonts/fonts.css.br'), 'packed');
  writeFileSync(join(built, 'fonts/one.woff2'), 'glyphs');
});
afterAll(() => rmSync(built, { recursive: true }));

test('what was built comes under addresses that hold its hash, to be kept for ever, the fonts beside their style sheet', async () => {
  const server = fastify();
  const { workbench = '', grid = '', dateField = '', compare = '', fonts = '' } = await registerAssets(server, built);
  expect(fonts).toMatch(/^\/assets\/fonts\/[0-9a-f]{12}\/fonts\.css$/);
  for (const path of [workbench, grid, dateField, compare, fonts]) {
    const { statusCode, headers } = await server.inject(path);
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  }
  const font = await server.inject(fonts.replace('fonts.css', 'one.woff2'));
  expect([font.headers['content-type'], font.body]).toEqual(['font/woff2', 'glyphs']);
  const packed = await server.inject({ url: fonts, headers: { 'accept-encoding': 'br' } });
  expect([packed.headers['content-encoding'], packed.body]).toEqual(['br', 'packed']);
});

test('the one file for a desktop is given as a file, never shown on this site', async () => {
  const server = fastify();
  const { desk = '' } = await registerAssets(server, built);
  const { body, headers } = await server.inject(desk);
  expect([body, headers['content-disposition']]).toEqual([
    '<!doctype html>',
    'attachment; filename="guankao-check.html"',
  ]);
});

test('without a build, pages have style and script, and the reader’s own fonts', async () => {
  expect(Object.keys(await registerAssets(fastify()))).toEqual(['style', 'script']);
});
