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
  const about = await aboutWhat(db, noun, record);
  if (about === 'itself') return may(noun.policy, 'read', actor, record, tree);
  const of = nouns.find(({ name }) => name === about?.noun);
  return (
    of !== undefined &&
    about !== null &&
    may(of.policy, 'read', actor, about.record, tree) &&
    may(noun.policy, 'read', actor, ofItsAgency(record, about.record), tree)
  );
}

/** The record as policies are asked about it: of the agency that has what it is about now, which may be another than when it began. */
export async function asAsked(db: Database, noun: Noun, record: AnyRecord): Promise<AnyRecord> {
  const about = await aboutWhat(db, noun, record);
  return about === 'itself' || about === null ? record : ofItsAgency(record, about.record);
}

interface About {
  readonly noun: string;
  readonly record: AnyRecord;
}

/** null: what it is about is not there. */
async function aboutWhat(db: Database, noun: Noun, record: AnyRecord): Promise<About | 'itself' | null> {
  if (noun.standsOn === undefined) return 'itself';
  const { noun: name, id } = noun.standsOn(record);
  const found = await recordOf(db, name, id);
  return found === null ? null : { noun: name, record: found };
}

function ofItsAgency(record: AnyRecord, about: AnyRecord): AnyRecord {
  return 'agency' in about ? ({ ...record, agency: about.agency } as AnyRecord) : record;
}
