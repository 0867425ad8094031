import { Fragment, type ReactNode } from 'react';
import { heading, terms } from '@guankao/terms';
import { useReader, useWords } from '../reader.tsx';
import type { SnippetView } from '../views.ts';
import { both } from '../words/words.ts';

/** Of a budget, by which its plans are numbered. */
const code = both('編號', 'Code');

/** Where the words that were searched for stand, each with its column’s name. */
export function Snippets({ snippets }: { snippets: readonly SnippetView[] }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  return snippets.map(({ column, text, before, after, marks }, at) => (
    <span key={at} className="snippet">
      {(column === 'code' ? code : heading(terms[column]))[locale]}
      {t.colon}
      <q lang="zh-Hant">
        {before && '…'}
        <Marked text={text} marks={marks} />
        {after && '…'}
      </q>
    </span>
  ));
}

function Marked({ text, marks }: Pick<SnippetView, 'text' | 'marks'>): ReactNode {
  const ends = [0, ...marks.map(({ end }) => end)];
  return (
    <>
      {marks.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(ends[at], start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
