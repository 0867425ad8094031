import { isAboutFiling, type Finding } from '@guankao/domain';
import { readDocument, typedDocument } from '@guankao/reading';
import { typedForm, type RowRecord } from '@guankao/workflow';

/**
 * The grid's checks as one types: the same rules as the server's when the grid is saved, on a row as it would be then. It
 * is fetched once somebody goes to a cell, and the rows as they are saved with it, since rules read all texts of a row and
 * its money, also in columns that are not shown.
 */

const grid = document.querySelector<HTMLFormElement>('form#grid');
const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-Hant';
const marks = { error: '■', warning: '▲', question: '?' } as const;
/** Milliseconds after the last key. */
const pause = 250;

if (grid !== null) watch(grid);

function watch(form: HTMLFormElement): void {
  const lines = [...form.querySelectorAll<HTMLTableRowElement>('tbody tr')].filter((line) => areasOf(line).length > 0);
  const checked = new Map(lines.map((line) => [line, textsOf(line, 'defaultValue')]));
  const records = recordsOf(form.dataset['year'] ?? '');
  let typing: ReturnType<typeof setTimeout> | undefined;

  /** Rows in which something stands that was not checked yet: of a block that was pasted, all of them. */
  async function checkTyped(): Promise<void> {
    const known = await records;
    for (const line of lines) {
      const typed = textsOf(line, 'value');
      const record = known.get(line.dataset['row'] ?? '');
      if (record === undefined || typed === checked.get(line)) continue;
      checked.set(line, typed);
      show(line, await findingsOf(record, line, form));
      // Keys come first.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => void checkTyped(), pause);
  });
  // What was typed while this was being fetched.
  void checkTyped();
}

function areasOf(line: HTMLTableRowElement): readonly HTMLTextAreaElement[] {
  return [...line.querySelectorAll<HTMLTextAreaElement>('td > textarea')];
}

function textsOf(line: HTMLTableRowElement, of: 'value' | 'defaultValue'): string {
  return JSON.stringify(areasOf(line).map((area) => area[of]));
}

/** Empty where the server does not answer: what is typed is checked when it is saved. */
async function recordsOf(year: string): Promise<ReadonlyMap<string, RowRecord>> {
  const answer = await fetch(`/api/years/${encodeURIComponent(year)}`).catch(() => null);
  if (answer?.ok !== true) return new Map();
  const { rows } = (await answer.json()) as { readonly rows: readonly RowRecord[] };
  return new Map(rows.map((row) => [row.id, row]));
}

async function findingsOf(
  record: RowRecord,
  line: HTMLTableRowElement,
  form: HTMLFormElement,
): Promise<readonly Finding[]> {
  const typed = Object.fromEntries(areasOf(line).map(({ name, value }) => [name, value]));
  const row = { ...record, texts: { ...record.texts, ...typed } };
  const document = await typedDocument(typedForm(form.dataset['ministry'] ?? '', record.fiscalYear, [row]));
  return readDocument(document).findings.filter(isAboutFiling);
}

function show(line: HTMLTableRowElement, findings: readonly Finding[]): void {
  for (const area of areasOf(line)) {
    const own = findings.filter(({ field }) => field === area.name);
    const list = listAt(area, line, own.length > 0);
    list?.replaceChildren(
      ...own.map(({ severity, message }) => {
        const item = document.createElement('li');
        item.className = `severity-${severity}`;
        item.textContent = `${marks[severity]} ${message[locale]}`;
        return item;
      }),
    );
  }
}

/** Where the cell's findings stand; made where there was nothing to say before and is now. */
function listAt(area: HTMLTextAreaElement, line: HTMLTableRowElement, isOwed: boolean): Element | null {
  const cell = area.closest('td');
  const held = cell?.querySelector('.field-findings') ?? null;
  if (held !== null || !isOwed) return held;
  const note = document.createElement('div');
  note.className = 'cell-note';
  note.id = `${line.dataset['row']}-${area.name}-note`;
  const list = document.createElement('ul');
  list.className = 'field-findings';
  note.append(list);
  cell?.append(note);
  area.setAttribute('aria-describedby', note.id);
  return list;
}
