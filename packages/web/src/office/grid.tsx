import type { ReactNode } from 'react';
import { rowMachine, rowTextFields, textFieldNames } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { gridFilters, type GridCell, type GridRow, type GridView } from './grid-views.ts';
import { useGridWords } from './grid-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { RefusalNote, type Refused } from './refused.tsx';
import type { OfficeFrame } from './views.ts';
import { fieldLabels, useOfficeWords, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** All rows and the chosen columns on one form. */
export function gridPage(reader: Reader, frame: OfficeFrame, view: GridView, refused: Refused | null): string {
  return render(reader, <Grid frame={frame} view={view} refused={refused} />);
}

function Grid({ frame, view, refused }: { frame: OfficeFrame; view: GridView; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useGridWords();
  const { assets } = useReader();
  const { year, saved, refused: kept, rows } = view;
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={`${t.grid}${punctuation.colon}${year.id}`} crumbs={yearCrumbs}>
      <h1>{t.grid}</h1>
      <p className="lead">{t.lead}</p>
      <RefusalNote refused={refused} />
      <RefusalNote refused={view.unchecked} />
      {saved !== null && saved > 0 && <output className="note">{t.saved(saved)}</output>}
      {kept > 0 && (
        <p className="refusal" role="alert">
          {t.refused(kept)}
        </p>
      )}
      <Choices view={view} />
      {rows.length === 0 ? <p>{t.none}</p> : <Cells frame={frame} view={view} />}
      {assets.grid !== undefined && rows.length > 0 && <script src={assets.grid} type="module" />}
    </OfficePage>
  );
}

/**
 * Which rows and columns: a form of its own, which asks and changes nothing. Where there are fields to write in, its
 * fields belong to their form: what was typed is saved before others are shown, without a script as well.
 */
function Choices({ view: { year, columns, filter, agency, agencies, rows } }: { view: GridView }): ReactNode {
  const t = useGridWords();
  const { locale } = useReader();
  const address = useAddress();
  const mayWrite = rows.some((one) => one.mayWrite);
  const named = (name: string) => (mayWrite ? { name: `show-${name}`, form: 'grid' } : { name });
  return (
    <form className="grid-choices" method="get" action={address(`/office/years/${encodeURIComponent(year.id)}/grid`)}>
      <fieldset>
        <legend>{t.columns}</legend>
        {textFieldNames.map((field) => (
          <label key={field}>
            <input type="checkbox" {...named('columns')} value={field} defaultChecked={columns.includes(field)} />{' '}
            {fieldLabels[locale][field]}
          </label>
        ))}
      </fieldset>
      <p className="field">
        <label htmlFor="grid-agency">{t.agency}</label>
        <select id="grid-agency" {...named('agency')} defaultValue={agency ?? ''}>
          <option value="">{t.all}</option>
          {agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor="grid-filter">{t.which}</label>
        <select id="grid-filter" {...named('filter')} defaultValue={filter}>
          {gridFilters.map((one) => (
            <option key={one} value={one}>
              {t.filters[one]}
            </option>
          ))}
        </select>
      </p>
      <p>
        {mayWrite ? (
          <button type="submit" form="grid" name="go" value="show">
            {t.saveAndShow}
          </button>
        ) : (
          <button type="submit">{t.show}</button>
        )}
      </p>
    </form>
  );
}

function Cells({ frame, view }: { frame: OfficeFrame; view: GridView }): ReactNode {
  const [t, office] = [useGridWords(), useOfficeWords()];
  const { locale, assets } = useReader();
  const address = useAddress();
  const { year, columns, rows, page, pages, count, filter, agency } = view;
  const mayWrite = rows.some((one) => one.mayWrite);
  return (
    <form
      id="grid"
      className="grid-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/grid`)}
      data-account={frame.actor.id}
      data-year={year.id}
      data-ministry={frame.agencies.find(({ id: agency }) => agency === year.ministry)?.name ?? year.ministry}
      data-checks={assets.gridCheck}
    >
      <p id="grid-count">{t.counted(count, page, pages)}</p>
      {mayWrite && (
        <p className="hint" data-needs-script="" hidden>
          {t.keys}
        </p>
      )}
      {columns.map((field) => (
        <input key={field} type="hidden" name="columns" value={field} />
      ))}
      <input type="hidden" name="filter" value={filter} />
      <input type="hidden" name="agency" value={agency ?? ''} />
      <input type="hidden" name="page" value={page} />
      <output id="grid-status" />
      <div className="table-frame grid-frame">
        <table className="office-table grid-table">
          <thead>
            <tr>
              <th scope="col">{office.plan}</th>
              {columns.map((field) => (
                <th key={field} scope="col">
                  {fieldLabels[locale][field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <Row key={one.row.id} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="grid-buttons">
        {mayWrite && <button type="submit">{t.save}</button>}
        {[page - 1, page + 1]
          .filter((other) => other >= 1 && other <= pages)
          .map((other) => (
            <button key={other} type="submit" name="go" value={other}>
              {mayWrite ? t.saveAndGo(other) : t.goTo(other)}
            </button>
          ))}
      </p>
    </form>
  );
}

function Row({ one: { row, agencyName, mayWrite, cells } }: { one: GridRow }): ReactNode {
  const punctuation = usePunctuation();
  const rowName = useRowName();
  const { locale } = useReader();
  const address = useAddress();
  const name = `${row.position}. ${row.marker ?? ''}${rowName(row)}`;
  return (
    <tr data-row={row.id}>
      <th scope="row">
        <a href={address(`/office/rows/${encodeURIComponent(row.id)}`)}>{name}</a>
        <br />
        <small>
          {agencyName}
          {punctuation.gap}
          {rowMachine.labels[row.state][locale]}
        </small>
        {mayWrite && (
          <>
            <input type="hidden" name="row" value={row.id} />
            <input type="hidden" name="version" value={row.version} />
          </>
        )}
      </th>
      {cells.map((cell) => (
        <Cell key={cell.field} cell={cell} rowName={name} id={row.id} mayWrite={mayWrite} />
      ))}
    </tr>
  );
}

const signs = { error: '■', warning: '▲', question: '?' } as const;

function Cell({
  cell: { field, shown, saved, mark, findings, refused },
  rowName,
  id,
  mayWrite,
}: {
  cell: GridCell;
  rowName: string;
  id: string;
  mayWrite: boolean;
}): ReactNode {
  const t = useGridWords();
  const { locale } = useReader();
  const label = fieldLabels[locale][field];
  const note = `${id}-${field}-note`;
  const said = refused !== null || findings.length > 0;
  return (
    <td data-label={label}>
      {mayWrite ? (
        <>
          <textarea
            name={field}
            rows={rowTextFields[field].kind === 'lines' ? 4 : 2}
            defaultValue={shown}
            aria-label={`${rowName} ${label}`}
            {...(refused === null ? {} : { 'aria-invalid': true as const })}
            {...(said ? { 'aria-describedby': note } : {})}
          />
          <input type="hidden" name={`was-${field}`} value={mark} />
        </>
      ) : (
        <span className="said">{saved === '' ? '—' : saved}</span>
      )}
      {said && (
        <div id={note} className="cell-note">
          {refused !== null && <p className="refusal">{refused[locale]}</p>}
          {refused !== null && mayWrite && saved !== '' && <Quoted name={t.savedText} text={saved} />}
          {refused !== null && !mayWrite && <Quoted name={t.typedText} text={shown} />}
          <ul className="field-findings">
            {findings.map(({ rule, severity, message }) => (
              <li key={`${rule} ${message.en}`} className={`severity-${severity}`}>
                {signs[severity]} {message[locale]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </td>
  );
}

function Quoted({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  const punctuation = usePunctuation();
  return (
    <blockquote className="theirs">
      {name}
      {punctuation.colon}
      <span className="said">{text}</span>
    </blockquote>
  );
}
