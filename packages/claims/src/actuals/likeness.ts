import { isDeliveryVerb, type Weights, type Words } from '../text/words.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';

/** Its own words against the target's; where it has none (完成1萬2,009筆) it speaks of what its item speaks of. */
export function likenessOf(asked: Asked, candidate: Candidate, weights: Weights): number {
  const bare = isBare(candidate, weights);
  const wanted = asked.own.size === 0 ? asked.wide : asked.own;
  const likeness = bare ? neutral : likenessOfOwn(wanted, candidate.own, weights);
  const cover = Math.max(weights.cover(wanted, candidate.sentence), 0.8 * weights.cover(wanted, candidate.wide));
  const back = bare ? 0.5 : weights.cover(candidate.own, asked.wide);
  if (bare && cover === 0) return 0.1;
  return 0.5 * likeness + 0.3 * cover + 0.2 * back;
}

/** Likeness of a phrase that says nothing. */
const neutral = 0.3;

/** A phrase of verbs alone (本年度建置600支) is like no other more than any. */
function likenessOfOwn(wanted: Words, own: Words, weights: Weights): number {
  const firmness = Math.min(1, weights.of(wanted));
  return firmness * weights.likeness(wanted, own) + (1 - firmness) * neutral;
}

/** No words of its own, or verbs alone: 已施作0.6公里, 僅新設17家. */
export function isBare({ own }: Candidate, weights: Weights): boolean {
  return own.size <= 2 && ![...own].some((word) => weights.knows(word) && !isDeliveryVerb(word));
}

/** The candidate has most of the words of the target: 救護車8輛 of a list of vehicles. */
export function isNamedFully({ own }: Asked, candidate: Candidate, weights: Weights): boolean {
  return weights.cover(own, candidate.own) >= 0.75;
}
