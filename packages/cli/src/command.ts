import type { ParseArgsConfig } from 'node:util';
import type { Message } from '@guankao/domain';
import type { ExitCode, Terminal } from './terminal.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What its value is called in the help: `FILE`. */
  readonly value?: string;
  readonly summary: Message;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** One thing that `guankao` does. `run` is loaded only when it is asked for: a reader of a text waits for no database driver. */
export interface Command {
  readonly name: string;
  /** `FILE PLAN` */
  readonly operands: string;
  /** The least and most operands; Infinity for a list. */
  readonly arity: readonly [least: number, most: number];
  readonly summary: Message;
  readonly details: Message;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  readonly run: (terminal: Terminal, args: Arguments) => Promise<ExitCode>;
}

export const languageOption: Option = {
  type: 'string',
  value: 'zh-Hant|en',
  summary: {
    'zh-Hant': '輸出的語言（預設依 LANG，再不然是中文）',
    en: 'language of the output (LANG by default, then Chinese)',
  },
};

export const helpOption: Option = {
  type: 'boolean',
  short: 'h',
  summary: { 'zh-Hant': '顯示這份說明', en: 'show this help' },
};

export function parseOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  const all = { ...command.options, lang: languageOption, help: helpOption };
  return Object.fromEntries(
    Object.entries(all).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]),
  );
}
