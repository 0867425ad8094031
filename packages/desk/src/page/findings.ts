import type { Finding, TextColumn } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import { textIn, type Corrections } from '../check/as-typed.ts';
import { rowsOf, type Piece, type RowSeen } from '../check/rows.ts';
import { button, element } from './elements.ts';
import type { Language, Words } from './words.ts';

const marks = { error: '■', warning: '▲', question: '?' } as const;

export interface Editing {
  readonly corrections: Corrections;
  readonly correct: (row: string, column: TextColumn, text: string) => void;
  readonly again: () => void;
}

/** Findings by row, each row beside its own words with the cited passages marked. */
export function findingsByRow(reading: Reading, t: Words, language: Language, editing: Editing): HTMLElement {
  return element(
    'div',
    { class: 'rows' },
    ...rowsOf(reading).map((row) => {
      const heading = row.plan === null ? t.whole : `${row.plan.id} ${row.plan.marker ?? ''}${row.plan.name}`;
      return element(
        'section',
        { class: 'row' },
        element('h3', {}, heading),
        element('ol', { class: 'findings' }, ...row.findings.map((finding) => findingItem(finding, t, language))),
        ownWords(row, t, editing),
      );
    }),
  );
}

function findingItem(finding: Finding, t: Words, language: Language): HTMLElement {
  const { severity, rule, doubt, expression, computed, stated, authority, evidence } = finding;
  const arithmetic = [
    expression,
    computed === null ? null : `${t.computed} ${computed}`,
    stated === null ? null : `${t.stated} ${stated}`,
  ].filter((part) => part !== null);
  return element(
    'li',
    { class: severity },
    element(
      'p',
      {},
      element('b', {}, `${marks[severity]} ${t.severity[severity]}`),
      ` ${finding.message[language]} `,
      element('code', {}, rule),
    ),
    doubt === undefined ? null : element('p', { class: 'doubt' }, t.doubt),
    ...evidence.map(({ text, span }) =>
      element(
        'blockquote',
        { lang: 'zh-Hant' },
        text,
        span.page === undefined || span.page === null ? null : element('small', {}, ` ${t.page(span.page)}`),
      ),
    ),
    arithmetic.length === 0 ? null : element('p', { class: 'arithmetic' }, arithmetic.join('；')),
    authority === null ? null : element('p', { class: 'authority' }, `${t.authority}：${authority}`),
  );
}

function ownWords({ plan, texts }: RowSeen, t: Words, editing: Editing): HTMLElement | null {
  if (plan === null) return null;
  return element(
    'div',
    { class: 'texts', lang: 'zh-Hant' },
    ...texts.map(({ column, title, pieces }) => {
      const id = `${plan.id}-${column}`;
      const shown = element('p', { class: 'text' }, ...pieces.map(pieceOf));
      const field = element('textarea', { id, rows: '6', maxlength: '32000' });
      field.value = editing.corrections.get(plan.id)?.[column] ?? textIn(plan, column);
      field.addEventListener('input', () => editing.correct(plan.id, column, field.value));
      return element(
        'div',
        {},
        element('h4', {}, title),
        shown,
        element(
          'details',
          {},
          element('summary', {}, t.correct),
          element('label', { for: id }, title),
          field,
          button(t.again, editing.again),
        ),
      );
    }),
  );
}

function pieceOf({ text, by }: Piece): Node {
  return by.length === 0 ? document.createTextNode(text) : element('mark', {}, text);
}
