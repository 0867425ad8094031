import { textColumns, type TextColumn, type TypedForm } from '@guankao/domain';
import { readDocument, typedDocument } from '@guankao/reading';
import type { RowTexts } from '@guankao/workflow';
import { LocalDraft } from './local-draft.ts';

/**
 * The script of a row's page: what is typed is kept as a draft, and the same rules as `guankao check` run as one types.
 * Without it the page works: saving runs the same rules on the server.
 */

const form = document.querySelector<HTMLFormElement>('form#texts');
const english = document.documentElement.lang === 'en';
const marks = { error: '■', warning: '▲', question: '?' } as const;

if (form !== null) watch(form);

function watch(texts: HTMLFormElement): void {
  const local = new LocalDraft(localStorage, texts.dataset['account'] ?? '', texts.dataset['row'] ?? '');
  takeUp(texts, local);
  let typing: ReturnType<typeof setTimeout> | undefined;
  texts.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      void check(texts);
      void keepDraft(texts, local);
    }, 700);
  });
  // Should the save itself not arrive, this is what was to be saved; once it has, the fields say the same and it is dropped.
  texts.addEventListener('submit', () =>
    local.keep({ rowVersion: Number(value(texts, 'version')), body: textsIn(texts) }),
  );
  for (const other of document.querySelectorAll<HTMLFormElement>('main form[method="post"]'))
    if (other !== texts) other.addEventListener('submit', () => carryTexts(texts, other));
  for (const field of textColumns) {
    texts
      .querySelector<HTMLTextAreaElement>(`#${field}`)
      ?.addEventListener('paste', (event) => spread(event, field, texts));
  }
}

/** Another form of the page takes along what is typed in the texts, so that it is saved with it and not lost. */
function carryTexts(texts: HTMLFormElement, other: HTMLFormElement): void {
  for (const [name, field] of new FormData(texts)) {
    if (typeof field !== 'string' || other.elements.namedItem(name) !== null) continue;
    const carried = document.createElement('input');
    carried.type = 'hidden';
    carried.name = name;
    carried.value = field;
    other.append(carried);
  }
}

/** Cells copied from a spreadsheet go into the fields from this one on, a cell each. */
function spread(event: ClipboardEvent, field: TextColumn, texts: HTMLFormElement): void {
  const cells =
    event.clipboardData
      ?.getData('text/plain')
      .replace(/\r?\n$/, '')
      .split('\t') ?? [];
  const fields = textColumns.slice(textColumns.indexOf(field));
  if (cells.length < 2 || cells.length > fields.length) return;
  event.preventDefault();
  for (const [at, cell] of cells.entries()) {
    const area = texts.querySelector<HTMLTextAreaElement>(`#${fields[at]}`);
    if (area !== null) area.value = cell.replace(/^"|"$/g, '').replaceAll('""', '"');
  }
  texts.dispatchEvent(new Event('input', { bubbles: true }));
}

function value(texts: HTMLFormElement, name: string): string {
  const field = texts.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
    ? field.value
    : '';
}

/** What stands in the form's fields. */
function textsIn(texts: HTMLFormElement): RowTexts {
  const period = ['from', 'to']
    .map((end) => `${value(texts, `period-${end}-year`)}年${value(texts, `period-${end}-month`)}月`)
    .join('至');
  return {
    name: value(texts, 'name'),
    type: value(texts, 'type'),
    period: /^\d+年\d+月至\d+年\d+月$/.test(period) ? period : value(texts, 'period-printed'),
    plannedWork: value(texts, 'plannedWork'),
    execution: value(texts, 'execution'),
    goals: value(texts, 'goals'),
    explanation: value(texts, 'explanation'),
  };
}

/** The row alone, as a form of its own. Money is the accountant's and is not on this page's form. */
function formOf(texts: HTMLFormElement): TypedForm {
  const money = { approvedTotal: null, budgetedToDate: null, executedToDate: null };
  return {
    agency: texts.dataset['agency'] ?? '',
    fiscalYear: Number(texts.dataset['year']),
    printedUnit: 'thousand TWD',
    edition: null,
    rows: [{ ...textsIn(texts), ...money, id: texts.dataset['row'] ?? '', marker: null, parent: null }],
  };
}

async function check(texts: HTMLFormElement): Promise<void> {
  const { findings } = readDocument(await typedDocument(formOf(texts)));
  for (const list of texts.querySelectorAll('.field-findings')) list.replaceChildren();
  for (const finding of findings) {
    if (finding.category === 'money') continue;
    const list = texts.querySelector(`#${finding.field ?? 'row'}-findings`) ?? texts.querySelector('#row-findings');
    const item = document.createElement('li');
    item.className = `severity-${finding.severity}`;
    item.textContent = `${marks[finding.severity]} ${finding.message[english ? 'en' : 'zh-Hant']}`;
    list?.append(item);
  }
}

/** With the server; and on this device as long as the server does not answer. */
async function keepDraft(texts: HTMLFormElement, local: LocalDraft): Promise<void> {
  const draft = { rowVersion: Number(value(texts, 'version')), body: textsIn(texts) };
  local.keep(draft);
  const status = texts.querySelector('#autosave');
  const answer = await fetch(`/api/rows/${encodeURIComponent(texts.dataset['row'] ?? '')}/draft`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  }).catch(() => null);
  if (answer?.ok === true) local.drop();
  if (status === null) return;
  const time = new Date().toLocaleTimeString(english ? 'en-GB' : 'zh-TW', {
    timeZone: 'Asia/Taipei',
    hour: '2-digit',
    minute: '2-digit',
  });
  if (answer?.ok === true) status.textContent = english ? `Draft kept at ${time}` : `草稿已保存 ${time}`;
  else
    status.textContent = english
      ? 'The server does not answer; what you typed is kept on this device, also when the page is closed. It is tried again when you type.'
      : '伺服器沒有回應；您打的字已存在這台裝置，關掉網頁也不會遺失，繼續輸入時會再試。';
}

/** What could not be sent the last time goes back into the fields; where the row has changed since, it stands beside them. */
function takeUp(texts: HTMLFormElement, local: LocalDraft): void {
  const draft = local.kept();
  if (draft === null) return;
  const shown = textsIn(texts);
  const changed = Object.entries(draft.body).filter(([name, text]) => shown[name as keyof RowTexts] !== text);
  if (changed.length === 0) return local.drop();
  const isOfThisVersion = draft.rowVersion === Number(value(texts, 'version'));
  for (const [name, text] of changed) {
    if (isOfThisVersion) fill(texts, name, text);
    else standBeside(texts, name, text);
  }
  const status = texts.querySelector('#autosave');
  if (status === null) return;
  if (isOfThisVersion)
    status.textContent = english
      ? 'What could not be sent the last time is in the fields again.'
      : '上次沒能送出的內容已放回欄位。';
  else
    status.textContent = english
      ? 'The row has changed since; what could not be sent stands beside each field.'
      : '這一列後來有人改過；上次沒能送出的內容並列在各欄位旁。';
}

function fill(texts: HTMLFormElement, name: string, text: string): void {
  const parts = name === 'period' ? /^(\d{1,3})年(\d{1,2})月至(\d{1,3})年(\d{1,2})月$/.exec(text) : null;
  const fields =
    parts === null
      ? [[name, text] as const]
      : ['period-from-year', 'period-from-month', 'period-to-year', 'period-to-month'].map(
          (field, at) => [field, parts[at + 1] ?? ''] as const,
        );
  for (const [field, part] of fields) {
    const element = texts.elements.namedItem(field);
    if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    )
      element.value = part;
  }
}

function standBeside(texts: HTMLFormElement, name: string, text: string): void {
  const quoted = document.createElement('blockquote');
  quoted.className = 'theirs';
  quoted.textContent = text;
  texts.querySelector(`#${name}-findings`)?.before(quoted);
}
