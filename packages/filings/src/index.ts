export { readFiling } from './read-filing.ts';
export { typedParents } from './typed/typed-filing.ts';
export { pastedForm, type PastedRow } from './typed/pasted-form.ts';
export { applyRecipe } from './recipe/apply-recipe.ts';
export {
  correctable,
  emptyRecipe,
  isStep,
  parseRecipe,
  type CorrectableField,
  type Recipe,
  type RecipeStep,
} from './recipe/recipe.ts';
