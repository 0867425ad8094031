import type { ReactNode } from 'react';

/**
 * The Markdown that our own pages about rules are written in: headings, paragraphs, lists, tables, quotations, code,
 * emphasis and links. No HTML passes through. Headings come out one step lower, below the page's own.
 */
export function Markdown({
  source,
  choose = (blocks) => blocks,
}: {
  source: string;
  choose?: (blocks: readonly string[]) => readonly string[];
}): ReactNode {
  return choose(blocksOf(source).map((lines) => lines.join('\n'))).map((block, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the text never changes
    <Block key={index} lines={block.split('\n')} />
  ));
}

/** Blank lines part blocks; a fence holds everything to its end; a heading is a block of its own. */
function blocksOf(source: string): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  const close = (): void => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  let fenced = false;
  for (const line of source.split(/\r?\n/)) {
    const isFence = line.startsWith('```');
    if (!fenced && (line.trim() === '' || /^#{1,6} /.test(line) || isFence)) close();
    if (fenced || line.trim() !== '') block.push(line);
    if (isFence) fenced = !fenced;
    if (!fenced && (isFence ? block.length > 1 : /^#{1,6} /.test(line))) close();
  }
  close();
  return blocks;
}

/** Chinese words on an English page are said to be Chinese: they are set and spoken otherwise. */
function languageOf(lines: readonly string[]): string | undefined {
  return /\p{Script=Han}/u.test(lines.join('')) ? 'zh-Hant' : undefined;
}

function Block({ lines }: { lines: readonly string[] }): ReactNode {
  const [first = ''] = lines;
  const lang = languageOf(lines);
  const heading = /^(#{1,6}) (.*)$/.exec(first);
  if (heading !== null) return <Heading level={heading[1]?.length ?? 1}>{inline(heading[2] ?? '')}</Heading>;
  if (first.startsWith('```'))
    return <pre>{lines.slice(1, lines.at(-1)?.startsWith('```') === true ? -1 : undefined).join('\n')}</pre>;
  if (first.startsWith('> '))
    return <blockquote lang={lang}>{inline(lines.map((line) => line.replace(/^> ?/, '')).join('\n'))}</blockquote>;
  if (/^\|.*\|$/.test(first.trim()) && lines.length > 1) return <Table lines={lines} />;
  if (/^[-*] /.test(first))
    return (
      <ul lang={lang}>
        {itemsOf(lines, /^[-*] /).map((item) => (
          <li key={item}>{inline(item)}</li>
        ))}
      </ul>
    );
  if (/^\d+\. /.test(first))
    return (
      <ol lang={lang}>
        {itemsOf(lines, /^\d+\. /).map((item) => (
          <li key={item}>{inline(item)}</li>
        ))}
      </ol>
    );
  return <p lang={lang}>{inline(lines.join('\n'))}</p>;
}

function Heading({ level, children }: { level: number; children: ReactNode }): ReactNode {
  return level < 3 ? <h2>{children}</h2> : <h3>{children}</h3>;
}

/** A line that does not open an item goes on with the one before it. */
function itemsOf(lines: readonly string[], opening: RegExp): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (opening.test(line)) items.push(line.replace(opening, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}

function Table({ lines }: { lines: readonly string[] }): ReactNode {
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {inline(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          // oxlint-disable-next-line react/no-array-index-key -- columns never move
          <tr key={row.join('|')}>
            {row.map((cell, index) => (
              <td key={index}>{inline(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const inlineMark = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

function inline(text: string): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(inlineMark)) {
    pieces.push(text.slice(at, match.index), marked(match));
    at = match.index + match[0].length;
  }
  pieces.push(text.slice(at));
  return pieces;
}

function marked([whole, code, strong, emphasis, words, address]: RegExpExecArray): ReactNode {
  if (code !== undefined) return <code key={whole}>{code}</code>;
  if (strong !== undefined) return <strong key={whole}>{strong}</strong>;
  if (emphasis !== undefined) return <em key={whole}>{emphasis}</em>;
  // Links of these texts lead to laws and to files of the project; only the former mean something here.
  return address !== undefined && /^https?:\/\//.test(address) ? (
    <a key={whole} href={address}>
      {words}
    </a>
  ) : (
    words
  );
}
