import { elementsOf, type XmlElement } from '../xml/tree.ts';
import type { Attributes } from '../xml/events.ts';

/** How text of a style is set, as far as it matters whether and as what it is read. undefined: not said there. */
export interface OdfLook {
  readonly struck?: boolean;
  readonly hidden?: boolean;
  readonly raised?: boolean;
}

/** The text properties of an ODF file's styles, fed as they stream by; a style has what its parent has. */
export class OdfLooks {
  readonly #styles = new Map<string, { readonly parent: string; look: OdfLook }>();
  readonly #known = new Map<string, OdfLook>();
  #open = '';

  /** An element of the styles, with its attributes. */
  open(name: string, attributes: Attributes): void {
    if (name === 'style:style' || name === 'style:default-style') {
      this.#open = attributes['style:name'] ?? '';
      this.#styles.set(this.#open, { parent: attributes['style:parent-style-name'] ?? '', look: {} });
    } else if (name === 'style:text-properties') {
      const style = this.#styles.get(this.#open);
      if (style !== undefined) style.look = { ...style.look, ...lookOf(attributes) };
    }
  }

  /** The styles of a part that was read as a tree. */
  collect(root: XmlElement | undefined): void {
    for (const element of elementsOf(root?.children ?? [])) {
      this.open(element.name, element.attributes);
      if (!element.name.startsWith('office:body')) this.collect(element);
    }
  }

  of(style: string | undefined): OdfLook {
    return style === undefined ? {} : this.#named(style, 0);
  }

  #named(name: string, depth: number): OdfLook {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const style = this.#styles.get(name);
    if (style === undefined || depth > 20) return {};
    const look = { ...(style.parent === '' ? {} : this.#named(style.parent, depth + 1)), ...style.look };
    this.#known.set(name, look);
    return look;
  }
}

function lookOf(attributes: Attributes): OdfLook {
  const line = attributes['style:text-line-through-type'] ?? attributes['style:text-line-through-style'];
  const position = attributes['style:text-position'];
  const display = attributes['text:display'];
  return {
    ...(line === undefined ? {} : { struck: line !== 'none' }),
    ...(position === undefined ? {} : { raised: /^\s*(?:super|[1-9]\d*%)/.test(position) }),
    ...(display === undefined ? {} : { hidden: display === 'none' }),
  };
}
