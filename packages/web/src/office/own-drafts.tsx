import type { ReactNode } from 'react';
import { render } from '../components/document.tsx';
import { instant } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { DraftTexts } from './kept-drafts.tsx';
import { OfficePage } from './office-page.tsx';
import { RefusalNote, type Refused } from './refused.tsx';
import { Once } from './shown.tsx';
import type { OfficeFrame, OwnDraftsView } from './views.ts';
import { useOfficeWords } from './words.ts';

export function ownDraftsPage(
  reader: Reader,
  frame: OfficeFrame,
  view: OwnDraftsView,
  refused: Refused | null,
): string {
  return render(reader, <OwnDrafts frame={frame} view={view} refused={refused} />);
}

/** All that one typed and did not save, the last first. */
function OwnDrafts({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: OwnDraftsView;
  refused: Refused | null;
}): ReactNode {
  const t = useOfficeWords();
  return (
    <OfficePage actor={frame.actor} title={t.keptDrafts}>
      <h1>{t.keptDrafts}</h1>
      <RefusalNote refused={refused} />
      {view.discarded && <output className="note">{t.draftDiscarded}</output>}
      <p>{view.drafts.length === 0 ? t.noDrafts : t.draftsLead}</p>
      {view.drafts.map((draft) => (
        <OwnDraft key={draft.name} draft={draft} isToGo={draft.name === view.toDiscard} />
      ))}
    </OfficePage>
  );
}

function OwnDraft({ draft, isToGo }: { draft: OwnDraftsView['drafts'][number]; isToGo: boolean }): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  const heading = `draft-${draft.name}`;
  const name = draft.rowName ?? draft.texts.name ?? draft.row;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        {draft.rowName === null ? name : <a href={address(`/office/rows/${encodeURIComponent(draft.row)}`)}>{name}</a>}
      </h2>
      <p className="hint">
        {t.draftKept(draft.row, instant(draft.savedAt.toISOString(), locale))}
        {draft.rowName === null && ` ${t.draftOfLostRow}`}
      </p>
      <DraftTexts texts={draft.texts} />
      {isToGo ? (
        <form method="post" action={address('/office/drafts/discarded')}>
          <input type="hidden" name="draft" value={draft.name} />
          <Once />
          <p>{t.discardForGood}</p>
          <p className="office-links">
            <button type="submit">{t.discardNow}</button>
            <a href={address('/office/drafts')}>{t.keepDraft}</a>
          </p>
        </form>
      ) : (
        <p>
          <a href={address(`/office/drafts?discard=${encodeURIComponent(draft.name)}#${heading}`)}>{t.discardDraft}</a>
        </p>
      )}
    </section>
  );
}
