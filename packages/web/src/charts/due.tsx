import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { calendarDate, shortYear } from '../figures/years.ts';
import type { PromiseState } from '../promises/line.ts';
import { promiseWords } from '../promises/words.ts';
import { useAddress, useOwnWords, usePlanTitle, useReader, useWords } from '../reader.tsx';
import { both } from '../words/words.ts';
import type { Chart, PictureOf } from './chart.ts';
import { dueWords as said } from './due-words.ts';
import type { DueFact } from './facts.ts';
import { planColumns } from './plan-columns.ts';
import { Drawing, LinesAcross, Mark, tenth } from './svg.tsx';
import { monthsOf } from './time-rows.tsx';

type Dated = DueFact & { readonly month: string };

const isDated = (fact: DueFact): fact is Dated => fact.month !== null;
const columns = said.columns;

export const due: Chart<DueFact> = {
  id: 'commitments',
  ...said.chart,
  isDrawn: isDated,
  columns: [
    ...planColumns,
    { key: 'promise', ...columns.promise, type: 'string', filesOnly: true },
    { key: 'filing', ...columns.filing, type: 'string', filesOnly: true },
    { key: 'due', ...columns.due, type: 'date' },
    { key: 'month', ...columns.month, type: 'date' },
    {
      key: 'state',
      ...columns.state,
      type: 'string',
      words: both(promiseWords('zh-Hant').stateName, promiseWords('en').stateName),
    },
    { key: 'basis', ...columns.basis, type: 'string', filesOnly: true },
    { key: 'text', ...columns.text, type: 'string' },
    { key: 'source', ...columns.source, type: 'string', filesOnly: true },
  ],
  leadsTo: ({ source }) => source,
  Picture: ByMonth,
};

/** From the foot of a month upwards. */
const states: readonly PromiseState[] = ['kept', 'overdue', 'undetermined', 'open'];
/** More squares than these are no squares any more. */
const mostSquares = 1_500;
/** In months: from further away today would press all else together. */
const nearToday = 36;
const [width, height] = [760, 330];
const edge = { left: 56, right: 16, top: 40, bottom: 40 };

function ByMonth({ facts, summary, view }: PictureOf<DueFact>): ReactNode {
  const t = useOwnWords(said.words);
  const { locale } = useReader();
  const dated = facts.filter(isDated);
  const times = dated.map(({ month }) => monthsOf(month));
  const today = Math.floor(monthsOf(view.today));
  const near = times.some((time) => Math.abs(time - today) <= nearToday) ? [...times, today] : times;
  const [first, last] = [Math.min(...near), Math.max(...near)];
  const months = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const x = scaleBand(months, [edge.left, width - edge.right]).paddingInner(months.length > 80 ? 0 : 0.15);
  const ofMonths = Map.groupBy(dated, ({ month }) => monthsOf(month));
  const most = max(ofMonths.values(), ({ length }) => length) ?? 1;
  const y = scaleLinear([0, Math.max(4, most)], [height - edge.bottom, edge.top]);
  const bars = dated.length > mostSquares;
  return (
    <>
      <Legend />
      {bars && <p>{t.binned(mostSquares)}</p>}
      <Drawing width={width} height={height} title={said.chart.title[locale]} summary={summary}>
        <LinesAcross ticks={y.ticks(4).filter(Number.isInteger)} y={y} from={edge.left} to={width - edge.right} />
        <text className="axis-label" x={0} y={20}>
          {t.upwards}
        </text>
        {months
          .filter((month) => month % 12 === 0 || month === first)
          .map((month, at, all) =>
            // The first year and the next January may be too near each other for both names.
            at === 0 && (all[1] ?? Infinity) - month < months.length / 8 ? null : (
              <text key={month} className="axis-label" x={tenth(x(month) ?? 0)} y={height - 12}>
                {shortYear(Math.floor(month / 12), locale)}
              </text>
            ),
          )}
        {today >= first && today <= last && (
          <line
            className="today"
            x1={tenth(x(today) ?? edge.left)}
            x2={tenth(x(today) ?? edge.left)}
            y1={edge.top - 12}
            y2={height - edge.bottom}
          />
        )}
        {[...ofMonths].map(([month, members]) => {
          const place = { x: x(month) ?? 0, width: Math.max(2, x.bandwidth()), y };
          return bars ? (
            <Segments key={month} members={members} place={place} />
          ) : (
            <Squares key={month} members={members} place={place} />
          );
        })}
      </Drawing>
    </>
  );
}

function Legend(): ReactNode {
  const { locale } = useReader();
  const { stateName } = promiseWords(locale);
  return (
    <p className="legend">
      {states.map((state) => (
        <span key={state} className="legend-entry">
          <svg viewBox="0 0 14 14" className="symbol" aria-hidden="true">
            <rect className={`due is-${state}`} x={1} y={1} width={12} height={12} />
          </svg>{' '}
          {stateName[state]}
        </span>
      ))}
    </p>
  );
}

interface OfMonth {
  readonly members: readonly Dated[];
  readonly place: { readonly x: number; readonly width: number; readonly y: (count: number) => number };
}

function Squares({ members, place }: OfMonth): ReactNode {
  const { locale } = useReader();
  const { stateName } = promiseWords(locale);
  const { colon, dot } = useWords();
  const planTitle = usePlanTitle();
  const address = useAddress();
  const inOrder = members.toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
  return inOrder.map((fact, at) => (
    <Mark
      key={fact.promise}
      href={address(fact.source)}
      says={`${calendarDate(fact.due ?? fact.month, locale)}${dot}${stateName[fact.state]}${dot}${planTitle(fact)}${colon}${fact.text}`}
    >
      <Box state={fact.state} place={place} from={at} to={at + 1} />
    </Mark>
  ));
}

function Segments({ members, place }: OfMonth): ReactNode {
  const t = useOwnWords(said.words);
  const { locale } = useReader();
  const { stateName } = promiseWords(locale);
  const address = useAddress();
  const counts = Object.fromEntries(
    states.map((state) => [state, members.filter((fact) => fact.state === state).length]),
  ) as Record<PromiseState, number>;
  const month = members[0]?.month ?? '';
  return stack<Record<PromiseState, number>, PromiseState>()
    .keys(states)([counts])
    .filter(({ key }) => counts[key] > 0)
    .map((series) => (
      <Mark
        key={series.key}
        href={address(addresses.promises(`year=${month.slice(0, 4)}&state=${series.key}`))}
        says={t.segment(calendarDate(month, locale), stateName[series.key], counts[series.key])}
      >
        <Box state={series.key} place={place} from={series[0]?.[0] ?? 0} to={series[0]?.[1] ?? 0} />
      </Mark>
    ));
}

function Box({
  state,
  place: { x, width: across, y },
  from,
  to,
}: {
  readonly state: PromiseState;
  readonly place: OfMonth['place'];
  readonly from: number;
  readonly to: number;
}): ReactNode {
  const gap = y(from) - y(to) > 5 ? 1.5 : 0;
  return (
    <rect
      className={`due is-${state}`}
      x={tenth(x)}
      y={tenth(y(to) + gap)}
      width={tenth(across)}
      height={tenth(y(from) - y(to) - gap)}
    />
  );
}
