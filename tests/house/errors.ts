import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Message } from '@guankao/domain';

export const errorsFolder = join(import.meta.dirname, '../../docs/errors');

/** A file of docs/errors/files with what becomes of it: refused by this id, or read with so many plans. */
export interface FileEntry {
  readonly file: string;
  readonly when: Message;
  readonly refused?: string;
  readonly read?: { readonly plans: number; readonly note: Message };
}

export interface CommandEntry {
  readonly id: string;
  readonly run: readonly string[];
  readonly when: Message;
}

/** What no file in git can show: told in words. */
export interface SituationEntry {
  readonly id: string;
  readonly when: Message;
  readonly do: Message;
}

export interface Gallery {
  readonly files: readonly FileEntry[];
  readonly commands: readonly CommandEntry[];
  readonly situations: readonly SituationEntry[];
}

export function gallery(): Gallery {
  return parse(readFileSync(join(errorsFolder, 'gallery.yaml'), 'utf8'));
}

/** What the program said, by file name or id. */
export type Said = ReadonlyMap<string, Message>;

/** The page docs/errors/README.md. */
export function page({ files, commands, situations }: Gallery, said: Said): string {
  const refused = files.filter((entry) => entry.refused !== undefined);
  const read = files.filter((entry) => entry.read !== undefined);
  return [
    '# Errors 錯誤訊息',
    'Written by `tests/house/errors.test.ts` from `gallery.yaml` and from what the program says; held to both. A refusal has a stable id, says what, where, why and what to do, in both languages, and ends with exit code 2 and nothing on standard output.',
    '## Files that are refused',
    table(['id', 'when', 'message'], refused.map((entry) => [`\`${entry.refused}\`<br>[${entry.file}](files/${entry.file})`, both(entry.when), both(said.get(entry.file))])),
    '## Files that are read all the same',
    table(['file', 'when', 'plans', 'what becomes of it'], read.map(({ file, when, read: outcome }) => [`[${file}](files/${file})`, both(when), String(outcome?.plans), both(outcome?.note)])),
    '## Command lines that are refused',
    table(['id', 'when', 'command', 'message'], commands.map((entry) => [`\`${entry.id}\``, both(entry.when), `\`guankao ${entry.run.join(' ')}\``, both(said.get(entry.id))])),
    '## Situations',
    'These need a database, a network port, a right or a person at the workbench; the messages stand in the code.',
    table(['id', 'when', 'what to do'], situations.map((entry) => [`\`${entry.id}\``, both(entry.when), both(entry.do)])),
  ].join('\n\n') + '\n';
}

function both(message: Message | undefined): string {
  if (message === undefined) throw new Error('the program said nothing');
  return `${message['zh-Hant'].trim()}<br>${message.en.trim()}`.replaceAll('\n', '<br>').replaceAll('|', '\\|');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
