import type { Notice } from '@guankao/domain';

const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;

/** Characters that mean something only with the font or the 造字檔 of the machine that made the file. */
export function countPrivateUse(text: string): number {
  return text.match(privateUse)?.length ?? 0;
}

export function privateUseNotice(place: string, count: number): Notice {
  return {
    id: 'private-use-characters',
    place,
    message: {
      'zh-Hant': `有 ${count} 個造字（私用區字元），無法得知是什麼字；請對照原件改正。`,
      en: `${count} private-use character${count === 1 ? '' : 's'}: what they stand for cannot be known; compare with the original and correct them.`,
    },
  };
}
