import type { Office } from '@guankao/store';
import type { RowTexts } from '@guankao/workflow';
import { pickTexts } from './texts-of-form.ts';

/** Whether all that was typed stands in the texts; a name is not looked at, which parts of a plan have of their own. */
export function holdsAll(texts: RowTexts, typed: Partial<RowTexts>): boolean {
  return Object.entries(typed).every(
    ([field, text]) => field === 'name' || texts[field as keyof RowTexts].includes(text),
  );
}

/**
 * After a save: a draft goes where all of it now stands in the row, or where the page's whole form was sent that showed
 * it, at this version. What else was typed stays, and the row's page shows it.
 */
export async function dropSavedDraft(
  office: Office,
  row: string,
  account: string,
  wholeFormAt: number | null,
): Promise<void> {
  const [draft, saved] = [await office.draft(row, account), await office.row(row)];
  if (draft === null || saved === null) return;
  if (draft.rowVersion === wholeFormAt || holdsAll(saved.texts, pickTexts(draft.body)))
    await office.dropDraft(row, account);
}
