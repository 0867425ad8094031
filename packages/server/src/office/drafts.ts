import type { Draft, Office } from '@guankao/store';
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
export async function dropSavedDrafts(
  office: Office,
  row: string,
  account: string,
  wholeFormAt: number | null,
): Promise<void> {
  const [drafts, saved] = [await office.drafts(row, account), await office.row(row)];
  if (saved === null) return;
  for (const draft of drafts)
    if (draft.rowVersion === wholeFormAt || holdsAll(saved.texts, pickTexts(draft.body)))
      await office.dropDraft(account, draft);
}

/** How an address or a field names a draft: its row, and the version that it was begun on. */
export function draftName({ row, rowVersion }: Pick<Draft, 'row' | 'rowVersion'>): string {
  return `${row}@${rowVersion}`;
}

/** null: it is no name of a draft. */
export function draftNamed(name: string): Pick<Draft, 'row' | 'rowVersion'> | null {
  const [, row = '', version = ''] = /^(.+)@(\d{1,9})$/su.exec(name) ?? [];
  return row === '' ? null : { row, rowVersion: Number(version) };
}
