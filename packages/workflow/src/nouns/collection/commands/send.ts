import { Refusal } from '@guankao/domain';
import type { Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import { demand } from '../../../policy.ts';
import { isStanding, type RowRecord } from '../../row/row.ts';
import type { YearRecord } from '../../year/year.ts';
import type { AskedField, CollectionRecord, Receiver } from '../collection.ts';
import type { CollectionEvent } from '../events.ts';
import { collectionMachine } from '../machine.ts';
import { collectionPolicy } from '../policy.ts';
import { columnsFor, sentRow } from '../sheet.ts';

export interface Sending {
  readonly fields: readonly AskedField[];
  readonly receivers: readonly Receiver[];
  readonly due: string;
  readonly note: string;
}

/** What is sent out of: the year as it stands, and the collections that it has. */
export interface ToSend {
  readonly year: YearRecord;
  readonly rows: readonly RowRecord[];
  /** Collections of the year before this one. */
  readonly before: number;
  /** By id. */
  readonly agencyNames: Readonly<Record<string, string>>;
}

/** Freezes what each agency is sent: the files are made of this, and what comes back is held against it. */
export function sendCollection(
  { fields, receivers, due, note }: Sending,
  { year, rows: all, before, agencyNames }: ToSend,
  { actor, tree, now }: Context,
): readonly CollectionEvent[] {
  demand(collectionPolicy, 'send', actor, year, tree);
  if (year.state !== 'open' && year.state !== 'correcting') throw formClosed();
  const rows = all.filter(isStanding);
  const twice = receivers.find(({ agency }, at) => receivers.findIndex((one) => one.agency === agency) !== at);
  if (twice !== undefined) throw agencyTwice(agencyNames[twice.agency] ?? twice.agency);
  const without = receivers.find(({ agency }) => !rows.some((row) => row.agency === agency));
  if (without !== undefined) throw noRows(agencyNames[without.agency] ?? without.agency);
  const id = `${year.id}-收集-${before + 1}`;
  const asked = rows.filter((row) => receivers.some(({ agency }) => agency === row.agency));
  const inOrder = asked.toSorted((a, b) => a.position - b.position);
  const columns = columnsFor(fields, inOrder);
  const collection: CollectionRecord = {
    id,
    year: year.id,
    ministry: year.ministry,
    fiscalYear: year.fiscalYear,
    round: before + 1,
    state: collectionMachine.first,
    version: 1,
    due,
    note: cleanText(note.trim(), { 'zh-Hant': '補充說明', en: 'note' }, 'note'),
    sentAt: now.toISOString(),
    sentBy: actor.name,
    receivers: receivers.map(({ agency, person, to }) => ({
      agency,
      name: agencyNames[agency] ?? agency,
      person: cleanText(person.trim(), { 'zh-Hant': '填報人', en: 'who fills it in' }, `person-${agency}`),
      to: cleanText(to.trim(), { 'zh-Hant': '寄送', en: 'sent to' }, `to-${agency}`),
    })),
    columns,
    rows: inOrder.map((row) => sentRow(id, row, agencyNames[row.agency] ?? row.agency, columns)),
    files: [],
    decisions: [],
  };
  return [{ kind: 'collection-sent', subject: id, payload: { collection } }];
}

function formClosed(): Refusal {
  return new Refusal('collection-form-closed', 409, {
    'zh-Hant': '這份表已報送，不能再發出收集表。請先開放修正。',
    en: 'this form was reported: no collection files are sent for it. Open it for correction first.',
  });
}

function agencyTwice(name: string): Refusal {
  return new Refusal('agency-twice', 422, {
    'zh-Hant': `「${name}」列了兩次。每個機關只發一份，請刪去一筆。`,
    en: `${name} is listed twice. Each agency gets one file: take one of them out.`,
  });
}

function noRows(name: string): Refusal {
  return new Refusal('agency-without-rows', 422, {
    'zh-Hant': `「${name}」在這份表上沒有列，沒有可填的內容。請取消勾選，或先新增它的計畫。`,
    en: `${name} has no row in this form and nothing to fill in. Leave it out, or add its plans first.`,
  });
}
