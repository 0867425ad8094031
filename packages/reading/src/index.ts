export * from './contract.ts';
export * from './pipeline.ts';
export { printReading } from './print.ts';
export * from './place.ts';
export * from './typed.ts';
export { emptyRecipe, isStep, parseRecipe, correctable, type CorrectableField, type Recipe, type RecipeStep } from '@guankao/filings';
