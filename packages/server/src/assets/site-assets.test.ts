import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerAssets } from './site-assets.ts';

const built = mkdtempSync(join(tmpdir(), 'guankao-built-'));

const face = (family: string, code: string): string =>
  `@font-face{font-family:'${family}';font-weight:400;src:url(one.woff2);unicode-range:U+${code}}`;

beforeAll(() => {
  mkdirSync(join(built, 'browser'));
  mkdirSync(join(built, 'fonts'));
  for (const name of ['workbench.js', 'grid.js', 'grid-check.js', 'date-field.js', 'verify.js', 'compare.js'])
    writeFileSync(join(built, 'browser', name), '1');
  writeFileSync(join(built, 'guankao-check.html'), '<!doctype html>');
  writeFileSync(join(built, 'fonts/fonts.css'), `${face('Guankao Text', '4e00')}\n${face('Guankao Title', '4e01')}\n`);
  writeFileSync(join(built, 'fonts/fonts.css.br'), 'packed');
  writeFileSync(join(built, 'fonts/one.woff2'), 'glyphs');
});
afterAll(() => rmSync(built, { recursive: true }));

test('what was built comes under addresses that hold its hash, to be kept for ever, the fonts beside their style sheet', async () => {
  const server = fastify();
  const {
    workbench = '',
    grid = '',
    gridCheck = '',
    dateField = '',
    compare = '',
    ...assets
  } = await registerAssets(server, built);
  const fonts = assets.fonts?.whole ?? '';
  expect(fonts).toMatch(/^\/assets\/fonts\/[0-9a-f]{12}\/fonts\.css$/);
  for (const path of [workbench, grid, gridCheck, dateField, compare, fonts]) {
    const { statusCode, headers } = await server.inject(path);
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  }
  const font = await server.inject(fonts.replace('fonts.css', 'one.woff2'));
  expect([font.headers['content-type'], font.body]).toEqual(['font/woff2', 'glyphs']);
  const packed = await server.inject({ url: fonts, headers: { 'accept-encoding': 'br' } });
  expect([packed.headers['content-encoding'], packed.body]).toEqual(['br', 'packed']);
});

test('a page’s own style sheet of fonts names the faces of its characters, and is kept for ever, too', async () => {
  const server = fastify();
  const { fonts } = await registerAssets(server, built);
  const address = fonts?.of?.('<h1>一</h1>') ?? '';
  const { body, headers } = await server.inject(address);
  expect([body, headers['content-type'], headers['cache-control']]).toEqual([
    `${face('Guankao Text', '4e00')}\n`,
    'text/css; charset=utf-8',
    'public, max-age=31536000, immutable',
  ]);
  expect((await server.inject(address.replace(/=.*/, '=<b>'))).statusCode).toBe(400);
});

test('style and script come as small as they can be pressed, to whoever can unpress them', async () => {
  const server = fastify();
  const { style } = await registerAssets(server);
  const plain = await server.inject(style);
  const pressed = await server.inject({ url: style, headers: { 'accept-encoding': 'gzip, br' } });
  expect([plain.headers['content-encoding'], pressed.headers['content-encoding']]).toEqual([undefined, 'br']);
  expect(brotliDecompressSync(pressed.rawPayload).toString()).toBe(plain.body);
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
