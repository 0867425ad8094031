import { useId, type ReactNode } from 'react';

/**
 * A drawing that holds links. What it shows is told by its title and description; its marks are out of the keyboard's
 * order and of what is read out, for the table below has the same links, each with all figures.
 */
export function Drawing({
  className,
  width,
  height,
  title,
  summary,
  children,
}: {
  readonly className?: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly summary: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <svg
      className={['drawing', className].filter(Boolean).join(' ')}
      viewBox={`0 0 ${width} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it holds links, so it is a group and no image
      role="group"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{summary}</desc>
      <g aria-hidden="true">{children}</g>
    </svg>
  );
}

/** A mark that leads somewhere, with what it says. */
export function Mark({
  href,
  says,
  className,
  children,
}: {
  readonly href: string;
  readonly says: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <a href={href} tabIndex={-1} className={className}>
      <title>{says}</title>
      {children}
    </a>
  );
}

/** One decimal is a tenth of a unit of the drawing: no eye sees more, and each page is shorter for it. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Lines across the drawing at these values, each with its number at the left edge. */
export function LinesAcross({
  ticks,
  y,
  from,
  to,
}: {
  readonly ticks: readonly number[];
  readonly y: (tick: number) => number;
  readonly from: number;
  readonly to: number;
}): ReactNode {
  return ticks.map((tick) => (
    <g key={tick}>
      <line className="grid" x1={from} x2={to} y1={tenth(y(tick))} y2={tenth(y(tick))} />
      <text className="axis-label" x={from - 8} y={tenth(y(tick) + 4)} textAnchor="end">
        {tick}
      </text>
    </g>
  ));
}
