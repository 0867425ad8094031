import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { fiscalYear } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader, useWords } from '../reader.tsx';
import type { Chart, PictureOf } from './chart.ts';
import { disconnectWords as said } from './disconnect-words.ts';
import type { DisconnectFact } from './facts.ts';
import { tenth } from './svg.tsx';

export const disconnect: Chart<DisconnectFact> = {
  id: 'disconnect',
  ...said.chart,
  isDrawn: () => true,
  columns: [
    { key: 'ministry', ...said.ministry, type: 'string' },
    { key: 'year', ...said.year, type: 'year' },
    { key: 'filing', ...said.filing, type: 'string', filesOnly: true },
    { key: 'rows', ...said.rows, type: 'integer' },
    { key: 'stated', ...said.stated, type: 'integer' },
    { key: 'computed', ...said.computed, type: 'integer' },
    { key: 'both', ...said.both, type: 'integer' },
    { key: 'more', ...said.more, type: 'integer' },
    { key: 'less', ...said.less, type: 'integer' },
    { key: 'differ', ...said.differ, type: 'integer' },
    { key: 'rate', ...said.rate, type: 'number' },
  ],
  leadsTo: ({ filing }) => addresses.filing(filing),
  Picture: DisconnectPicture,
};

/** More bars than these are no picture; the table has them. */
const mostBars = 60;
const end = 1000;

function DisconnectPicture({ facts, summary }: PictureOf<DisconnectFact>): ReactNode {
  const { locale } = useReader();
  return (
    <section className="roll-up" aria-label={`${said.chart.title[locale]}. ${summary}`}>
      <ul>
        {facts.slice(0, mostBars).map((fact) => (
          <OneFiling key={fact.filing} fact={fact} />
        ))}
      </ul>
    </section>
  );
}

function OneFiling({ fact }: { readonly fact: DisconnectFact }): ReactNode {
  const t = useOwnWords(said.words);
  const { noAgency } = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const href = address(addresses.filing(fact.filing));
  const told = fact.rate === null ? t.none : t.told(grouped(fact.rate), grouped(fact.differ), grouped(fact.both));
  return (
    <li>
      <p className="roll-name">
        <a href={href} lang="zh-Hant">
          {fact.ministry ?? noAgency}
        </a>
        <span className="facts">{fact.year === null ? '' : fiscalYear(fact.year, locale)}</span>
      </p>
      <div className="roll-bars">
        {fact.rate !== null && (
          <a href={href} tabIndex={-1} aria-hidden="true" className="bar-link">
            <svg viewBox={`0 0 ${end} 20`} preserveAspectRatio="none" className="roll-bar">
              <title>{told}</title>
              <rect className="is-budgeted" x={0} y={1} width={end} height={18} />
              <rect className="is-executed" x={0} y={1} width={tenth((fact.rate / 100) * end)} height={18} />
            </svg>
          </a>
        )}
        <p className="roll-figures">{told}</p>
      </div>
    </li>
  );
}
