import { Refusal } from '@guankao/domain';
import { mostLines, mostNumberFormats, mostOfTables, mostParagraphs, mostSheets, mostStyles } from './bounds.ts';

/** The file is not what its name says, is cut off, or its parts contradict one another. */
export function damaged(name: string, format: string, detail: string): Refusal {
  return new Refusal('damaged-file', 422, {
    'zh-Hant': `「${name}」不是完整的 ${format} 檔案（${detail}）。請重新下載，或以原程式開啟後另存新檔再試。`,
    en: `"${name}" is not a whole ${format} file (${detail}). Download it again, or open it in the program that made it, save it anew and try that.`,
  });
}

/** `where` names the part, sheet, cell or page; `limit` is the bound that it breaks, in words of both languages. */
export function tooLarge(
  name: string,
  where: string,
  limit: { readonly 'zh-Hant': string; readonly en: string },
): Refusal {
  return new Refusal('file-too-large', 413, {
    'zh-Hant': `「${name}」的 ${where} 超過上限（${limit['zh-Hant']}），為免耗盡記憶體而不讀取。請刪去不需要的內容，或拆成幾個檔案再試。`,
    en: `"${name}": ${where} is beyond the limit (${limit.en}) and was not read, so as not to run out of memory. Remove what is not needed or split the file.`,
  });
}

export function tooManyColumns(name: string, where: string): Refusal {
  const { columns } = mostOfTables;
  return tooLarge(name, where, { 'zh-Hant': `${columns} 欄`, en: `${columns} columns` });
}

export function tooManyCells(name: string, where: string): Refusal {
  const { cells } = mostOfTables;
  return tooLarge(name, where, { 'zh-Hant': `${cells} 個有內容的儲存格`, en: `${cells} filled cells` });
}

export function tooLong(name: string, where: string, characters: number): Refusal {
  return tooLarge(name, where, { 'zh-Hant': `${characters} 字`, en: `${characters} characters` });
}

export function tooManySheets(name: string, where: string): Refusal {
  return tooLarge(name, where, { 'zh-Hant': `${mostSheets} 張工作表`, en: `${mostSheets} sheets` });
}

export function tooManyMerges(name: string, where: string): Refusal {
  const { merges } = mostOfTables;
  return tooLarge(name, where, { 'zh-Hant': `${merges} 個合併儲存格`, en: `${merges} merged cells` });
}

export function tooManyRules(name: string): Refusal {
  const { rules } = mostStyles;
  return tooLarge(name, '<style>', { 'zh-Hant': `${rules} 條樣式`, en: `${rules} rules` });
}

export function tooManyNumberFormats(name: string, where: string): Refusal {
  const { codes } = mostNumberFormats;
  return tooLarge(name, where, { 'zh-Hant': `${codes} 種數字格式`, en: `${codes} number formats` });
}

export function tooManyLines(name: string, where: string): Refusal {
  return tooLarge(name, where, { 'zh-Hant': `${mostLines} 行`, en: `${mostLines} lines` });
}

export function tooManyParagraphs(name: string, where: string): Refusal {
  return tooLarge(name, where, { 'zh-Hant': `${mostParagraphs} 段文字`, en: `${mostParagraphs} paragraphs` });
}

export function noContent(name: string, detail: { readonly 'zh-Hant': string; readonly en: string }): Refusal {
  return new Refusal('nothing-to-read', 422, {
    'zh-Hant': `「${name}」沒有可讀的內容：${detail['zh-Hant']}`,
    en: `"${name}" holds nothing to read: ${detail.en}`,
  });
}
