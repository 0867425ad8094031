import type { Office } from '@guankao/store';
import type { CarryOverOfRow, CarryOversView } from '@guankao/web';
import {
  approvedTotalOf,
  askedTotal,
  carryOverAlerts,
  carryOverId,
  carryOverPolicy,
  dayInTaipei,
  isStanding,
  may,
  rowPolicy,
  standingOfLine,
  type CarryOver,
  type Context,
  type RowRecord,
  type YearRecord,
} from '@guankao/workflow';

/** A row's application in its agency, as this person may see it; null where none was begun. */
export async function carryOverOfRow(office: Office, row: RowRecord, current: Context): Promise<CarryOver | null> {
  const found = (await office.record('carry-over', carryOverId(row.id, row.agency))) as CarryOver | null;
  return found !== null && mayRead(found, current) ? found : null;
}

/** Whether this person may ask for one on the row. */
export function mayBeginCarryOver(row: RowRecord, { actor, tree }: Context): boolean {
  const none = { agency: row.agency, state: 'drafting', writers: [] } as const;
  return isStanding(row) && may(carryOverPolicy, 'write', actor, none, tree);
}

/** What the row's page shows: its own, and what was approved of the same share the year before. */
export async function carryOverSectionsOf(office: Office, row: RowRecord, current: Context): Promise<CarryOverOfRow> {
  const all = (await office.records('carry-over', null)) as readonly CarryOver[];
  const before = all
    .filter(({ share, fiscalYear }) => share === row.share && fiscalYear === row.fiscalYear - 1)
    .flatMap((carryOver) => {
      const approved = approvedTotalOf(carryOver) ?? 0;
      return approved > 0 && mayRead(carryOver, current) ? [{ carryOver, approved }] : [];
    });
  return {
    carryOver: all.find((one) => one.id === carryOverId(row.id, row.agency) && mayRead(one, current)) ?? null,
    mayBegin: mayBeginCarryOver(row, current),
    before,
    carried: row.carried ?? null,
    mayDraw: may(rowPolicy, 'write-money', current.actor, row, current.tree),
  };
}

/** Those of the year, and those of years before of which something is still open. */
export async function carryOversOf(
  office: Office,
  year: YearRecord,
  nameOf: (agency: string) => string,
  current: Context,
): Promise<CarryOversView['carryOvers']> {
  const today = dayInTaipei(current.now);
  const all = (await office.records('carry-over', null)) as readonly CarryOver[];
  const shown = all
    .filter((one) => current.tree.within(one.agency, year.ministry) && mayRead(one, current))
    .filter(({ fiscalYear, state }) =>
      fiscalYear === year.fiscalYear ? true : fiscalYear < year.fiscalYear && state !== 'closed' && state !== 'refused',
    )
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || a.position - b.position);
  return Promise.all(
    shown.map(async (carryOver) => {
      const row = await office.row(carryOver.row);
      return {
        carryOver,
        // The row may be another agency's by now, under another name.
        rowName:
          row === null || !may(rowPolicy, 'read', current.actor, row, current.tree) ? carryOver.row : row.texts.name,
        agencyName: nameOf(carryOver.agency),
        asked: askedTotal(carryOver),
        approved: approvedTotalOf(carryOver),
        open: carryOver.lines.reduce((sum, { id }) => sum + standingOfLine(carryOver, id).open, 0),
        alerts: carryOverAlerts(carryOver, today),
      };
    }),
  );
}

function mayRead(carryOver: CarryOver, { actor, tree }: Context): boolean {
  return may(carryOverPolicy, 'read', actor, carryOver, tree);
}
