import type { Machine } from '../../machine.ts';

export type CollectionState = 'sent' | 'received' | 'merged';
export type CollectionMove = 'receive' | 'merge';

/** A round of files to the agencies and back. What comes in late, or once more, is received all the same. */
export const collectionMachine: Machine<CollectionState, CollectionMove> = {
  subject: { 'zh-Hant': '這次收集', en: 'this collection' },
  first: 'sent',
  labels: {
    sent: { 'zh-Hant': '已發出', en: 'sent' },
    received: { 'zh-Hant': '收回中', en: 'coming back' },
    merged: { 'zh-Hant': '已併入', en: 'taken in' },
  },
  moves: [
    {
      name: 'receive',
      from: ['sent', 'received', 'merged'],
      to: 'received',
      who: 'compiler',
      label: { 'zh-Hant': '收回檔案', en: 'receive files' },
      reason: false,
      comesWith: 'receive',
    },
    {
      name: 'merge',
      from: ['received'],
      to: 'merged',
      who: 'compiler',
      label: { 'zh-Hant': '併入完成', en: 'end taking in' },
      reason: false,
    },
  ],
};
