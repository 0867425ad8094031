import type { ReactNode } from 'react';
import { columnTitles, isTextColumn, longestField, rowFields, type Finding, type RowField } from '@guankao/domain';
import { Page, render } from '../components/document.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { words } from '../words/words.ts';
import { CheckedNote } from './checked-note.tsx';
import { RefusalNote, type Refused } from './refused.tsx';
import type { Checked } from './views.ts';
import { useOfficeWords } from './words.ts';

interface Pasted {
  readonly typed: Readonly<Record<RowField, string>>;
  /** null where nothing was checked; `refused` says why it could not be. */
  readonly checked:
    | (Checked & {
        readonly findings: readonly Finding[];
        /** Fields that could not be read, and so were not checked. */
        readonly unread: readonly RowField[];
      })
    | null;
  readonly refused: Refused | null;
}

export function checkPage(
  reader: Reader,
  typed: Pasted['typed'],
  checked: Pasted['checked'],
  refused: Refused | null,
): string {
  return render(reader, <CheckPage typed={typed} checked={checked} refused={refused} />);
}

const marks = { error: '■', warning: '▲', question: '?' } as const;

/** A row pasted by anybody: checked, shown, forgotten. */
function CheckPage({ typed, checked, refused }: Pasted): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const findings = checked?.findings ?? [];
  const unread = checked?.unread ?? [];
  return (
    <Page title={t.checkTitle} description={t.checkLead} section="/check">
      <h1>{t.checkTitle}</h1>
      <p className="lead">{t.checkLead}</p>
      <RefusalNote refused={refused} />
      {checked !== null && <CheckedNote checked={checked} findings={findings.length + unread.length} />}
      <form className="row-form check-form" method="post" action={address('/check')}>
        {rowFields.map((field) => (
          <div key={field} className="field">
            <label htmlFor={field}>{columnTitles[field]}</label>
            {isTextColumn(field) ? (
              <textarea id={field} name={field} rows={5} maxLength={longestField} defaultValue={typed[field]} />
            ) : (
              <input id={field} name={field} maxLength={300} defaultValue={typed[field]} />
            )}
            {unread.includes(field) && <p className="hint">{t.amountUnread}</p>}
            <Findings findings={findings.filter((finding) => finding.field === field)} />
          </div>
        ))}
        <Findings findings={findings.filter(({ field }) => field === null)} />
        <p>
          <button type="submit">{t.check}</button>
        </p>
      </form>
    </Page>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }): ReactNode {
  const { locale } = useReader();
  if (findings.length === 0) return null;
  return (
    <ul className="field-findings">
      {findings.map((finding) => (
        <li key={`${finding.rule}${finding.evidence[0]?.span.start}`} className={`severity-${finding.severity}`}>
          {marks[finding.severity]} {finding.message[locale]}
          {words[locale].inBrackets(finding.rule)}
        </li>
      ))}
    </ul>
  );
}
