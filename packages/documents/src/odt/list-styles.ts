import { childrenNamed, descendants, type XmlElement } from '../xml/tree.ts';

/** How one level of a list marks its items. */
export interface ListLevel {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels' numbers are shown: 1.2.3 shows three. */
  readonly shown: number;
}

/** List styles by name, each by level (0-based). */
export type ListStyles = ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;

export function listStylesOf(root: XmlElement | undefined): ListStyles {
  return new Map(
    descendants(root, 'text:list-style').map((style) => [style.attributes['style:name'] ?? '', levelsOf(style)]),
  );
}

function levelsOf(style: XmlElement): Map<number, ListLevel> {
  return new Map(
    childrenNamed(style, 'text:list-level-style-number').map((level) => [
      Number(level.attributes['text:level'] ?? 1) - 1,
      levelOf(level),
    ]),
  );
}

function levelOf({ attributes }: XmlElement): ListLevel {
  return {
    format: attributes['style:num-format'] ?? '',
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: Number(attributes['text:start-value'] ?? 1) || 1,
    shown: Number(attributes['text:display-levels'] ?? 1) || 1,
  };
}
