export * from './span.ts';
export * from './sourced.ts';
export * from './document.ts';
export * from './row-field.ts';
export * from './filing.ts';
export * from './claims.ts';
export * from './finding.ts';
export * from './refusal.ts';
