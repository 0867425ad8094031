import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import { Refusal } from '@guankao/domain';
import { deepest } from '../build/bounds.ts';
import { damaged, tooLarge } from '../build/refusals.ts';
import type { Zip } from '../zip/zip.ts';
import { prefixOf } from './namespaces.ts';

/** Attribute names carry the house's prefixes (`table:style-name`), or none where the writer gave none. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Where the XML stands: for messages. */
export interface XmlSource {
  readonly file: string;
  readonly format: string;
  readonly part: string;
}

/**
 * Feeds one XML part of a container to `handler`, a piece at a time.
 * Throws a Refusal where it is no XML, nests deeper than 256, or declares entities: a document type
 * is of no use in these formats, and is how entity bombs and outside files are smuggled in.
 */
export function streamXml(zip: Zip, source: XmlSource, handler: XmlHandler): void {
  const feed = xmlFeed(source, handler);
  let decoder: TextDecoder | undefined;
  zip.stream(source.part, (chunk) => {
    decoder ??= new TextDecoder(encodingOf(chunk));
    feed.write(decoder.decode(chunk, { stream: true }));
  });
  feed.write(decoder?.decode() ?? '');
  feed.close();
}

/** XML without a mark is UTF-8, whatever its declaration says: no office program writes these parts otherwise. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function xmlFeed(source: XmlSource, handler: XmlHandler): { write(text: string): void; close(): void } {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('error', (fault) => {
    throw damaged(source.file, source.format, `${source.part}: ${fault.message}`);
  });
  parser.on('doctype', () => {
    throw entityBomb(source);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest.xml)
      throw tooLarge(source.file, source.part, {
        'zh-Hant': `巢狀 ${deepest.xml} 層`,
        en: `${deepest.xml} levels of nesting`,
      });
    handler.open(named(tag.uri, tag.local), attributesOf(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(named(tag.uri, tag.local));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  return parser;
}

function named(uri: string, local: string): string {
  const prefix = prefixOf[uri];
  if (prefix !== undefined) return `${prefix}:${local}`;
  return uri === '' ? local : `other:${local}`;
}

function attributesOf(attributes: Record<string, SaxesAttributeNS>): Attributes {
  const byName: Record<string, string> = {};
  for (const attribute of Object.values(attributes)) byName[named(attribute.uri, attribute.local)] = attribute.value;
  return byName;
}

function entityBomb(source: XmlSource): Refusal {
  return new Refusal('document-type-declared', 422, {
    'zh-Hant': `「${source.file}」的 ${source.part} 含有文件類型宣告（DOCTYPE），可用來塞入實體炸彈或外部檔案，因此不讀取。請以辦公軟體開啟後另存新檔再試。`,
    en: `"${source.file}": ${source.part} declares a document type (DOCTYPE), by which entity bombs and outside files are smuggled in, and was not read. Open it in an office program, save it anew and try that.`,
  });
}
