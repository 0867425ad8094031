export * from './contract.ts';
export * from './pipeline.ts';
export { printReading } from './print.ts';
export * from './place.ts';
export * from './typed.ts';
