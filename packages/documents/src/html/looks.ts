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
    for (const [, css = ''] of page.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi)) {
      if (css.length > mostStyles.characters) throw tooLong(file, '<style>', mostStyles.characters);
      this.#read(css);
    }
    if (this.#rules.size > mostStyles.rules) throw tooManyRules(file);
  }

  #read(css: string): void {
    const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, '');
    for (const [, selectors = '', declarations = ''] of bare.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
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
      ...Object.assign(
        {},
        ...classes.flatMap((word) => [this.#rules.get(keyOf('', word)), this.#rules.get(keyOf(name, word))]),
      ),
      ...('hidden' in attributes ? { hidden: true } : {}),
      ...lookIn(attributes['style'] ?? ''),
    } as HtmlLook;
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
