import { child, childrenNamed, type XmlElement } from '../xml/tree.ts';

/** How a run is set, as far as it matters whether and as what it is read. undefined: not said here. */
export interface RunLook {
  readonly struck?: boolean;
  readonly hidden?: boolean;
  readonly raised?: boolean;
}

/** What the file's styles say of the runs that use them. */
export class RunLooks {
  readonly #styles: ReadonlyMap<string, XmlElement>;
  readonly #known = new Map<string, RunLook>();

  constructor(styles: XmlElement | undefined) {
    this.#styles = new Map(
      childrenNamed(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
    );
  }

  /** `paragraph` and `run` are the properties that the file gives to each (w:pPr, w:rPr). */
  of(paragraph: XmlElement | undefined, run: XmlElement | undefined): RunLook {
    return {
      ...this.#ofStyle(child(paragraph, 'w:pStyle')),
      ...this.#ofStyle(child(run, 'w:rStyle')),
      ...ownLook(run),
    };
  }

  #ofStyle(reference: XmlElement | undefined): RunLook {
    return reference === undefined ? {} : this.#named(reference.attributes['w:val'] ?? '', 0);
  }

  /** A style has what the one has that it is based on. Circles end. */
  #named(id: string, depth: number): RunLook {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const style = this.#styles.get(id);
    if (style === undefined || depth > 20) return {};
    const base = child(style, 'w:basedOn')?.attributes['w:val'];
    const look = {
      ...(base === undefined ? {} : this.#named(base, depth + 1)),
      ...ownLook(child(style, 'w:rPr')),
    };
    this.#known.set(id, look);
    return look;
  }
}

function ownLook(properties: XmlElement | undefined): RunLook {
  const struck = isOn(child(properties, 'w:strike')) ?? isOn(child(properties, 'w:dstrike'));
  const hidden = isOn(child(properties, 'w:vanish'));
  const align = child(properties, 'w:vertAlign')?.attributes['w:val'];
  return {
    ...(struck === undefined ? {} : { struck }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(align === undefined ? {} : { raised: align === 'superscript' }),
  };
}

function isOn(switched: XmlElement | undefined): boolean | undefined {
  if (switched === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(switched.attributes['w:val'] ?? '1');
}
