import type { ReactNode } from 'react';
import { isTextColumn } from '@guankao/domain';
import { typedFields, type TypedRow } from '@guankao/reading';
import { Page, render } from '../components/document.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { words } from '../words/words.ts';
import { RefusalNote, type Refused } from './sign-in.tsx';
import type { PlacedFinding } from './views.ts';
import { useOfficeWords } from './words.ts';

/** `placed` is null where nothing was checked; `refused` says why it could not be. */
export function checkPage(
  reader: Reader,
  typed: TypedRow,
  placed: readonly PlacedFinding[] | null,
  refused: Refused | null,
): string {
  return render(reader, <CheckPage typed={typed} placed={placed} refused={refused} />);
}

const marks = { error: '■', warning: '▲', question: '?' } as const;

/** A row pasted by anybody: checked, shown, forgotten. */
function CheckPage({
  typed,
  placed,
  refused,
}: {
  typed: TypedRow;
  placed: readonly PlacedFinding[] | null;
  refused: Refused | null;
}): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  return (
    <Page title={t.checkTitle} description={t.checkLead} section="/check">
      <h1>{t.checkTitle}</h1>
      <p className="lead">{t.checkLead}</p>
      <RefusalNote refused={refused} />
      {placed !== null && placed.length === 0 && <output className="note">{t.noFindings}</output>}
      <form className="row-form check-form" method="post" action={address('/check')}>
        {typedFields.map(([field, heading]) => (
          <div key={field} className="field">
            <label htmlFor={field}>{heading}</label>
            {isTextColumn(field) ? (
              <textarea id={field} name={field} rows={5} maxLength={50_000} defaultValue={typed[field]} />
            ) : (
              <input id={field} name={field} maxLength={300} defaultValue={typed[field]} />
            )}
            <Findings placed={(placed ?? []).filter((one) => one.field === field)} />
          </div>
        ))}
        <Findings placed={(placed ?? []).filter((one) => one.field === null)} />
        <p>
          <button type="submit">{t.check}</button>
        </p>
      </form>
    </Page>
  );
}

function Findings({ placed }: { placed: readonly PlacedFinding[] }): ReactNode {
  const { locale } = useReader();
  if (placed.length === 0) return null;
  return (
    <ul className="field-findings">
      {placed.map(({ finding }) => (
        <li key={`${finding.rule}${finding.evidence[0]?.span.start}`} className={`severity-${finding.severity}`}>
          {marks[finding.severity]} {finding.message[locale]}
          {words[locale].inBrackets(finding.rule)}
        </li>
      ))}
    </ul>
  );
}
