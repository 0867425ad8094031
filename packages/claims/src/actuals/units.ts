import type { Figure } from '../text/items.ts';
import type { Candidate } from './candidates.ts';
import { commonUnits, scales, unitFamilies, type Scale } from '../words/units.ts';
import { tellsChange } from '../targets/change.ts';
import { fits } from '../weights.ts';

/** 1 the same unit, 0.9 one that goes on with its noun (筆, 筆土地), 0.7 one of its family, 0 another measure. Kinds never mix: a share answers no count. */
export function unitFit(asked: Figure, given: Figure): number {
  if (kindOf(asked) !== kindOf(given)) return 0;
  const [a, b] = [asked.measure, given.measure];
  if (a === b) return 1;
  // 抽驗件數共2,135: the unit stands in the label.
  if ((a === '' || b === '') && given.kind === 'count') return fits.none;
  // 提升2%, 提升2個百分點.
  if (asked.kind === 'percent') return fits.sameMeasure;
  const [scaleA, scaleB] = [scales[a], scales[b]];
  if (scaleA !== undefined && scaleB !== undefined) return scaleA.base === scaleB.base ? fits.sameMeasure : 0;
  if (a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a))) return fits.sameMeasure;
  const others = families.get(b);
  return families.get(a)?.some((family) => others?.includes(family)) === true ? fits.family : 0;
}

/** The families of each measure word, by their places in the table. */
const families: ReadonlyMap<string, readonly number[]> = new Map(
  [...new Set(unitFamilies.flat())].map((unit) => [
    unit,
    unitFamilies.flatMap((family, at) => (family.includes(unit) ? [at] : [])),
  ]),
);

/** How well a candidate's unit answers the one asked, by the same measure. A way is counted in its unit or in percent, a bare number in any. */
export function fitOf(asked: Figure, { item, figure, way }: Pick<Candidate, 'item' | 'figure' | 'way'>): number {
  if (figure.bare) return 1;
  // 提升5個百分點 is answered by a change, and by no level: 填報率36%.
  if (asked.unit === '百分點' && way === null && figure.unit !== '百分點' && !tellsChange(item, figure)) return 0;
  if (way === null) return unitFit(asked, figure);
  if (asked.kind === 'percent') return asked.unit === '百分點' && figure.kind !== 'percent' ? 0 : 1;
  return unitFit(asked, figure);
}

/** An hour of teaching is a duration to one reader and a count to another. */
function kindOf({ kind, measure }: Figure): string {
  if (kind === 'duration' || (kind === 'count' && scales[measure] !== undefined)) return 'scaled';
  return kind;
}

/** 輛, 公頃: rare enough that one target and one result of it in a row belong together. */
export function isRare({ measure }: Figure): boolean {
  return measure !== '' && !commonUnits.has(measure);
}

/** Brings a value to the base of its dimension, so that 90 分鐘 can be held against 2 小時. */
export function toBase(value: number, { measure }: Figure): number {
  const scale: Scale | undefined = scales[measure];
  return scale === undefined ? value : value * scale.factor;
}
