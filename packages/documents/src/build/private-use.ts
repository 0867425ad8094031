import type { Notice } from '@guankao/domain';
import { big5CodeOf } from '../big5.ts';
import { addAll } from './extremes.ts';

const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;

/** Characters that mean something only with the font or the 造字檔 of the machine that made the file. */
function privateCharactersIn(text: string): readonly string[] {
  return text.match(privateUse) ?? [];
}

const mostListed = 10;

/** Places that are named; most files with any have few. */
const mostNamed = 50;

/** Gathers the private-use characters of a file, place by place. */
export class PrivateUse {
  readonly #places = new Map<string, string[]>();

  /** `place` in the terms of the format: a cell's address, a line, `page=3`. Text without any leaves no trace. */
  add(place: string, text: string): void {
    const characters = privateCharactersIn(text);
    if (characters.length === 0) return;
    const known = this.#places.get(place);
    if (known === undefined) this.#places.set(place, [...characters]);
    else addAll(known, characters);
  }

  /** A notice for each place; beyond fifty, one for all the rest, at the first of them. */
  notices(): Notice[] {
    const all = [...this.#places];
    const rest = all.slice(mostNamed - 1);
    return [
      ...all.slice(0, mostNamed - 1),
      ...(rest.length === 0 ? [] : [[rest[0]?.[0] ?? '', rest.flatMap(([, characters]) => characters)] as const]),
    ].map(([place, characters]) => privateUseNotice(place, characters));
  }
}

/** Kept in the text, and listed: by their code, and by the one that an office's own table has for them. */
function privateUseNotice(place: string, characters: readonly string[]): Notice {
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
