import { rollups } from 'd3-array';
import { forceCollide, forceSimulation, forceY, type SimulationNodeDatum } from 'd3-force';
import { scaleLinear, scaleSqrt } from 'd3-scale';
import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useOwnWords, usePlanTitle, useReader, useWords } from '../reader.tsx';
import { chartQuery, type Chart, type PictureOf } from './chart.ts';
import type { RatesFact } from './facts.ts';
import { planColumns, toPlan, typeColumn } from './plan-columns.ts';
import { ratesWords as said } from './rates-words.ts';
import { Drawing, Mark, tenth } from './svg.tsx';

export const rates: Chart<RatesFact> = {
  id: 'rates',
  ...said.chart,
  isDrawn: ({ rate }) => rate !== null,
  columns: [
    ...planColumns,
    typeColumn,
    { key: 'rate', ...said.rate, type: 'number' },
    { key: 'median', ...said.median, type: 'number' },
  ],
  leadsTo: toPlan,
  Picture: RatesPicture,
};

/** More dots than these hide each other, however they make room. */
const mostDots = 400;
const binPercent = 5;
const furthest = 200;
const width = 760;
const edge = { left: 14, right: 30, top: 34, axis: 66 };
const radius = 5;

interface Placed {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly rows: number | null;
  readonly says: string;
  readonly href: string;
}

interface Strip {
  readonly name: string;
  readonly median: number | null;
  readonly rows: number;
  readonly marks: readonly Placed[];
}

function RatesPicture({ facts, summary, view }: PictureOf<RatesFact>): ReactNode {
  const t = useOwnWords(said.words);
  const { locale } = useReader();
  const end = Math.max(100, Math.ceil(Math.max(...facts.map(({ rate }) => within(rate ?? 0))) / 25) * 25);
  const x = scaleLinear([0, end], [edge.left, width - edge.right]);
  const strips = useStrips(facts, x, chartQuery({ ...view.asked, by: null }));
  const heights = strips.map(({ marks }) => 2 * Math.max(18, ...marks.map(({ y, r }) => Math.abs(y) + r)));
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, each) => sum + each + edge.top + 14, 0));
  const base = tenth((tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) + edge.top + 8);
  return (
    <>
      {facts.length > mostDots && <p>{t.binned(mostDots)}</p>}
      <Drawing width={width} height={base + edge.axis} title={said.chart.title[locale]} summary={summary}>
        {x.ticks(5).map((tick) => (
          <g key={tick}>
            <line className="grid" x1={tenth(x(tick))} x2={tenth(x(tick))} y1={0} y2={base} />
            <text className="axis-label" x={tenth(x(tick))} y={base + 24} textAnchor={tick === 0 ? 'start' : 'middle'}>
              {tick}
            </text>
          </g>
        ))}
        <text className="axis-label" x={width - edge.right} y={base + 56} textAnchor="end">
          {t.across}
        </text>
        {strips.map((strip, at) => (
          <StripOfType key={strip.name} strip={strip} x={x} top={tops[at] ?? 0} height={heights[at] ?? 0} />
        ))}
      </Drawing>
    </>
  );
}

function StripOfType({
  strip: { name, median, rows, marks },
  x,
  top,
  height,
}: {
  readonly strip: Strip;
  readonly x: (rate: number) => number;
  readonly top: number;
  readonly height: number;
}): ReactNode {
  const t = useOwnWords(said.words);
  const middle = top + edge.top + height / 2;
  const at = median === null ? 0 : tenth(x(within(median)));
  return (
    <g>
      <text className="strip-name" x={edge.left} y={tenth(top + 22)}>
        {t.strip(name, rows)}
      </text>
      {median !== null && (
        <>
          <line className="median" x1={at} x2={at} y1={tenth(top + edge.top - 4)} y2={tenth(middle + height / 2)} />
          <text
            className="axis-label median-label"
            x={at}
            y={tenth(top + 22)}
            textAnchor={at > width / 2 ? 'end' : 'start'}
          >
            {t.median(grouped(median))}
          </text>
        </>
      )}
      {marks.map((mark) => (
        <Mark key={mark.key} href={mark.href} says={mark.says}>
          <circle className="mark" cx={tenth(mark.x)} cy={tenth(middle + mark.y)} r={tenth(mark.r)} />
          {mark.rows !== null && (
            <text className="mark-count" x={tenth(mark.x)} y={tenth(middle + mark.y + 4)} textAnchor="middle">
              {mark.rows}
            </text>
          )}
        </Mark>
      ))}
    </g>
  );
}

const within = (rate: number): number => Math.max(0, Math.min(furthest, rate));

function useStrips(facts: readonly RatesFact[], x: (rate: number) => number, query: string): readonly Strip[] {
  const t = useOwnWords(said.words);
  const { typeName, colon } = useWords();
  const planTitle = usePlanTitle();
  const address = useAddress();
  const types = [...Map.groupBy(facts, ({ type }) => type)];
  return types.map(([type, members]) => {
    const dots = members.toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0));
    return {
      name: type === null ? t.notPrinted : (typeName[type] ?? type),
      median: members[0]?.median ?? null,
      rows: members.length,
      marks:
        facts.length > mostDots
          ? inColumns(dots).map(({ from, rows, share }) => ({
              key: `${from}`,
              x: x(from + binPercent / 2),
              y: 0,
              r: Math.max(4, scaleSqrt([0, 1], [0, 22])(share)),
              rows,
              says: t.rows(from, rows),
              href: address(addresses.plans(plansQuery(type, query))),
            }))
          : swarm(dots.map(({ rate }) => x(within(rate ?? 0)))).map((place, at) => {
              const fact = dots[at] as RatesFact;
              return {
                key: fact.id,
                ...place,
                r: radius,
                rows: null,
                says: `${planTitle(fact)}${colon}${grouped(fact.rate ?? 0)} %`,
                href: address(toPlan(fact)),
              };
            }),
    };
  });
}

/** Of the list of plans: the type, and the filing where only one is asked for. */
function plansQuery(type: string | null, query: string): string {
  const of = new URLSearchParams(query).get('of') ?? '';
  const filing = /^(?:\d{4})?$/.test(of) ? {} : { filing: of };
  return new URLSearchParams({ ...filing, ...(type === null ? {} : { type }), sort: 'rate' }).toString();
}

function inColumns(
  facts: readonly RatesFact[],
): readonly { readonly from: number; readonly rows: number; readonly share: number }[] {
  const bins = rollups(
    facts,
    (members) => members.length,
    ({ rate }) => Math.floor(within(rate ?? 0) / binPercent) * binPercent,
  );
  const most = Math.max(...bins.map(([, rows]) => rows));
  return bins.map(([from, rows]) => ({ from, rows, share: rows / most }));
}

/** Each stays at its rate and gives way upwards and downwards only. The same places for the same rates, always. */
function swarm(xs: readonly number[]): readonly { readonly x: number; readonly y: number }[] {
  const nodes: SimulationNodeDatum[] = xs.map((x, at) => ({ x, fx: x, y: at % 2 === 0 ? 0.1 : -0.1 }));
  forceSimulation(nodes)
    .force('middle', forceY(0).strength(0.08))
    .force('room', forceCollide(radius + 0.6).iterations(3))
    .stop()
    .tick(150);
  return nodes.map(({ x = 0, y = 0 }) => ({ x, y }));
}
