import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { fiscalYear, periodInShort } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader, useWords } from '../reader.tsx';
import type { Chart, PictureOf } from './chart.ts';
import type { LifeFact } from './facts.ts';
import { onPage } from './frame.tsx';
import { lifeWords as said } from './life-words.ts';
import { planColumns } from './plan-columns.ts';
import { Mark, tenth } from './svg.tsx';
import { monthsOf, timeLineOf, TimeRows, type TimeLine, type TimeRow } from './time-rows.tsx';

type Drawn = LifeFact & { readonly starts: string; readonly ends: string };

const isWhole = (fact: LifeFact): fact is Drawn =>
  fact.starts !== null && fact.ends !== null && fact.starts <= fact.ends;

const toEdition = ({ id, edition }: LifeFact): string => addresses.plan(id, edition);
const columns = said.columns;

export const life: Chart<LifeFact> = {
  id: 'life',
  ...said.chart,
  isDrawn: isWhole,
  columns: [
    ...planColumns,
    { key: 'line', ...columns.line, type: 'string', filesOnly: true },
    { key: 'edition', ...columns.edition, type: 'integer' },
    { key: 'since', ...columns.since, type: 'date' },
    { key: 'starts', ...columns.starts, type: 'date' },
    { key: 'ends', ...columns.ends, type: 'date' },
    { key: 'approved', ...columns.approved, type: 'integer' },
    { key: 'budgeted', ...columns.budgeted, type: 'integer' },
    { key: 'executed', ...columns.executed, type: 'integer' },
    { key: 'targets', ...columns.targets, type: 'integer' },
    { key: 'eased', ...columns.eased, type: 'integer' },
    { key: 'tightened', ...columns.tightened, type: 'integer' },
    { key: 'removed', ...columns.removed, type: 'integer' },
  ],
  leadsTo: toEdition,
  Picture: Lives,
};

const mostBars = 8;
const step = 16;

function Lives({ view }: PictureOf<LifeFact>): ReactNode {
  const { locale } = useReader();
  const wordsOf = useEditionWords();
  const lines = [...Map.groupBy(onPage(view), ({ line }) => line)];
  const drawn = lines.filter(([, versions]) => versions.some(isWhole));
  const times = drawn.flatMap(([, versions]) =>
    versions.filter(isWhole).flatMap(({ starts, ends }) => [monthsOf(starts), monthsOf(ends) + 1]),
  );
  // What of the whole can be drawn stands on another page of the table.
  if (times.length === 0) return <p className="empty">{said.chart.nothing[locale]}</p>;
  const time = timeLineOf(times);
  const rows = drawn.map(([id, versions]): TimeRow => {
    const shown = versions.slice(-mostBars);
    return {
      id,
      name: versions.at(-1)?.name ?? id,
      height: shown.length * step + 6,
      says: shown.map(wordsOf).join(' '),
      marks: <Bars versions={shown} time={time} />,
      words: <Editions versions={shown} older={versions.length - shown.length} />,
    };
  });
  return <TimeRows rows={rows} time={time} />;
}

function Bars({
  versions,
  time: { x },
}: {
  readonly versions: readonly LifeFact[];
  readonly time: TimeLine;
}): ReactNode {
  const address = useAddress();
  const wordsOf = useEditionWords();
  return versions.map((fact, at) => {
    if (!isWhole(fact)) return null;
    const [from, to] = [x(monthsOf(fact.starts)), x(monthsOf(fact.ends) + 1)];
    const yearEnd = fact.year === null ? null : x((fact.year + 1) * 12);
    return (
      <Mark key={`${fact.id} ${fact.edition}`} href={address(toEdition(fact))} says={wordsOf(fact)}>
        <rect
          className={at === versions.length - 1 ? 'life-bar is-newest' : 'life-bar'}
          x={tenth(from)}
          y={at * step + 4}
          width={tenth(to - from)}
          height={step - 5}
        />
        {yearEnd !== null && yearEnd >= from && yearEnd <= to && (
          <circle className="life-now" cx={tenth(yearEnd)} cy={tenth(at * step + 4 + (step - 5) / 2)} r={4} />
        )}
      </Mark>
    );
  });
}

/** What one edition says of the plan, in a line. */
function useEditionWords(): (fact: LifeFact) => string {
  const t = useOwnWords(said.words);
  const { colon, dot } = useWords();
  const { locale } = useReader();
  return ({ year, edition, starts, ends, approved, targets, eased, tightened, removed }) => {
    const changes =
      eased === null || tightened === null || removed === null ? [] : [t.changed(eased, tightened, removed)];
    const parts = [
      starts === null || ends === null ? t.noPeriod : periodInShort({ start: starts, end: ends }, locale),
      approved === null ? t.noApproved : t.approved(grouped(approved)),
      t.targets(targets),
      ...changes,
    ];
    return `${t.edition(year === null ? null : fiscalYear(year, locale), edition)}${colon}${parts.join(dot)}`;
  };
}

function Editions({ versions, older }: { readonly versions: readonly LifeFact[]; readonly older: number }): ReactNode {
  const t = useOwnWords(said.words);
  const address = useAddress();
  const wordsOf = useEditionWords();
  return (
    <ul className="time-words">
      {older > 0 && <li>{t.older(older)}</li>}
      {versions.map((fact) => (
        <li key={`${fact.id} ${fact.edition}`}>
          <a href={address(toEdition(fact))}>{wordsOf(fact)}</a>
        </li>
      ))}
    </ul>
  );
}
