import { defineConfig } from 'vitest/config';

// For the mutation run alone: the same tables and corpus in few tests, without the random round trips and the slow tables of others.
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'node', 'import', 'default'] },
  test: {
    include: ['packages/quantities/corpus/mutation.test.ts', 'packages/quantities/src/context.test.ts', 'packages/quantities/src/decimal.test.ts'],
    pool: 'threads',
    isolate: false,
  },
});
