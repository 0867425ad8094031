import type { ReactNode } from 'react';
import { periodInWords, shortYear } from '../figures/years.ts';
import { useReader } from '../reader.tsx';
import { Picture } from './picture.tsx';

const width = 340;
const height = 38;

/** Months since the year nought, the last one's end included. */
function months(month: string, past: boolean): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - (past ? 0 : 1);
}

/** A plan’s life as one line of years, with the filing’s year shaded. Nothing where the period is broken. */
export function LifeLine({
  period,
  year,
}: {
  period: { readonly start: string | null; readonly end: string | null };
  year: number | null;
}): ReactNode {
  const { locale } = useReader();
  if (period.start === null || period.end === null || period.start > period.end) return null;
  const start = months(period.start, false);
  const end = months(period.end, true);
  const firstYear = Math.floor(start / 12);
  const lastYear = Math.ceil(end / 12);
  const at = (month: number): number =>
    Math.round(((month / 12 - firstYear) / (lastYear - firstYear)) * (width - 2)) + 1;
  const years = Array.from({ length: lastYear - firstYear }, (_, index) => firstYear + index);
  return (
    <Picture className="life-line" width={width} height={height} name={periodInWords(period, locale)}>
      {year !== null && year >= firstYear && year < lastYear && (
        <rect
          className="life-year"
          x={at(year * 12)}
          y={0}
          width={at(year * 12 + 12) - at(year * 12)}
          height={height}
        />
      )}
      <line className="life-base" x1={0} x2={width} y1={12} y2={12} />
      <line className="life-span" x1={at(start)} x2={at(end)} y1={12} y2={12} />
      {[...years, lastYear].map((each) => (
        <line key={each} className="life-tick" x1={at(each * 12)} x2={at(each * 12)} y1={7} y2={17} />
      ))}
      {years.length <= 14 &&
        years.map((each) => (
          <text
            key={each}
            className={each === year ? 'life-label is-now' : 'life-label'}
            x={(at(each * 12) + at(each * 12 + 12)) / 2}
            y={33}
            textAnchor="middle"
          >
            {shortYear(each, locale)}
          </text>
        ))}
    </Picture>
  );
}
