import type { Notice } from '@guankao/domain';
import { big5CodeOf } from '../big5.ts';

const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;

/** Characters that mean something only with the font or the 造字檔 of the machine that made the file. */
export function privateCharactersIn(text: string): readonly string[] {
  return text.match(privateUse) ?? [];
}

const mostListed = 10;

/** Kept in the text, and listed: by their code, and by the one that an office's own table has for them. */
export function privateUseNotice(place: string, characters: readonly string[]): Notice {
  const count = characters.length;
  const codes = [...new Set(characters)].map(codeOf);
  const list = `${codes.slice(0, mostListed).join('、')}${codes.length > mostListed ? '…' : ''}`;
  return {
    id: 'private-use-characters',
    place,
    message: {
      'zh-Hant': `有 ${count} 個造字（私用區字元：${list}），無法得知是什麼字，已原樣保留；請對照原件改正。`,
      en: `${count} private-use character${count === 1 ? '' : 's'} (${list.replaceAll('、', ', ')}), kept as they are: what they stand for cannot be known; compare with the original and correct them.`,
    },
  };
}

function codeOf(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
  const big5 = big5CodeOf(character);
  return big5 === null ? code : `${code}=${big5}`;
}
