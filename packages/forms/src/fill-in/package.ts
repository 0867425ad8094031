import { strToU8, zipSync } from 'fflate';
import { writeFillInDocx } from './docx.ts';
import { writeFillInOds } from './ods.ts';
import { writeFillInOdt } from './odt.ts';
import type { FillInSheet } from './sheet.ts';
import { writeFillInXlsx } from './xlsx.ts';

export const fillInFormats = ['ods', 'odt', 'xlsx', 'docx'] as const;
export type FillInFormat = (typeof fillInFormats)[number];

const writers: Readonly<Record<FillInFormat, (sheet: FillInSheet) => Uint8Array | Promise<Uint8Array>>> = {
  ods: writeFillInOds,
  odt: writeFillInOdt,
  xlsx: writeFillInXlsx,
  docx: writeFillInDocx,
};

/** One sheet in the format asked for. */
export async function writeFillIn(sheet: FillInSheet, format: FillInFormat): Promise<Uint8Array> {
  return writers[format](sheet);
}

/** All of them in one ZIP, each in every format asked for, with a text beside. */
export async function packFillIns(
  sheets: readonly FillInSheet[],
  formats: readonly FillInFormat[],
  text: { readonly name: string; readonly text: string },
): Promise<Uint8Array> {
  const parts: Record<string, Uint8Array> = { [text.name]: strToU8(`\u{feff}${text.text.replaceAll('\n', '\r\n')}`) };
  for (const sheet of sheets)
    for (const format of formats) parts[`${fileName(sheet.name)}.${format}`] = await writeFillIn(sheet, format);
  return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 2) });
}

/** What a file may be called on every system. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
