import { Refusal, textColumns } from '@guankao/domain';
import type { Context } from '../../../context.ts';
import type { RowEvent } from '../events.ts';
import type { RowRecord, RowTexts } from '../row.ts';
import { saveTexts } from './save-texts.ts';

/** What was typed in a row that this one follows, after what stands here already; what stands here as it is is not written twice. */
export function takeOverTexts(row: RowRecord, from: string, shown: number, context: Context): readonly RowEvent[] {
  const { texts = null, authors = {} } = row.predecessors.find(({ id }) => id === from) ?? {};
  if (texts === null) throw nothingOffered(from);
  const short = (['type', 'period'] as const).filter((field) => row.texts[field] === '' && texts[field] !== '');
  const long = textColumns.filter((field) => texts[field] !== '' && !row.texts[field].includes(texts[field]));
  const taken: Partial<RowTexts> = Object.fromEntries([
    ...short.map((field) => [field, texts[field]]),
    ...long.map((field) => [field, [row.texts[field], texts[field]].filter((text) => text !== '').join('\n')]),
  ]);
  return saveTexts(row, taken, shown, context, authors);
}

function nothingOffered(from: string): Refusal {
  return new Refusal('no-predecessor', 422, {
    'zh-Hant': `「${from}」不是這一列所承接的列，或已是以前年度的列，沒有可帶入的文字。`,
    en: `${from} is no row that this one follows in this year: there are no texts to take over.`,
  }).about('from');
}
