import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** As many guesses as somebody who has stolen the hashes makes on one machine in some years (argon2id, some 20 ms each). */
const fewestGuesses = 1e9;

/** The first characters decide, and bound the work: 64 take some 20 ms. */
const charactersLookedAt = 64;

/** Everybody who writes a password for this site thinks of these. */
const siteWords = ['guankao', '管考', '計畫', '行政院', 'taiwan'];

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The list of 49,000 common passwords and the keyboards take 28 MB and 0.1 s: loaded when the first password is set. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/**
 * Whether a password is one that many people use, a run of keys, digits or letters, a date, something repeated, one of
 * `known` words, or these put together: by how many guesses somebody needs who tries such things first (zxcvbn).
 * Width and case do not matter.
 */
export async function isEasilyGuessed(password: string, known: readonly string[]): Promise<boolean> {
  estimator ??= loadEstimator();
  const words = [...siteWords, ...known].map(plain).filter((word) => word.length > 1);
  const { guesses } = (await estimator).check(plain(password).slice(0, charactersLookedAt), words);
  return guesses < fewestGuesses;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
