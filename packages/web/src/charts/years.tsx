import { scaleLinear, scalePoint } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { grouped } from '../figures/numbers.ts';
import { fiscalYear, shortYear } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader, useWords } from '../reader.tsx';
import type { Chart, PictureOf } from './chart.ts';
import type { YearsFact } from './facts.ts';
import { planColumns, toPlan } from './plan-columns.ts';
import { Drawing, LinesAcross, Mark, tenth } from './svg.tsx';
import { yearsWords as said } from './years-words.ts';

export const years: Chart<YearsFact> = {
  id: 'years',
  ...said.chart,
  isDrawn: (fact) => fact.years > 1 && fact.rate !== null && fact.year !== null,
  columns: [
    ...planColumns,
    { key: 'line', ...said.line, type: 'string', filesOnly: true },
    { key: 'years', ...said.years, type: 'integer' },
    { key: 'rate', ...said.rate, type: 'number' },
    { key: 'change', ...said.change, type: 'number' },
  ],
  leadsTo: toPlan,
  Picture: Slopes,
};

const mostLines = 40;
/** Names at the right edge; more would stand upon each other. */
const mostNames = 14;
const nameLength = 11;
const [width, height] = [760, 460];
const edge = { left: 58, right: 270, top: 36, bottom: 44 };
const furthest = 200;

interface Line {
  readonly id: string;
  readonly name: string;
  readonly points: readonly (YearsFact & { readonly year: number; readonly rate: number })[];
}

function Slopes({ facts, summary }: PictureOf<YearsFact>): ReactNode {
  const t = useOwnWords(said.words);
  const { locale } = useReader();
  const lines = linesOf(facts);
  const shown = lines.slice(0, mostLines);
  const points = shown.flatMap((line) => line.points);
  const rates = points.map(({ rate }) => within(rate));
  const x = scalePoint(
    [...new Set(points.map(({ year }) => year))].toSorted((a, b) => a - b),
    [edge.left, width - edge.right],
  ).padding(0.15);
  const y = scaleLinear([Math.min(...rates), Math.max(100, ...rates)], [height - edge.bottom, edge.top]).nice(5);
  return (
    <>
      {lines.length > shown.length && <p>{t.most(mostLines, lines.length)}</p>}
      <Drawing width={width} height={height} title={said.chart.title[locale]} summary={summary}>
        <LinesAcross ticks={y.ticks(5)} y={y} from={edge.left} to={width - edge.right} />
        <text className="axis-label" x={0} y={20}>
          {t.upwards}
        </text>
        {x.domain().map((year) => (
          <text key={year} className="axis-label" x={tenth(x(year) ?? 0)} y={height - 12} textAnchor="middle">
            {shortYear(year, locale)}
          </text>
        ))}
        {shown.map((line) => (
          <Slope key={line.id} line={line} x={(year) => x(year) ?? 0} y={(rate) => y(within(rate))} />
        ))}
        <Names lines={shown.slice(0, mostNames)} y={(rate) => y(within(rate))} />
      </Drawing>
    </>
  );
}

interface Placing {
  readonly x: (year: number) => number;
  readonly y: (rate: number) => number;
}

function Slope({ line: { id, points, name }, x, y }: Placing & { readonly line: Line }): ReactNode {
  const { locale } = useReader();
  const { colon } = useWords();
  const address = useAddress();
  const path = lineOf<Line['points'][number]>(
    ({ year }) => tenth(x(year)),
    ({ rate }) => tenth(y(rate)),
  )(points);
  return (
    <>
      <Mark href={address(addresses.plan(id))} says={name}>
        <path className="slope" d={path ?? undefined} />
      </Mark>
      {points.map((point) => (
        <Mark
          key={point.id}
          href={address(toPlan(point))}
          says={`${name}${colon}${fiscalYear(point.year, locale)} ${grouped(point.rate)} %`}
        >
          <circle className="mark" cx={tenth(x(point.year))} cy={tenth(y(point.rate))} r={5} />
        </Mark>
      ))}
    </>
  );
}

/** At the height of the last dot, or as near below it as the names above leave room. */
function Names({ lines, y }: { readonly lines: readonly Line[]; readonly y: (rate: number) => number }): ReactNode {
  const address = useAddress();
  const placed = withRoom(
    lines.map((line) => ({ line, at: y(line.points.at(-1)?.rate ?? 0) })),
    26,
  );
  return placed.map(({ line: { id, name }, at }) => (
    <Mark key={id} href={address(addresses.plan(id))} says={name}>
      <text className="axis-label" x={width - edge.right + 14} y={tenth(at + 5)}>
        {shortOf(name)}
      </text>
    </Mark>
  ));
}

/** 示範計畫-圖書館 is told from its sisters by what comes after the hyphen. */
function shortOf(name: string): string {
  const own = name.split(/\p{Pd}/u).at(-1) ?? name;
  return own.length > nameLength ? `${own.slice(0, nameLength)}…` : own;
}

/** Pushed apart from above, then back from below where they would leave the drawing. */
function withRoom<T extends { readonly at: number }>(labels: readonly T[], least: number): readonly T[] {
  const down: T[] = [];
  for (const label of labels.toSorted((a, b) => a.at - b.at))
    down.push({ ...label, at: Math.max(label.at, (down.at(-1)?.at ?? -Infinity) + least) });
  const up: T[] = [];
  for (const label of down.toReversed())
    up.push({ ...label, at: Math.min(label.at, (up.at(-1)?.at ?? height - 8 + least) - least) });
  return up;
}

const within = (rate: number): number => Math.max(0, Math.min(furthest, rate));

/** Those that changed most between their first and last year first. */
function linesOf(facts: readonly YearsFact[]): readonly Line[] {
  const points = facts.flatMap((fact) =>
    fact.year === null || fact.rate === null ? [] : [{ ...fact, year: fact.year, rate: fact.rate }],
  );
  const change = ({ points: [first, ...rest] }: Line): number =>
    Math.abs((rest.at(-1)?.rate ?? 0) - (first?.rate ?? 0));
  return [...Map.groupBy(points, ({ line }) => line)]
    .map(([id, ofLine]) => ({
      id,
      name: ofLine.at(-1)?.name ?? id,
      points: ofLine.toSorted((a, b) => a.year - b.year),
    }))
    .filter((line) => line.points.length > 1)
    .toSorted((a, b) => change(b) - change(a));
}
