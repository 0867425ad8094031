import { isDeliveryVerb, type Weights, type Words } from '../text/words.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { likenessOfWords } from '../weights.ts';

/** Its own words against the target's; where it has none (完成1萬3,400筆) it speaks of what its item speaks of. */
export function likenessOf(asked: Asked, candidate: Candidate, weights: Weights): number {
  const bare = isBare(candidate, weights);
  const wanted = asked.own.size === 0 ? asked.wide : asked.own;
  const likeness = bare ? likenessOfWords.neutral : likenessOfOwn(wanted, candidate.own, weights);
  const cover = Math.max(
    weights.cover(wanted, candidate.sentence),
    likenessOfWords.ofItem * weights.cover(wanted, candidate.wide),
  );
  const back = bare ? likenessOfWords.backOfBare : weights.cover(candidate.own, asked.wide);
  if (bare && cover === 0) return likenessOfWords.bareAndUncovered;
  return likenessOfWords.own * likeness + likenessOfWords.covered * cover + likenessOfWords.back * back;
}

/** A phrase of verbs alone (本年度建置600支) is like no other more than any. */
function likenessOfOwn(wanted: Words, own: Words, weights: Weights): number {
  const firmness = Math.min(1, weights.of(wanted));
  return firmness * weights.likeness(wanted, own) + (1 - firmness) * likenessOfWords.neutral;
}

/** No words of its own, or verbs alone: 已施作0.6公里, 僅新設17家. */
export function isBare({ own }: Candidate, weights: Weights): boolean {
  return own.size <= 2 && ![...own].some((word) => weights.knows(word) && !isDeliveryVerb(word));
}

/** The candidate has most of the words of the target: 救護車8輛 of a list of vehicles. */
export function isNamedFully({ own }: Asked, candidate: Candidate, weights: Weights): boolean {
  return weights.cover(own, candidate.own) >= likenessOfWords.namedFully;
}
