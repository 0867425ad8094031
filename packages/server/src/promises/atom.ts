import { escapeXml } from '@guankao/forms';
import { addresses, inLocale, promiseWords, type Locale, type PromiseLine } from '@guankao/web';

/** A reader of feeds asks often, and wants what is new. */
const mostEntries = 200;

export interface FeedOf {
  readonly locale: Locale;
  readonly origin: string;
  /** Of the page that it is the feed of, with its conditions, without the language’s prefix. */
  readonly page: string;
  /** Of the feed itself. */
  readonly self: string;
}

/** An Atom feed (RFC 4287) of promises, the newest first: by when its edition, or the one that answers it, was published. */
export function atomFeed(lines: readonly PromiseLine[], { locale, origin, page, self }: FeedOf): string {
  const words = promiseWords(locale);
  const newest = lines.toSorted((a, b) => changedAt(b) - changedAt(a)).slice(0, mostEntries);
  const address = (path: string): string => escapeXml(`${origin}${inLocale(path, locale)}`);
  const entries = newest.map((line) => {
    const answer = line.answer === null ? '' : `\n${words.later}：「${line.answer.text}」`;
    return `<entry>
<id>${escapeXml(`${origin}${addresses.promise(line, null)}`)}</id>
<title>${escapeXml(`${words.dueIn(line.due)} ${line.plan.name}`)}</title>
<link rel="alternate" href="${address(addresses.promise(line))}"/>
<updated>${new Date(changedAt(line)).toISOString()}</updated>
<author><name>${escapeXml(line.filing.agency ?? words.noAgency)}</name></author>
<category term="${line.state}" label="${escapeXml(words.stateName[line.state])}"/>
<content type="text">${escapeXml(`${line.about === null ? '' : `「${line.about}」`}「${line.text}」\n${words.stateName[line.state]}：${words.why(line)}${answer}\n${words.cited(line)}`)}</content>
</entry>`;
  });
  const updated = newest[0] === undefined ? new Date(0) : new Date(changedAt(newest[0]));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${escapeXml(`${origin}${page}`)}</id>
<title>${escapeXml(`${words.title}｜${words.siteName}`)}</title>
<link rel="self" type="application/atom+xml" href="${address(self)}"/>
<link rel="alternate" type="text/html" href="${address(page)}"/>
<updated>${updated.toISOString()}</updated>
<generator>Guankao</generator>
${entries.join('\n')}
</feed>
`;
}

/** Milliseconds since 1970: what is said of a promise changes with its own edition and with the one that answers it. */
function changedAt({ publishedAt, answer }: PromiseLine): number {
  return Math.max(Date.parse(publishedAt), answer === null ? 0 : Date.parse(answer.publishedAt));
}
