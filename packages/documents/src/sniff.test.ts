import { strToU8, zipSync } from 'fflate';
import { Refusal } from '@guankao/domain';
import { describe, expect, it } from 'vitest';
import { openDocument, sniff } from './index.ts';

function file(content: string | Uint8Array, name = 'file'): { name: string; bytes: Uint8Array } {
  return { name, bytes: typeof content === 'string' ? strToU8(content) : content };
}

const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** A compound file of nothing but its directory, which names these streams. */
function compound(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  streams.forEach((name, i) => bytes.set(strToU8(Array.from(name).join('\0')), 512 + 128 * i));
  return bytes;
}

describe('a format by its content, whatever the name', () => {
  it.each([
    ['pdf', '%PDF-1.7\n…'],
    ['pdf', 'junk before\n%PDF-1.4'],
    ['ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' })],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' })],
    ['xlsx', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
    ['docx', zip({ '[Content_Types].xml': '', 'word/document.xml': '' })],
    ['html', '<!DOCTYPE html><p>範例'],
    ['html', '\n<!-- 匯出 -->\n<HTML lang="zh-TW">'],
    ['html', '前言 <table border=1><tr><td>甲</td></tr></table>'],
    ['csv', '名稱,期程,總額\n甲計畫,113年,"1,000"\n乙計畫,114年,"2,000"\n'],
    ['csv', '名稱;期程;總額\n甲計畫;113年;1000\n'],
    ['csv', '名稱\t期程\n甲計畫\t"第一期\n第二期"\n'],
    ['text', '名稱\t期程\t總額\n甲計畫\t<p>1. 辦理</p>\t1,000\n'],
    ['text', '名稱\t期程\t總額\n甲\t113年\t<table><tr>1\n乙\t113年\t2\n丙\t113年\t3\n'],
    ['form', ' {"rows": [],\n "schema" : "guankao/form@1"}'],
    ['form', '{"schema":"guankao/form@9",'],
    ['text', '{"schema":"guankao/reading@1"}'],
    ['text', '範例部，計畫，一覽。\n沒有表格，只有文字。\n'],
  ])('%s', (format, content) => {
    expect(sniff(file(content, 'filing.dat'))).toBe(format);
  });
});

describe('what cannot be read is refused, in both languages, with an id that stays', () => {
  it.each([
    ['empty-file', ''],
    ['blank-file', ' \n\t\r\n'],
    ['binary-file', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256)],
    ['old-office-format', compound()],
    ['old-office-format', compound('Workbook')],
    ['presentation-file', compound('PowerPoint Document', 'Workbook')],
    ['mail-file', compound('__substg1.0_0037001F')],
    ['encrypted-file', compound('DataSpaces', 'EncryptedPackage')],
    ['presentation-file', zip({ mimetype: 'application/vnd.oasis.opendocument.presentation', 'content.xml': '' })],
    ['presentation-file', zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
    ['mail-file', 'From: a@example.tw\nSubject: =?utf-8?B?6KGo?=\nMIME-Version: 1.0\n\n附件'],
    ['image-file', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['archive-file', zip({ 'readme.md': '範例' })],
    ['archive-file', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['damaged-archive', zip({ 'xl/workbook.xml': '範例' }).subarray(0, 60)],
  ])('%s', async (id, content) => {
    const refusal = await openDocument(file(content, '範例.dat')).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      id,
      inBothLanguages: {
        'zh-Hant': expect.stringContaining('範例.dat') as string,
        en: expect.stringContaining('範例.dat') as string,
      },
    });
  });
});

describe('an old or rare Office format is called by its name, with what to save it as', () => {
  it.each([
    ['.xls', 'ODS', compound('Root Entry', 'Workbook')],
    ['.xls', 'ODS', compound('Root Entry', 'Book')],
    ['.doc', 'ODT', compound('Root Entry', '1Table', 'WordDocument', 'Workbook')],
    ['.xlsb', 'ODS', zip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' })],
    ['.rtf', 'ODT', '{\\rtf1\\ansi\\ansicpg950 \\b1 \\par}'],
    ['.mht', 'ODT', 'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n<html>'],
    ['.mht', 'ODT', 'MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="x"\n\n--x\n<html>'],
    [
      'Excel 2003 XML',
      'ODS',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    ],
    [
      'Word 2003 XML',
      'ODT',
      '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
    ],
    [
      '.fods',
      'ODS',
      '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
    ],
    [
      '.fodt',
      'ODT',
      '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.text"/>',
    ],
  ])('%s as %s', (format, saveAs, content) => {
    const refusal = (() => {
      try {
        return sniff(file(content, '範例.dat'));
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toMatchObject({
      id: 'old-office-format',
      inBothLanguages: {
        'zh-Hant': expect.stringMatching(new RegExp(`${format.replace('.', '\\.')}.*請另存為 ${saveAs}`)) as string,
        en: expect.stringMatching(new RegExp(`${format.replace('.', '\\.')}.*Save it as ${saveAs}`)) as string,
      },
    });
  });
});
