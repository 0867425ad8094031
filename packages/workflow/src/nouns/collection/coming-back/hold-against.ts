import type { Document } from '@guankao/domain';
import { readCode } from '../code.ts';
import {
  asComesBack,
  keyOf,
  type CameCell,
  type CollectionColumn,
  type CollectionRecord,
  type FileReading,
  type SentRow,
  type UnreadCell,
  type UnreadReason,
} from '../collection.ts';
import { agencyHeading, codeHeading, headsFor, nameHeading } from '../sheet.ts';
import { gridsOf, type Grid, type GridCell, type GridRow } from './grid.ts';
import { headingsOf, isHeadingsAgain, type Headings } from './headings.ts';
import { originOf, type Origin } from './origin.ts';

/**
 * A file that came back, held against what was sent: rows are found by their code, where that is gone by name and
 * agency, never by order. Each filled cell is as it was sent, differs, or is listed as not readable, with its place.
 */
export function holdAgainst(collection: CollectionRecord, document: Document): FileReading {
  const grids = gridsOf(document);
  const texts = grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const file = new ComingBack(collection, originOf(collection, texts), document);
  for (const grid of grids) file.take(grid);
  return file.reading();
}

/** A table in it has the headings of what was sent. */
export function isSheetOf({ columns }: CollectionRecord, document: Document): boolean {
  return gridsOf(document).some((grid) => headingsOf(grid, columns) !== null);
}

/** Where a row of the file belongs, or why that is not known. */
type Found =
  | { readonly row: SentRow; readonly why: null }
  | { readonly row: SentRow | null; readonly why: UnreadReason };

/** Of a year; codes of a later one are told as those of another year. */
const mostRounds = 50;

class ComingBack {
  readonly #collection: CollectionRecord;
  readonly #origin: Origin;
  readonly #document: Document;
  readonly #rounds: readonly string[];
  readonly #codeColumn: number;
  readonly #heads: ReadonlySet<string>;
  readonly #unread: UnreadCell[] = [];
  readonly #columnsSeen = new Set<number>();
  /** Row → what stands in each column, one for each time that the row is in the file. */
  readonly #told = new Map<string, { readonly row: SentRow; readonly cells: ReadonlyMap<number, GridCell> }[]>();

  constructor(collection: CollectionRecord, origin: Origin, document: Document) {
    this.#collection = collection;
    this.#origin = origin;
    this.#document = document;
    // Other rounds of the same year are told from other years' and other ministries' codes.
    const rounds = Array.from({ length: mostRounds }, (_, at) => `${collection.year}-收集-${at + 1}`);
    this.#rounds = [collection.id, ...rounds.filter((id) => id !== collection.id)];
    this.#codeColumn = collection.columns.findIndex(({ heading }) => heading === codeHeading);
    this.#heads = new Set(
      collection.receivers.flatMap((one) => headsFor(collection, one.agency, one.name)).map((line) => keyOf(line)),
    );
  }

  take(grid: Grid): void {
    const headings = headingsOf(grid, this.#collection.columns);
    if (headings === null) {
      for (const row of grid.rows) this.#outside(row);
      return;
    }
    for (const column of headings.known.values()) this.#columnsSeen.add(column);
    const covered = coveredByMerges(grid);
    grid.rows.forEach((row, at) => {
      if (at < headings.row) this.#outside(row);
      else if (at > headings.row && !isHeadingsAgain(row, headings, this.#collection.columns))
        this.#takeRow(row, headings, covered[at] ?? new Set());
    });
  }

  #outside({ cells }: GridRow): void {
    for (const cell of cells) if (!this.#heads.has(keyOf(cell.text))) this.#leave(cell, null, null, 'outside');
  }

  /** `covered`: columns of the grid that a merged cell reaches over, or begins in. */
  #takeRow(row: GridRow, headings: Headings, covered: ReadonlySet<number>): void {
    const known = new Map<number, GridCell>();
    const others: GridCell[] = [];
    for (const cell of row.cells) {
      const column = headings.known.get(cell.column);
      if (column === undefined) others.push(cell);
      else known.set(column, cell);
    }
    const found = this.#find(known);
    for (const cell of others) {
      const other = headings.others.get(cell.column);
      this.#leave(cell, found.row, other?.heading ?? null, found.why ?? other?.why ?? 'column-unknown');
    }
    if (found.why !== null) {
      for (const [column, cell] of known) this.#leave(cell, found.row, this.#headingOf(column), found.why);
      return;
    }
    const readable = new Map<number, GridCell>();
    for (const [at, column] of headings.known) {
      const cell = known.get(column) ?? emptyCell(at);
      const isMerged = covered.has(at);
      const why = isMerged ? 'merged-cells' : this.#noticed(cell, /^formula/) === null ? null : 'formula';
      if (why === null) readable.set(column, cell);
      else this.#leave(cell, found.row, this.#headingOf(column), why);
    }
    const told = this.#told.get(found.row.row) ?? [];
    this.#told.set(found.row.row, [...told, { row: found.row, cells: readable }]);
  }

  #find(cells: ReadonlyMap<number, GridCell>): Found {
    const { rows } = this.#collection;
    const code = cells.get(this.#codeColumn)?.text ?? '';
    const read = code === '' ? null : readCode(code, this.#rounds);
    const own = read?.collection === this.#collection.id ? rows.find(({ row }) => keyOf(row) === read.row) : undefined;
    if (own !== undefined) return this.#checked(own, cells);
    // A code of elsewhere says that the row is none of ours, whatever it is called.
    if (read !== null && read.collection !== null) return { row: null, why: 'other-round' };
    if (read !== null && !rows.some(({ row }) => keyOf(row) === read.row)) return { row: null, why: 'other-year' };
    return this.#origin.elsewhere === null ? this.#byName(cells) : { row: null, why: this.#origin.elsewhere };
  }

  /** A row that is known by its code: its name is its own, and its agency that of the file. */
  #checked(row: SentRow, cells: ReadonlyMap<number, GridCell>): Found {
    if (this.#origin.agency !== null && row.agency !== this.#origin.agency) return { row, why: 'agency-of-another' };
    const name = keyOf(this.#textIn(cells, nameHeading));
    const hasName = (one: SentRow) => keyOf(this.#sentIn(one, nameHeading)) === name;
    const isNamedOtherwise = name !== '' && !hasName(row);
    const others = this.#collection.rows.filter((other) => other !== row);
    // Renamed is one thing; called or shown as another row is a slip that nobody can mend from here.
    const isAnother = isNamedOtherwise
      ? others.some(hasName)
      : others.some((other) => this.#likeness(other, cells) > this.#likeness(row, cells));
    return { row, why: isAnother ? 'another-row' : null };
  }

  /** How many cells that are to be read only stand there as they were sent with this row. */
  #likeness(row: SentRow, cells: ReadonlyMap<number, GridCell>): number {
    return [...cells].filter(([column, { text }]) => {
      const kind = this.#collection.columns[column]?.kind ?? 'shown';
      return kind !== 'code' && kind !== 'answer' && asTold(text, kind) === asTold(row.cells[column] ?? '', kind);
    }).length;
  }

  #byName(cells: ReadonlyMap<number, GridCell>): Found {
    const name = keyOf(this.#textIn(cells, nameHeading));
    if (name === '') return { row: null, why: 'no-row' };
    const agencyName = keyOf(this.#textIn(cells, agencyHeading));
    const fits = this.#collection.rows.filter(
      (row) =>
        keyOf(this.#sentIn(row, nameHeading)) === name &&
        (this.#origin.agency === null || row.agency === this.#origin.agency) &&
        (agencyName === '' || keyOf(this.#sentIn(row, agencyHeading)) === agencyName),
    );
    const [row, second] = fits;
    if (row === undefined || (this.#origin.agency === null && agencyName === '')) return { row: null, why: 'no-row' };
    if (second !== undefined) return { row: null, why: 'name-twice' };
    return this.#isAsSent(row, cells) ? { row, why: null } : { row: null, why: 'not-as-sent' };
  }

  /**
   * Without a code, a row of another year's file of the same plan is told by what it shows besides. Where nothing else in
   * the file says which collection it is of, all of that has to be there.
   */
  #isAsSent(row: SentRow, cells: ReadonlyMap<number, GridCell>): boolean {
    return this.#collection.columns.every(({ kind }, column) => {
      if (kind !== 'money' && kind !== 'beside') return true;
      const cell = cells.get(column);
      const sent = asTold(row.cells[column] ?? '', kind);
      if (cell === undefined) return sent === '' || this.#origin.isNamed;
      return asTold(cell.text, kind) === sent;
    });
  }

  #textIn(cells: ReadonlyMap<number, GridCell>, heading: string): string {
    return cells.get(this.#columnOf(heading))?.text ?? '';
  }

  #sentIn(row: SentRow, heading: string): string {
    return row.cells[this.#columnOf(heading)] ?? '';
  }

  #columnOf(heading: string): number {
    return this.#collection.columns.findIndex((column) => column.heading === heading);
  }

  #headingOf(column: number): string | null {
    return this.#collection.columns[column]?.heading ?? null;
  }

  #leave({ place, text }: GridCell, row: SentRow | null, heading: string | null, why: UnreadReason): void {
    if (text.trim() !== '') this.#unread.push({ place, row: row?.row ?? null, heading, text, why });
  }

  /** What the reader says of this cell. */
  #noticed({ place }: GridCell, id: RegExp) {
    return this.#document.notices.find((notice) => notice.place === place && id.test(notice.id)) ?? null;
  }

  reading(): FileReading {
    const { columns, rows } = this.#collection;
    const cells: CameCell[] = [];
    let same = 0;
    for (const times of this.#told.values()) {
      for (const [column, { kind, heading }] of columns.entries()) {
        const [{ row: sentRow } = { row: null }] = times;
        if (sentRow === null) continue;
        const sent = asTold(sentRow.cells[column] ?? '', kind);
        // Only an answer can be emptied; what is to be read only and was deleted tells nothing.
        const said = times
          .flatMap(({ cells: own }) => own.get(column) ?? [])
          .filter(({ text }) => text !== '' || kind === 'answer');
        const news = said.filter(({ text }) => asTold(text, kind) !== sent);
        same += said.filter(({ text }) => text !== '').length - news.filter(({ text }) => text !== '').length;
        const [first] = news;
        if (first === undefined) continue;
        if (new Set(news.map(({ text }) => asTold(text, kind))).size > 1) {
          for (const cell of news) this.#leave(cell, sentRow, heading, 'row-twice');
          continue;
        }
        const remark =
          this.#noticed(first, /./)?.message ??
          (times.length > 1 ? twiceInFile : this.#origin.agency === null ? whoseIsIt : null);
        cells.push({ row: sentRow.row, column, place: first.place, text: first.text, remark });
      }
    }
    const mine = new Set(
      this.#origin.agency === null
        ? [...this.#told.values()].map((times) => times[0]?.row.agency)
        : [this.#origin.agency],
    );
    return {
      agency: this.#origin.agency,
      problem: null,
      notices: this.#document.notices.map(({ place, message }) => ({ place, ...message })),
      same,
      cells,
      unread: this.#unread,
      missingRows: rows.filter(({ row, agency }) => mine.has(agency) && !this.#told.has(row)).map(({ row }) => row),
      missingColumns: this.#told.size === 0 ? [] : columns.flatMap((_, at) => (this.#columnsSeen.has(at) ? [] : [at])),
    };
  }
}

const whoseIsIt = {
  'zh-Hant': '檔案沒有註明是哪個機關的，列碼也分屬幾個機關。請確認是該列機關所寫。',
  en: 'the file does not say which agency’s it is, and its codes are of several. Make sure that the row’s agency wrote it.',
};
const twiceInFile = {
  'zh-Hant': '這一列在檔案裡出現兩次以上，只有一處寫了不同的內容。請確認是否為這一列所寫。',
  en: 'the row stands in the file more than once, and one of them says something else. Make sure that it is meant for this row.',
};

/** A cell of a column that is there, in which nothing stands. */
function emptyCell(column: number): GridCell {
  return { column, columnSpan: 1, rowSpan: 1, text: '', place: '' };
}

/** What a cell says, whatever program wrote it down. */
function asTold(text: string, kind: CollectionColumn['kind']): string {
  if (kind !== 'money') return kind === 'code' ? keyOf(text) : asComesBack(text);
  const plain = keyOf(text).replaceAll(',', '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? String(Number(plain)) : plain;
}

/** For each row of the grid the columns that merged cells reach over or begin in: nobody can tell whose their text is. */
function coveredByMerges({ rows }: Grid): readonly ReadonlySet<number>[] {
  const covered = rows.map(() => new Set<number>());
  rows.forEach(({ cells }, at) => {
    for (const { column, columnSpan, rowSpan } of cells) {
      if (columnSpan === 1 && rowSpan === 1) continue;
      for (const columns of covered.slice(at, at + rowSpan))
        for (let over = 0; over < Math.min(columnSpan, mostMerged); over += 1) columns.add(column + over);
    }
  });
  return covered;
}

/** Columns that one merged cell is looked at over. */
const mostMerged = 1_000;

/** A file of which nothing could be read, and why; null: there is nothing to read. */
export function unreadable(problem: FileReading['problem']): FileReading {
  return {
    agency: null,
    problem,
    notices: [],
    same: 0,
    cells: [],
    unread: [],
    missingRows: [],
    missingColumns: [],
  };
}
