import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Message } from '@guankao/domain';

export const errorsFolder = join(import.meta.dirname, '../../docs/errors');

/** A file of docs/errors/files with what becomes of it: refused by this id, or read with so many plans. */
interface FileEntry {
  readonly file: string;
  readonly when: Message;
  readonly refused?: string;
  readonly read?: { readonly plans: number; readonly note: Message };
}

interface CommandEntry {
  readonly id: string;
  readonly run: readonly string[];
  readonly when: Message;
}

export interface Gallery {
  readonly files: readonly FileEntry[];
  readonly commands: readonly CommandEntry[];
}

export function gallery(): Gallery {
  return parse(readFileSync(join(errorsFolder, 'gallery.yaml'), 'utf8'));
}

/** What the program said, by file name or id. */
export type Said = ReadonlyMap<string, Message>;

/** The page docs/errors/README.md. */
export function page({ files, commands }: Gallery, said: Said, refusals: readonly RefusalInCode[]): string {
  const refused = files.filter((entry) => entry.refused !== undefined);
  const read = files.filter((entry) => entry.read !== undefined);
  return (
    [
      '# Errors 錯誤訊息',
      'Written by `tests/house/errors.test.ts` (`-u` writes it anew) from `gallery.yaml`, from what the program says and from its code; held to all three. A refusal has a stable id, says what, where, why and what to do, in both languages; on the command line it ends with exit code 2 and nothing on standard output.',
      '## Files that are refused',
      table(
        ['id', 'when', 'message'],
        refused.map((entry) => [
          `\`${entry.refused}\`<br>[${entry.file}](files/${entry.file})`,
          both(entry.when),
          both(said.get(entry.file)),
        ]),
      ),
      '## Files that are read all the same',
      table(
        ['file', 'when', 'plans', 'what becomes of it'],
        read.map(({ file, when, read: outcome }) => [
          `[${file}](files/${file})`,
          both(when),
          String(outcome?.plans),
          both(outcome?.note),
        ]),
      ),
      '## Command lines that are refused',
      table(
        ['id', 'when', 'command', 'message'],
        commands.map((entry) => [
          `\`${entry.id}\``,
          both(entry.when),
          `\`guankao ${entry.run.join(' ')}\``,
          both(said.get(entry.id)),
        ]),
      ),
      '## Every refusal',
      'As it stands in the code; … is filled in. Where no file or command above shows it, it needs a database, a port, a right or a person at the workbench.',
      table(
        ['id', 'HTTP', 'message'],
        refusals.map(({ id, status, message }) => [`\`${id}\``, status, both(message)]),
      ),
    ].join('\n\n') + '\n'
  );
}

function both(message: Message | undefined): string {
  if (message === undefined) throw new Error('the program said nothing');
  return `${message['zh-Hant'].trim()}<br>${message.en.trim()}`.replaceAll('\n', '<br>').replaceAll('|', '\\|');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export interface RefusalInCode {
  readonly id: string;
  readonly status: string;
  readonly message: Message;
}

/** Every refusal that a source spells out: its id, status and both messages, with … where something is filled in. */
export function refusalsIn(source: string): readonly RefusalInCode[] {
  return [...source.matchAll(/new Refusal\(\s*'([a-z0-9-]+)',\s*(\d+),\s*\{\s*'zh-Hant':\s*/g)].map((match) => {
    const zh = expressionAt(source, match.index + match[0].length);
    const en = /^,\s*en:\s*/.exec(source.slice(zh.end));
    if (en === null) throw new Error(`the refusal ${match[1]} has no English message after its Chinese one`);
    return {
      id: match[1] ?? '',
      status: match[2] ?? '',
      message: { 'zh-Hant': zh.text, en: expressionAt(source, zh.end + en[0].length).text },
    };
  });
}

/** A property's value from `at` to its comma: its strings, one after the other where it chooses between several. What is only compared with is none of them. */
function expressionAt(source: string, at: number): { readonly text: string; readonly end: number } {
  const texts: string[] = [];
  let depth = 0;
  let i = at;
  while (i < source.length && !(depth === 0 && /[,}]/.test(source[i] ?? ''))) {
    const character = source[i] ?? '';
    if (/['`]/.test(character)) {
      const { text, end } = literalAt(source, i);
      if (!/[=!]==\s*$/.test(source.slice(at, i))) texts.push(text);
      i = end;
      continue;
    }
    depth += /[({[]/.test(character) ? 1 : /[)}\]]/.test(character) ? -1 : 0;
    i++;
  }
  return { text: texts.join(' / '), end: i };
}

/** The string or template that starts at `at`. */
function literalAt(source: string, at: number): { readonly text: string; readonly end: number } {
  const quote = source[at];
  let text = '';
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === quote) return { text, end: i + 1 };
    if (source[i] === '\\') text += source[++i] === 'n' ? ' ' : (source[i] ?? '');
    else if (quote === '`' && source.startsWith('${', i)) {
      i = closingBrace(source, i + 2);
      text += '…';
    } else text += source[i];
  }
  throw new Error('a string without an end');
}

function closingBrace(source: string, at: number): number {
  let depth = 1;
  for (let i = at; i < source.length; i++) {
    if (source[i] === '{') depth++;
    if (source[i] === '}' && --depth === 0) return i;
  }
  throw new Error('a brace without its other');
}
