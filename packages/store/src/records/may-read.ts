import { may, type Actor, type AgencyTree, type AnyRecord, type Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import { recordOf } from './records.ts';

/** By the noun's own policy, and by that of the record that it is about. */
export async function mayRead(
  db: Database,
  nouns: readonly Noun[],
  noun: Noun,
  actor: Actor,
  record: AnyRecord,
  tree: AgencyTree,
): Promise<boolean> {
  if (!may(noun.policy, 'read', actor, record, tree)) return false;
  if (noun.standsOn === undefined) return true;
  const { noun: name, id } = noun.standsOn(record);
  const [of, subject] = [nouns.find((one) => one.name === name), await recordOf(db, name, id)];
  return of !== undefined && subject !== null && may(of.policy, 'read', actor, subject, tree);
}
