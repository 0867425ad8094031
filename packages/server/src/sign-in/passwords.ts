import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '@guankao/domain';

// argon2id with OWASP's first recommended cost: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const shortestPassword = 12;
const longestPassword = 256;

/** Throws a Refusal for a password that is too short, too long, or the login itself. */
export async function hashPassword(password: string, login: string): Promise<string> {
  if (
    password.length < shortestPassword ||
    password.length > longestPassword ||
    password.toLowerCase().includes(login.toLowerCase())
  ) {
    throw new Refusal('weak-password', 422, {
      'zh-Hant': `密碼要 ${shortestPassword} 至 ${longestPassword} 個字元，且不含帳號。建議用幾個不相干的詞組成。`,
      en: `a password has ${shortestPassword} to ${longestPassword} characters and does not contain the login. A few unrelated words make a good one.`,
    });
  }
  return hash(password, cost);
}

let nobodysHash: Promise<string> | undefined;

/** A login that does not exist is checked against a hash of nothing, so that both answers take the same time. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  nobodysHash ??= hash('', cost);
  const matches = await verify(kept ?? (await nobodysHash), password.slice(0, longestPassword + 1));
  return kept !== null && matches;
}
