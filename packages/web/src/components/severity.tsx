import type { ReactNode } from 'react';
import type { Severity, SeverityCounts } from '@guankao/domain';
import { useWords } from '../reader.tsx';

export const severities: readonly Severity[] = ['error', 'warning', 'question'];
const severityShapes: Readonly<Record<Severity, string>> = { error: '■', warning: '▲', question: '?' };

export function SeverityMark({ severity }: { severity: Severity }): ReactNode {
  const t = useWords();
  return (
    <span className={`severity is-${severity}`}>
      <span className="shape" aria-hidden="true">
        {severityShapes[severity]}
      </span>{' '}
      {t.severity[severity]}
    </span>
  );
}

/** `■ 2 ▲ 1 ? 3`, each with its word for those who hear the page; what there is none of is left out. */
export function SeverityTally({ counts }: { counts: SeverityCounts }): ReactNode {
  const t = useWords();
  const present = severities.filter((severity) => counts[severity] > 0);
  if (present.length === 0)
    return (
      <span className="none" aria-label={t.noFindings}>
        –
      </span>
    );
  return (
    <span className="tally">
      {present.map((severity) => (
        <span key={severity} className={`severity is-${severity}`} title={t.severityCount[severity](counts[severity])}>
          <span className="shape" aria-hidden="true">
            {severityShapes[severity]}
          </span>
          <span aria-hidden="true">{counts[severity]}</span>
          <span className="aside-for-ears">{t.severityCount[severity](counts[severity])} </span>
        </span>
      ))}
    </span>
  );
}
