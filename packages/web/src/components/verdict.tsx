import type { ReactNode } from 'react';
import type { StatedVerdict, Verdict } from '@guankao/domain';
import { useWords } from '../reader.tsx';

const verdictShapes: Record<Verdict, string> = { achieved: '●', partly: '◐', not_achieved: '○', undetermined: '–' };
const statedShapes: Record<StatedVerdict, string> = { achieved: '●', not_achieved: '○', none: '–' };

/** Shape and word together: neither the shape nor its colour is ever alone. */
export function VerdictMark({ verdict }: { verdict: Verdict }): ReactNode {
  const t = useWords();
  return (
    <span className={`verdict is-${verdict}`}>
      <span className="shape" aria-hidden="true">
        {verdictShapes[verdict]}
      </span>{' '}
      {t.verdict[verdict]}
    </span>
  );
}

export function StatedMark({ stated }: { stated: StatedVerdict }): ReactNode {
  const t = useWords();
  return (
    <span className={`verdict is-${stated}`}>
      <span className="shape" aria-hidden="true">
        {statedShapes[stated]}
      </span>{' '}
      {t.statedVerdict[stated]}
    </span>
  );
}

/** Of one indicator: met, missed, or left open by the filing. */
export function MetMark({ met }: { met: boolean | null }): ReactNode {
  const t = useWords();
  const verdict: Verdict = met === null ? 'undetermined' : met ? 'achieved' : 'not_achieved';
  return (
    <span className={`verdict is-${verdict}`}>
      <span className="shape" aria-hidden="true">
        {verdictShapes[verdict]}
      </span>{' '}
      {met === null ? t.unanswered : met ? t.met : t.missed}
    </span>
  );
}

/** The filing claims more, or less, than its figures show. What is undetermined differs from nothing. */
export function differ(stated: StatedVerdict, verdict: Verdict): boolean {
  if (stated === 'none' || verdict === 'undetermined') return false;
  return stated !== verdict;
}
