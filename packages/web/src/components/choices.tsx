import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useWords } from '../reader.tsx';
import type { Facet } from '../views.ts';

export interface ChoicesProps {
  /** Of the condition in the address. */
  readonly name: string;
  readonly title: string;
  readonly choices: readonly Facet[];
  readonly nameOf: (value: string) => string;
  /** The one that is chosen. */
  readonly current: string | undefined;
  /** Of the page, and its query without this condition: all choices of a line keep the same other conditions. */
  readonly path: string;
  readonly others: string;
  /** Choices that would leave nothing are offered too. */
  readonly keepEmpty?: boolean;
  /** A line with one choice is none. */
  readonly unlessSingle?: boolean;
}

/** No page grows with the nation: of hundreds of choices so many are offered here. */
const mostChoices = 40;

/** Of a long line of choices, so many stand in sight; they come with the most frequent first. */
const shownAtFirst = 8;

/** A line of choices with their counts, each a link that keeps all other conditions. */
export function Choices(line: ChoicesProps): ReactNode {
  const { name, title, choices, nameOf, current, path, others, keepEmpty = false, unlessSingle = false } = line;
  const t = useWords();
  const address = useAddress();
  const offered = choices.filter((facet) => keepEmpty || facet.count > 0 || facet.value === current);
  const shown = offered.filter((facet, at) => at < mostChoices || facet.value === current);
  const [first, further] =
    shown.length > shownAtFirst + 2 ? [shown.slice(0, shownAtFirst), shown.slice(shownAtFirst)] : [shown, []];
  const all = address(others === '' ? path : `${path}?${others}`);
  const chosen = `${all}${all.includes('?') ? '&' : '?'}${name}=`;
  const choice = ({ value, count }: Facet): ReactNode => (
    <li key={value}>
      <a href={`${chosen}${encodeURIComponent(value)}`} aria-current={current === value ? 'true' : undefined}>
        {nameOf(value)} <span className="count">{grouped(count)}</span>
      </a>
    </li>
  );
  if (shown.length === 0 || (unlessSingle && shown.length === 1 && current === undefined)) return null;
  return (
    <div className="facet">
      <dt>{title}</dt>
      <dd>
        <ul>
          <li>
            <a href={all} aria-current={current === undefined ? 'true' : undefined}>
              {t.all}
            </a>
          </li>
          {first.map(choice)}
        </ul>
        {further.length > 0 && (
          <details className="more" open={further.some((facet) => facet.value === current)}>
            <summary>{t.others(further.length)}</summary>
            <ul>
              {further.map(choice)}
              {offered.length > shown.length && name === 'filing' && (
                <li>
                  <a href={address(addresses.filings())}>{t.others(offered.length - shown.length)}</a>
                </li>
              )}
            </ul>
          </details>
        )}
      </dd>
    </div>
  );
}
