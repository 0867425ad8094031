// A reporter for Vitest: writes how many tests passed and failed, and which were skipped and why, to COUNTS_FILE.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

export default class CountingReporter {
  onTestRunEnd(modules, unhandled) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state) => tests.filter((test) => test.result().state === state);
    const broken = modules.filter((module) => module.errors().length > 0);
    const counts = {
      passed: of('passed').length,
      failed: of('failed').length + broken.length + unhandled.length,
      skipped: of('skipped').map((test) => ({
        name: `${relative(process.cwd(), test.module.moduleId)}: ${test.fullName}`,
        why: test.result().note ?? '',
      })),
    };
    writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
  }
}
