export * from './exact/fraction.ts';
export { inBounds, type LeftOut } from './in-bounds.ts';
export { readText } from './read-text.ts';
export { normalise } from './normalise.ts';
export { daysOf, type DateMention } from './dates.ts';
export type { Stretch } from './marks.ts';
export type { Figure, Text } from './text.ts';
