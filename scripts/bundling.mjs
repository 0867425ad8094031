import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * How every program of this project is bundled: our own rooms into one file, npm packages left outside.
 * @type {import('esbuild').BuildOptions}
 */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  jsx: 'automatic',
  // A name of our own: other packages ship their sources under 'source'.
  conditions: ['guankao-source'],
  sourcemap: true,
  absWorkingDir: root,
  plugins: [
    {
      name: 'npm-packages-stay-outside',
      setup(build) {
        build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
          if (kind === 'entry-point' || path.startsWith('@guankao/')) return undefined;
          return { path, external: true };
        });
      },
    },
  ],
  loader: { '.yaml': 'text', '.md': 'text', '.css': 'text', '.typ': 'text', '.sql': 'text' },
};
