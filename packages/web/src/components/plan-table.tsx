import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { fiscalYear, periodInShort } from '../figures/years.ts';
import { useAddress, usePlanTitle, useReader, useWords } from '../reader.tsx';
import type { PlanLine } from '../views.ts';
import { Amount, Rate, useUnitName } from './money.tsx';
import { Snippets } from './snippets.tsx';
import { SeverityTally } from './severity.tsx';
import { differ, StatedMark, VerdictMark } from './verdict.tsx';

/** The order that a column’s head leads to; absent where the table has one order only. */
export interface Sorting {
  readonly by: string;
  readonly down: boolean;
  readonly address: (sort: string, down: boolean) => string;
}

export interface PlanTableProps {
  readonly lines: readonly PlanLine[];
  readonly sorting?: Sorting;
  /** Says whose plan each is: for tables over several filings. */
  readonly namesFiling?: boolean;
  readonly caption: string;
}

export function PlanTable({ lines, sorting, namesFiling = false, caption }: PlanTableProps): ReactNode {
  const unitName = useUnitName();
  const units = new Set(lines.map((line) => line.filing.moneyUnit));
  const [only] = units;
  const unit = units.size === 1 && only !== undefined ? only : null;
  const own = ownColumns(lines);
  return (
    <table className="plans">
      <caption className="aside-for-ears">{caption}</caption>
      {own === null ? (
        <PlanTableHead sorting={sorting} unit={units.size === 1 ? unitName(unit) : null} />
      ) : (
        <OwnColumnsHead columns={own} unit={units.size === 1 ? unitName(unit) : null} />
      )}
      <tbody>
        {lines.map((line) => (
          <PlanRow
            key={line.id}
            line={line}
            own={own}
            namesFiling={namesFiling}
            unit={units.size === 1 ? null : unitName(line.filing.moneyUnit)}
          />
        ))}
      </tbody>
    </table>
  );
}

/**
 * The money columns of forms that have others than this one’s three, such as a budget, as printed;
 * null where any row has one of the three. Such forms state no goals, so that there is no verdict to show.
 */
function ownColumns(lines: readonly PlanLine[]): readonly string[] | null {
  const standard = lines.some(
    ({ row }) => row.approvedTotal !== null || row.budgetedToDate !== null || row.executedToDate !== null,
  );
  const columns = [...new Set(lines.flatMap(({ row }) => row.amounts.map(({ column }) => column)))];
  return standard || columns.length === 0 ? null : columns;
}

function OwnColumnsHead({ columns, unit }: { columns: readonly string[]; unit: string | null }): ReactNode {
  const t = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{t.plan}</th>
        {columns.map((column) => (
          <th key={column} scope="col" className="number">
            <span lang="zh-Hant">{column}</span>
            {unit !== null && t.inBrackets(unit)}
          </th>
        ))}
        <th scope="col">{t.findings}</th>
      </tr>
    </thead>
  );
}

function PlanTableHead({ sorting, unit }: { sorting: Sorting | undefined; unit: string | null }): ReactNode {
  const t = useWords();
  return (
    <thead>
      <tr className="head-groups">
        <th scope="col" rowSpan={2} aria-sort={sortState('name', sorting)}>
          <SortLink name={t.plan} sort="name" sorting={sorting} />
        </th>
        <th scope="colgroup" colSpan={4}>
          {t.money}
          {unit !== null && t.inBrackets(unit)}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t.result}
        </th>
        <th scope="col" rowSpan={2} aria-sort={sortState('findings', sorting)}>
          <SortLink name={t.findings} sort="findings" sorting={sorting} />
        </th>
      </tr>
      <tr>
        <th scope="col" className="number" title={t.approvedScope} aria-sort={sortState('approved', sorting)}>
          <SortLink name={t.approvedTotal} sort="approved" sorting={sorting} />
        </th>
        <th scope="col" className="number" title={t.shareScope} aria-sort={sortState('budgeted', sorting)}>
          <SortLink name={t.budgetedToDate} sort="budgeted" sorting={sorting} />
        </th>
        <th scope="col" className="number" title={t.shareScope} aria-sort={sortState('executed', sorting)}>
          <SortLink name={t.executedToDate} sort="executed" sorting={sorting} />
        </th>
        <th scope="col" className="number" title={t.rateFormula} aria-sort={sortState('rate', sorting)}>
          <SortLink name={`${t.rateShort} %`} sort="rate" sorting={sorting} />
        </th>
        <th scope="col" title={t.statedLong}>
          {t.stated}
        </th>
        <th scope="col" title={t.computedLong}>
          {t.computed}
        </th>
      </tr>
    </thead>
  );
}

function sortState(sort: string, sorting: Sorting | undefined): 'ascending' | 'descending' | undefined {
  if (sorting?.by !== sort) return undefined;
  return sorting.down ? 'descending' : 'ascending';
}

/** Amounts start with the largest, names with the first. A second click turns the order round. */
function SortLink({ name, sort, sorting }: { name: string; sort: string; sorting: Sorting | undefined }): ReactNode {
  const t = useWords();
  if (sorting === undefined) return name;
  const active = sorting.by === sort;
  const down = active ? !sorting.down : sort !== 'name';
  return (
    <a className={active ? 'sort is-active' : 'sort'} href={sorting.address(sort, down)} title={t.sortBy(name)}>
      {name}
      {active && <span aria-hidden="true">{sorting.down ? ' ↓' : ' ↑'}</span>}
    </a>
  );
}

function PlanRow({
  line,
  own,
  namesFiling,
  unit,
}: {
  line: PlanLine;
  own: readonly string[] | null;
  namesFiling: boolean;
  unit: string | null;
}): ReactNode {
  const t = useWords();
  const address = useAddress();
  const planTitle = usePlanTitle();
  const { row } = line;
  return (
    <tr className={row.parent === null ? undefined : 'is-sub'}>
      <th scope="row" data-label={t.plan}>
        <a href={address(addresses.plan(line.id))} lang="zh-Hant">
          {row.marker !== null && <span className="marker">{row.marker} </span>}
          {planTitle({ id: line.id, name: row.name })}
        </a>
        <PlanFacts line={line} namesFiling={namesFiling} unit={unit} />
        <Snippets snippets={line.snippets ?? []} />
      </th>
      {own === null ? (
        <StandardCells line={line} />
      ) : (
        own.map((column) => (
          <td key={column} className="number" data-label={column}>
            <Amount value={row.amounts.find((amount) => amount.column === column)?.value ?? null} />
          </td>
        ))
      )}
      <td data-label={t.findings}>
        <SeverityTally counts={line.findings} />
      </td>
    </tr>
  );
}

function StandardCells({ line: { row, rate } }: { line: PlanLine }): ReactNode {
  const t = useWords();
  return (
    <>
      <td className="number" data-label={t.approvedTotal}>
        <Amount value={row.approvedTotal} />
      </td>
      <td className="number" data-label={t.budgetedToDate}>
        <Amount value={row.budgetedToDate} />
      </td>
      <td className="number" data-label={t.executedToDate}>
        <Amount value={row.executedToDate} />
      </td>
      <td className="number" data-label={`${t.rateShort} %`}>
        <Rate rate={rate} />
      </td>
      <td data-label={t.statedLong}>
        <StatedMark stated={row.statedVerdict} />
      </td>
      <td data-label={t.computedLong} className={differ(row.statedVerdict, row.verdict) ? 'differs' : undefined}>
        <VerdictMark verdict={row.verdict} />
      </td>
    </>
  );
}

/** The small line below a plan’s name. */
function PlanFacts({
  line,
  namesFiling,
  unit,
}: {
  line: PlanLine;
  namesFiling: boolean;
  unit: string | null;
}): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const { row, filing } = line;
  const facts = [
    namesFiling &&
      `${filing.agency ?? t.noAgency} ${filing.fiscalYear === null ? '' : fiscalYear(filing.fiscalYear, locale)}`.trim(),
    row.type !== null && (t.typeName[row.type] ?? row.type),
    row.period !== null && periodInShort(row.period, locale),
    unit,
    row.yearMoneyMissing === true && t.yearMoneyMissing,
    row.withheld !== undefined && t.partlyWithheld,
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return (
    <span className="facts">
      {namesFiling && filing.fictional && <span className="fictional-tag">{t.fictional}</span>}
      {facts.join(t.dot)}
    </span>
  );
}
