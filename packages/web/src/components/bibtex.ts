/** An entry for a page of the web. `author` is a body, kept together; what TeX reads as a command is written as its sign. */
export function bibtex(key: string, { author, url, ...fields }: Readonly<Record<string, string>>): string {
  const lines = [
    ['author', `{${escaped(author ?? '')}}`],
    ...Object.entries(fields).map(([name, value]) => [name, escaped(value)] as const),
    // Of an address nothing is written otherwise: \url takes it as it is.
    ['url', url ?? ''],
  ];
  return `@misc{${key},\n${lines.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}`;
}

const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** On one line, its braces in pairs: whatever a name holds, it ends where its field does. */
function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\~^{}%$&#_]/g, (sign) => signs[sign] ?? `\\${sign}`);
}
