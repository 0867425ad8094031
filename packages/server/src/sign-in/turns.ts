import { Refusal } from '@guankao/domain';

/**
 * Hashing a password takes a core for some 20 ms and 19 MiB. Two at a time leave the other threads to compression and
 * files; of those who wait no more than can be served in about two seconds.
 */
export class Turns {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #working = 0;

  constructor(most = 2, mostWaiting = 150) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  /** Throws a Refusal where too many wait already: ask before anything is counted. */
  demandRoom(): void {
    if (this.#waiting.length >= this.#mostWaiting) throw busy();
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#working >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#working += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#working -= 1;
      else next();
    }
  }
}

function busy(): Refusal {
  return new Refusal(
    'sign-in-busy',
    503,
    {
      'zh-Hant': '同時登入的人太多，請 5 秒後再試。',
      en: 'too many people are signing in at this moment; try again in 5 seconds.',
    },
    5,
  );
}
