import { Refusal } from '@guankao/domain';
import type { OtherOffice } from './legacy/other-office.ts';

/** The refusals that any file can meet before its format's reader sees it. Ids are stable: docs/errors has an entry for each. */

export function emptyFile(name: string): Refusal {
  return new Refusal('empty-file', 422, {
    'zh-Hant': `「${name}」是空檔，沒有任何內容可讀。請確認檔案已完整下載或另存，再試一次。`,
    en: `“${name}” is empty: there is nothing in it to read. Check that it was saved or downloaded completely, then try again.`,
  });
}

export function blankFile(name: string): Refusal {
  return new Refusal('blank-file', 422, {
    'zh-Hant': `「${name}」只有空白，沒有任何文字可讀。請確認是否選對檔案。`,
    en: `“${name}” holds only blanks: there are no words in it to read. Check that it is the right file.`,
  });
}

export function binaryFile(name: string): Refusal {
  return new Refusal('binary-file', 415, {
    'zh-Hant': `「${name}」不是可讀的文件：開頭不屬於任何支援的格式，內容也不是文字（UTF-8、UTF-16 或 Big5）。請提供 PDF、ODS、ODT、XLSX、DOCX、HTML、CSV 或純文字檔。`,
    en: `“${name}” is no document that can be read: it starts like none of the supported formats and is not text either (UTF-8, UTF-16 or Big5). Give a PDF, ODS, ODT, XLSX, DOCX, HTML, CSV or text file.`,
  });
}

type Unread = Exclude<OtherOffice, 'presentation' | 'mail'>;
type SavedAs = 'ods' | 'odt';

const unreadFormats: Readonly<Record<Unread, { readonly zh: string; readonly en: string; readonly as: SavedAs }>> = {
  xls: { zh: '舊版 Excel 活頁簿（.xls，97–2003）', en: 'an Excel workbook of 97–2003 (.xls)', as: 'ods' },
  xlsb: { zh: 'Excel 二進位活頁簿（.xlsb）', en: 'a binary Excel workbook (.xlsb)', as: 'ods' },
  doc: { zh: '舊版 Word 文件（.doc，97–2003）', en: 'a Word document of 97–2003 (.doc)', as: 'odt' },
  rtf: { zh: 'RTF 文件（.rtf）', en: 'an RTF document (.rtf)', as: 'odt' },
  mht: { zh: '單一檔案網頁（.mht）', en: 'a web page saved as one file (.mht)', as: 'odt' },
  'excel-xml': { zh: 'Excel 2003 XML 試算表（.xml）', en: 'an Excel 2003 XML sheet (.xml)', as: 'ods' },
  'word-xml': { zh: 'Word 2003 XML 文件（.xml）', en: 'a Word 2003 XML document (.xml)', as: 'odt' },
  'flat-ods': { zh: '單一 XML 檔的 ODF 試算表（.fods）', en: 'a flat ODF sheet (.fods)', as: 'ods' },
  'flat-odt': { zh: '單一 XML 檔的 ODF 文書（.fodt）', en: 'a flat ODF text (.fodt)', as: 'odt' },
};
const unknownFormat = { zh: '舊版或少用的 Office 格式', en: 'in an old or rare Office format', as: null } as const;
const savedAs: Readonly<Record<SavedAs, { readonly zh: string; readonly en: string }>> = {
  ods: { zh: '請另存為 ODS：', en: 'Save it as ODS: ' },
  odt: { zh: '請另存為 ODT：', en: 'Save it as ODT: ' },
};
const typeToChoose: Readonly<Record<SavedAs, { readonly zh: string; readonly en: string }>> = {
  ods: {
    zh: '「ODF 試算表（.ods）」或「OpenDocument 試算表」',
    en: '“ODF Spreadsheet (.ods)” or “OpenDocument Spreadsheet”',
  },
  odt: {
    zh: '「ODF 文字文件（.odt）」或「OpenDocument 文字」',
    en: '“ODF Text Document (.odt)” or “OpenDocument Text”',
  },
};
const eitherType = {
  zh: 'ODS（試算表）或 ODT（文書）',
  en: 'ODS (a sheet) or ODT (a text)',
};

/** `kind`: null where the container is one of old Office and what is in it is not known. */
export function oldOfficeFile(name: string, kind: Unread | null): Refusal {
  const { zh, en, as } = kind === null ? unknownFormat : unreadFormats[kind];
  const save = as === null ? { zh: '請另存為 ODS 或 ODT：', en: 'Save it as ODS or ODT: ' } : savedAs[as];
  const type = as === null ? eitherType : typeToChoose[as];
  return new Refusal('old-office-format', 415, {
    'zh-Hant': `「${name}」是${zh}，本系統不讀這種格式。${save.zh}以 LibreOffice 或 Microsoft Office 開啟，選「檔案」→「另存新檔」，檔案類型選${type.zh}，再交新檔。`,
    en: `“${name}” is ${en}, a format that is not read. ${save.en}open it in LibreOffice or Microsoft Office, choose File → Save As with the type ${type.en}, and hand in the new file.`,
  });
}

export function presentationFile(name: string): Refusal {
  return new Refusal('presentation-file', 415, {
    'zh-Hant': `「${name}」是簡報檔，本系統不讀。請提供簡報所依據的原始表：把投影片中的表複製到試算表或文書，另存為 ODS 或 ODT。`,
    en: `“${name}” is a presentation, which is not read. Give the table that it was made from: copy it into a sheet or a text and save that as ODS or ODT.`,
  });
}

export function mailFile(name: string): Refusal {
  return new Refusal('mail-file', 415, {
    'zh-Hant': `「${name}」是電子郵件檔，本系統不讀。請開啟郵件，把附件另存後再交附件；表在信文裡的，請複製到試算表，另存為 ODS。`,
    en: `“${name}” is a saved e-mail, which is not read. Open it, save its attachment and hand that in; a table in the mail itself can be copied into a sheet and saved as ODS.`,
  });
}

export function encryptedFile(name: string): Refusal {
  return new Refusal('encrypted-file', 422, {
    'zh-Hant': `「${name}」設有密碼保護，無法讀取。請先移除密碼（另存為未加密的檔案）後再試。`,
    en: `“${name}” is protected by a password and cannot be read. Remove the password (save it unencrypted) and try again.`,
  });
}

export function imageFile(name: string): Refusal {
  return new Refusal('image-file', 415, {
    'zh-Hant': `「${name}」是圖片，沒有文字可讀。請提供原始的電子檔，或先以文字辨識（OCR）轉成文字檔。`,
    en: `“${name}” is a picture and holds no text. Give the original electronic file, or turn it into text with OCR first.`,
  });
}

export function unknownArchive(name: string): Refusal {
  return new Refusal('archive-file', 415, {
    'zh-Hant': `「${name}」是壓縮檔，裡面不是 ODS、ODT、XLSX 或 DOCX 文件。請先解壓縮，再逐一讀取其中的文件。`,
    en: `“${name}” is an archive, and what is inside is no ODS, ODT, XLSX or DOCX document. Unpack it first and read the documents in it.`,
  });
}

export function damagedArchive(name: string): Refusal {
  return new Refusal('damaged-archive', 422, {
    'zh-Hant': `「${name}」的壓縮結構已損壞（可能在傳輸中被截斷），無法開啟。請重新下載或另存後再試。`,
    en: `“${name}” is damaged inside its ZIP container, perhaps cut off on the way, and cannot be opened. Download or save it anew and try again.`,
  });
}
