import type { ReactNode } from 'react';
import type { Message } from '@guankao/domain';
import { collectionMachine, isOpen, isPlain, type CameFile, type StandingCell } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { calendarDate, instant, typedDate } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import type { CollectionView } from './collection-views.ts';
import { useCollectionWords } from './collection-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { RefusalNote, type Refused } from './refused.tsx';
import { Shown } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

interface OfView {
  readonly view: CollectionView;
}

/** One collection: what was sent to whom, what came back, and what is to be decided, cell by cell. */
export function collectionPage(
  reader: Reader,
  frame: OfficeFrame,
  view: CollectionView,
  refused: Refused | null,
): string {
  return render(reader, <Collection frame={frame} view={view} refused={refused} />);
}

function Collection({
  frame,
  view,
  refused,
}: OfView & { readonly frame: OfficeFrame; readonly refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCollectionWords();
  const { locale } = useReader();
  const address = useAddress();
  const { id, year, round, state, due, sentAt, sentBy } = view.collection;
  const own = `/office/collections/${encodeURIComponent(id)}`;
  const yearCrumbs = useYearCrumbs(year);
  return (
    <OfficePage
      actor={frame.actor}
      title={`${year} ${t.round(round)}`}
      crumbs={[...yearCrumbs, { path: `/office/years/${encodeURIComponent(year)}/collections`, name: t.collections }]}
    >
      <h1>
        {year} {t.round(round)}
      </h1>
      <p className="lead">
        {collectionMachine.labels[state][locale]}
        {punctuation.gap}
        {t.sentOn(instant(sentAt, locale), sentBy)}
        {punctuation.gap}
        {t.dueOn(calendarDate(due, locale))}
      </p>
      <RefusalNote refused={refused} />
      <Note view={view} />
      <p className="office-links">
        <a href={`/api/collections/${encodeURIComponent(id)}/files.zip`}>{t.files}</a>
        {view.formats.map((format) => (
          <a key={format} href={`/api/collections/${encodeURIComponent(id)}/files.zip?format=${format}`}>
            {format.toUpperCase()}
          </a>
        ))}
        <a href={address(`${own}/history`)}>{t.history}</a>
      </p>
      <Agencies view={view} />
      {view.mayDecide && <DropForm view={view} />}
      {view.collection.files.length > 0 && <OpenCells view={view} />}
      <Unread view={view} />
      <NotAsked view={view} />
      <Files view={view} />
      {view.mayDecide && state === 'received' && (
        <form className="office-form" method="post" action={address(`${own}/merge`)}>
          <h2>{t.mergeTitle}</h2>
          <p>{t.mergeLead}</p>
          <Shown version={view.collection.version} />
          <p>
            <button type="submit">{t.mergeTitle}</button>
          </p>
        </form>
      )}
    </OfficePage>
  );
}

function Note({ view: { note, collection, standing } }: OfView): ReactNode {
  const t = useCollectionWords();
  if (note === null) return null;
  const unread = collection.files.reduce((sum, file) => sum + file.unread.length, 0);
  const of = (...kinds: readonly StandingCell['standing'][]) =>
    standing.filter((one) => kinds.includes(one.standing)).length;
  const same = collection.files.reduce((sum, file) => sum + file.same, 0) + of('same');
  return (
    <output className="note">
      {note.did === 'received' ? t.dropped(note.fresh, note.again) : t.decided(note.count)}{' '}
      {note.did === 'received' && t.standingCounts(same, of('changed'), of('conflict'), unread)}
    </output>
  );
}

/** Who is back, who is late. */
function Agencies({ view: { collection, standing, today } }: OfView): ReactNode {
  const punctuation = usePunctuation();
  const t = useCollectionWords();
  const { receivers, files, rows, due } = collection;
  const filesOf = (agency: string) => files.filter((file) => file.agency === agency && file.problem === null);
  const agencyOf = new Map(rows.map(({ row, agency }) => [row, agency]));
  const back = receivers.filter(({ agency }) => filesOf(agency).length > 0).length;
  const stateOf = (agency: string) => {
    const open = standing.filter((one) => isOpen(one) && agencyOf.get(one.cell.row) === agency).length;
    if (open > 0) return t.openCells(open);
    if (filesOf(agency).length > 0) return t.allTaken;
    return today > due ? t.overdue : t.notBack;
  };
  const ways = [
    ['open', t.openCells, standing.filter(isOpen).length],
    ['unread', t.unreadCount, files.reduce((sum, { unread }) => sum + unread.length, 0)],
    ['not-asked', t.notAskedCount, standing.filter((one) => one.standing === 'not-asked').length],
    ['files-back', t.problemCount, files.filter(({ problem }) => problem !== null).length],
  ] as const;
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies">{t.counts(back, receivers.length)}</h2>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.agency}</th>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.to}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {receivers.map(({ agency, name, person, to }) => (
              <tr key={agency}>
                <th scope="row" data-label={t.agency}>
                  {name}
                  {punctuation.open}
                  {t.rowsOf(rows.filter((row) => row.agency === agency).length)}
                  {punctuation.close}
                </th>
                <td data-label={t.person}>{person}</td>
                <td data-label={t.to}>{to === '' ? '—' : to}</td>
                <td data-label={t.state}>
                  {stateOf(agency)}
                  {filesOf(agency).some(({ came }) => came > due) && `${punctuation.gap}${t.late}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="office-links">
        {ways.map(([to, said, count]) =>
          count === 0 ? null : (
            <a key={to} href={`#${to}`}>
              {said(count)}
            </a>
          ),
        )}
      </p>
    </section>
  );
}

function DropForm({ view: { collection, today } }: OfView): ReactNode {
  const t = useCollectionWords();
  const { locale } = useReader();
  const address = useAddress();
  return (
    <form
      className="office-form"
      method="post"
      encType="multipart/form-data"
      action={address(`/office/collections/${encodeURIComponent(collection.id)}/files`)}
    >
      <h2>{t.dropTitle}</h2>
      <p className="hint">{t.dropLead}</p>
      <p className="field">
        <label htmlFor="came">{t.came}</label>
        <input id="came" name="came" required maxLength={30} defaultValue={typedDate(today, locale)} />
      </p>
      <p className="field">
        <label htmlFor="way">{t.way}</label>
        <input id="way" name="way" required maxLength={200} defaultValue={t.byMail} />
      </p>
      <p className="field">
        <label htmlFor="files">{t.dropFiles}</label>
        <input id="files" name="files" type="file" multiple required />
      </p>
      <p>
        <button type="submit">{t.receive}</button>
      </p>
    </form>
  );
}

/** Row by row what still has to be decided; one form, so that what is ticked goes together. */
function OpenCells({ view }: OfView): ReactNode {
  const t = useCollectionWords();
  const address = useAddress();
  const { collection, standing, mayDecide } = view;
  const open = standing.filter(isOpen);
  const plain = open.filter(isPlain);
  if (open.length === 0)
    return (
      <section aria-labelledby="open">
        <h2 id="open">{t.openTitle}</h2>
        <p>{t.nothingOpen}</p>
      </section>
    );
  const rows = [...Map.groupBy(open, ({ cell }) => cell.row)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <form
      className="collected"
      method="post"
      action={address(`/office/collections/${encodeURIComponent(collection.id)}/cells`)}
      aria-labelledby="open"
    >
      <h2 id="open">{t.openTitle}</h2>
      {mayDecide && plain.length > 0 && (
        <p>
          <button type="submit" name="do" value="plain">
            {t.takeAll(plain.length)}
          </button>
        </p>
      )}
      {rows.map(([row, cells]) => (
        <RowOfCells key={row} row={row} cells={cells} view={view} />
      ))}
      {mayDecide && (
        <p>
          <button type="submit" name="do" value="taken">
            {t.takeChosen}
          </button>{' '}
          <button type="submit" name="do" value="left">
            {t.leaveChosen}
          </button>
        </p>
      )}
    </form>
  );
}

function RowOfCells({
  row,
  cells,
  view: { rowNames, collection, mayDecide },
}: OfView & { readonly row: string; readonly cells: readonly StandingCell[] }): ReactNode {
  const [t, office] = [useCollectionWords(), useOfficeWords()];
  const address = useAddress();
  const plain = cells.filter(isPlain).length;
  const name = rowNames[row] ?? row;
  return (
    <section aria-label={name}>
      <h3>
        <a href={address(`/office/rows/${encodeURIComponent(row)}`)}>{name}</a>
      </h3>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{office.state}</th>
              <th scope="col">{t.says}</th>
              <th scope="col">{t.comes}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((one) => (
              <OpenCell
                key={`${one.file.number}-${one.cell.column}`}
                one={one}
                heading={collection.columns[one.cell.column]?.heading ?? ''}
                mayDecide={mayDecide}
              />
            ))}
          </tbody>
        </table>
      </div>
      {mayDecide && plain > 0 && (
        <p>
          <button type="submit" name="do" value={`row:${row}`}>
            {t.takeRow(plain)}
          </button>
        </p>
      )}
    </section>
  );
}

function OpenCell({
  one: { file, cell, field, now, standing, refused, rowVersion },
  heading,
  mayDecide,
}: {
  readonly one: StandingCell;
  readonly heading: string;
  readonly mayDecide: boolean;
}): ReactNode {
  const [t, office] = [useCollectionWords(), useOfficeWords()];
  const { locale } = useReader();
  const remarks: readonly Message[] = [
    ...(refused === null ? [] : [refused]),
    ...(cell.remark === null ? [] : [cell.remark]),
  ];
  return (
    <tr>
      <th scope="row" data-label={t.column}>
        {mayDecide ? (
          <label>
            <input type="checkbox" name="cells" value={`${file.number}|${rowVersion}|${field}|${cell.row}`} /> {heading}
          </label>
        ) : (
          heading
        )}
        <br />
        <small>{t.fromFile(file.number, cell.place)}</small>
      </th>
      <td data-label={office.state}>{t.standings[standing]}</td>
      <td data-label={t.says} className="said">
        {now === '' ? t.empty : now}
      </td>
      <td data-label={t.comes} className="said">
        {cell.text === '' ? t.empty : cell.text}
        {cell.text === '' && <p className="refusal">{t.emptied}</p>}
        {remarks.map((remark) => (
          <p key={remark.en} className="refusal">
            {remark[locale]}
          </p>
        ))}
      </td>
    </tr>
  );
}

/** What belongs nowhere for sure: with its place, so that a person can look there. */
function Unread({ view: { collection, rowNames } }: OfView): ReactNode {
  const punctuation = usePunctuation();
  const t = useCollectionWords();
  const files = collection.files.filter(({ unread }) => unread.length > 0);
  if (files.length === 0) return null;
  const count = files.reduce((sum, { unread }) => sum + unread.length, 0);
  return (
    <section className="came-back" aria-labelledby="unread">
      <h2 id="unread">
        {t.unreadTitle}
        {punctuation.open}
        {count}
        {punctuation.close}
      </h2>
      <p className="hint">{t.unreadLead}</p>
      {files.map((file) => (
        <details key={file.number} open={file.unread.length <= 12}>
          <summary>
            {file.number}. {file.name}
            {punctuation.open}
            {file.unread.length}
            {punctuation.close}
          </summary>
          <div className="table-frame">
            <table className="office-table">
              <thead>
                <tr>
                  <th scope="col">{t.place}</th>
                  <th scope="col">{t.column}</th>
                  <th scope="col">{t.text}</th>
                  <th scope="col">{t.reason}</th>
                </tr>
              </thead>
              <tbody>
                {file.unread.map(({ place, row, heading, text, why }) => (
                  <tr key={`${place}-${text}`}>
                    <th scope="row" data-label={t.place}>
                      {place}
                      {row !== null && (
                        <>
                          <br />
                          <small>{rowNames[row] ?? row}</small>
                        </>
                      )}
                    </th>
                    <td data-label={t.column}>{heading ?? '—'}</td>
                    <td data-label={t.text} className="said">
                      {text}
                    </td>
                    <td data-label={t.reason}>{t.why[why]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </section>
  );
}

function NotAsked({ view: { standing, collection, rowNames } }: OfView): ReactNode {
  const punctuation = usePunctuation();
  const t = useCollectionWords();
  const changed = standing.filter((one) => one.standing === 'not-asked');
  if (changed.length === 0) return null;
  return (
    <section className="came-back" aria-labelledby="not-asked">
      <h2 id="not-asked">
        {t.notAskedTitle}
        {punctuation.open}
        {changed.length}
        {punctuation.close}
      </h2>
      <p className="hint">{t.notAskedLead}</p>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.sentAs}</th>
              <th scope="col">{t.comes}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ file, cell, sent }) => (
              <tr key={`${file.number}-${cell.row}-${cell.column}`}>
                <th scope="row" data-label={t.row}>
                  {rowNames[cell.row] ?? cell.row}
                  <br />
                  <small>{t.fromFile(file.number, cell.place)}</small>
                </th>
                <td data-label={t.column}>{collection.columns[cell.column]?.heading}</td>
                <td data-label={t.sentAs} className="said">
                  {sent === '' ? t.empty : sent}
                </td>
                <td data-label={t.comes} className="said">
                  {cell.text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Files({ view: { collection, rowNames } }: OfView): ReactNode {
  const t = useCollectionWords();
  if (collection.files.length === 0) return null;
  return (
    <section aria-labelledby="files-back">
      <h2 id="files-back">{t.filesTitle}</h2>
      <ol>
        {collection.files.map((file) => (
          <FileBack key={file.number} file={file} view={{ collection, rowNames }} />
        ))}
      </ol>
    </section>
  );
}

function FileBack({
  file,
  view: { collection, rowNames },
}: {
  readonly file: CameFile;
  readonly view: Pick<CollectionView, 'collection' | 'rowNames'>;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useCollectionWords();
  const { locale } = useReader();
  const agency = collection.receivers.find((one) => one.agency === file.agency)?.name;
  return (
    <li>
      <a href={`/api/collections/${encodeURIComponent(collection.id)}/files/${file.number}`}>{file.name}</a>
      {punctuation.gap}
      {agency ?? t.unknownAgency}
      {punctuation.gap}
      {t.cameOn(calendarDate(file.came, locale), file.way)}
      {file.came > collection.due && `${punctuation.gap}${t.late}`}
      {file.problem !== null && (
        <p className="refusal">
          {t.problem}
          {punctuation.colon}
          {file.problem[locale]}
        </p>
      )}
      {file.missingRows.length > 0 && <p>{t.missingRows(file.missingRows.map((row) => rowNames[row] ?? row))}</p>}
      {file.missingColumns.length > 0 && (
        <p>{t.missingColumns(file.missingColumns.map((at) => collection.columns[at]?.heading ?? ''))}</p>
      )}
      {file.notices.map((notice) => (
        <p key={`${notice.place} ${notice.en}`}>
          {notice.place} {notice[locale]}
        </p>
      ))}
    </li>
  );
}
