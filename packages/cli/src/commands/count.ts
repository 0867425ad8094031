import { Refusal } from '@guankao/domain';
import { decodeText } from '@guankao/documents';
import type { Arguments } from '../command.ts';
import { load } from '../files.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';
import { quantitiesJson, quantitiesText } from './quantities.ts';

/** `guankao quantities [FILE|-]`: the quantities of each line. */
export async function quantitiesCommand(
  terminal: Terminal,
  { positionals: [path = '-'], values }: Arguments,
): Promise<ExitCode> {
  const bytes = path === '-' ? await terminal.stdin() : (await load(path)).bytes;
  const decoded = decodeText(bytes);
  if (decoded === null) throw notText(path);
  if (values['json'] === true) terminal.out(`${JSON.stringify(quantitiesJson(decoded.text))}\n`);
  else terminal.out(quantitiesText(decoded.text, terminal.lang));
  return exit.well;
}

function notText(path: string): Refusal {
  return new Refusal('not-text', 415, {
    'zh-Hant': `「${path}」不是文字。這個指令讀純文字（UTF-8、UTF-16 或 Big5）；表單檔案請用 guankao read。`,
    en: `${path} is no text. This command reads plain text (UTF-8, UTF-16 or Big5); for filings use guankao read.`,
  });
}
