import { isStanding, lagCauses, type RowCauses, type RowRecord } from '@guankao/workflow';

/** Of the rows of one agency in one year. */
interface AgencyYear {
  /** Gregorian. */
  readonly year: number;
  readonly agency: string;
  /** Rows of the form. */
  readonly rows: number;
  /** Of which a cause was confirmed by nobody. */
  readonly without: number;
}

/** Rows of one agency in one year that have a cause; a row may have several, and counts once for each. */
interface CauseCount extends AgencyYear {
  readonly code: string;
  /** Ids of the rows. */
  readonly having: readonly string[];
}

export interface CauseCounts {
  /** The newest year first, then by agency. */
  readonly agencies: readonly AgencyYear[];
  /** None is empty; in the order of the list of causes. */
  readonly counts: readonly CauseCount[];
}

/** Of rows that stand in their form: who was split, merged or retired is another's. */
export function countCauses(records: readonly RowCauses[], rows: readonly RowRecord[]): CauseCounts {
  const causesOf = new Map(records.map((record) => [record.row, new Set(record.causes.map(({ code }) => code))]));
  const groups = Map.groupBy(rows.filter(isStanding), ({ fiscalYear, agency }) => `${fiscalYear} ${agency}`);
  const all = [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const without = own.filter(({ id }) => (causesOf.get(id)?.size ?? 0) === 0).length;
    return [{ own, of: { year: first.fiscalYear, agency: first.agency, rows: own.length, without } }];
  });
  const inOrder = all.toSorted(
    (a, b) => b.of.year - a.of.year || (a.of.agency < b.of.agency ? -1 : a.of.agency > b.of.agency ? 1 : 0),
  );
  return {
    agencies: inOrder.map(({ of }) => of),
    counts: inOrder.flatMap(({ own, of }) =>
      lagCauses().flatMap(({ code }): CauseCount[] => {
        const having = own.filter(({ id }) => causesOf.get(id)?.has(code)).map(({ id }) => id);
        return having.length === 0 ? [] : [{ ...of, code, having }];
      }),
    ),
  };
}
