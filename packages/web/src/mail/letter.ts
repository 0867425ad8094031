import type { Locale } from '../words/words.ts';

/** What a mail says, for both of its forms: text and HTML are made of the same. */
export interface Letter {
  readonly locale: Locale;
  readonly subject: string;
  /** The first line, under the subject. */
  readonly lead: string;
  readonly parts: readonly LetterPart[];
  /** Small, at the end: why it came, how it is stopped. */
  readonly foot: readonly LetterLine[];
}

interface LetterPart {
  /** null: none. */
  readonly heading: string | null;
  readonly lines: readonly LetterLine[];
}

interface LetterLine {
  readonly text: string;
  /** `https://…`; null: it leads nowhere. */
  readonly href: string | null;
}

export function textOfLetter({ lead, parts, foot }: Letter): string {
  const lineOf = ({ text, href }: LetterLine) => (href === null ? text : `${text}\n  ${href}`);
  const bodies = parts.map(({ heading, lines }) =>
    [...(heading === null ? [] : [`■ ${heading}`]), ...lines.map(lineOf)].join('\n'),
  );
  return `${[lead, ...bodies, `-- \n${foot.map(lineOf).join('\n')}`].join('\n\n')}\n`;
}

/** Programs that show mail take style from attributes only, and load nothing. */
export function htmlOfLetter({ locale, subject, lead, parts, foot }: Letter): string {
  const lineOf = ({ text, href }: LetterLine) =>
    href === null ? escaped(text) : `<a href="${escaped(href)}" style="color:#0b5a8a">${escaped(text)}</a>`;
  const bodies = parts.map(
    ({ heading, lines }) =>
      `${heading === null ? '' : `<h2 style="font-size:16px;margin:24px 0 8px">${escaped(heading)}</h2>`}<ul style="margin:0;padding:0 0 0 20px">${lines
        .map((line) => `<li style="margin:0 0 6px">${lineOf(line)}</li>`)
        .join('')}</ul>`,
  );
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(subject)}</title></head><body style="margin:0;padding:24px;background:#ffffff;color:#1b1b1b;font-family:sans-serif;font-size:15px;line-height:1.6"><div style="max-width:640px;margin:0 auto"><h1 style="font-size:19px;margin:0 0 12px">${escaped(subject)}</h1><p style="margin:0 0 16px">${escaped(lead)}</p>${bodies.join('')}<div style="margin:28px 0 0;padding:12px 0 0;border-top:1px solid #c9c9c9;color:#595959;font-size:13px">${foot
    .map((line) => `<p style="margin:0 0 6px">${lineOf(line)}</p>`)
    .join('')}</div></div></body></html>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
