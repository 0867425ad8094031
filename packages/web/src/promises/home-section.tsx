import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { fiscalYear, shortYear } from '../figures/years.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader } from '../reader.tsx';
import type { PromisesAtHome } from '../views.ts';
import { usePromiseWords } from './page.tsx';

/** One click to what is promised for next year, and for every other year. */
export function PromisesSection({ view: { nextYear, years } }: { view: PromisesAtHome }): ReactNode {
  const own = usePromiseWords();
  const address = useAddress();
  const { locale } = useReader();
  const dueIn = (year: number): string => address(addresses.promises(`year=${year}`));
  return (
    <section aria-labelledby="commitments">
      <h2 id="commitments">{own.title}</h2>
      <p>
        <a href={dueIn(nextYear.year)}>{own.next(fiscalYear(nextYear.year, locale), nextYear.count)}</a>
      </p>
      {years.length > 0 && (
        <nav className="other-lists" aria-label={own.dueYears}>
          <ul>
            {years.map(({ year, count }) => (
              <li key={year}>
                <a href={dueIn(year)}>
                  {shortYear(year, locale)} <span className="count">{grouped(count)}</span>
                </a>
              </li>
            ))}
            <li>
              <a href={address(addresses.promises())}>{own.homeMore}</a>
            </li>
          </ul>
        </nav>
      )}
    </section>
  );
}
