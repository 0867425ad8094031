import { Parser } from 'htmlparser2';
import type { LeftOut, LeftOutKind } from '../build/left-out.ts';
import { deepest, mostElements } from '../build/bounds.ts';
import { tooLarge } from '../build/refusals.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import { HtmlLooks } from './looks.ts';
import { withStrikesNested } from './strikes.ts';

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

/** A raised stretch of text, whatever element set it so. */
export const raisedElement = 'sup';

interface Skipped {
  /** null for scripts and the like, which are no text of the page. */
  readonly kind: LeftOutKind | null;
  depth: number;
  text: string;
}

/**
 * The page's elements, names in lower case, without scripts, styles, what is hidden and what is struck out. Wrecked mark-up
 * is mended as browsers do; elements that raise their text are `sup`.
 */
export function parseHtml(text: string, file: string, leftOut: LeftOut): XmlNode[] {
  const top: XmlNode[] = [];
  const open: { readonly name: string; readonly children: XmlNode[] }[] = [{ name: '', children: top }];
  const looks = new HtmlLooks(text, file);
  let skipped: Skipped | null = null;
  let nodes = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nodes += 1;
        if (nodes > mostElements)
          throw tooLarge(file, 'HTML', { 'zh-Hant': `${mostElements} 個元素`, en: `${mostElements} elements` });
        depth += 1;
        if (depth > deepest.html)
          throw tooLarge(file, `<${name}>`, {
            'zh-Hant': `巢狀 ${deepest.html} 層`,
            en: `${deepest.html} levels of nesting`,
          });
        if (skipped !== null) {
          if (!isVoid(name)) skipped.depth += 1;
          return;
        }
        const look = looks.of(name, attributes);
        const kind = raw.has(name)
          ? null
          : look.hidden === true
            ? 'hidden-text'
            : look.struck === true
              ? 'struck-out'
              : undefined;
        if (kind !== undefined) {
          if (!isVoid(name)) skipped = { kind, depth: 1, text: '' };
          return;
        }
        const parent = open.at(-1)?.children ?? top;
        const children: XmlNode[] = open.length > deepest.htmlKept ? parent : [];
        const shownAs = look.raised === true && !isCellOrBlock(name) ? raisedElement : name;
        if (children !== parent) parent.push({ name: shownAs, attributes, children } satisfies XmlElement);
        open.push({ name, children });
      },
      onclosetag(name) {
        depth -= 1;
        if (skipped === null) {
          if (open.length > 1) open.pop();
          return;
        }
        if (!isVoid(name)) skipped.depth -= 1;
        if (skipped.depth > 0) return;
        if (skipped.kind !== null) leftOut.add(skipped.kind, skipped.text, file);
        skipped = null;
      },
      ontext(data) {
        if (skipped === null) open.at(-1)?.children.push(data);
        else if (skipped.text.length < 200) skipped.text += data;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(withStrikesNested(text));
  return top;
}

/** A cell or paragraph aligned to the top is not raised text. */
function isCellOrBlock(name: string): boolean {
  return /^(?:t[dhr]|tbody|thead|table|p|div|li|body|img)$/.test(name);
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
