import type { ReactNode } from 'react';
import { render } from '../components/document.tsx';
import { TargetTables } from '../components/target-table.tsx';
import { targetWords } from '../components/target-words.ts';
import { useOwnWords, type Reader } from '../reader.tsx';
import type { TargetHistoryView } from '../views.ts';
import { OfficePage } from './office-page.tsx';
import type { OfficeFrame } from './views.ts';
import { useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export interface RowTargetsView {
  /** The row's page, and its name. */
  readonly of: { readonly path: string; readonly name: string };
  readonly targets: readonly TargetHistoryView[];
}

/** Who set and who revised each target of a row, by which document; to be printed. */
export function rowTargetsPage(reader: Reader, frame: OfficeFrame, view: RowTargetsView): string {
  return render(reader, <RowTargets frame={frame} view={view} />);
}

function RowTargets({ frame, view: { of, targets } }: { frame: OfficeFrame; view: RowTargetsView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const changed = useOwnWords(targetWords);
  const title = `${changed.title}${punctuation.colon}${of.name}`;
  return (
    <OfficePage actor={frame.actor} title={title} crumbs={[{ path: '/office', name: t.office }, of]}>
      <h1>{title}</h1>
      <p className="lead">{changed.insideLead}</p>
      <TargetTables targets={targets} />
    </OfficePage>
  );
}
