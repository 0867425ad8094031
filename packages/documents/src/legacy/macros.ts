import type { Notice } from '@guankao/domain';

export function macrosNotRun(name: string): Notice {
  return {
    id: 'macros-not-run',
    place: name,
    message: {
      'zh-Hant': '檔案含有巨集。巨集一律不執行，只讀取已存入的內容。',
      en: 'The file holds macros. They are never run; only what was saved is read.',
    },
  };
}
