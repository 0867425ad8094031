import { Refusal } from '@guankao/domain';
import type { SourceFile } from '../reader.ts';
import { unpack } from '../zip/unpack.ts';
import { isMail, openMail, type OpenedMail } from './open-mail.ts';

/** One file of what came: as it is, or out of archives and mails. */
export interface Part {
  readonly file: SourceFile;
  /** Why it is not taken apart, or not read: its bytes are here all the same. */
  readonly refusal: Refusal | null;
  /** Of a mail: what it says itself. Its attachments are parts of their own. */
  readonly mail: OpenedMail | null;
  /** The mail that it was attached to, by its name; null where it came by itself or in an archive. */
  readonly attachedTo: { readonly name: string; readonly mail: OpenedMail } | null;
  /** It is the file that was given, and its bytes are at hand already. */
  readonly isGiven: boolean;
}

/** Of all that comes at once. */
const most = { bytes: 40 * 1024 * 1024, files: 500, depth: 4 } as const;

/**
 * Takes apart what came in one go, archives within mails within archives, as deep as people do; everything in it is a
 * part, and what cannot be opened is one with its reason.
 */
export class TakingApart {
  #bytes = 0;
  #files = 0;

  async parts(given: SourceFile): Promise<readonly Part[]> {
    return this.#partsOf(given, null, 0);
  }

  async #partsOf(file: SourceFile, attachedTo: Part['attachedTo'], depth: number): Promise<readonly Part[]> {
    const own = { file, refusal: null, mail: null, attachedTo, isGiven: depth === 0 };
    const [bytes, files] = [this.#bytes, this.#files];
    try {
      return await this.#opened(own, depth);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // It is kept whole, and nothing of what is in it.
      [this.#bytes, this.#files] = [bytes, files];
      return [{ ...own, refusal: error }];
    }
  }

  async #opened(own: Part, depth: number): Promise<readonly Part[]> {
    const { file, attachedTo } = own;
    if (isMail(file)) return this.#ofMail(own, depth);
    const unpacked = unpack(file, (bytes) => this.#count(file.name, bytes));
    if (unpacked === null) return [own];
    if (depth === most.depth) throw tooDeep(file.name);
    const parts: Part[] = [];
    for (const { file: inner, refusal } of unpacked)
      if (refusal === null) parts.push(...(await this.#partsOf(inner, attachedTo, depth + 1)));
      else parts.push({ file: inner, refusal, mail: null, attachedTo, isGiven: false });
    return parts;
  }

  async #ofMail(own: Part, depth: number): Promise<readonly Part[]> {
    const { file } = own;
    if (depth === most.depth) throw tooDeep(file.name);
    const mail = await openMail(file);
    if (mail.files.length === 0) return [{ ...own, mail, refusal: nothingAttached(file.name) }];
    for (const { bytes } of mail.files) this.#count(file.name, bytes.length);
    const parts: Part[] = [{ ...own, mail }];
    for (const attached of mail.files)
      parts.push(...(await this.#partsOf(attached, { name: file.name, mail }, depth + 1)));
    return parts;
  }

  #count(name: string, bytes: number): void {
    this.#bytes += bytes;
    this.#files += 1;
    if (this.#bytes > most.bytes || this.#files > most.files) throw tooMuch(name);
  }
}

function nothingAttached(name: string): Refusal {
  return new Refusal('mail-without-file', 422, {
    'zh-Hant': `「${name}」這封電子郵件沒有附檔，沒有可以讀入的表。請回信請對方附上填好的收集表；填報內容若寫在信文裡，請對照下列信文自行填入。`,
    en: `the e-mail “${name}” has nothing attached: there is no table to read. Ask the sender for the file; where the answers are written in the mail itself, enter them from its text, which is listed below.`,
  });
}

function tooDeep(name: string): Refusal {
  return new Refusal('nested-too-deep', 422, {
    'zh-Hant': `「${name}」在壓縮檔或電子郵件裡層層相套，超過 ${most.depth} 層，沒有再拆開。請把裡面的檔案取出，直接交這些檔案。`,
    en: `“${name}” is an archive or a mail within more than ${most.depth} others and was not opened. Take the files out and hand those in.`,
  });
}

function tooMuch(name: string): Refusal {
  const megabytes = most.bytes / 1024 / 1024;
  return new Refusal('too-much-within', 413, {
    'zh-Hant': `「${name}」裡的檔案連同這次一起交的，拆開後超過 ${most.files} 個或合計 ${megabytes} MB，沒有拆開。請取出其中的收集表，分幾次交。`,
    en: `what is in “${name}”, with what came along with it, is more than ${most.files} files or ${megabytes} MB and was not opened. Take the collection files out and hand them in in several goes.`,
  });
}
