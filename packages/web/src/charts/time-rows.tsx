import { scaleLinear } from 'd3-scale';
import { useId, type ReactNode } from 'react';
import { shortYear } from '../figures/years.ts';
import { useAddress, usePlanTitle, useReader } from '../reader.tsx';
import { addresses } from '../addresses.ts';
import { tenth } from './svg.tsx';

export const timeWidth = 760;
const edge = 16;

/** Months since the year nought; a day is a part of its month, a year alone its beginning. */
export function monthsOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year * 12 + month - 1 + (day - 1) / 31;
}

/** Whole years around all that is to be shown; `x` takes months. */
export interface TimeLine {
  readonly first: number;
  readonly last: number;
  readonly x: (months: number) => number;
}

export function timeLineOf(times: readonly number[]): TimeLine {
  const [first, last] = [Math.floor(Math.min(...times) / 12), Math.ceil((Math.max(...times) + 0.01) / 12)];
  return { first, last, x: scaleLinear([first * 12, last * 12], [edge, timeWidth - edge]) };
}

export interface TimeRow {
  /** Of the plan row that it leads to. */
  readonly id: string;
  readonly name: string;
  readonly height: number;
  readonly says: string;
  readonly marks: ReactNode;
  /** What the marks say, in words and with the same links. */
  readonly words: ReactNode;
}

/**
 * Plans below each other on one line of years. Names are HTML, so that long ones wrap and stay legible on a phone; the
 * marks are SVG, all of one scale, their links out of the keyboard's order, for the words below have the same.
 */
export function TimeRows({ rows, time }: { readonly rows: readonly TimeRow[]; readonly time: TimeLine }): ReactNode {
  const { locale } = useReader();
  const address = useAddress();
  const planTitle = usePlanTitle();
  const id = useId();
  const { first, last, x } = time;
  const years = scaleLinear([first, last], [0, 1])
    .ticks(Math.min(8, last - first))
    .filter(Number.isInteger);
  const lines = (height: number): ReactNode =>
    years.map((year) => (
      <line key={year} className="grid" x1={tenth(x(year * 12))} x2={tenth(x(year * 12))} y1={0} y2={height} />
    ));
  return (
    <div className="time-rows">
      <svg className="drawing" viewBox={`0 0 ${timeWidth} 28`} aria-hidden="true">
        {years.map((year, at) => (
          <text
            key={year}
            className="axis-label"
            x={tenth(x(year * 12))}
            y={22}
            textAnchor={at === 0 ? 'start' : year === last ? 'end' : 'middle'}
          >
            {shortYear(year, locale)}
          </text>
        ))}
      </svg>
      <ul>
        {rows.map((row, at) => (
          <li key={row.id}>
            <p className="roll-name">
              <a href={address(addresses.plan(row.id))} lang="zh-Hant">
                {planTitle(row)}
              </a>
            </p>
            <svg
              className="drawing"
              viewBox={`0 0 ${timeWidth} ${row.height}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it holds links, so it is a group and no image
              role="group"
              aria-labelledby={`${id}${at}t`}
              aria-describedby={`${id}${at}d`}
            >
              <title id={`${id}${at}t`}>{planTitle(row)}</title>
              <desc id={`${id}${at}d`}>{row.says}</desc>
              <g aria-hidden="true">
                {lines(row.height)}
                {row.marks}
              </g>
            </svg>
            {row.words}
          </li>
        ))}
      </ul>
    </div>
  );
}
