import { readCollection } from '../../packages/pool/src/works/collection.ts';
import {
  addressOf,
  applyToCollection,
  asComesBack,
  isPlain,
  newFiles,
  nouns,
  receiveFiles,
  standingOf,
  takingsOf,
  type CollectionRecord,
  type RowRecord,
} from '@guankao/workflow';
import { cameBack, contextAt, rowsOfYear, sent, tokenIn, type Written } from './collected-year.ts';

/** What became of the texts of one year. */
export interface Outcome {
  readonly written: number;
  /** By the end of its name, how many files came, those in mails and archives too. */
  readonly files: Readonly<Record<string, number>>;
  /** Stand where they were written for. */
  readonly placed: number;
  /** Are shown to a person, with their place. */
  readonly shown: number;
  /** Are in a file of which it is said why it cannot be read. */
  readonly inUnread: number;
  readonly lost: readonly Written[];
  readonly misplaced: readonly string[];
  /** Rows that changed though nobody wrote into them, or that lost what stood there. */
  readonly spoilt: readonly string[];
}

const row = nouns.find(({ name }) => name === 'row');
const collectionNoun = nouns.find(({ name }) => name === 'collection');

/** One year's files dropped in together, and all that is without conflict taken in. */
export async function comeIn(seed: number): Promise<Outcome> {
  const before = rowsOfYear();
  const collection = sent(before);
  const { files, written } = await cameBack(collection, seed);
  const received = await withFiles(collection, files);
  const plain = standingOf(received, before).filter(isPlain);
  const rows = takeIn(received, before, plain);
  return weigh(received, before, rows, written);
}

async function withFiles(
  collection: CollectionRecord,
  files: Parameters<typeof readCollection>[0]['files'],
): Promise<CollectionRecord> {
  const { files: read } = await readCollection({ collection, files });
  const context = contextAt(new Date('2026-01-19T01:00:00Z'));
  const events = receiveFiles(collection, newFiles(collection, read), { came: '2026-01-19', way: '電子郵件' }, context);
  return events.reduce<CollectionRecord>((record, event) => applyToCollection(record, event), collection);
}

/** As the record does it: every row by its own command. */
function takeIn(
  collection: CollectionRecord,
  before: readonly RowRecord[],
  cells: Parameters<typeof takingsOf>[1],
): readonly RowRecord[] {
  const rows = new Map(before.map((one) => [one.id, one]));
  const take = row?.commands.find(({ name }) => name === 'take-texts');
  if (row === undefined || take === undefined || collectionNoun === undefined) throw new Error('no such noun');
  const context = contextAt(new Date('2026-01-19T02:00:00Z'));
  if (cells.length > 0)
    collectionNoun.commands
      .find(({ name }) => name === 'decide')
      ?.decide(
        collection,
        { cells: cells.map(addressOf), as: 'taken' },
        { ...context, shown: collection.version, children: [], beside: [], facts: null },
      );
  for (const { row: id, shown, input } of takingsOf(collection, cells)) {
    const subject = rows.get(id);
    if (subject === undefined) throw new Error(id);
    const at = subject.version > shown ? subject.version : shown;
    const events = take.decide(subject, input, { ...context, shown: at, children: [], beside: [], facts: null });
    for (const event of events) rows.set(id, row.apply(rows.get(id) ?? null, event) as RowRecord);
  }
  return [...rows.values()];
}

function weigh(
  { files }: CollectionRecord,
  before: readonly RowRecord[],
  after: readonly RowRecord[],
  written: readonly Written[],
): Outcome {
  const owner = new Map(written.flatMap((one) => tokenIn(one.text).map((token) => [token, one] as const)));
  const placed = new Set<string>();
  const misplaced: string[] = [];
  const spoilt: string[] = [];
  for (const [at, { id, texts }] of after.entries())
    for (const [field, text] of Object.entries(texts)) {
      const was = before[at]?.texts[field as keyof typeof texts] ?? '';
      if (text === was) continue;
      const [token = '', ...more] = tokenIn(text);
      const one = owner.get(token);
      if (one === undefined || more.length > 0 || asComesBack(one.text) !== asComesBack(text))
        spoilt.push(`${id} ${field}: ${text}`);
      else if (one.row !== id || one.field !== field) misplaced.push(`${id} ${field}: ${text}`);
      else placed.add(token);
    }
  const shown = new Set(
    files.flatMap(({ cells, unread }) => [...cells, ...unread].flatMap(({ text }) => tokenIn(text))),
  );
  const unreadFiles = new Set(files.filter(({ problem }) => problem !== null).map(({ name }) => name));
  const isInUnread = ({ file }: Written) => [...unreadFiles].some((name) => name.startsWith(file));
  const tokens = [...owner];
  const open = tokens.filter(([token]) => !placed.has(token));
  return {
    written: tokens.length,
    files: Object.fromEntries(
      [...Map.groupBy(files, ({ name }) => /\.(\w+)$/.exec(name)?.[1] ?? 'none')].map(([end, own]) => [
        end,
        own.length,
      ]),
    ),
    placed: placed.size,
    shown: open.filter(([token]) => shown.has(token)).length,
    inUnread: open.filter(([token, one]) => !shown.has(token) && isInUnread(one)).length,
    lost: open.filter(([token, one]) => !shown.has(token) && !isInUnread(one)).map(([, one]) => one),
    misplaced,
    spoilt,
  };
}
