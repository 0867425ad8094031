import { noMoney, type RowRecord } from '@guankao/workflow';
import type { Share } from './shuffled.ts';

/** A row of which nothing but name and agency is written yet. */
export function emptyRow({ id, name, agency }: Share, at: number): RowRecord {
  return {
    id,
    year: '範例部-114',
    fiscalYear: 2025,
    share: id,
    agency,
    position: at + 1,
    marker: null,
    parent: null,
    state: 'drafting',
    version: 1,
    texts: { name, type: '', period: '', plannedWork: '', execution: '', goals: '', explanation: '' },
    money: noMoney,
    versions: [],
    indicators: [],
    lastYear: null,
    remarks: [],
    authors: {},
    predecessors: [],
    successors: [],
    disclosure: {},
    writers: [],
  };
}
