export { readFiling } from './read-filing.ts';
export { layouts } from './layouts/index.ts';
export type { HeadingRule, Layout, Role, TableKind } from './layout.ts';
export { applyRecipe, anchorOf, type Replayed } from './recipe/apply-recipe.ts';
export {
  correctable,
  emptyRecipe,
  isStep,
  parseRecipe,
  type CorrectableField,
  type Recipe,
  type RecipeStep,
  type RowAnchor,
} from './recipe/recipe.ts';
