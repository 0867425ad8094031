import type { Clause } from '../text/clauses.ts';
import type { Item } from '../text/items.ts';
import type { Time } from '../text/times.ts';
import type { Target } from '../targets/target.ts';
import { actAt, actEndingIn } from './acts.ts';
import { namesEnd } from './ends.ts';
import { promisedEnd } from './statements.ts';

/** When what the target promises was done: 9月26日竣工、10月17日驗收 for 竣工 is the former. null where the clause does not say. */
export function actFor(target: Target, item: Item, clause: Clause): Time | null {
  const end = promisedEnd(target);
  const own = end === null ? null : actEndingIn(item, clause, (words) => namesEnd(words, end));
  return own ?? actAt(item, clause);
}
