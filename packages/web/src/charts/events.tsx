import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';
import type { ReactNode } from 'react';
import { calendarDate } from '../figures/years.ts';
import { useAddress, useReader, useWords } from '../reader.tsx';
import type { Chart, PictureOf } from './chart.ts';
import { eventWords as said } from './events-words.ts';
import type { EventFact } from './facts.ts';
import { onPage } from './frame.tsx';
import { planColumns } from './plan-columns.ts';
import { Mark, tenth } from './svg.tsx';
import { monthsOf, timeLineOf, TimeRows, timeWidth, type TimeLine, type TimeRow } from './time-rows.tsx';

export const events: Chart<EventFact> = {
  id: 'events',
  ...said.chart,
  isDrawn: () => true,
  columns: [
    ...planColumns,
    { key: 'kind', ...said.kind, type: 'string' },
    { key: 'date', ...said.date, type: 'date' },
    { key: 'text', ...said.text, type: 'string' },
    { key: 'source', ...said.source, type: 'string', filesOnly: true },
  ],
  leadsTo: ({ source }) => source,
  Picture: EventLines,
};

type Kind = EventFact['kind'];

const shapes: Readonly<Record<Kind, SymbolType>> = {
  award: symbolDiamond,
  start: symbolTriangle,
  halt: symbolSquare,
  resumption: symbolCross,
  completion: symbolCircle,
  acceptance: symbolStar,
};
const kinds = Object.keys(shapes) as Kind[];
const size = 150;
const pathOf = (kind: Kind): string => symbol(shapes[kind], size)() ?? '';

function EventLines({ view }: PictureOf<EventFact>): ReactNode {
  const eventIn = useEventInWords();
  const shown = onPage(view);
  const time = timeLineOf(shown.map(({ date }) => monthsOf(date)));
  const rows = [...Map.groupBy(shown, ({ id }) => id)].map(([id, told]): TimeRow => ({
    id,
    name: told[0]?.name ?? id,
    height: 22 + 16 * Math.max(0, ...levels(told)),
    says: told.map(eventIn).join(' '),
    marks: <Events told={told} time={time} />,
    words: <EventWords told={told} />,
  }));
  return (
    <>
      <Legend />
      <TimeRows rows={rows} time={time} />
    </>
  );
}

function Legend(): ReactNode {
  const { locale } = useReader();
  return (
    <p className="legend">
      {kinds.map((kind) => (
        <span key={kind} className="legend-entry">
          <svg viewBox="-8 -8 16 16" className="symbol" aria-hidden="true">
            <path className={`event is-${kind}`} d={pathOf(kind)} />
          </svg>{' '}
          {said.kind.words[locale][kind]}
        </span>
      ))}
    </p>
  );
}

/** So near in time two marks would lie upon each other: in months of the narrowest line of years that is likely. */
const nearby = 2;

/** On which level each stands, from 0: above those that are near it in time. */
function levels(told: readonly EventFact[]): readonly number[] {
  const ends: number[] = [];
  return told.map(({ date }) => {
    const at = monthsOf(date);
    const free = ends.findIndex((end) => at - end >= nearby);
    const level = free < 0 ? ends.length : free;
    ends[level] = at;
    return level;
  });
}

function Events({ told, time: { x } }: { readonly told: readonly EventFact[]; readonly time: TimeLine }): ReactNode {
  const address = useAddress();
  const eventIn = useEventInWords();
  const stands = levels(told);
  const base = 11 + 16 * Math.max(0, ...stands);
  return (
    <>
      <line className="life-base" x1={0} x2={timeWidth} y1={base} y2={base} />
      {told.map((fact, at) => (
        <Mark key={`${fact.kind} ${fact.source}`} href={address(fact.source)} says={eventIn(fact)}>
          <path
            className={`event is-${fact.kind}`}
            d={pathOf(fact.kind)}
            transform={`translate(${tenth(x(monthsOf(fact.date)))} ${base - 16 * (stands[at] ?? 0)})`}
          />
        </Mark>
      ))}
    </>
  );
}

function useEventInWords(): (fact: EventFact) => string {
  const { locale } = useReader();
  const { colon } = useWords();
  return ({ kind, date, text }) => `${calendarDate(date, locale)} ${said.kind.words[locale][kind]}${colon}「${text}」`;
}

function EventWords({ told }: { readonly told: readonly EventFact[] }): ReactNode {
  const { locale } = useReader();
  const address = useAddress();
  return (
    <ul className="time-words">
      {told.map(({ kind, date, text, source }) => (
        <li key={`${kind} ${source}`}>
          <a href={address(source)}>
            {calendarDate(date, locale)} {said.kind.words[locale][kind]}
          </a>{' '}
          <q lang="zh-Hant">{text}</q>
        </li>
      ))}
    </ul>
  );
}
