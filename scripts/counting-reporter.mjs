// A reporter for Vitest: writes how many tests passed, which failed and why, and which were skipped and why, to COUNTS_FILE.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const fileOf = (module) => relative(process.cwd(), module.moduleId);
const firstLine = (error) => String(error?.message ?? error).split('\n', 1)[0];

export default class CountingReporter {
  onTestRunEnd(modules, unhandled) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state) => tests.filter((test) => test.result().state === state);
    const counts = {
      passed: of('passed').length,
      failed: [
        ...of('failed').map((test) => ({
          file: fileOf(test.module),
          name: test.fullName,
          why: firstLine(test.result().errors[0]),
        })),
        ...modules.flatMap((module) =>
          module.errors().map((error) => ({ file: fileOf(module), name: '', why: firstLine(error) })),
        ),
        ...unhandled.map((error) => ({ file: '', name: 'vitest', why: firstLine(error) })),
      ],
      skipped: of('skipped').map((test) => ({
        name: `${fileOf(test.module)}: ${test.fullName}`,
        why: test.result().note ?? '',
      })),
    };
    writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
  }
}
