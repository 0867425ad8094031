import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmptyHouse } from '../ministry-year/empty-house.ts';
import { playYear } from '../ministry-year/play.ts';

/** English sentences have English marks: a full-width one stands only in what is quoted in Chinese. */

type House = Awaited<ReturnType<typeof openEmptyHouse>>;
let house: House;
const sessions = new Map<string, string>();

beforeAll(async () => {
  house = await openEmptyHouse();
  await playYear(house, { agencies: 2, plans: 3, months: 3 });
  for (const login of ['admin', 'compiler', 'accountant', 'officer-1', 'supervisor-1']) {
    const body = { login, password: 'four unrelated words here' };
    sessions.set(login, (await send('POST', '/api/sessions', body)).token);
  }
}, 240_000);
afterAll(() => house.close());

async function send(method: string, url: string, body: object, login?: string) {
  const session = login === undefined ? {} : { authorization: `Bearer ${sessions.get(login)}` };
  const { status, bytes } = await house.carry({
    method,
    url,
    headers: { 'content-type': 'application/json', ...session },
    body,
  });
  expect(status, bytes.toString()).toBeLessThan(300);
  return JSON.parse(bytes.toString());
}

const mostPages = 250;
const anyMark = /[，；：、（）「」『』。　]/u;

/** Of a text in which some is marked as Chinese: marks that part our words, also where they were taken for Chinese. */
function faultsIn(html: string): readonly string[] {
  const document = parseHTML(html).document as unknown as Document;
  const found: string[] = [];
  const look = (element: Element, isChinese: boolean): void => {
    const lang = element.getAttribute('lang');
    const inside = lang === null ? isChinese : lang.startsWith('zh');
    if (/^(?:script|style)$/i.test(element.tagName)) return;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      found.push(...faultsInWords(element.getAttribute(name) ?? ''));
    for (const child of element.childNodes)
      if (child.nodeType === 1) look(child as Element, inside);
      else if (child.nodeType === 3 && !inside && anyMark.test(child.textContent ?? ''))
        found.push(child.textContent ?? '');
    if (lang !== null && inside && !isChinese) found.push(...faultsAtEdge(element));
  };
  look(document.documentElement, false);
  return found;
}

/** What parts English words from others: Row：海岸. */
const faultsInWords = (text: string): readonly string[] =>
  /[A-Za-z0-9.)]\s?[，；：、（）「」。　]|[，；：、（）「。　]\s?[A-Za-z]{2}/u.test(text) ? [text] : [];

/** A stretch of Chinese that begins with what ends a word of ours, or ends with what goes on in one. */
function faultsAtEdge({ textContent, tagName }: Element): readonly string[] {
  if (/^(?:textarea|option)$/i.test(tagName)) return [];
  const text = textContent ?? '';
  return /^[，；：、）」。　]|[，；：、（「　]$/u.test(text) || (text.startsWith('（') && !/^（[^）]*）./u.test(text))
    ? [text]
    : [];
}

test.each(['admin', 'compiler', 'accountant', 'officer-1', 'supervisor-1'])('what %s reaches', async (login) => {
  const waiting = ['/en/office'];
  const seen = new Set<string>();
  const faults: string[] = [];
  for (let url = waiting.shift(); url !== undefined && seen.size < mostPages; url = waiting.shift()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const headers = { cookie: `guankao_session=${sessions.get(login)}` };
    const { status, bytes, headers: told } = await house.carry({ method: 'GET', url, headers });
    if (status !== 200 || !String(told['content-type']).includes('html')) continue;
    const html = bytes.toString();
    faults.push(...faultsIn(html).map((text) => `${decodeURI(url)}: ${text.trim().slice(0, 80)}`));
    waiting.push(...[...html.matchAll(/ href="(\/en\/office(?:\/[^"#?]*)?)/g)].map(([, link = '']) => link));
  }
  expect(faults).toEqual([]);
  expect(seen.size).toBeGreaterThan(login === 'admin' ? 5 : 10);
});
