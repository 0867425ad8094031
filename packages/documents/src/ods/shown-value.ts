import type { Attributes } from '../xml/events.ts';
import type { GridCell } from '../sheets/grid.ts';
import { plainNumber } from '../sheets/plain-number.ts';

const errorText = /^(#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3}|錯誤[:：]\d{3})$/i;

/**
 * What the cell shows. Writers that store a value without its displayed text leave the text empty:
 * then the value itself is read.
 */
export function shownValue(attributes: Attributes, paragraphs: readonly string[]): Pick<GridCell, 'text' | 'fault'> {
  const text = paragraphs.join('\n').trim();
  if (attributes['calcext:value-type'] === 'error' || errorText.test(text))
    return { text: text === '' ? '#VALUE!' : text, fault: 'formula-error' };
  if (text !== '') return { text };
  const value = attributes['office:value'];
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
      return { text: value === undefined ? '' : plainNumber(value) };
    case 'percentage':
      return { text: value === undefined ? '' : `${plainNumber(`${Number(value) * 100}`)}%` };
    case 'date':
      return { text: attributes['office:date-value'] ?? '' };
    case 'string':
      return { text: attributes['office:string-value'] ?? '' };
    default:
      return { text: '' };
  }
}
