import { read } from '@guankao/reading';
import type { House } from './house.ts';

export interface Crawled {
  readonly url: string;
  readonly contentType: string;
  /** Everything that a reader can find in it: of a file its text, of a page its source. */
  readonly text: string;
}

const starts = ['/', '/en', '/about', '/plans', '/filings', '/rules', '/check', '/compare', '/import', '/office'];
const readable = ['pdf', 'ods', 'odt', 'xlsx'];
const mostPages = 1_500;

/** All that somebody who has not signed in can reach by links and by the GET addresses of the API. */
export async function crawl(house: House): Promise<readonly Crawled[]> {
  const seen = new Map<string, Crawled>();
  const waiting = [...starts, ...(await apiAddresses(house))];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (seen.has(url) || seen.size >= mostPages) continue;
    const answer = await house.page(null, decodeURI(url));
    const contentType = String(answer.headers['content-type'] ?? '');
    const text = await textOf(url, answer);
    seen.set(url, { url, contentType, text });
    if (answer.status === 200 && contentType.includes('html')) waiting.push(...linksIn(answer.body, url));
  }
  if (seen.size >= mostPages) throw new Error('there is more than is looked at');
  return [...seen.values()];
}

async function textOf(url: string, { status, body, bytes }: Awaited<ReturnType<House['page']>>): Promise<string> {
  const kind = /\.(\w+)(?:\?|$)/.exec(url)?.[1] ?? '';
  if (status !== 200 || !readable.includes(kind)) return body;
  return (await read({ name: `form.${kind}`, bytes: new Uint8Array(bytes) })).document.text;
}

function linksIn(html: string, from: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src|action)="([^"#]+)/g)].flatMap(([, link = '']) => {
    const url = new URL(link.replaceAll('&amp;', '&'), `http://localhost${from}`);
    // Style, scripts and fonts are the program's own.
    const own = url.hostname === 'localhost' && !/^\/(?:en\/)?(?:assets|theme)/.test(url.pathname);
    // The same text with other words marked, and the same rows in another order or by two filters at once.
    const again = /[?&](?:sort|down|page|span)=/.test(url.search) || url.searchParams.size > 1;
    return own && !again ? [url.pathname + url.search] : [];
  });
}

/** Each GET of /openapi.json, for every filing and plan that is public. */
async function apiAddresses(house: House): Promise<readonly string[]> {
  const { paths } = (await house.ask(null, 'GET', '/openapi.json')).json();
  const filings = (await house.store.catalogue.filings()).map(({ id }) => id);
  const plans = (await house.store.catalogue.plans({ size: 2_000 })).rows.map(({ id }) => id);
  const editions = (await house.store.catalogue.filings()).flatMap(({ editions: list }) => list);
  const fill = (path: string): readonly string[] => {
    if (path.includes('{format}'))
      return [...readable, 'csv', 'json'].flatMap((format) => fill(path.replace('{format}', format)));
    if (path.includes('{sha256}')) return editions.flatMap(({ sha256 }) => fill(path.replace('{sha256}', sha256)));
    if (!path.includes('{')) return [path];
    const ids = path.startsWith('/api/plans') || path.startsWith('/api/rows') ? plans : filings;
    return ids.map((id) => encodeURI(path.replace(/\{\w+\}/, id)));
  };
  return Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    'get' in methods ? fill(path) : [],
  );
}
