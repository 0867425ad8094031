import type { ReactNode } from 'react';
import type { Verdict } from '@guankao/domain';
import { asFraction, asPercent } from '../figures/execution-rate.ts';
import { useWords } from '../reader.tsx';
import type { PlanLine } from '../views.ts';
import { Picture } from './picture.tsx';

const width = 760;
const binPercent = 5;
const dot = 9;
const margin = 4;

/** From the foot of a column upwards. */
const verdicts: readonly Verdict[] = ['achieved', 'partly', 'not_achieved', 'undetermined'];

/** How many plans spent how much of their budget to date: a mark for each, in bins of five percent. */
export function RateStrip({ lines }: { lines: readonly PlanLine[] }): ReactNode {
  const t = useWords();
  const rated = lines.flatMap((line) =>
    line.rate === null ? [] : [{ line, rate: line.rate, percent: asFraction(line.rate) * 100 }],
  );
  if (rated.length < 2) return null;
  const end = Math.max(100, ...rated.map(({ percent }) => Math.min(percent, 200))) + binPercent;
  rated.sort((a, b) => verdicts.indexOf(a.line.row.verdict) - verdicts.indexOf(b.line.row.verdict));
  const bins = Map.groupBy(rated, ({ percent }) => Math.floor(Math.max(0, Math.min(percent, 200)) / binPercent));
  const binWidth = ((width - 2 * margin) * binPercent) / end;
  const across = Math.max(1, Math.floor((binWidth - 3) / (dot + 1)));
  const rows = Math.ceil(Math.max(...[...bins.values()].map((bin) => bin.length)) / across);
  const base = rows * (dot + 2) + 4;
  const x = (percent: number): number => margin + ((width - 2 * margin) * percent) / end;
  const ticks = Array.from({ length: Math.floor(end / 25) + 1 }, (_, index) => index * 25);
  return (
    <Picture className="rate-strip" width={width} height={base + 24} name={t.ratePicture}>
      <line className="axis" x1={0} x2={width} y1={base} y2={base} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="axis" x1={x(tick)} x2={x(tick)} y1={base} y2={base + 5} />
          <text
            className="axis-label"
            x={x(tick)}
            y={base + 20}
            textAnchor={tick === 0 ? 'start' : 'middle'}
          >{`${tick} %`}</text>
        </g>
      ))}
      {[...bins].flatMap(([bin, members]) =>
        members.map(({ line, rate }, index) => (
          <PlanDot
            key={line.id}
            verdict={line.row.verdict}
            x={x(bin * binPercent) + 2 + (index % across) * (dot + 1) + dot / 2}
            y={base - 4 - Math.floor(index / across) * (dot + 2) - dot / 2}
            title={`${line.row.name}${t.colon}${asPercent(rate)} %${t.dot}${t.verdict[line.row.verdict]}`}
          />
        )),
      )}
    </Picture>
  );
}

function PlanDot({ verdict, x, y, title }: { verdict: Verdict; x: number; y: number; title: string }): ReactNode {
  const radius = dot / 2 - 0.75;
  return (
    <g className={`dot is-${verdict}`}>
      <title>{title}</title>
      {verdict === 'undetermined' ? (
        <line x1={x - radius} x2={x + radius} y1={y} y2={y} />
      ) : (
        <circle cx={x} cy={y} r={radius} className={verdict === 'achieved' ? 'is-full' : 'is-open'} />
      )}
      {verdict === 'partly' && (
        <path d={`M ${x} ${y - radius} A ${radius} ${radius} 0 0 0 ${x} ${y + radius} Z`} className="is-full" />
      )}
    </g>
  );
}
