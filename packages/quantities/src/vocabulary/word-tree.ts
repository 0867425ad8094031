import { isBlank, isLineEnd, pastBlanks } from '../scan/characters.ts';

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  word: T | null;
}

export interface Match<T> {
  readonly word: T;
  readonly end: number;
}

/** Words looked up from a place in the text, longest first. A line end may cut a word. */
export class WordTree<T> {
  readonly #root: Node<T> = { next: new Map(), word: null };

  add(word: string, value: T): void {
    let node = this.#root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map(), word: null };
        node.next.set(code, next);
      }
      node = next;
    }
    node.word = value;
  }

  /** The longest word at `at` that `fits`. */
  longest(text: string, at: number, fits: (word: T, end: number) => boolean): Match<T> | null {
    let node: Node<T> | undefined = this.#root.next.get(text.charCodeAt(at));
    let found: Match<T> | null = null;
    let i = at + 1;
    while (node !== undefined) {
      if (node.word !== null && fits(node.word, i)) found = { word: node.word, end: i };
      if (node.next.size === 0) break;
      if (isLineEnd(text, i)) i = pastBlanks(text, i);
      node = node.next.get(text.charCodeAt(i));
      i += 1;
    }
    return found;
  }
}

/** Where the word after a numeral stands: past blanks, or past a line end that cuts the line. */
export function wordAfter(text: string, at: number): number {
  return isBlank(text, at) || isLineEnd(text, at) ? pastBlanks(text, at) : at;
}
