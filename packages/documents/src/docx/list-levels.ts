import { child, childrenNamed, type XmlElement } from '../xml/tree.ts';

interface DocxLevel {
  readonly format: string;
  /** `(%1)`, `%1.%2`: the numbers of the levels, 1-based. */
  readonly text: string;
  readonly start: number;
}

export interface Numbering {
  /** By number id: its levels, and the list that it counts with. */
  readonly lists: ReadonlyMap<string, { readonly list: string; readonly levels: ReadonlyMap<number, DocxLevel> }>;
  /** Paragraph styles that bring a list with them. */
  readonly styles: ReadonlyMap<string, { readonly number: string; readonly level: number }>;
}

export function readNumbering(numbering: XmlElement | undefined, styles: XmlElement | undefined): Numbering {
  const abstract = new Map(
    childrenNamed(numbering, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'] ?? '', levelsOf(list)]),
  );
  const lists = childrenNamed(numbering, 'w:num').map((num) => {
    const base = child(num, 'w:abstractNumId')?.attributes['w:val'] ?? '';
    const overrides = childrenNamed(num, 'w:lvlOverride');
    const levels = new Map(abstract.get(base) ?? []);
    for (const override of overrides) overrideLevel(levels, override);
    const id = num.attributes['w:numId'] ?? '';
    return [id, { list: overrides.length > 0 ? `number ${id}` : base, levels }] as const;
  });
  return { lists: new Map(lists), styles: new Map(stylesWithLists(styles)) };
}

function levelsOf(list: XmlElement): Map<number, DocxLevel> {
  return new Map(
    childrenNamed(list, 'w:lvl')
      .map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)] as const)
      .filter(([at]) => isLevel(at)),
  );
}

/** A list has nine (ECMA-376, 17.9.3). */
function isLevel(at: number): boolean {
  return Number.isInteger(at) && at >= 0 && at < 9;
}

function levelOf(level: XmlElement): DocxLevel {
  return {
    format: child(level, 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
    text: child(level, 'w:lvlText')?.attributes['w:val'] ?? '',
    start: numberOr(child(level, 'w:start')?.attributes['w:val'], 1),
  };
}

function overrideLevel(levels: Map<number, DocxLevel>, override: XmlElement): void {
  const at = Number(override.attributes['w:ilvl'] ?? 0);
  const own = child(override, 'w:lvl');
  const level = own === undefined ? levels.get(at) : levelOf(own);
  if (level === undefined || !isLevel(at)) return;
  levels.set(at, { ...level, start: numberOr(child(override, 'w:startOverride')?.attributes['w:val'], level.start) });
}

function* stylesWithLists(styles: XmlElement | undefined): Generator<[string, { number: string; level: number }]> {
  for (const style of childrenNamed(styles, 'w:style')) {
    const properties = child(child(style, 'w:pPr'), 'w:numPr');
    const number = child(properties, 'w:numId')?.attributes['w:val'];
    if (number === undefined) continue;
    yield [
      style.attributes['w:styleId'] ?? '',
      { number, level: numberOr(child(properties, 'w:ilvl')?.attributes['w:val'], 0) },
    ];
  }
}

function numberOr(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) ? value : otherwise;
}
