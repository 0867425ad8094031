import { scaleLinear, scaleSqrt } from 'd3-scale';
import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { useAddress, useOwnWords, usePlanTitle, useWords } from '../reader.tsx';
import { Drawing, Mark, tenth } from './svg.tsx';
import { spentAndMetWords } from './spent-and-met-words.ts';

/** A row with both rates, in percent. */
export interface RatedLine {
  readonly id: string;
  readonly name: string;
  /** In the filing's unit. */
  readonly budgeted: number | null;
  readonly spent: number;
  readonly metRate: number;
}

/** More circles than these hide each other: they are counted by squares. */
export const mostCircles = 300;
const binPercent = 10;
const furthest = 200;

const [width, height] = [760, 480];
const edge = { left: 74, right: 30, top: 40, bottom: 80 };
const radii = { least: 4, most: 22 };

interface Circle {
  readonly key: string;
  readonly spent: number;
  readonly met: number;
  /** Area, as a share of the largest: 0 to 1. */
  readonly share: number;
  readonly title: string;
  readonly href: string;
  /** Rows that it stands for; null: one. */
  readonly rows: number | null;
}

/** Execution rate across, share of targets achieved upwards. The table below it has the same links for the keyboard. */
export function SpentAndMet({ lines, summary }: { lines: readonly RatedLine[]; summary: string }): ReactNode {
  const t = useOwnWords(spentAndMetWords);
  const circles = useCircles(lines);
  const end = Math.max(100, Math.ceil(Math.max(...circles.map(({ spent }) => spent)) / 25) * 25);
  const x = scaleLinear([0, end], [edge.left, width - edge.right]);
  const y = scaleLinear([0, 100], [height - edge.bottom, edge.top]);
  // An area is told by its radius: the root of its share.
  const radius = scaleSqrt([0, 1], [0, radii.most]);
  return (
    <Drawing className="spent-and-met" width={width} height={height} title={t.title} summary={summary}>
      <Axes x={x} y={y} end={end} />
      {circles.map(({ key, spent, met, share, title, href, rows }) => (
        <Mark key={key} href={href} says={title}>
          <circle
            className="mark"
            cx={tenth(x(spent))}
            cy={tenth(y(met))}
            r={tenth(Math.max(radii.least, radius(share)))}
          />
          {rows !== null && (
            <text className="mark-count" x={tenth(x(spent))} y={tenth(y(met) + 4)} textAnchor="middle">
              {rows}
            </text>
          )}
        </Mark>
      ))}
    </Drawing>
  );
}

function useCircles(lines: readonly RatedLine[]): readonly Circle[] {
  const t = useOwnWords(spentAndMetWords);
  const { colon, dot } = useWords();
  const planTitle = usePlanTitle();
  const address = useAddress();
  if (lines.length > mostCircles)
    return squaresOf(lines).map(({ spent, met, rows, share }) => ({
      key: `${spent}-${met}`,
      spent,
      met,
      share,
      rows,
      title: t.rowsIn(rows, spent, met),
      href: '#table',
    }));
  const most = Math.max(1, ...lines.map(({ budgeted }) => budgeted ?? 0));
  // The largest first, so that small ones lie upon them and can be reached.
  return [...lines]
    .sort((a, b) => (b.budgeted ?? 0) - (a.budgeted ?? 0))
    .map((line) => ({
      key: line.id,
      spent: within(line.spent),
      met: line.metRate,
      share: Math.max(0, line.budgeted ?? 0) / most,
      rows: null,
      title: `${planTitle(line)}${colon}${t.across} ${line.spent}${dot}${t.upwards} ${line.metRate}`,
      href: address(addresses.plan(line.id)),
    }));
}

const within = (spent: number): number => Math.max(0, Math.min(furthest, spent));

function squaresOf(
  lines: readonly RatedLine[],
): readonly { readonly spent: number; readonly met: number; readonly rows: number; readonly share: number }[] {
  const floor = (percent: number): number => Math.floor(percent / binPercent) * binPercent;
  const squares = Map.groupBy(lines, (line) => `${floor(within(line.spent))} ${floor(line.metRate)}`);
  const most = Math.max(...[...squares.values()].map(({ length }) => length));
  return [...squares].map(([key, { length }]) => {
    const [spent = 0, met = 0] = key.split(' ').map(Number);
    return { spent, met, rows: length, share: length / most };
  });
}

interface Scales {
  readonly x: (percent: number) => number;
  readonly y: (percent: number) => number;
  readonly end: number;
}

function Axes({ x, y, end }: Scales): ReactNode {
  const t = useOwnWords(spentAndMetWords);
  const ticks = Array.from({ length: end / 25 + 1 }, (_, index) => index * 25);
  return (
    <>
      {ticks.map((tick) => (
        <g key={`x${tick}`}>
          <line className="grid" x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(100)} />
          <text className="axis-label" x={x(tick)} y={y(0) + 36} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {[0, 25, 50, 75, 100].map((tick) => (
        <g key={`y${tick}`}>
          <line className="grid" x1={x(0)} x2={x(end)} y1={y(tick)} y2={y(tick)} />
          <text className="axis-label" x={x(0) - 26} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text className="axis-label" x={x(end)} y={height - 6} textAnchor="end">
        {t.across}
      </text>
      <text className="axis-label" x={4} y={20}>
        {t.upwards}
      </text>
      <text className="axis-label" x={x(end) - 8} y={y(4)} textAnchor="end">
        {t.spentNotMet}
      </text>
      <text className="axis-label" x={x(0) + 8} y={y(87)}>
        {t.metNotSpent}
      </text>
    </>
  );
}
