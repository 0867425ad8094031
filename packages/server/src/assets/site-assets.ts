import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import staticFiles from '@fastify/static';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { PageFonts } from '@guankao/fonts';
import { enhance, officeCss, siteCss, type Assets, type FontSheets } from '@guankao/web';

const press = promisify<string, Buffer>(brotliCompress);
const forever = 'public, max-age=31536000, immutable';

/** A square of ink with the half-met sign: the site in a browser’s tab. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1c1a16"/><circle cx="16" cy="16" r="8.5" fill="none" stroke="#fbf9f3" stroke-width="2.5"/><path d="M16 7.5a8.5 8.5 0 0 0 0 17Z" fill="#fbf9f3"/></svg>';

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

/**
 * Serves style, script and fonts, each under an address that changes with its content.
 * `builtFolder` is where the build put what the browser runs (`browser/`) and its fonts (`fonts/`); without it the pages
 * have neither.
 */
export async function registerAssets(server: FastifyInstance, builtFolder?: string): Promise<Assets> {
  const style = hashed('site', 'css', 'text/css; charset=utf-8', `${siteCss}\n${officeCss}`);
  const script = hashed('site', 'js', 'text/javascript; charset=utf-8', `(${enhance.toString()})();`);
  for (const asset of [style, script]) serve(server, asset, forever);
  serve(server, { path: '/assets/icon.svg', type: 'image/svg+xml', body: icon }, 'public, max-age=86400');
  const built = builtFolder === undefined ? {} : await registerBuilt(server, builtFolder);
  return { style: style.path, script: script.path, ...built };
}

async function registerBuilt(server: FastifyInstance, folder: string): Promise<Partial<Assets>> {
  const workbench = builtScript(folder, 'workbench');
  const dateField = builtScript(folder, 'date-field');
  const grid = builtScript(folder, 'grid');
  const gridCheck = builtScript(folder, 'grid-check');
  const verify = builtScript(folder, 'verify');
  const compare = builtScript(folder, 'compare');
  for (const script of [workbench, dateField, grid, gridCheck, verify, compare]) serve(server, script, forever);
  return {
    workbench: workbench.path,
    dateField: dateField.path,
    grid: grid.path,
    gridCheck: gridCheck.path,
    verify: verify.path,
    compare: compare.path,
    fonts: await registerFonts(server, folder),
    desk: offerDesk(server, folder),
  };
}

/** To be kept on a desktop and opened from there: it is given as a file and never run on this site. */
function offerDesk(server: FastifyInstance, folder: string): string {
  const path = '/guankao-check.html';
  const body = readFileSync(join(folder, 'guankao-check.html'));
  server.get(path, { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', 'attachment; filename="guankao-check.html"')
      .header('cache-control', 'public, max-age=3600')
      .send(body),
  );
  return path;
}

/** The style sheet of the fonts names the files beside it: all are served below one address. */
async function registerFonts(server: FastifyInstance, folder: string): Promise<FontSheets> {
  const root = join(folder, 'fonts');
  const whole = readFileSync(join(root, 'fonts.css'), 'utf8');
  const prefix = `/assets/fonts/${hashOf(whole)}/`;
  await server.register(staticFiles, {
    root,
    prefix,
    preCompressed: true,
    dotfiles: 'ignore',
    immutable: true,
    maxAge: '365d',
    index: false,
    schemaHide: true,
  });
  const pageFonts = new PageFonts(whole);
  server.get<{ Querystring: Static<typeof SetOfFaces> }>(
    `${prefix}page.css`,
    { schema: { hide: true, querystring: SetOfFaces } },
    (request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', forever)
        .send(pageFonts.styleOf(request.query.faces)),
  );
  return { whole: `${prefix}fonts.css`, of: (html) => `${prefix}page.css?faces=${pageFonts.setOf(html)}` };
}

/** As PageFonts writes it. */
const SetOfFaces = Type.Object({ faces: Type.String({ pattern: '^[A-Za-z0-9_-]{0,1000}$' }) });

function builtScript(folder: string, name: string): Asset {
  const body = readFileSync(join(folder, 'browser', `${name}.js`), 'utf8');
  return hashed(name, 'js', 'text/javascript; charset=utf-8', body);
}

function hashed(name: string, ending: string, type: string, body: string): Asset {
  return { path: `/assets/${name}.${hashOf(body)}.${ending}`, type, body };
}

function hashOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 12);
}

/** Pressed as small as it goes, once: every page waits for its style. */
function serve(server: FastifyInstance, { path, type, body }: Asset, caching: string): void {
  let pressed: Promise<Buffer> | undefined;
  server.get(path, { schema: { hide: true } }, async (request, reply) => {
    reply.type(type).header('cache-control', caching).header('vary', 'accept-encoding');
    if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(body);
    pressed ??= press(body);
    return reply.header('content-encoding', 'br').send(await pressed);
  });
}
