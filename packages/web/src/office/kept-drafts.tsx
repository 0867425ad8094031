import type { ReactNode } from 'react';
import { textFieldNames } from '@guankao/workflow';
import { useAddress, useReader } from '../reader.tsx';
import type { KeptDraft, RowView } from './views.ts';
import { fieldLabels, useOfficeWords } from './words.ts';

/** What one typed and did not save before the row was changed, split or merged: shown, and put into the fields when asked. */
export function KeptDrafts({ view }: { view: RowView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const { row, mayWrite } = view.line;
  if (view.drafts.length === 0) return null;
  return (
    <section aria-labelledby="kept-drafts">
      <h2 id="kept-drafts">{t.keptDrafts}</h2>
      {view.drafts.map((draft) => (
        <div key={draft.name}>
          <p>{t.keptDraftOf(draft.row)}</p>
          <DraftTexts texts={draft.texts} />
          <p className="office-links">
            {mayWrite && (
              <a href={address(`/office/rows/${encodeURIComponent(row.id)}?draft=${encodeURIComponent(draft.name)}`)}>
                {t.takeDraft}
              </a>
            )}
            <a href={address(`/office/drafts?discard=${encodeURIComponent(draft.name)}`)}>{t.discardDraft}</a>
          </p>
        </div>
      ))}
    </section>
  );
}

export function DraftTexts({ texts }: { texts: KeptDraft['texts'] }): ReactNode {
  const { locale } = useReader();
  return (
    <dl className="typed-texts">
      {textFieldNames.map(
        (field) =>
          texts[field] !== undefined && (
            <div key={field}>
              <dt>{fieldLabels[locale][field]}</dt>
              <dd className="said">{texts[field]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
