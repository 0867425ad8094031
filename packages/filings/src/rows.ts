import type { Cell, Span, TableRow } from '@guankao/domain';
import type { Role } from './layout.ts';
import { alignCells, byPlace } from './cells.ts';
import type { Column } from './headings.ts';
import { partsOfJoint } from './joint-cells.ts';
import type { Section } from './sections.ts';

/** A row of a table with its cells by what they hold. Empty cells are left out. */
export interface RoleRow {
  readonly section: Section;
  readonly span: Span;
  readonly cells: ReadonlyMap<Role, readonly RoleCell[]>;
  /** Cells of rows above that are merged over this one too. */
  readonly covered: ReadonlyMap<Role, readonly RoleCell[]>;
  /** Some cell stood under a wrong heading and was told from its content. */
  readonly shifted: boolean;
}

export interface RoleCell {
  readonly span: Span;
  readonly heading: string;
  readonly rowSpan: number;
}

/** A merged cell on its way down: `left` rows more. */
interface Reaching {
  readonly cell: Cell;
  left: number;
}

/** Gives each filled cell of a section's rows its role: by its column, or by its content where the row has slipped. */
export function roleRows(document: string, section: Section): RoleRow[] {
  let reaching: Reaching[] = [];
  return section.rows.map((row) => {
    const made = roleRow(
      document,
      section,
      row,
      reaching.map(({ cell }) => cell),
    );
    for (const open of reaching) open.left -= 1;
    reaching = [
      ...reaching.filter(({ left }) => left > 0),
      ...row.cells.filter(({ rowSpan }) => rowSpan > 1).map((cell) => ({ cell, left: cell.rowSpan - 1 })),
    ];
    return made;
  });
}

function roleRow(document: string, section: Section, row: TableRow, above: readonly Cell[]): RoleRow {
  const isFilled = ({ span }: Cell): boolean => document.slice(span.start, span.end).trim() !== '';
  const filled = row.cells.filter(isFilled);
  const merged = above.filter(isFilled);
  // Merged cells fill their columns too: without them the row's own would seem to have slipped.
  const all = [...filled, ...merged].sort((a, b) => a.column - b.column);
  const { columns, shifted } =
    section.layout.rows === 'plans' ? alignCells(document, all, section.columns) : byPlace(all, section.columns);
  const cells = new Map<Role, RoleCell[]>();
  const covered = new Map<Role, RoleCell[]>();
  all.forEach((cell, i) => {
    for (const { role, ...part } of rolesOf(document, cell, columns[i] ?? null)) {
      const of = merged.includes(cell) ? covered : cells;
      of.set(role, [...(of.get(role) ?? []), part]);
    }
  });
  return { section, span: row.span, cells, covered, shifted };
}

/** What a cell holds: one thing, or the two or three that a joint heading names. */
function rolesOf(document: string, cell: Cell, column: Column | null): (RoleCell & { readonly role: Role })[] {
  const { rowSpan } = cell;
  const heading = column?.heading ?? '';
  if (column === null) return [{ role: 'other', span: cell.span, heading, rowSpan }];
  return partsOfJoint(document, cell.span, column).map(({ role, span }) => ({ role, span, heading, rowSpan }));
}
