export * from './source-plan.ts';
export * from './budget-prose.ts';
export * from './reading-source.ts';
export * from './match.ts';
export * from './differences.ts';
export * from './compare.ts';
export * from './follow-up.ts';
export * from './executing-agency.ts';
