import { Refusal, textColumns, type TextColumn } from '@guankao/domain';

/**
 * What a person settled about one file's reading, step by step, to be replayed on the next read. Keyed to the file's
 * hash and the layout that read it; rows are named by where their name stands in the document's text, so a recipe says
 * the same whatever ids a reading gives. The file itself is never changed, and what it prints stays beside each correction.
 */
export interface Recipe {
  readonly schema: 'guankao/recipe@1';
  readonly sha256: string;
  readonly layout: string | null;
  readonly steps: readonly RecipeStep[];
}

/** Offset of the first character of the row's name in `document.text`. */
export type RowAnchor = number;

export const correctable = ['name', 'type', 'period', 'approvedTotal', 'budgetedToDate', 'executedToDate'] as const;
export type CorrectableField = (typeof correctable)[number];

export type RecipeStep =
  /** The texts of this stretch belong to that row's column. */
  | {
      readonly do: 'move';
      readonly start: number;
      readonly end: number;
      readonly row: RowAnchor;
      readonly column: TextColumn;
    }
  /** A text is two: the second begins here. */
  | { readonly do: 'split'; readonly at: number }
  /** The second row is the rest of the first. */
  | { readonly do: 'merge'; readonly row: RowAnchor; readonly rest: RowAnchor }
  /** What the row should say; the printed words stay as its source. */
  | { readonly do: 'correct'; readonly row: RowAnchor; readonly field: CorrectableField; readonly value: string }
  /** The executing agency of a row, or of the whole filing. `source`: what it was proposed by, where a person confirmed a proposal. */
  | { readonly do: 'agency'; readonly row: RowAnchor | null; readonly name: string; readonly source?: string };

export function emptyRecipe(sha256: string, layout: string | null): Recipe {
  return { schema: 'guankao/recipe@1', sha256, layout, steps: [] };
}

/** Takes in a recipe that somebody exported. Throws a Refusal that says which step is wrong. */
export function parseRecipe(text: string): Recipe {
  const recipe = jsonOf(text) as Partial<Recipe>;
  if (recipe?.schema !== 'guankao/recipe@1' || typeof recipe.sha256 !== 'string' || !Array.isArray(recipe.steps))
    throw notARecipe('schema');
  for (const [at, step] of recipe.steps.entries()) if (!isStep(step)) throw notARecipe(`steps[${at}]`);
  return { schema: recipe.schema, sha256: recipe.sha256, layout: recipe.layout ?? null, steps: recipe.steps };
}

export function isStep(step: unknown): step is RecipeStep {
  if (typeof step !== 'object' || step === null) return false;
  const { do: kind, ...rest } = step as Record<string, unknown>;
  const whole = (name: string) => Number.isSafeInteger(rest[name]) && (rest[name] as number) >= 0;
  const text = (name: string) => typeof rest[name] === 'string' && (rest[name] as string).length <= 500;
  switch (kind) {
    case 'move':
      return (
        whole('start') &&
        whole('end') &&
        (rest['start'] as number) < (rest['end'] as number) &&
        whole('row') &&
        textColumns.some((column) => column === rest['column'])
      );
    case 'split':
      return whole('at');
    case 'merge':
      return whole('row') && whole('rest') && rest['row'] !== rest['rest'];
    case 'correct':
      return whole('row') && correctable.some((field) => field === rest['field']) && text('value');
    case 'agency':
      return (
        (rest['row'] === null || whole('row')) &&
        text('name') &&
        rest['name'] !== '' &&
        (rest['source'] === undefined || text('source'))
      );
    default:
      return false;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notARecipe('JSON');
  }
}

function notARecipe(where: string): Refusal {
  return new Refusal('not-a-recipe', 422, {
    'zh-Hant': `這不是可用的處理紀錄（${where}）。請用匯入頁匯出的 JSON，或核對該步驟的欄位。`,
    en: `this is no recipe that can be replayed (${where}). Use the JSON that the import page exports, or mend that step.`,
  });
}
