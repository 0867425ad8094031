import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

const project = base.test?.projects?.find((one) => typeof one === 'object' && 'test' in one && one.test?.name === 'integration');
// `pg` is CommonJS and requires packages that offer both kinds: under the condition `import` it would be given the wrong one.
const conditions = ['source', 'module', 'node', 'default'];

export default defineConfig({ ...(project as object), root: join(import.meta.dirname, '../..'), resolve: { conditions }, ssr: { resolve: { conditions } } });
