import { mostStyles } from '../build/bounds.ts';
import { tooLong, tooManyRules } from '../build/refusals.ts';

/** How a browser sets an element, as far as it matters whether and as what its text is read. undefined: not said. */
export interface HtmlLook {
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly raised?: boolean;
}

const simpleSelector = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i;

/** What the page's own style rules say of elements and classes. Other selectors, and files that it links to, are not followed. */
export class HtmlLooks {
  readonly #rules = new Map<string, HtmlLook>();

  /** Throws a Refusal for style sheets beyond the bounds: what is struck out or hidden would not be known. */
  constructor(page: string, file: string) {
    for (const css of styleSheetsOf(page)) {
      if (css.length > mostStyles.characters) throw tooLong(file, '<style>', mostStyles.characters);
      this.#read(css);
    }
    if (this.#rules.size > mostStyles.rules) throw tooManyRules(file);
  }

  #read(css: string): void {
    for (const { selectors, declarations } of rulesOf(withoutComments(css))) {
      const look = lookIn(declarations);
      if (Object.keys(look).length === 0) continue;
      for (const selector of selectors.split(',')) {
        const match = simpleSelector.exec(selector.trim());
        if (match === null || selector.trim() === '') continue;
        const key = keyOf(match[1] ?? '', match[2] ?? '');
        this.#rules.set(key, { ...this.#rules.get(key), ...look });
      }
    }
  }

  of(name: string, attributes: Readonly<Record<string, string>>): HtmlLook {
    const classes = (attributes['class'] ?? '').split(/\s+/).filter((word) => word !== '');
    return {
      ...byElement[name],
      ...this.#rules.get(keyOf(name, '')),
      ...this.#ofClasses(name, classes),
      ...('hidden' in attributes ? { hidden: true } : {}),
      ...lookIn(attributes['style'] ?? ''),
    } as HtmlLook;
  }

  #ofClasses(name: string, classes: readonly string[]): HtmlLook {
    const look: HtmlLook = {};
    for (const word of classes)
      Object.assign(look, this.#rules.get(keyOf('', word)), this.#rules.get(keyOf(name, word)));
    return look;
  }
}

/*
 * Marks that open and close are looked for one after the other: an expression for both looks on to the end of the page from
 * each that opens, where none closes.
 */

function* styleSheetsOf(page: string): Generator<string> {
  const [opens, closes] = [/<style\b/gi, /<\/style\s*>/gi];
  for (let open = opens.exec(page); open !== null; open = opens.exec(page)) {
    const start = page.indexOf('>', open.index);
    closes.lastIndex = start;
    const close = start < 0 ? null : closes.exec(page);
    if (close === null) return;
    yield page.slice(start + 1, close.index);
    opens.lastIndex = closes.lastIndex;
  }
}

function withoutComments(css: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const open = css.indexOf('/*', at);
    const close = open < 0 ? -1 : css.indexOf('*/', open + 2);
    if (close < 0) break;
    kept.push(css.slice(at, open));
    at = close + 2;
  }
  return `${kept.join('')}${css.slice(at)}`.replace(/<!--|-->/g, '');
}

/** What stands before each brace that opens and in it up to the one that closes; rules within rules by themselves. */
function* rulesOf(css: string): Generator<{ readonly selectors: string; readonly declarations: string }> {
  for (const closed of css.split('}').slice(0, -1)) {
    const parts = closed.split('{');
    if (parts.length > 1) yield { selectors: parts.at(-2) ?? '', declarations: parts.at(-1) ?? '' };
  }
}

const byElement: Readonly<Record<string, HtmlLook>> = {
  s: { struck: true },
  strike: { struck: true },
  del: { struck: true },
  sup: { raised: true },
};

function keyOf(name: string, className: string): string {
  return `${name.toLowerCase()}.${className}`;
}

function lookIn(declarations: string): HtmlLook {
  const hidden = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i.test(
    declarations,
  );
  const shown = /(?:^|[;\s])(?:display\s*:\s*(?!none)\w|visibility\s*:\s*visible)/i.test(declarations);
  const line = /text-decoration(?:-line)?\s*:\s*([^;]*)/i.exec(declarations)?.[1];
  const align = /vertical-align\s*:\s*([^;]*)/i.exec(declarations)?.[1];
  return {
    ...(hidden ? { hidden } : shown ? { hidden: false } : {}),
    ...(line === undefined ? {} : { struck: /line-through/i.test(line) }),
    ...(align === undefined ? {} : { raised: /super/i.test(align) }),
  };
}
