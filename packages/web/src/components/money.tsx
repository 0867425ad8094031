import type { ReactNode } from 'react';
import type { MoneyUnit } from '@guankao/domain';
import type { ExecutionRate } from '../figures/execution-rate.ts';
import { asPercent } from '../figures/execution-rate.ts';
import { grouped } from '../figures/numbers.ts';
import { useWords } from '../reader.tsx';

export function useUnitName(): (unit: MoneyUnit | null) => string {
  const t = useWords();
  return (unit) => (unit === null ? t.unitUnknown : unit === 'TWD' ? t.twd : t.thousandTwd);
}

/** As printed, in the unit that stands beside it or in the column’s head. */
export function Amount({ value }: { value: number | null }): ReactNode {
  return value === null ? <span className="none">—</span> : <data value={value}>{grouped(value)}</data>;
}

/** A rate never stands without its formula: on the head of its column, or here as its title. */
export function Rate({ rate }: { rate: ExecutionRate | null }): ReactNode {
  const t = useWords();
  if (rate === null)
    return (
      <span className="none" title={t.noRate}>
        —
      </span>
    );
  return <span title={`R1 = ${grouped(rate.executed)} ÷ ${grouped(rate.budgeted)}`}>{asPercent(rate)}</span>;
}
