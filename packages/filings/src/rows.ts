import type { Span, TableRow } from '@guankao/domain';
import type { Role } from './layout.ts';
import { alignCells, byPlace } from './cells.ts';
import type { Section } from './sections.ts';

/** A row of a table with its cells by what they hold. Empty cells are left out. */
export interface RoleRow {
  readonly section: Section;
  readonly span: Span;
  readonly cells: ReadonlyMap<Role, readonly RoleCell[]>;
  /** Some cell stood under a wrong heading and was told from its content. */
  readonly shifted: boolean;
}

export interface RoleCell {
  readonly span: Span;
  readonly heading: string;
  readonly rowSpan: number;
}

/** Gives each filled cell of a section's rows its role: by its column, or by its content where the row has slipped. */
export function roleRows(document: string, section: Section): RoleRow[] {
  return section.rows.map((row) => roleRow(document, section, row));
}

function roleRow(document: string, section: Section, row: TableRow): RoleRow {
  const filled = row.cells.filter(({ span }) => document.slice(span.start, span.end).trim() !== '');
  const { columns, shifted } =
    section.layout.rows === 'plans' ? alignCells(document, filled, section.columns) : byPlace(filled, section.columns);
  const cells = new Map<Role, RoleCell[]>();
  filled.forEach((cell, i) => {
    const column = columns[i];
    const role = column?.role ?? 'other';
    const list = cells.get(role) ?? [];
    list.push({ span: cell.span, heading: column?.heading ?? '', rowSpan: cell.rowSpan });
    cells.set(role, list);
  });
  return { section, span: row.span, cells, shifted };
}
