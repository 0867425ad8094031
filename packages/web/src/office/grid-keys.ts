import { cellsOfBlock } from './block.ts';
import { LocalDraft } from './local-draft.ts';

/**
 * The script of the grid: the keyboard of a spreadsheet, blocks that are pasted from one, undoing them, and what is typed
 * kept on this device until it is saved. Without it the page is a form of fields with one save.
 */

const form = document.querySelector<HTMLFormElement>('form#grid');
const english = document.documentElement.lang === 'en';
/** UTF-16 code units in one text, as the server takes them. */
const longestText = 32_000;

if (form !== null) watch(form);

/** Cells that one deed changed together. */
interface Change {
  readonly area: HTMLTextAreaElement;
  readonly before: string;
  readonly after: string;
}

/** A row of the table; null where a cell is not to be written. */
type Line = readonly (HTMLTextAreaElement | null)[];

function watch(grid: HTMLFormElement): void {
  for (const hint of grid.querySelectorAll<HTMLElement>('[data-needs-script]')) hint.hidden = false;
  const lines: readonly Line[] = [...grid.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.querySelector('textarea')),
  );
  const done: (readonly Change[])[] = [];
  const atFocus = new WeakMap<HTMLTextAreaElement, string>();
  takeUp(grid);
  grid.addEventListener('focusin', () => fetchChecks(grid), { once: true });

  grid.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) atFocus.set(target, target.value);
  });
  grid.addEventListener('keydown', (event) => {
    // While a character is being composed, its keys are the input method's.
    if (event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      return grid.requestSubmit();
    }
    if (event.target instanceof HTMLTextAreaElement) press(event, event.target, lines, done, atFocus);
  });
  grid.addEventListener('paste', (event) => {
    if (event.target instanceof HTMLTextAreaElement) paste(event, event.target, grid, lines, done);
  });
  let typing: ReturnType<typeof setTimeout> | undefined;
  grid.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => keepDrafts(grid), 500);
  });
  grid.addEventListener('submit', () => keepDrafts(grid));
}

/** The rules are some hundred kilobytes: nobody waits for them to see the page. */
function fetchChecks(grid: HTMLFormElement): void {
  const address = grid.dataset['checks'];
  if (address === undefined) return;
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
}

function press(
  event: KeyboardEvent,
  area: HTMLTextAreaElement,
  lines: readonly Line[],
  done: (readonly Change[])[],
  atFocus: WeakMap<HTMLTextAreaElement, string>,
): void {
  const { key, shiftKey, altKey } = event;
  const command = event.ctrlKey || event.metaKey;
  const act = (deed: () => void): void => {
    event.preventDefault();
    deed();
  };
  if (command && key.toLowerCase() === 'z' && !shiftKey) return undoBlock(event, done);
  if (command && key.toLowerCase() === 'd') {
    const above = neighbour(lines, area, -1, 0);
    return act(() => {
      if (above !== null) put([{ area, before: area.value, after: above.value }], done);
    });
  }
  if (command) return;
  if (key === 'Enter' && altKey) return act(() => insert(area, '\n'));
  if (key === 'Enter' && !shiftKey) return act(() => neighbour(lines, area, 1, 0)?.focus());
  if (key === 'Escape') return act(() => put([{ area, before: area.value, after: atFocus.get(area) ?? '' }], done));
  if (shiftKey || altKey || area.selectionStart !== area.selectionEnd) return;
  const step = steps[key];
  const isAtEnd = area.selectionStart === (step !== undefined && step.end ? area.value.length : 0);
  if (step === undefined || !isAtEnd) return;
  const next = neighbour(lines, area, step.down, step.across);
  if (next !== null) act(() => next.focus());
}

/** Where an arrow leads, and at which end of a text it leaves it. */
const steps: Readonly<Record<string, { readonly down: number; readonly across: number; readonly end: boolean }>> = {
  ArrowUp: { down: -1, across: 0, end: false },
  ArrowDown: { down: 1, across: 0, end: true },
  ArrowLeft: { down: 0, across: -1, end: false },
  ArrowRight: { down: 0, across: 1, end: true },
};

function placeOf(lines: readonly Line[], area: HTMLTextAreaElement): readonly [row: number, column: number] {
  const row = lines.findIndex((line) => line.includes(area));
  return [row, lines[row]?.indexOf(area) ?? -1];
}

/** The next cell that can be written, so many rows or columns on; null at the edge. */
function neighbour(
  lines: readonly Line[],
  area: HTMLTextAreaElement,
  down: number,
  across: number,
): HTMLTextAreaElement | null {
  let [row, column] = placeOf(lines, area);
  let next: Line[number] | undefined;
  do {
    row += down;
    column += across;
    next = lines[row]?.[column];
  } while (next === null);
  return next ?? null;
}

function insert(area: HTMLTextAreaElement, text: string): void {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Changes cells together, so that they can be undone together. */
function put(changes: readonly Change[], done: (readonly Change[])[]): void {
  const real = changes.filter(({ before, after }) => before !== after);
  if (real.length === 0) return;
  for (const { area, after } of real) area.value = after;
  done.push(real);
  real[0]?.area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The last deed, where its cells still say what it left; what was typed since is the browser's own to undo. */
function undoBlock(event: KeyboardEvent, done: (readonly Change[])[]): void {
  const last = done.at(-1);
  if (last === undefined || last.some(({ area, after }) => area.value !== after)) return;
  event.preventDefault();
  done.pop();
  for (const { area, before } of last) area.value = before;
  last[0]?.area.focus();
  last[0]?.area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Cells copied from a spreadsheet go into the cells from this one on. What finds no place is shown, and not lost. */
function paste(
  event: ClipboardEvent,
  area: HTMLTextAreaElement,
  grid: HTMLFormElement,
  lines: readonly Line[],
  done: (readonly Change[])[],
): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const isTable = /<table\b/i.test(event.clipboardData?.getData('text/html') ?? '');
  // Lines that are no table are a text of several lines.
  if (!text.includes('\t') && !isTable) return;
  event.preventDefault();
  const [row, column] = placeOf(lines, area);
  const [changes, left]: [Change[], string[]] = [[], []];
  for (const [down, cells] of cellsOfBlock(text).entries())
    for (const [across, cell] of cells.entries()) {
      const target = lines[row + down]?.[column + across] ?? null;
      if (target !== null && cell.length <= longestText)
        changes.push({ area: target, before: target.value, after: cell });
      else if (cell !== '') left.push(cell);
      if (target !== null && cell.length > longestText) refuse(target, tooLong(cell.length));
    }
  put(changes, done);
  tell(grid, changes.length, left);
}

function refuse(area: HTMLTextAreaElement, message: string): void {
  area.setAttribute('aria-invalid', 'true');
  const note = document.createElement('p');
  note.className = 'refusal';
  note.textContent = message;
  area.after(note);
}

function tooLong(length: number): string {
  const [is, limit] = [length, longestText].map((count) => count.toLocaleString('en-US'));
  return english
    ? `What was pasted has ${is} characters; the limit is ${limit}. It was not put here and stands above.`
    : `貼上的內容有 ${is} 字，上限 ${limit} 字，沒有放進這一格；內容列在上方。`;
}

function tell(grid: HTMLFormElement, put: number, left: readonly string[]): void {
  const status = grid.querySelector('#grid-status');
  if (status === null) return;
  status.textContent = english ? `${put} cells filled; not saved yet.` : `已貼上 ${put} 格，還沒有存檔。`;
  if (left.length === 0) return;
  const said = document.createElement('span');
  said.textContent = english
    ? ` ${left.length} cells found no place (beyond the table, or not yours to write):`
    : ` 有 ${left.length} 格放不下（超出表格，或不是您可以填的格）：`;
  const texts = document.createElement('textarea');
  texts.readOnly = true;
  texts.rows = 3;
  texts.setAttribute('aria-label', english ? 'What found no place' : '放不下的內容');
  texts.value = left.join('\n');
  status.append(said, texts);
}

interface DraftRow {
  readonly row: string;
  readonly version: number;
  readonly areas: readonly HTMLTextAreaElement[];
  readonly local: LocalDraft;
}

function rowsOf(grid: HTMLFormElement): readonly DraftRow[] {
  return [...grid.querySelectorAll<HTMLTableRowElement>('tbody tr')].flatMap((line) => {
    const version = line.querySelector<HTMLInputElement>('input[name="version"]');
    const row = line.dataset['row'] ?? '';
    if (version === null) return [];
    const local = new LocalDraft(localStorage, grid.dataset['account'] ?? '', row);
    return [{ row, version: Number(version.value), areas: [...line.querySelectorAll('textarea')], local }];
  });
}

/** Of rows in which something was typed, on this device: the row's own page shows it as well. */
function keepDrafts(grid: HTMLFormElement): void {
  for (const { version, areas, local } of rowsOf(grid)) {
    const typed = areas.filter((area) => area.value !== area.defaultValue);
    if (typed.length === 0) continue;
    local.keep({ rowVersion: version, body: Object.fromEntries(typed.map(({ name, value }) => [name, value])) });
  }
}

/** What could not be sent the last time goes back into its cells; what has been saved since is dropped. */
function takeUp(grid: HTMLFormElement): void {
  for (const { version, areas, local } of rowsOf(grid)) {
    const draft = local.kept();
    if (draft === null) continue;
    const body: Readonly<Record<string, string | undefined>> = draft.body;
    const changed = areas.filter(({ name, value }) => body[name] !== undefined && body[name] !== value);
    const isRefused = areas.some((area) => area.getAttribute('aria-invalid') === 'true');
    const isWhole = Object.keys(body).every((name) => areas.some((area) => area.name === name));
    if (changed.length === 0 && isWhole && !isRefused) local.drop();
    else if (draft.rowVersion === version) for (const area of changed) area.value = body[area.name] ?? area.value;
  }
}
