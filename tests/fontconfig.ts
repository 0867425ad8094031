import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { families, fontFolders } from '@guankao/fonts';

const folder = join(import.meta.dirname, '../node_modules/.cache/fontconfig');

/**
 * Path of a file for `FONTCONFIG_FILE` that names the bundled fonts and no others: what a browser or LibreOffice
 * draws with it is the same on every machine, one without any fonts included.
 */
export function fontconfigFile(): string {
  const path = join(folder, 'fonts.conf');
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...fontFolders().map((fonts) => `<dir>${fonts}</dir>`),
    `<cachedir>${folder}</cachedir>`,
    // Whatever a page or document asks for, these are what it gets, in this order.
    '<match target="pattern"><edit name="family" mode="append_last" binding="strong">',
    ...families().map(({ name }) => `<string>${name}</string>`),
    '</edit></match>',
    '</fontconfig>',
    '',
  ].join('\n');
  mkdirSync(folder, { recursive: true });
  if (existing(path) !== text) writeFileSync(path, text);
  return path;
}

function existing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
