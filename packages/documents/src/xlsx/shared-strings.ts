import { mostOfTables } from '../build/bounds.ts';
import { tooManyCells } from '../build/refusals.ts';
import { streamXml, type Attributes, type XmlHandler } from '../xml/events.ts';
import type { Zip } from '../zip/zip.ts';
import { RichTextCollector, type RichText } from './rich-text.ts';

/** The strings that cells refer to by number. How a reading aid (振假名) is pronounced is no part of the text. */
export function readSharedStrings(zip: Zip, file: string, part: string | null): readonly RichText[] {
  if (part === null) return [];
  const collector = new StringCollector(file);
  streamXml(zip, { file, format: 'XLSX', part }, collector);
  return collector.strings;
}

class StringCollector implements XmlHandler {
  readonly strings: RichText[] = [];
  readonly #rich = new RichTextCollector();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attributes: Attributes): void {
    this.#rich.open(name, attributes);
  }

  close(name: string): void {
    this.#rich.close(name);
    if (name !== 'x:si') return;
    if (this.strings.length >= mostOfTables.cells) throw tooManyCells(this.#file, 'sharedStrings.xml');
    this.strings.push(this.#rich.take());
  }

  text(text: string): void {
    this.#rich.text(text);
  }
}
