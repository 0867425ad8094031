import type { Comparator } from '@guankao/domain';
import type { Figure } from '../text/items.ts';
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
  /** One of several things that share a target: 降低故障率至2次(偵防車、巴士). */
  readonly member: string | null;
}
