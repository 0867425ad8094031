import { plansInBudgetProse, proposeAgencies, type SourcePlan } from '@guankao/comparison';
import { openDocument, type SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { settlePage, type Reader, type Refused, type SettleView } from '@guankao/web';
import { readFile, type FileAndRecipe } from './read-file.ts';

export interface PageToSettle extends FileAndRecipe {
  readonly reader: Reader;
  readonly view: Omit<SettleView, 'reading' | 'idle' | 'agencies'>;
  readonly refused: Refused | null;
  /** A budget book beside the filing: by its accounts executing agencies are proposed. */
  readonly book?: SourceFile | undefined;
}

/** The page on which a filing's reading is settled: the file is read anew, and of its reading only the page travels. */
export async function pageToSettle({ file, recipe, reader, view, refused, book }: PageToSettle): Promise<string> {
  const { reading, idle } = await readFile({ file, recipe });
  const proposals = proposeAgencies(reading, book === undefined ? [] : await plansIn(book));
  return settlePage(reader, { ...view, reading, idle, agencies: { book: book?.name ?? null, proposals } }, refused);
}

async function plansIn(book: SourceFile): Promise<readonly SourcePlan[]> {
  const plans = plansInBudgetProse(await openDocument(book));
  if (plans.length > 0) return plans;
  throw new Refusal('no-budget-prose', 422, {
    'zh-Hant': `「${book.name}」裡沒有讀到延續性計畫的說明（「…計畫總經費…千元」），無法據以提出執行機關。請選單位預算或中央政府總預算的機關別說明。`,
    en: `“${book.name}” states no continuing plan (「…計畫總經費…千元」): no executing agency can be proposed by it. Choose a unit budget, or the explanations by agency of the central budget.`,
  });
}
