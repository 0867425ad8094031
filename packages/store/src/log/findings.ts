import type { Message } from '@guankao/domain';

/** Which look found it: each looks by itself, whatever the others found. */
export type Check = 'journal' | 'leaf' | 'tile' | 'checkpoint' | 'head' | 'bytes' | 'projection';

/** Something that is not as it was when it was signed. */
export interface Difference {
  readonly check: Check;
  /** `event 17`, `tile/0/003`, `source 3f2a…`, `projection plans 範例部-114-r01`. */
  readonly place: string;
  readonly what: Message;
}

export class Findings {
  readonly all: Difference[] = [];

  add(check: Check, place: string, zh: string, en: string): void {
    this.all.push({ check, place, what: { 'zh-Hant': zh, en } });
  }
}
