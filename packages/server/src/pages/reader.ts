import type { FastifyRequest } from 'fastify';
import type { Locale, Reader, Theme } from '@guankao/web';
import { asOfIn } from '../as-of/as-of.ts';
import { dayOf } from '../as-of/asked.ts';
import { readCookie } from '../edge/cookies.ts';
import { originOf } from '../edge/origin.ts';
import type { Site } from './site.ts';

/** What the language of a request is: English pages stand under `/en`. */
export function localeOf(url: string): Locale {
  return /^\/en(?:[/?]|$)/.test(url) ? 'en' : 'zh-Hant';
}

/** Whom the page is made for. The path is kept as it came, still percent-encoded. */
export function readerOf(request: FastifyRequest, { assets, hasOffice, hasLog, clock }: Site): Reader {
  const asOf = asOfIn(request);
  const locale = localeOf(request.url);
  const bare = locale === 'en' ? request.url.slice('/en'.length) : request.url;
  return {
    locale,
    theme: themeOf(readCookie(request, 'theme')),
    path: bare.startsWith('/') ? bare : `/${bare}`,
    origin: originOf(request),
    assets,
    hasOffice,
    hasLog,
    today: dayOf(clock()),
    ...(asOf === null ? {} : { asOf: { ...asOf, position: asOf.position.number, at: asOf.position.at } }),
  };
}

function themeOf(cookie: string | undefined): Theme | null {
  return cookie === 'light' || cookie === 'dark' ? cookie : null;
}

/** A path of this site and nothing else: an address to return to comes from the outside. */
export function localPath(path: string | undefined): string | null {
  if (path === undefined || !/^\/(?![/\\])[^\s\\]*$/.test(path)) return null;
  return path;
}
