import type { ReactNode } from 'react';
import { yearMachine } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { RowTable } from './home.tsx';
import { OfficePage } from './office-page.tsx';
import { RefusalNote, type Refused } from './sign-in.tsx';
import type { OfficeFrame, YearView } from './views.ts';
import { useOfficeWords } from './words.ts';

export function yearPage(reader: Reader, frame: OfficeFrame, view: YearView, refused: Refused | null): string {
  return render(reader, <YearPage frame={frame} view={view} refused={refused} />);
}

const formats = ['pdf', 'ods', 'odt', 'xlsx', 'csv', 'json'] as const;

function YearPage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: YearView;
  refused: Refused | null;
}): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  const { year, rows } = view;
  const done = rows.filter(({ row }) => row.state === 'approved' || row.state === 'filed').length;
  return (
    <OfficePage actor={frame.actor} title={year.id}>
      <h1>{year.id}</h1>
      <p className="lead">
        {view.ministryName} {yearMachine.labels[year.state][locale]}　{t.filedOf(done, rows.length)}
      </p>
      <RefusalNote refused={refused} />
      <p className="office-links">
        <span>{t.download}：</span>
        {formats.map((format) => (
          <a key={format} href={`/api/years/${encodeURIComponent(year.id)}/form.${format}`}>
            {format.toUpperCase()}
          </a>
        ))}
        {view.mayImportMoney && (
          <a href={address(`/office/years/${encodeURIComponent(year.id)}/money`)}>{t.importMoney}</a>
        )}
      </p>
      <RowTable rows={rows} />
      {view.maySubmit && <SubmitForm view={view} />}
      {view.mayCorrect && <CorrectForm view={view} />}
      <Editions view={view} />
    </OfficePage>
  );
}

function SubmitForm({ view: { year } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const correcting = year.state === 'correcting';
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/submission`)}
    >
      <h2>{correcting ? t.resubmitForm : t.submitForm}</h2>
      <p>{t.submitLead}</p>
      <input type="hidden" name="version" value={year.version} />
      {correcting && (
        <p className="field">
          <label htmlFor="reason">{t.reason}</label>
          <textarea id="reason" name="reason" rows={2} required />
        </p>
      )}
      <p>
        <button type="submit">{correcting ? t.resubmitForm : t.submitForm}</button>
      </p>
    </form>
  );
}

function CorrectForm({ view: { year, rows } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/correction`)}
    >
      <h2>{t.correctForm}</h2>
      <input type="hidden" name="version" value={year.version} />
      <fieldset>
        <legend>{t.rowsToCorrect}</legend>
        {rows.map(({ row }) => (
          <label key={row.id} className="choice">
            <input type="checkbox" name="rows" value={row.id} /> {row.texts.name}
          </label>
        ))}
      </fieldset>
      <p className="field">
        <label htmlFor="why">{t.reason}</label>
        <textarea id="why" name="reason" rows={2} required />
      </p>
      <p>
        <button type="submit">{t.correctForm}</button>
      </p>
    </form>
  );
}

function Editions({ view: { year } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  if (year.editions.length === 0) return null;
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{t.editions}</h2>
      <ol>
        {year.editions.map(({ number, at, by, sha256, reason }) => (
          <li key={number}>
            <a href={address(`/filings/${encodeURIComponent(year.id)}?edition=${number}`)}>{t.edition(number)}</a>{' '}
            {at.slice(0, 10)} {by} <code>{sha256.slice(0, 12)}</code> {reason}
          </li>
        ))}
      </ol>
    </section>
  );
}
