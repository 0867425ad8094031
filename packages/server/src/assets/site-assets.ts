import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { enhance, officeCss, siteCss, type Assets } from '@guankao/web';

const families = ['noto-sans-tc', 'noto-serif-tc'] as const;
const forever = 'public, max-age=31536000, immutable';

/** A square of ink with the half-met sign: the site in a browser’s tab. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1c1a16"/><circle cx="16" cy="16" r="8.5" fill="none" stroke="#fbf9f3" stroke-width="2.5"/><path d="M16 7.5a8.5 8.5 0 0 0 0 17Z" fill="#fbf9f3"/></svg>';

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

/** Serves style, script and fonts, each under an address that changes with its content. */
export async function registerAssets(server: FastifyInstance, browserFolder?: string): Promise<Assets> {
  const fonts = families.map(fontFamily);
  const style = hashed('site', 'css', 'text/css; charset=utf-8', `${siteCss}\n${officeCss}`);
  const fontStyle = hashed('fonts', 'css', 'text/css; charset=utf-8', fonts.map((font) => font.css).join('\n'));
  const script = hashed('site', 'js', 'text/javascript; charset=utf-8', `(${enhance.toString()})();`);
  const built =
    browserFolder === undefined
      ? {}
      : { workbench: builtScript(browserFolder, 'workbench'), dateField: builtScript(browserFolder, 'date-field') };
  for (const asset of [style, fontStyle, script, ...Object.values(built)]) serve(server, asset, forever);
  serve(server, { path: '/assets/icon.svg', type: 'image/svg+xml', body: icon }, 'public, max-age=86400');
  for (const [index, font] of fonts.entries()) {
    await server.register(staticFiles, {
      root: font.folder,
      prefix: font.prefix,
      decorateReply: index === 0,
      immutable: true,
      maxAge: '365d',
      index: false,
      schemaHide: true,
    });
  }
  return {
    style: style.path,
    fonts: fontStyle.path,
    script: script.path,
    ...Object.fromEntries(Object.entries(built).map(([name, { path }]) => [name, path])),
  };
}

function builtScript(folder: string, name: string): Asset {
  return hashed(name, 'js', 'text/javascript; charset=utf-8', readFileSync(join(folder, `${name}.js`), 'utf8'));
}

function hashed(name: string, ending: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${ending}`, type, body };
}

function serve(server: FastifyInstance, { path, type, body }: Asset, caching: string): void {
  server.get(path, { schema: { hide: true } }, (_request, reply) =>
    reply.type(type).header('cache-control', caching).send(body),
  );
}

interface FontFamily {
  readonly folder: string;
  readonly prefix: string;
  readonly css: string;
}

/** The family’s slices by Unicode range, found where npm put them, in the checkout or in a packed install. */
function fontFamily(family: (typeof families)[number]): FontFamily {
  const manifest = createRequire(import.meta.url).resolve(`@fontsource-variable/${family}/package.json`);
  const folder = dirname(manifest);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const prefix = `/assets/fonts/${family}/${version}/`;
  const css = readFileSync(join(folder, 'index.css'), 'utf8').replaceAll('./files/', prefix);
  return { folder: join(folder, 'files'), prefix, css };
}
