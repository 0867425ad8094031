import type { Comparator } from '@guankao/domain';
import type { Figure } from '../text/items.ts';
import type { Change } from './change.ts';
import type { Each } from './each.ts';
import type { Phrase } from './phrases.ts';

/** What a row promises, before anything answers it. */
export interface Target {
  readonly phrase: Phrase;
  readonly label: string;
  readonly comparator: Comparator;
  readonly strict: boolean;
  /** null for a milestone. */
  readonly figure: Figure | null;
  readonly scope: 'year' | 'plan';
  /** The last day on which it is met in time, `2024-06-30`; null where it names none but the year. */
  readonly due: string | null;
  /** It asks by how much something rises or drops; null for a level. */
  readonly change: Change | null;
  /** 每月2場: for each of several times or places; null where it is for the whole. */
  readonly each: Each | null;
  /** One of several things that share a target: 降低停機率至3次(甲機、乙機). */
  readonly member: string | null;
}
