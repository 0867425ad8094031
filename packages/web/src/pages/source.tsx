import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { Page, render } from '../components/document.tsx';
import { EditionNotice } from '../components/editions.tsx';
import { filingTitle } from '../components/facets.tsx';
import { useAddress, useReader, useWords, type Reader } from '../reader.tsx';
import type { SourceLine, SourcePiece, SourceView } from '../views.ts';

export function sourcePage(reader: Reader, view: SourceView): string {
  return render(reader, <Source view={view} />);
}

/** The text of the file as it was read, with the passage marked that a value points to. */
function Source({ view }: { view: SourceView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { locale } = useReader();
  const name = filingTitle(view.filing, locale, t.noAgency);
  const from = view.lines[0]?.number ?? 1;
  return (
    <Page
      title={t.sourceOf(name)}
      section="/filings"
      fictional={view.filing.fictional}
      edition={view.edition}
      unlisted
      crumbs={[
        { path: '/filings', name: t.filings },
        { path: addresses.filing(view.filing.id), name },
      ]}
    >
      <EditionNotice edition={view.edition} current={addresses.filing(view.filing.id)} />
      <h1 lang="zh-Hant">{view.edition.fileName}</h1>
      <div className="source-head">
        <p>
          <a className="back" href={address(view.back.path)}>
            ← {t.backTo(view.back.name)}
          </a>
          <a href={addresses.original(view.edition.sha256)} download>
            {t.sourceFile}
          </a>
        </p>
        {view.astray && (
          <p className="edition-notice" role="alert">
            {t.passageNowhere}
          </p>
        )}
        {view.passages.length > 0 && (
          <ul className="passages">
            {view.passages.map((passage) => (
              <li key={`${passage.line}-${passage.text}`}>
                <q lang="zh-Hant">{passage.text}</q>{' '}
                <a href={`#L${passage.line}`}>{passage.page === null ? t.line(passage.line) : t.page(passage.page)}</a>
              </li>
            ))}
          </ul>
        )}
        <p className="note">
          {t.sourceNote}{' '}
          <span className="legend">
            <mark>{t.legendMark}</mark> <span className="furniture">{t.legendFurniture}</span>{' '}
            <span className="unread">{t.legendUnread}</span>
          </span>
        </p>
      </div>
      <Window view={view} />
      <ol className="source-lines" start={from} lang="zh-Hant">
        {view.lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </ol>
      <Window view={view} />
    </Page>
  );
}

/** Which of the lines are shown, and the way to the others. */
function Window({ view }: { view: SourceView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  if (view.earlier === null && view.later === null) return null;
  const [first, last] = [view.lines[0]?.number ?? 0, view.lines.at(-1)?.number ?? 0];
  return (
    <nav className="pages" aria-label={t.linesShown(first, last, view.lineCount)}>
      {view.earlier !== null && <a href={address(view.earlier)}>{t.earlier}</a>}
      <span>{t.linesShown(first, last, view.lineCount)}</span>
      {view.later !== null && <a href={address(view.later)}>{t.later}</a>}
    </nav>
  );
}

function Line({ line }: { line: SourceLine }): ReactNode {
  return (
    <li
      id={`L${line.number}`}
      value={line.number}
      className={line.pieces.some((piece) => piece.marked) ? 'is-marked' : undefined}
    >
      {line.pieces.map((piece, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is never reordered, and pieces may be equal
        <Piece key={index} piece={piece} />
      ))}
    </li>
  );
}

function Piece({ piece }: { piece: SourcePiece }): ReactNode {
  const text = piece.text.split('\t').flatMap((cell, index) =>
    index === 0
      ? [cell]
      : [
          <span className="cell-break" key={index}>
            {'\t'}
          </span>,
          cell,
        ],
  );
  if (piece.marked) return <mark id={piece.first ? 'passage' : undefined}>{text}</mark>;
  return piece.kind === 'plain' ? text : <span className={piece.kind}>{text}</span>;
}
