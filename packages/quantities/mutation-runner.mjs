// A Stryker test runner without a test framework. The tables of this package are thousands of rows of a few
// microseconds each: a framework spends a second or two on every mutant, this runner some milliseconds.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

class TablesRunner {
  #checks = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  /** The working directory is the sandbox, which holds the changed sources. Node strips their types itself. */
  async init() {
    const folder = join(process.cwd(), 'packages/quantities/corpus');
    const { checks } = await import(pathToFileURL(join(folder, 'checks.ts')).href);
    this.#checks = checks(folder).map((check, i) => ({ ...check, id: String(i) }));
  }

  async dryRun() {
    const state = stryker();
    const result = this.#run(this.#checks, false);
    return { ...result, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const state = stryker();
    state.activeMutant = activeMutant.id;
    state.hitLimit = hitLimit;
    state.hitCount = hitLimit === undefined ? undefined : 0;
    const wanted = testFilter === undefined ? this.#checks : testFilter.map((id) => this.#checks[Number(id)]);
    const result = this.#run(wanted, !disableBail);
    const stuck = determineHitLimitReached(state.hitCount, state.hitLimit);
    state.activeMutant = undefined;
    return toMutantRunResult(stuck ?? result);
  }

  #run(checks, bail) {
    const tests = [];
    for (const check of checks) {
      const test = outcome(check);
      tests.push(test);
      if (bail && test.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests };
  }
}

function outcome({ id, name, run }) {
  stryker().currentTestId = id;
  const start = performance.now();
  const test = { id, name };
  try {
    run();
    return { ...test, timeSpentMs: performance.now() - start, status: TestStatus.Success };
  } catch (error) {
    return {
      ...test,
      timeSpentMs: performance.now() - start,
      status: TestStatus.Failed,
      failureMessage: String(error),
    };
  }
}

/** What the changed sources ask which mutant is on, and where they note what was reached. */
function stryker() {
  globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  return globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'tables', TablesRunner)];
