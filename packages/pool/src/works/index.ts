import { check } from './check.ts';
import { readFile } from './read-file.ts';

/** Everything that is done with what comes from outside, by name: from input to answer. Only children load this. */
export const works = {
  check,
  'read-file': readFile,
};

export type Works = typeof works;
