import { streamXml, type XmlHandler } from '../xml/events.ts';
import type { Zip } from '../zip/zip.ts';

/** The strings that cells refer to by number. How a reading aid (振假名) is pronounced is no part of the text. */
export function readSharedStrings(zip: Zip, file: string, part: string | null): readonly string[] {
  if (part === null) return [];
  const collector = new StringCollector();
  streamXml(zip, { file, format: 'XLSX', part }, collector);
  return collector.strings;
}

class StringCollector implements XmlHandler {
  readonly strings: string[] = [];
  #text = '';
  #inText = false;
  #phonetic = false;

  open(name: string): void {
    if (name === 'x:si') this.#text = '';
    else if (name === 'x:rPh') this.#phonetic = true;
    else if (name === 'x:t') this.#inText = !this.#phonetic;
  }

  close(name: string): void {
    if (name === 'x:si') this.strings.push(unescapeCharacters(this.#text));
    else if (name === 'x:rPh') this.#phonetic = false;
    else if (name === 'x:t') this.#inText = false;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376, 22.4.2.4 bstr). */
export function unescapeCharacters(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
