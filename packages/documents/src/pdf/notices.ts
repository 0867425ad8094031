import { Refusal, type Notice } from '@guankao/domain';
import { mostDrawn } from '../build/bounds.ts';
import { tooLarge } from '../build/refusals.ts';

export function imageOnlyPage(page: number): Notice {
  return {
    id: 'image-only-page',
    place: `page=${page}`,
    message: {
      'zh-Hant': `第 ${page} 頁是圖片（掃描），沒有文字可讀。請提供該頁的電子檔，或先以文字辨識（OCR）處理後再讀。`,
      en: `Page ${page} is only an image (a scan): there is no text on it to read. Give that page as an electronic file, or run OCR on it first.`,
    },
  };
}

/** `pages`, 1-based: those that are only an image. */
export function imageOnlyDocument(name: string, pages: readonly number[]): Refusal {
  const list = pages.length > 20 ? `${pages.slice(0, 20).join(', ')}…` : pages.join(', ');
  return new Refusal('image-only-pdf', 422, {
    'zh-Hant': `「${name}」的第 ${list} 頁都只是圖片（掃描），整份檔案沒有文字可讀。請提供原始電子檔（ODS、ODT、XLSX、DOCX 或文字型 PDF），或先以文字辨識（OCR）處理。`,
    en: `"${name}": pages ${list} are only images (scans), and there is no text in the whole file. Give the original electronic file (ODS, ODT, XLSX, DOCX or a PDF with text), or run OCR on it first.`,
  });
}

export function ocrText(page: number): Notice {
  return {
    id: 'ocr-text',
    place: `page=${page}`,
    message: {
      'zh-Hant': `第 ${page} 頁是掃描圖，讀到的是文字辨識（OCR）的結果，可能有誤字；請對照圖面。`,
      en: `Page ${page} is a scan, and what was read is the result of OCR, which may be wrong; compare with the picture.`,
    },
  };
}

export function unknownCharacters(page: number, count: number): Notice {
  return {
    id: 'unknown-characters',
    place: `page=${page}`,
    message: {
      'zh-Hant': `第 ${page} 頁有 ${count} 個字，其字型沒有提供文字對照，無法得知是什麼字。請對照原件，或提供原始電子檔。`,
      en: `Page ${page} has ${count} character${count === 1 ? '' : 's'} of which the font does not say what they are. Compare with the original, or give the original electronic file.`,
    },
  };
}

export function unreadablePage(page: number): Notice {
  return {
    id: 'unreadable-page',
    place: `page=${page}`,
    message: {
      'zh-Hant': `第 ${page} 頁已損壞，無法讀取；其他頁照常讀取。請重新下載檔案。`,
      en: `Page ${page} is damaged and could not be read; the other pages were. Download the file again.`,
    },
  };
}

export function pageDrawsTooMuch(page: number): Notice {
  return {
    id: 'page-draws-too-much',
    place: `page=${page}`,
    message: {
      'zh-Hant': `第 ${page} 頁的繪圖指令過多（上限為指令 ${mostDrawn.operators} 個、字元與線條各 ${mostDrawn.glyphs} 個，或圖形物件 ${mostDrawn.forms} 個、巢狀 ${mostDrawn.depth} 層），整頁未讀入；其他頁照常讀取。請改用不含大量向量圖的檔案，或提供該頁的 ODS、ODT。`,
      en: `Page ${page} draws too much (the limit is ${mostDrawn.operators} operators, ${mostDrawn.glyphs} characters or lines, ${mostDrawn.forms} forms, ${mostDrawn.depth} deep) and was not read at all; the other pages were. Give a file without large drawings, or that page as ODS or ODT.`,
    },
  };
}

/** Where nothing else could be read, or where all pages together draw too much. */
export function pagesDrawTooMuch(name: string, page: number): Refusal {
  return tooLarge(name, `page ${page}`, {
    'zh-Hant': `每頁 ${mostDrawn.operators} 個、全部 ${mostDrawn.allOperators} 個繪圖指令，圖形物件 ${mostDrawn.forms} 個、巢狀 ${mostDrawn.depth} 層`,
    en: `${mostDrawn.operators} drawing operators a page and ${mostDrawn.allOperators} in all, ${mostDrawn.forms} forms, ${mostDrawn.depth} deep`,
  });
}
