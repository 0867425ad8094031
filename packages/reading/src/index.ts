export * from './contract.ts';
export * from './pipeline.ts';
export * from './place.ts';
export { demandPlans } from './demand-plans.ts';
export { evidenceGrades, type EvidenceGrade } from './evidence/evidence.ts';
export type { LookedAt } from './looked-at.ts';
export type { CountedNumber } from './coverage.ts';
export { standings, totalOf, type Standing, type StandingCounts } from './standing.ts';
export { coverageInWords, standingNames } from './coverage-words.ts';
export { charactersAt } from './place-runs.ts';
export { filingsOfPlanId, planId } from './plan-id.ts';
export { parseReading } from './kept.ts';
export { summaryOf, type PlanSummary } from './summary.ts';
export { formFile, typedDocument } from '@guankao/documents';
export { pastedForm, type PastedRow } from '@guankao/filings';
export {
  emptyRecipe,
  isStep,
  parseRecipe,
  correctable,
  type CorrectableField,
  type Recipe,
  type RecipeStep,
} from '@guankao/filings';
