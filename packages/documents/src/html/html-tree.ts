import { Parser } from 'htmlparser2';
import { tooLarge } from '../build/refusals.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';

/** Deeper elements are taken as their parents' own text: pages of wrecked mark-up never close anything. */
const deepest = 200;
const mostNodes = 2_000_000;
const raw = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'svg',
  'math',
  'object',
  'iframe',
  'select',
  'textarea',
  'button',
]);

/** The page's elements, names in lower case, without scripts, styles and what is hidden. Wrecked mark-up is mended as browsers do. */
export function parseHtml(text: string, file: string): XmlNode[] {
  const top: XmlNode[] = [];
  const open: { readonly name: string; readonly children: XmlNode[] }[] = [{ name: '', children: top }];
  let skipped = 0;
  let nodes = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nodes += 1;
        if (nodes > mostNodes)
          throw tooLarge(file, 'HTML', { 'zh-Hant': `${mostNodes} 個元素`, en: `${mostNodes} elements` });
        if (skipped > 0 || raw.has(name) || isHidden(attributes)) {
          if (!isVoid(name)) skipped += 1;
          return;
        }
        const parent = open.at(-1)?.children ?? top;
        const children: XmlNode[] = open.length > deepest ? parent : [];
        if (children !== parent) parent.push({ name, attributes, children } satisfies XmlElement);
        open.push({ name, children });
      },
      onclosetag(name) {
        if (skipped > 0) {
          if (!isVoid(name)) skipped -= 1;
        } else if (open.length > 1) open.pop();
      },
      ontext(data) {
        if (skipped === 0) open.at(-1)?.children.push(data);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(text);
  return top;
}

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '');
}

function isVoid(name: string): boolean {
  return [
    'area',
    'base',
    'br',
    'col',
    'embed',
    'hr',
    'img',
    'input',
    'link',
    'meta',
    'param',
    'source',
    'track',
    'wbr',
  ].includes(name);
}
