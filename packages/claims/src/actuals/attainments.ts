import { phraseOf } from '../targets/phrases.ts';
import { roleOf } from '../targets/roles.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';

/** The rate of attainment that answers a target for which no result is printed: 達成率104%. */
export function attainmentOf(untold: Untold): Derived | null {
  for (const item of untold.items) {
    const figure = item.figures.find((one) => roleOf(item, one) === 'attainment' && speaksOf(untold, item, one.start));
    if (figure !== undefined && figure.value !== null)
      return { met: figure.value >= 100, result: null, phrase: phraseOf(item, figure), reason: 'rate of attainment' };
  }
  return null;
}
