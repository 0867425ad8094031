import { Refusal } from '@guankao/domain';

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

export function oldOfficeFile(name: string): Refusal {
  return new Refusal('old-office-format', 415, {
    'zh-Hant': `「${name}」是舊版或少用的 Office 格式（XLS、DOC、RTF、MHT 或單一 XML 檔），無法讀取。請以 LibreOffice 或 Microsoft Office 開啟，另存為 ODS（試算表）或 ODT（文書）後再試；XLSX、DOCX 亦可。`,
    en: `“${name}” is in an old or rare Office format (XLS, DOC, RTF, MHT or a single XML file), which is not read. Open it in LibreOffice or Microsoft Office, save it as ODS (a sheet) or ODT (a text), or as XLSX or DOCX, and try again.`,
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
