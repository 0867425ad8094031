import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { TargetTables } from '../components/target-table.tsx';
import { targetWords } from '../components/target-words.ts';
import { useAddress, useOwnWords, usePlanTitle, useReader, useWords, type Reader } from '../reader.tsx';
import type { FilingName, TargetHistoryView } from '../views.ts';

export interface PlanTargetsView {
  readonly id: string;
  readonly name: string;
  readonly filing: FilingName;
  readonly targets: readonly TargetHistoryView[];
  /** Page of the workbench with each revision; null: its row is not kept here. */
  readonly inside: string | null;
}

/** What became of a plan's targets from edition to edition, to be printed. */
export function planTargetsPage(reader: Reader, view: PlanTargetsView): string {
  return render(reader, <PlanTargets view={view} />);
}

function PlanTargets({ view }: { view: PlanTargetsView }): ReactNode {
  const t = useOwnWords(targetWords);
  const words = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const { id, name, filing, targets, inside } = view;
  const planTitle = usePlanTitle()({ id, name });
  return (
    <Page
      title={`${t.title}${words.colon}${planTitle}`}
      section="/plans"
      fictional={filing.fictional}
      crumbs={[
        { path: '/plans', name: words.plans },
        { path: addresses.filing(filing.id), name: filingTitle(filing, locale, words.noAgency) },
        { path: addresses.plan(id), name: planTitle },
      ]}
    >
      <h1>
        {t.title}
        {words.colon}
        <span lang="zh-Hant">{planTitle}</span>
      </h1>
      <p className="lead">{t.publicLead}</p>
      <TargetTables targets={targets} />
      {inside !== null && (
        <p>
          {t.inside} <a href={address(inside)}>{t.link}</a>
        </p>
      )}
    </Page>
  );
}
