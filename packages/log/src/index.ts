export * from './bytes.ts';
export * from './tree.ts';
export * from './tiles.ts';
export * from './note.ts';
export * from './checkpoint.ts';
export * from './leaf.ts';
export * from './proof.ts';
