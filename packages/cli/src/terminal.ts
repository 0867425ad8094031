import type { Message } from '@guankao/domain';

export type Language = keyof Message;

/** What a command may touch of the world. Handed in, so that tests see all that a person would. */
export interface Terminal {
  readonly lang: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Columns of the window; 80 where there is none. */
  readonly width: number;
  /** Standard error is a window: progress may rewrite its line. */
  readonly live: boolean;
  out(text: string): void;
  err(text: string): void;
  stdin(): Promise<Uint8Array>;
  now(): Date;
}

/** `--lang`, then LC_ALL, LC_MESSAGES and LANG, then Traditional Chinese. */
export function languageOf(asked: string | undefined, env: Terminal['env']): Language {
  for (const name of [asked, env['LC_ALL'], env['LC_MESSAGES'], env['LANG']]) {
    if (name === undefined || name === '') continue;
    if (/^en\b|^en_/i.test(name)) return 'en';
    if (/^zh\b|^zh_/i.test(name)) return 'zh-Hant';
  }
  return 'zh-Hant';
}

/** Exit codes of the contract. */
export const exit = { well: 0, errorFound: 1, refused: 2 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];
