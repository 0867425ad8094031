import type { ReactNode } from 'react';
import type { CarryOverAlert } from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { calendarDate } from '../figures/years.ts';
import { useReader } from '../reader.tsx';
import { useCarryOverWords } from './carry-over-words.ts';

/** Money whose fourth year ends, or has ended; `withGround`: and on whose authority. */
export function Alerts({
  alerts,
  withGround = false,
}: {
  alerts: readonly CarryOverAlert[];
  withGround?: boolean;
}): ReactNode {
  const t = useCarryOverWords();
  const { locale } = useReader();
  const [first] = alerts;
  if (first === undefined) return null;
  return (
    <>
      <ul className="plain-list refusal">
        {alerts.map(({ line, limit, open, isPast }) => (
          <li key={line.id}>{(isPast ? t.alertPast : t.alert)(grouped(open), calendarDate(limit.lastDay, locale))}</li>
        ))}
      </ul>
      {withGround && (
        <p className="hint">
          {t.alertGround(first.limit.article)} <a href={first.limit.source}>{t.source}</a>
        </p>
      )}
    </>
  );
}
