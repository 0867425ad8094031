import { defineConfig } from 'vitest/config';

// For the mutation run alone: the tables and the corpus, without the random round trips, which would be run for every mutant.
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'node', 'import', 'default'] },
  test: { include: ['packages/quantities/src/**/*.test.ts'], exclude: ['**/round-trips.test.ts', '**/peers.test.ts'] },
});
