import type { Context } from '../../../context.ts';
import { Refusal } from '@guankao/domain';
import { dayInTaipei } from '../../../days.ts';
import { moved } from '../../../machine.ts';
import { demand } from '../../../policy.ts';
import type { CameFile, CollectionRecord, FileReading } from '../collection.ts';
import type { CollectionEvent } from '../events.ts';
import { collectionMachine } from '../machine.ts';
import { collectionPolicy } from '../policy.ts';

/** A file that came back, as it was read. */
export interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly reading: FileReading;
}

export interface Arrival {
  /** 2026-01-20 */
  readonly came: string;
  readonly way: string;
}

/** Files come back. One that is known by its bytes is not received again, whatever it is called now. */
export function receiveFiles(
  collection: CollectionRecord,
  files: readonly ReadFile[],
  { came, way }: Arrival,
  { actor, tree, now }: Context,
): readonly CollectionEvent[] {
  demand(collectionPolicy, 'receive', actor, collection, tree);
  moved(collectionMachine, collection.state, 'receive');
  // A day ends here eight hours before it ends in UTC.
  if (came > dayInTaipei(now)) throw notYet(came);
  return newFiles(collection, files).map(({ name, sha256, size, reading }, at): CollectionEvent => {
    const file: CameFile = {
      number: collection.files.length + at + 1,
      name,
      sha256,
      size,
      came,
      way,
      at: now.toISOString(),
      by: actor.name,
      ...reading,
    };
    const document = `${name}（SHA-256 ${sha256.slice(0, 12)}）`;
    return { kind: 'collection-received', subject: collection.id, payload: { file, document } };
  });
}

/** Those whose bytes did not come before, each once. */
export function newFiles<File extends Pick<ReadFile, 'sha256'>>(
  { files }: Pick<CollectionRecord, 'files'>,
  come: readonly File[],
): readonly File[] {
  const known = new Set(files.map(({ sha256 }) => sha256));
  return come.filter(({ sha256 }, at) => !known.has(sha256) && come.findIndex((one) => one.sha256 === sha256) === at);
}

function notYet(day: string): Refusal {
  return new Refusal('day-to-come', 422, {
    'zh-Hant': `收到日期「${day}」還沒到。請填實際收到的日期。`,
    en: `${day} is yet to come. Give the day on which the files came.`,
  }).about('came');
}
