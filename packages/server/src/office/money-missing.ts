import type { MissingMoney, MissingOfRow } from '@guankao/web';
import {
  gapsOf,
  isStanding,
  mappingPolicy,
  may,
  reconcile,
  rowPolicy,
  type AccountMapping,
  type Agency,
  type Context,
  type RowRecord,
} from '@guankao/workflow';
import { mappedRows } from '../mappings/totals.ts';
import { nameOf } from './pages/desk.ts';

/** Of the rows whose money this person writes: what is at fault, then what is not there yet, in the order of the form. */
export function missingMoney(
  rows: readonly RowRecord[],
  mappings: readonly AccountMapping[],
  agencies: readonly Agency[],
  { actor, tree }: Context,
): MissingMoney {
  const listed = rows.filter(isStanding);
  const own = listed.filter((row) => may(rowPolicy, 'write-money', actor, row, tree));
  // Held against no file: what the checks say of what is recorded.
  const form = { rows: listed, own: new Set(own.map(({ id }) => id)), agencyNames: {} };
  const checks = new Map(reconcile(form, []).rows.map((one) => [one.row.id, one.checks]));
  const seen = mappings.filter((mapping) => may(mappingPolicy, 'read', actor, mapping, tree));
  const mapped = new Map(
    seen.flatMap((mapping) => mappedRows(mapping, listed).map((one) => [one.row.id, { mapping, ...one }] as const)),
  );
  const all = own.map((row): MissingOfRow => {
    const held = mapped.get(row.id);
    const standing = held?.standing;
    return {
      row,
      agencyName: nameOf(agencies, row.agency),
      faults: (checks.get(row.id) ?? []).filter(({ agrees }) => !agrees),
      accounts: standing === 'differs' || standing === 'orphan' ? standing : null,
      mapping: held?.mapping.id ?? null,
      missing: [
        ...(gapsOf(row).money ? (['year'] as const) : []),
        ...(row.money.approvedTotal === null ? (['approvedTotal'] as const) : []),
      ],
    };
  });
  return {
    rows: all.filter((one) => isAtFault(one) || one.missing.length > 0).toSorted(faultsFirst),
    all: own.length,
    recorded: own.filter((row) => !gapsOf(row).money).length,
  };
}

function isAtFault({ faults, accounts }: MissingOfRow): boolean {
  return faults.length > 0 || accounts !== null;
}

function faultsFirst(a: MissingOfRow, b: MissingOfRow): number {
  return Number(isAtFault(b)) - Number(isAtFault(a)) || a.row.position - b.row.position;
}
