import { Refusal, type Document } from '@guankao/domain';
import { tooLarge } from '../build/refusals.ts';
import type { SourceFile } from '../reader.ts';
import { readers } from '../readers.ts';

/** A mail that was saved as a file (.eml), opened. */
export interface OpenedMail {
  /** As they stand in its head; empty where they do not. */
  readonly from: string;
  readonly subject: string;
  /** ISO; null where its head names no day that can be read. */
  readonly sent: string | null;
  /** What is written in it; of one that is HTML only, without its marks. */
  readonly text: string;
  /** false: there is more of it, or its marks could not be made out. */
  readonly isWhole: boolean;
  /** What is written in it as a document, where there is a table in it; else null. */
  readonly tables: Document | null;
  readonly files: readonly SourceFile[];
  /** Pictures that its text shows, such as a signature's. */
  readonly pictures: number;
}

/** Of one mail. */
const most = { files: 200, parts: 1_000, head: 256 * 1024, text: 20_000 } as const;

/** How much of a file is looked at to tell a mail. */
const beginning = 64 * 1024;
const line = /^([!-9;-~]+):[ \t]?(.*)$/;
const oftenInHeads = ['received', 'date', 'subject', 'to', 'message-id', 'mime-version', 'content-type'];

/** A head as mails have it, who sent it among its lines. A web page saved as one file (.mht) has no sender. */
export function isMail({ bytes }: Pick<SourceFile, 'bytes'>): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, beginning)).replace(/^\u00ef\u00bb\u00bf/, '');
  const head = start.split(/\r?\n/);
  const end = head.indexOf('');
  const names = new Set<string>();
  for (const [at, text] of head.slice(0, end === -1 ? head.length - 1 : end).entries()) {
    const [, name, value = ''] = line.exec(text) ?? [];
    // Folded lines go on with what is above; a mailbox's own first line is none of the head.
    if (name === undefined && !(at > 0 && /^[ \t]/.test(text)) && !(at === 0 && text.startsWith('From '))) return false;
    if (name?.toLowerCase() === 'from' && !value.includes('@') && !/^[ \t]/.test(head[at + 1] ?? '')) return false;
    if (name !== undefined) names.add(name.toLowerCase());
  }
  return names.has('from') && oftenInHeads.some((name) => names.has(name));
}

/** Throws a Refusal where it is cut off, or holds more than anybody writes by hand. */
export async function openMail(file: SourceFile): Promise<OpenedMail> {
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(Buffer.from(file.bytes), {
    maxHeadSize: most.head,
    maxChildNodes: most.parts,
    checksumAlgo: false,
    keepCidLinks: true,
    skipTextToHtml: true,
    skipHtmlToText: true,
    // A mail that was passed on is a file of its own.
    ignoreEmbedded: true,
  } as Parameters<typeof simpleParser>[1]).catch((fault: unknown) => {
    throw refusalOf(file.name, fault);
  });
  const isPicture = ({ related, contentType }: { readonly related?: boolean; readonly contentType: string }) =>
    related === true && contentType.startsWith('image/');
  const attached = mail.attachments.filter((one) => !isPicture(one));
  if (attached.length > most.files)
    throw tooLarge(file.name, 'MIME', { 'zh-Hant': `${most.files} 個附件`, en: `${most.files} attachments` });
  const said = (mail.text ?? '').trim();
  const page = mail.html || '';
  const hasTable = /<table\b/i.test(page);
  const document = hasTable || (said === '' && page.trim() !== '') ? await documentOf(file.name, page) : null;
  const isUnreadable = said === '' && page.trim() !== '' && document === null;
  const text = said || (document === null ? '' : document.text.replaceAll('\u2029', '\n').trim());
  return {
    from: mail.from?.text ?? '',
    subject: mail.subject ?? '',
    sent: sentOn(mail.headerLines.find(({ key }) => key === 'date')?.line ?? ''),
    text: text.slice(0, most.text),
    isWhole: !isUnreadable && text.length <= most.text,
    tables: hasTable ? document : null,
    files: attached.map(({ filename, content, contentType }, at) => ({
      name: nameOf(filename, contentType, at),
      bytes: new Uint8Array(content.buffer, content.byteOffset, content.length),
    })),
    pictures: mail.attachments.length - attached.length,
  };
}

/** null where its marks cannot be made out. */
async function documentOf(name: string, html: string): Promise<Document | null> {
  try {
    // The mark says that it is UTF-8, whatever it says of itself.
    return await readers.html({ name, bytes: new TextEncoder().encode(`\ufeff${html}`) });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Of a head's line; what is no day of our time is none. */
function sentOn(head: string): string | null {
  const sent = new Date(head.slice(head.indexOf(':') + 1).trim());
  const year = sent.getUTCFullYear();
  return year >= 1970 && year < 2200 ? sent.toISOString() : null;
}

/** Without folders, whichever way they are written. */
function nameOf(name: string | undefined, mediaType: string, at: number): string {
  const plain = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (plain !== '') return plain;
  return mediaType === 'message/rfc822' ? `${at + 1}.eml` : `附件${at + 1}`;
}

function refusalOf(name: string, fault: unknown): Error {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  if (code === 'EMAXLEN')
    return tooLarge(name, 'MIME', {
      'zh-Hant': `信頭 ${most.head / 1024} KB、${most.parts} 個部分`,
      en: `${most.head / 1024} KB of head, ${most.parts} parts`,
    });
  return new Refusal('damaged-mail', 422, {
    'zh-Hant': `「${name}」是電子郵件，但內容不完整，無法拆出附件。請在郵件程式開啟後把附件另存，再交附件。`,
    en: `“${name}” is an e-mail that is not whole: its attachments cannot be taken out. Open it in a mail program, save the attachments and hand those in.`,
  });
}
