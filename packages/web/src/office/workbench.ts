import { hull } from '@guankao/domain';
import { readDocument, typedDocument, type TypedRow } from '@guankao/reading';

/**
 * The script of a row's page: what is typed is kept as a draft, and the same rules as `guankao check` run as one types.
 * Without it the page works: saving runs the same rules on the server.
 */

const form = document.querySelector<HTMLFormElement>('form#texts');
const english = document.documentElement.lang === 'en';
const longFields = ['plannedWork', 'execution', 'goals', 'explanation'] as const;
const marks = { error: '■', warning: '▲', question: '?' } as const;

if (form !== null) watch(form);

function watch(texts: HTMLFormElement): void {
  let typing: ReturnType<typeof setTimeout> | undefined;
  texts.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      void check(texts);
      void keepDraft(texts);
    }, 700);
  });
  for (const field of longFields) {
    texts.querySelector<HTMLTextAreaElement>(`#${field}`)?.addEventListener('paste', (event) => spread(event, field, texts));
  }
}

/** Cells copied from a spreadsheet go into the fields from this one on, a cell each. */
function spread(event: ClipboardEvent, field: (typeof longFields)[number], texts: HTMLFormElement): void {
  const cells = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '').split('\t') ?? [];
  const fields = longFields.slice(longFields.indexOf(field));
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
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : '';
}

function typedRow(texts: HTMLFormElement): TypedRow {
  const period = ['from', 'to'].map((end) => `${value(texts, `period-${end}-year`)}年${value(texts, `period-${end}-month`)}月`).join('至');
  return {
    name: value(texts, 'name'),
    type: value(texts, 'type'),
    period: /^\d+年\d+月至\d+年\d+月$/.test(period) ? period : value(texts, 'period-printed'),
    approvedTotal: '',
    budgetedToDate: '',
    executedToDate: '',
    plannedWork: value(texts, 'plannedWork'),
    execution: value(texts, 'execution'),
    goals: value(texts, 'goals'),
    explanation: value(texts, 'explanation'),
  };
}

async function check(texts: HTMLFormElement): Promise<void> {
  const typed = await typedDocument({ agency: texts.dataset['agency'] ?? '', fiscalYear: Number(texts.dataset['year']), unit: '千元', rows: [typedRow(texts)] });
  const { reading } = readDocument(typed.document);
  for (const list of texts.querySelectorAll('.field-findings')) list.replaceChildren();
  for (const finding of reading.findings) {
    // Money is the accountant's and is not on this form.
    if (finding.category === 'money') continue;
    const place = typed.placeOf(hull(finding.evidence.slice(0, 1).map(({ span }) => span)));
    const list = texts.querySelector(`#${place?.field ?? 'row'}-findings`) ?? texts.querySelector('#row-findings');
    const item = document.createElement('li');
    item.className = `severity-${finding.severity}`;
    item.textContent = `${marks[finding.severity]} ${finding.message[english ? 'en' : 'zh-Hant']}`;
    list?.append(item);
  }
}

async function keepDraft(texts: HTMLFormElement): Promise<void> {
  const { period, name, type, plannedWork, execution, goals, explanation } = typedRow(texts);
  const status = texts.querySelector('#autosave');
  const answer = await fetch(`/api/rows/${encodeURIComponent(texts.dataset['row'] ?? '')}/draft`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rowVersion: Number(value(texts, 'version')), body: { period, name, type, plannedWork, execution, goals, explanation } }),
  }).catch(() => null);
  if (status === null) return;
  const time = new Date().toLocaleTimeString(english ? 'en-GB' : 'zh-TW', { timeZone: 'Asia/Taipei', hour: '2-digit', minute: '2-digit' });
  if (answer?.ok === true) status.textContent = english ? `Draft kept at ${time}` : `草稿已保存 ${time}`;
  else status.textContent = english ? 'The server does not answer; what you typed stays on this page. It is tried again when you type.' : '伺服器沒有回應；您打的字還在這一頁，繼續輸入時會再試。';
}
