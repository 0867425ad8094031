import type { ReactNode } from 'react';
import type { IndicatorReading } from '@guankao/reading';
import { withUnit } from '../figures/numbers.ts';
import { useWords } from '../reader.tsx';
import { Picture } from './picture.tsx';

const width = 220;
const height = 22;

/** Target against result of one indicator, on a scale of its own from zero. A dash where either has no number. */
export function Bullet({ indicator }: { indicator: IndicatorReading }): ReactNode {
  const t = useWords();
  const target = indicator.target.value;
  const actual = indicator.actual?.value ?? null;
  if (target === null || actual === null || target < 0 || actual < 0 || target + actual === 0)
    return <span className="none">—</span>;
  const end = Math.max(target, actual) * 1.06;
  const at = (value: number): number => Math.round((value / end) * width * 10) / 10;
  const lessIsBetter = indicator.comparator === '<=';
  const [goodFrom, goodTo] = lessIsBetter ? [0, at(target)] : [at(target), width];
  return (
    <Picture
      className="bullet"
      width={width}
      height={height}
      name={t.bulletName(withUnit(target, indicator.target.unit), withUnit(actual, indicator.actual?.unit ?? null))}
    >
      <rect className="bullet-good" x={goodFrom} y={3} width={goodTo - goodFrom} height={height - 6} />
      <line className="bullet-base" x1={0} x2={width} y1={height - 3} y2={height - 3} />
      <rect
        className={indicator.met === false ? 'bullet-result is-missed' : 'bullet-result'}
        x={0}
        y={7}
        width={at(actual)}
        height={height - 14}
      />
      <line className="bullet-target" x1={at(target)} x2={at(target)} y1={1} y2={height - 1} />
    </Picture>
  );
}
