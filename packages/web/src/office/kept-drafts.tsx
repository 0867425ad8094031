import type { ReactNode } from 'react';
import { textFieldNames } from '@guankao/workflow';
import { useAddress, useReader } from '../reader.tsx';
import type { RowView } from './views.ts';
import { fieldLabels, useOfficeWords } from './words.ts';

/** What one typed and did not save before the row was changed, split or merged: shown, and put into the fields when asked. */
export function KeptDrafts({ view }: { view: RowView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const { locale } = useReader();
  const { row, mayWrite } = view.line;
  if (view.drafts.length === 0) return null;
  return (
    <section aria-labelledby="kept-drafts">
      <h2 id="kept-drafts">{t.keptDrafts}</h2>
      {view.drafts.map((draft) => (
        <div key={draft.row}>
          <p>{t.keptDraftOf(draft.row)}</p>
          <dl>
            {textFieldNames.map(
              (field) =>
                draft.texts[field] !== undefined && (
                  <div key={field}>
                    <dt>{fieldLabels[locale][field]}</dt>
                    <dd className="said">{draft.texts[field]}</dd>
                  </div>
                ),
            )}
          </dl>
          {mayWrite && (
            <p>
              <a href={address(`/office/rows/${encodeURIComponent(row.id)}?draft=${encodeURIComponent(draft.row)}`)}>
                {t.takeDraft}
              </a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
