import { may, type Actor, type AgencyTree, type AnyRecord, type Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import { recordsById } from './records.ts';

/** By the noun's own policy, and by that of the record that it is about. */
export async function mayRead(
  db: Database,
  nouns: readonly Noun[],
  noun: Noun,
  actor: Actor,
  record: AnyRecord,
  tree: AgencyTree,
): Promise<boolean> {
  return (await readableOf(db, nouns, noun, actor, [record], tree)).length > 0;
}

/** Those of many records that may be read, in their order; what they are about is asked for at once. */
export async function readableOf(
  db: Database,
  nouns: readonly Noun[],
  noun: Noun,
  actor: Actor,
  records: readonly AnyRecord[],
  tree: AgencyTree,
): Promise<readonly AnyRecord[]> {
  const aboutOf = await whatTheyAreAbout(db, noun, records);
  return records.filter((record) => {
    const about = aboutOf(record);
    if (about === 'itself') return may(noun.policy, 'read', actor, record, tree);
    const of = nouns.find(({ name }) => name === about?.noun);
    return (
      of !== undefined &&
      about !== null &&
      may(of.policy, 'read', actor, about.record, tree) &&
      may(noun.policy, 'read', actor, ofItsAgency(record, about.record), tree)
    );
  });
}

/** The record as policies are asked about it: of the agency that has what it is about now, which may be another than when it began. */
export async function asAsked(db: Database, noun: Noun, record: AnyRecord): Promise<AnyRecord> {
  const about = (await whatTheyAreAbout(db, noun, [record]))(record);
  return about === 'itself' || about === null ? record : ofItsAgency(record, about.record);
}

interface About {
  readonly noun: string;
  readonly record: AnyRecord;
}

/** null: what it is about is not there. */
type AboutOf = (record: AnyRecord) => About | 'itself' | null;

async function whatTheyAreAbout(db: Database, noun: Noun, records: readonly AnyRecord[]): Promise<AboutOf> {
  const { standsOn } = noun;
  if (standsOn === undefined) return () => 'itself';
  const found = new Map<string, ReadonlyMap<string, AnyRecord>>();
  for (const [name, of] of Map.groupBy(records.map(standsOn), (each) => each.noun))
    found.set(
      name,
      await recordsById(
        db,
        name,
        of.map(({ id }) => id),
      ),
    );
  return (record) => {
    const { noun: name, id } = standsOn(record);
    const about = found.get(name)?.get(id);
    return about === undefined ? null : { noun: name, record: about };
  };
}

function ofItsAgency(record: AnyRecord, about: AnyRecord): AnyRecord {
  return 'agency' in about ? ({ ...record, agency: about.agency } as AnyRecord) : record;
}
