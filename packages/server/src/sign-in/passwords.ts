import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '@guankao/domain';
import { isEasilyGuessed } from './guessing.ts';
import { Turns } from './turns.ts';

// argon2id with OWASP's first recommended cost: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const shortestPassword = 12;
const longestPassword = 256;

/** Whose password it is to be: what everybody knows of a person is no secret. */
export interface Owner {
  readonly login: string;
  /** Of the person, of the ministry, and the like. */
  readonly names: readonly string[];
}

const turns = new Turns();

/** Throws a Refusal where so many sign in that one more would only wait. */
export function demandRoomToHash(): void {
  turns.demandRoom();
}

/** Throws a Refusal for a password that is too short, too long, holds the login, or is easily guessed. */
export async function demandGoodPassword(password: string, { login, names }: Owner): Promise<void> {
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
  if (!(await isEasilyGuessed(password, [login, ...names]))) return;
  throw new Refusal('common-password', 422, {
    'zh-Hant':
      '這個密碼太容易猜：是常用的密碼、鍵盤順序、數列、重複的字，或由它們與您的名稱拼成。建議用四個以上不相干的詞組成。',
    en: 'this password is easily guessed: a common one, a run of keys or digits, something repeated, or these put together with your names. Four or more unrelated words make a good one.',
  });
}

/** argon2id. Look at the password first: `demandGoodPassword`. */
export async function hashPassword(password: string): Promise<string> {
  return turns.take(() => hash(password, cost));
}

let nobodysHash: Promise<string> | undefined;

/** A login that does not exist is checked against a hash of nothing, so that both answers take the same time. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  nobodysHash ??= hash('', cost);
  const against = kept ?? (await nobodysHash);
  const matches = await turns.take(() => verify(against, password.slice(0, longestPassword + 1)));
  return kept !== null && matches;
}
