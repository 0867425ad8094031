import { textOf, type Proven } from '@guankao/log';
import { Comparer, middleOf, type Cell, type Compared } from './compare.ts';
import { hashOf, lineOf } from './proven-file.ts';
import { verifyWords } from './verify-words.ts';

/** Which cells of a changed file differ from the file that was issued: the lower part of the page 驗證. */

type Locale = 'zh-Hant' | 'en';

/** More are counted and not listed. */
const mostListed = 100;

export interface CellsPart {
  readonly issued: HTMLInputElement;
  /** `proven`: what the proof is of; null where there is nothing to compare. */
  look(proven: Proven | null, given: File, isLatest: () => boolean): Promise<void>;
}

/** null where the page has no such part. */
export function cellsPart(program: string | undefined, locale: Locale): CellsPart | null {
  const part = document.querySelector<HTMLElement>('#verify-compare');
  const issued = document.querySelector<HTMLInputElement>('#verify-issued');
  const filing = document.querySelector<HTMLAnchorElement>('#verify-filing');
  const cells = document.querySelector<HTMLElement>('#verify-cells');
  if (part === null || issued === null || filing === null || cells === null || program === undefined) return null;
  const comparer = new Comparer(() => new Worker(program));
  return {
    issued,
    async look(proven, given, isLatest) {
      part.hidden = proven === null;
      cells.replaceChildren();
      if (proven === null) return;
      leadTo(filing, proven, locale);
      const file = issued.files?.[0];
      if (file === undefined) return;
      if (lineOf(proven, await hashOf(file)) === undefined) {
        if (isLatest()) cells.replaceChildren(paragraph(verifyWords.notIssued[locale]));
        return;
      }
      if (isLatest()) cells.replaceChildren(paragraph(verifyWords.comparing[locale]));
      const compared = await comparer.compare(file, given);
      if (isLatest()) cells.replaceChildren(...toldOf(compared, locale));
    },
  };
}

/** A link asks for nothing until somebody follows it. */
function leadTo(link: HTMLAnchorElement, { opened }: Proven, locale: Locale): void {
  const subject = opened.find(({ name }) => name === 'subject');
  const id = subject === undefined ? '' : textOf(subject.value);
  link.hidden = id === '';
  link.href = `${locale === 'en' ? '/en' : ''}/filings/${encodeURIComponent(id)}`;
}

function toldOf(compared: Compared, locale: Locale): readonly HTMLElement[] {
  switch (compared.kind) {
    case 'no-rows':
      return [paragraph(verifyWords.noRows[locale])];
    case 'fault':
      return [paragraph(verifyWords.notCompared[locale])];
    case 'refused':
      return [paragraph(compared.message[locale])];
    case 'compared':
      return listed(compared.differences, locale);
    default:
      return compared satisfies never;
  }
}

function listed(differences: readonly Cell[], locale: Locale): readonly HTMLElement[] {
  if (differences.length === 0) return [paragraph(verifyWords.noCell[locale])];
  const title = document.createElement('strong');
  title.textContent = verifyWords.cells[locale](differences.length);
  const list = document.createElement('ul');
  list.append(...differences.slice(0, mostListed).map((cell) => cellItem(cell, locale)));
  const rest = differences.length - mostListed;
  return [title, list, ...(rest > 0 ? [paragraph(verifyWords.more[locale](rest))] : [])];
}

function cellItem({ row, name, column, filed, generated }: Cell, locale: Locale): HTMLElement {
  const item = document.createElement('li');
  const place = paragraph(verifyWords.cellOf[locale](row, name, column));
  const texts = document.createElement('dl');
  for (const [label, text, other, tag] of [
    [verifyWords.asIssued[locale], filed, generated, 'del'],
    [verifyWords.asGiven[locale], generated, filed, 'ins'],
  ] as const) {
    const [term, value] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = label;
    value.append(...textBeside(text, other, tag, locale));
    texts.append(term, value);
  }
  item.append(place, texts);
  return item;
}

function textBeside(
  text: string | null,
  other: string | null,
  tag: 'del' | 'ins',
  locale: Locale,
): readonly (Node | string)[] {
  if (text === null) return [verifyWords.noRowThere[locale]];
  if (text === '') return [verifyWords.emptyCell[locale]];
  const [before, differing, after] = middleOf(text, other ?? '');
  const marked = document.createElement(tag);
  marked.textContent = differing;
  return [before, marked, after];
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
