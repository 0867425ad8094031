import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vitest/config';

/** The same files that the bundler takes in as text (scripts/bundling.mjs). */
const asText: Plugin = {
  name: 'as-text',
  enforce: 'pre',
  load(id) {
    if (!/\.(yaml|md|css|typ)$/.test(id)) return undefined;
    return `export default ${JSON.stringify(readFileSync(id, 'utf8'))};`;
  },
};

const shared = {
  plugins: [asText],
  resolve: { conditions: ['guankao-source', 'module', 'node', 'default'] },
  ssr: { resolve: { conditions: ['guankao-source', 'module', 'node', 'default'] } },
};

// Four kinds of test, each a project: `unit` lies beside the code it tests and starts nothing, `formats` reads filings
// back from every format (through LibreOffice too, where it is installed),
// `integration` runs against a real PostgreSQL, `browser` in a real Chromium.
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'tests/house/**/*.test.ts', 'tests/proofs/**/*.test.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'formats',
          include: [
            'tests/formats/**/*.test.ts',
            'tests/typed-years/**/*.test.ts',
            'tests/true-sentences/**/*.test.ts',
            'tests/collection/**/*.test.ts',
          ],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/integration/database.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What is waited for comes from other processes: a busy machine starts them in seconds.
          expect: { poll: { timeout: 20_000 } },
          // Each file waits half of its time for the database; the server that they share takes 60 connections.
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/unpack-browser.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A page waits for the server and the server for a click: one after the other they leave a processor idle.
          maxWorkers: 2,
        },
      },
    ],
  },
});
