/** A text in a source file: of a string, a template (what is filled in as …) or an element. */
export interface ShownText {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** What a source file may show: its strings, templates and texts of elements, without comments. */
export function shownTexts(source: string): readonly ShownText[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/[^\n]*/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
  const literals =
    /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|>([^<>{}`'"]*\p{Script=Han}[^<>{}`'"]*)</gu;
  return [...code.matchAll(literals)].flatMap((match) => {
    const said = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').replace(/\$\{[^}]*\}/g, '…');
    const line = code.slice(0, match.index).split('\n').length;
    return said.trim() === '' ? [] : [{ text: said, line }];
  });
}
