import { addAll } from '../build/extremes.ts';
import { mostElements } from '../build/bounds.ts';
import { tooLarge } from '../build/refusals.ts';
import type { Zip } from '../zip/zip.ts';
import { streamXml, type Attributes, type XmlSource } from './events.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** A whole part as a tree, its root first. For parts that are documents; sheets are streamed. Throws as `streamXml` does. */
export function readXmlTree(zip: Zip, source: XmlSource): XmlElement {
  const top: XmlNode[] = [];
  const open: XmlNode[][] = [top];
  let nodes = 0;
  streamXml(zip, source, {
    open(name, attributes) {
      nodes += 1;
      if (nodes > mostElements)
        throw tooLarge(source.file, source.part, {
          'zh-Hant': `${mostElements} 個元素`,
          en: `${mostElements} elements`,
        });
      const children: XmlNode[] = [];
      open.at(-1)?.push({ name, attributes, children });
      open.push(children);
    },
    close() {
      open.pop();
    },
    text(text) {
      open.at(-1)?.push(text);
    },
  });
  return elementsOf(top)[0] ?? { name: '', attributes: {}, children: [] };
}

export function elementsOf(nodes: readonly XmlNode[]): XmlElement[] {
  return nodes.filter((node) => typeof node !== 'string');
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenNamed(element, name)[0];
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element?.children ?? []).filter((candidate) => candidate.name === name);
}

/** Every element of that name at any depth, in document order. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const candidate of elementsOf(element?.children ?? [])) {
    if (candidate.name === name) found.push(candidate);
    addAll(found, descendants(candidate, name));
  }
  return found;
}
