import { randomBytes } from 'node:crypto';
import type { SourceFile } from '@guankao/documents';
import type { Asker } from '@guankao/pool';
import { Refusal } from '@guankao/domain';

const keptFor = 10 * 60_000;
/** Bytes of files that wait for a decision: the oldest make room. */
const room = 96 * 1024 * 1024;

interface Kept {
  readonly file: SourceFile;
  readonly asker: Asker;
  readonly since: number;
}

/** Files that were shown to whoever sent them, until they say what is to become of them. In memory only: nothing is kept unasked. */
export class KeptUploads {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Gives the word by which its sender asks for it again. */
  keep(file: SourceFile, asker: Asker): string {
    const id = randomBytes(18).toString('base64url');
    this.#kept.set(id, { file, asker, since: this.#now() });
    this.#forgetOld();
    return id;
  }

  /** Throws a Refusal where there is none, or it is another's: which of the two is not told. */
  find(id: string, asker: Asker): SourceFile {
    this.#forgetOld();
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.asker.kind !== asker.kind || kept.asker.id !== asker.id) throw gone();
    return kept.file;
  }

  drop(id: string): void {
    this.#kept.delete(id);
  }

  #forgetOld(): void {
    let bytes = [...this.#kept.values()].reduce((sum, { file }) => sum + file.bytes.byteLength, 0);
    for (const [id, { file, since }] of this.#kept) {
      if (this.#now() - since < keptFor && bytes <= room) return;
      bytes -= file.bytes.byteLength;
      this.#kept.delete(id);
    }
  }
}

function gone(): Refusal {
  return new Refusal('upload-gone', 410, {
    'zh-Hant': '這個檔案等待決定的時間（十分鐘）已過，沒有留存。請重新選擇檔案再讀一次。',
    en: 'this file waited longer than ten minutes for a decision and was not kept. Choose it again and have it read anew.',
  });
}
