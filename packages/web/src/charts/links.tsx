import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { useAddress, useReader, useWords } from '../reader.tsx';
import type { Chart, ChartFact } from './chart.ts';
import { disconnect } from './disconnect.tsx';
import { due } from './due.tsx';
import { evidencePlans } from './evidence-plans.tsx';
import { evidence } from './evidence.tsx';
import { events } from './events.tsx';
import { kinds } from './kinds.tsx';
import { life } from './life.tsx';
import { rates } from './rates.tsx';
import { rollUp } from './roll-up.tsx';
import { years } from './years.tsx';

type Named = Pick<Chart<ChartFact>, 'id' | 'title'>;

/** The charts of one filing. */
export function ChartsOfFiling({ id }: { readonly id: string }): ReactNode {
  return (
    <Links
      charts={[evidence, evidencePlans, disconnect, kinds, rates, rollUp, due, life, events, years]}
      query={new URLSearchParams({ of: id })}
    />
  );
}

/** The charts of one plan row. */
export function ChartsOfPlan({ id }: { readonly id: string }): ReactNode {
  return <Links charts={[life, events]} query={new URLSearchParams({ plan: id })} />;
}

function Links({ charts, query }: { readonly charts: readonly Named[]; readonly query: URLSearchParams }): ReactNode {
  const { charts: title, colon } = useWords();
  const { locale } = useReader();
  const address = useAddress();
  return (
    <p>
      {title}
      {colon}
      <span className="inline-list">
        {charts.map((chart) => (
          <a key={chart.id} href={address(addresses.chart(chart.id, query.toString()))}>
            {chart.title[locale]}
          </a>
        ))}
      </span>
    </p>
  );
}
