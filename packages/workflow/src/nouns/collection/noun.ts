import { Type } from '@sinclair/typebox';
import { defineCommand, defineNoun } from '../../noun.ts';
import { moved } from '../../machine.ts';
import { Day, oneOf } from '../../schema.ts';
import {
  askableFields,
  CellAddressJson,
  CollectionRecordJson,
  decisions,
  ReceiverJson,
  type CollectionRecord,
} from './collection.ts';
import { decideCells } from './commands/decide.ts';
import { receiveFiles, type ReadFile } from './commands/receive.ts';
import { sendCollection, type ToSend } from './commands/send.ts';
import { applyToCollection, type CollectionEvent } from './events.ts';
import { collectionMachine } from './machine.ts';
import { collectionPolicy } from './policy.ts';

export const SendInput = Type.Object({
  ministry: Type.String({ minLength: 1, maxLength: 100, description: 'Id of the agency whose form it is' }),
  fields: Type.Array(oneOf(askableFields), { minItems: 1, maxItems: askableFields.length, uniqueItems: true }),
  receivers: Type.Array(ReceiverJson, { minItems: 1, maxItems: 1_000 }),
  due: Day,
  note: Type.String({ maxLength: 2_000 }),
});

export const ArrivalJson = Type.Object({
  came: Day,
  way: Type.String({ minLength: 1, maxLength: 200, description: 'How it came: 電子郵件' }),
});

export const DecideInput = Type.Object({
  cells: Type.Array(CellAddressJson, { minItems: 1, maxItems: 20_000 }),
  as: oneOf(decisions),
});

export const collection = defineNoun<CollectionRecord, CollectionEvent>({
  name: 'collection',
  plural: 'collections',
  label: { 'zh-Hant': '收集表', en: 'collection' },
  record: CollectionRecordJson,
  fields: {},
  values: ({ due, note }) => ({ due, note }),
  machine: collectionMachine,
  policy: collectionPolicy,
  kinds: ['collection-sent', 'collection-received', 'collection-decided', 'collection-moved'],
  apply: applyToCollection,
  placeOf: ({ year, ministry, round, state }) => ({ parent: year, agency: ministry, position: round, state }),
  commands: [
    defineCommand<null, typeof SendInput>({
      name: 'send',
      label: { 'zh-Hant': '發出收集表', en: 'send collection files' },
      may: 'send',
      as: () => 'compiler',
      input: SendInput,
      creates: ({ ministry }) => ({ ministry }),
      // Of the year's rows as they stand.
      prepared: true,
      decide: (_none, input, call) => sendCollection(input, call.facts as ToSend, call),
    }),
    defineCommand<CollectionRecord, typeof ArrivalJson>({
      name: 'receive',
      label: { 'zh-Hant': '收回檔案', en: 'receive files' },
      may: 'receive',
      as: () => 'compiler',
      input: ArrivalJson,
      // The files are read before, in the pool.
      prepared: true,
      decide: (record, arrival, call) => receiveFiles(record, call.facts as readonly ReadFile[], arrival, call),
    }),
    defineCommand<CollectionRecord, typeof DecideInput>({
      name: 'decide',
      label: { 'zh-Hant': '併入或保留', en: 'take in or leave' },
      may: 'decide',
      as: () => 'compiler',
      input: DecideInput,
      // Only together with the rows that change.
      prepared: true,
      decide: (record, { cells, as }, call) => decideCells(record, cells, as, call),
    }),
    defineCommand<CollectionRecord, ReturnType<typeof Type.Object<{}>>>({
      name: 'merge',
      label: { 'zh-Hant': '併入完成', en: 'end taking in' },
      may: 'merge',
      as: () => 'compiler',
      input: Type.Object({}),
      decide: ({ id, state }) => {
        const { to } = moved(collectionMachine, state, 'merge');
        return [{ kind: 'collection-moved', subject: id, payload: { move: 'merge', from: state, to } }];
      },
    }),
  ],
});
