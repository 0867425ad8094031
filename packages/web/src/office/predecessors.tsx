import type { ReactNode } from 'react';
import { textFieldNames, type RowRecord } from '@guankao/workflow';
import { useAddress, useReader } from '../reader.tsx';
import { fieldLabels, useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** Where a row came from and where it went, with what was typed in the rows before: shown, and offered to be taken over. */
export function Lineage({ row, mayWrite }: { row: RowRecord; mayWrite: boolean }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const address = useAddress();
  if (row.predecessors.length + row.successors.length === 0) return null;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{t.lineage}</h2>
      {row.successors.length > 0 && (
        <p>
          {t.goesOnIn}
          {row.successors.map((id, at) => (
            <span key={id}>
              {at > 0 && punctuation.list}
              <a href={address(`/office/rows/${encodeURIComponent(id)}`)}>{id}</a>
            </span>
          ))}
        </p>
      )}
      {row.predecessors.map((from) => (
        <Predecessor key={from.id} row={row} from={from} mayWrite={mayWrite} />
      ))}
    </section>
  );
}

function Predecessor({
  row,
  from,
  mayWrite,
}: {
  row: RowRecord;
  from: RowRecord['predecessors'][number];
  mayWrite: boolean;
}): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const { locale } = useReader();
  const { texts } = from;
  const typed = texts === null ? [] : textFieldNames.filter((field) => field !== 'name' && texts[field] !== '');
  return (
    <>
      <p>
        {t.followsRow} <a href={address(`/office/rows/${encodeURIComponent(from.id)}`)}>{from.name || from.id}</a>
      </p>
      {texts !== null && typed.length > 0 && (
        <details>
          <summary>{t.textsBefore}</summary>
          <dl>
            {typed.map((field) => (
              <div key={field}>
                <dt>{fieldLabels[locale][field]}</dt>
                <dd className="said">{texts[field]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {mayWrite && typed.length > 0 && (
        <p>
          <button
            type="submit"
            name="from"
            value={from.id}
            form="texts"
            formAction={address(`/office/rows/${encodeURIComponent(row.id)}/predecessor`)}
          >
            {t.takeOverTexts}
          </button>
        </p>
      )}
    </>
  );
}
