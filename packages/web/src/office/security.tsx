import type { ReactNode } from 'react';
import { render } from '../components/document.tsx';
import { instant } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { OfficePage } from './office-page.tsx';
import type { OfficeFrame } from './views.ts';
import { useOfficeWords } from './words.ts';

export interface SecurityView {
  /** For which entries are kept. */
  readonly days: number;
  /** Newest first. */
  readonly entries: readonly {
    readonly id: number;
    readonly at: Date;
    readonly kind: string;
    /** null: at a login that is nobody's. */
    readonly person: string | null;
    readonly network: string | null;
  }[];
  /** The id before which there may be more; null where there are none. */
  readonly earlier: number | null;
}

/** Signing in and out. */
export function securityPage(reader: Reader, frame: OfficeFrame, view: SecurityView): string {
  return render(reader, <Security frame={frame} view={view} />);
}

function Security({ frame, view }: { frame: OfficeFrame; view: SecurityView }): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  return (
    <OfficePage
      actor={frame.actor}
      title={t.securityLog}
      crumbs={[
        { path: '/office', name: t.office },
        { path: '/office/accounts', name: t.accounts },
      ]}
    >
      <h1>{t.securityLog}</h1>
      <p className="lead">{t.securityLogLead(view.days)}</p>
      {view.entries.length === 0 ? (
        <p>{t.noEntries}</p>
      ) : (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.login}</th>
                <th scope="col">{t.network}</th>
              </tr>
            </thead>
            <tbody>
              {view.entries.map(({ id, at, kind, person, network }) => (
                <tr key={id}>
                  <th scope="row" data-label={t.when}>
                    <time dateTime={at.toISOString()}>{instant(at.toISOString(), locale)}</time>
                  </th>
                  <td data-label={t.what}>{t.securityKinds[kind] ?? kind}</td>
                  <td data-label={t.login}>{person ?? t.nobodysLogin}</td>
                  <td data-label={t.network}>{network ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {view.earlier !== null && (
        <p>
          <a href={`${address('/office/security')}?before=${view.earlier}`}>{t.earlier}</a>
        </p>
      )}
    </OfficePage>
  );
}
