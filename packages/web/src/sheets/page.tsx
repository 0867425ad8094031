import type { ReactNode } from 'react';
import type { Sheet, SheetLine } from '@guankao/domain';
import { addresses } from '../addresses.ts';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { useAddress, useOwnWords, useReader, useWords, type Reader } from '../reader.tsx';
import type { EditionView, FilingName } from '../views.ts';
import { sheetTable } from './words.ts';

interface SheetView {
  readonly filing: FilingName;
  readonly edition: EditionView;
  readonly kind: 'questions' | 'clarifications';
  readonly sheet: Sheet;
  /** Of which executing agency alone; null: of all. */
  readonly agency: string | null;
  /** Those that the filing names. */
  readonly agencies: readonly string[];
}

const formats = ['odt', 'pdf'] as const;

export function sheetPage(reader: Reader, view: SheetView): string {
  return render(reader, <SheetOfFiling view={view} />);
}

function SheetOfFiling({ view }: { view: SheetView }): ReactNode {
  const { filing, edition, kind, sheet, agency } = view;
  const t = useWords();
  const own = useOwnWords(sheetTable);
  const address = useAddress();
  const { locale } = useReader();
  const name = filingTitle(filing, locale, t.noAgency);
  const query = queryOf(edition.current ? null : edition.number, agency);
  return (
    <Page
      title={`${own[kind]}${t.colon}${name}`}
      description={own[`${kind}Lead`]}
      section="/filings"
      fictional={filing.fictional}
      unlisted={!edition.current || agency !== null}
      crumbs={[
        { path: '/filings', name: t.filings },
        { path: addresses.filing(filing.id), name },
      ]}
    >
      <h1>{own[kind]}</h1>
      <p className="lead">{own[`${kind}Lead`]}</p>
      {!edition.current && <p className="note">{t.oldEdition(edition.number)}</p>}
      {kind === 'clarifications' && <Agencies view={view} />}
      <p className="downloads">
        {formats.map((format) => (
          <a key={format} href={address(addresses.sheet(filing.id, kind, format, query))}>
            {own.download(format.toUpperCase())}
          </a>
        ))}
      </p>
      <SheetTable sheet={sheet} caption={own[kind]} />
      <dl className="sheet-facts" lang={sheet.language}>
        {sheet.facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}

function queryOf(edition: number | null, agency: string | null): string {
  const query = new URLSearchParams();
  if (edition !== null) query.set('edition', `${edition}`);
  if (agency !== null) query.set('agency', agency);
  return query.toString();
}

function Agencies({ view: { filing, edition, agency, agencies } }: { view: SheetView }): ReactNode {
  const t = useWords();
  const own = useOwnWords(sheetTable);
  const address = useAddress();
  if (agencies.length === 0) return null;
  const to = (of: string | null): string =>
    address(
      addresses.sheet(filing.id, 'clarifications', undefined, queryOf(edition.current ? null : edition.number, of)),
    );
  return (
    <nav className="other-lists" aria-label={own.byAgency}>
      <ul>
        {[null, ...agencies].map((of) => (
          <li key={of ?? ''}>
            <a
              href={to(of)}
              aria-current={of === agency ? 'page' : undefined}
              lang={of === null ? undefined : 'zh-Hant'}
            >
              {of ?? t.all}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SheetTable({ sheet, caption }: { sheet: Sheet; caption: string }): ReactNode {
  const { columns, rows, note, nothing, language } = sheet;
  return (
    <section lang={language} aria-label={caption}>
      <p className="note">{note}</p>
      {rows.length === 0 ? (
        <p className="empty">{nothing}</p>
      ) : (
        <table className="sheet">
          <thead>
            <tr>
              {columns.map(({ title }) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first = [], ...cells]) => (
              <tr key={first.map(({ text }) => text).join()}>
                <th scope="row" data-label={columns[0]?.title}>
                  <Lines lines={first} />
                </th>
                {cells.map((lines, at) => (
                  <td key={columns[at + 1]?.title} data-label={columns[at + 1]?.title}>
                    <Lines lines={lines} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Lines of a cell keep their order, which is all that tells them apart. */
function Lines({ lines }: { lines: readonly SheetLine[] }): ReactNode {
  return lines.map((line, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- a quotation may stand twice
    <p className={`line-${line.as}`} key={at}>
      <Line line={line} />
    </p>
  ));
}

function Line({ line: { text, as, href } }: { line: SheetLine }): ReactNode {
  const said = as === 'quote' ? <q lang="zh-Hant">{text}</q> : text;
  return href === undefined ? said : <a href={href}>{said}</a>;
}
