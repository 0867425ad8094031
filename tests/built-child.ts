import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Pool } from '@guankao/pool';

/** Found by what stands in it: a proof runs from a bundle of its own, elsewhere in the checkout. */
const root = folderWith('scripts/bundling.mjs', import.meta.dirname);

/**
 * The program of the pool's children, built for a test as the product is: `program` for the pool, and how to be rid of
 * it. Below node_modules, so that it finds its packages there.
 */
export async function builtChild(
  entry = 'packages/pool/src/child/program.ts',
): Promise<{ readonly program: string; readonly remove: () => void }> {
  const { bundling } = await import(pathToFileURL(join(root, 'scripts/bundling.mjs')).href);
  const folder = mkdtempSync(join(root, 'node_modules', '.pool-child-'));
  const program = join(folder, 'pool-child.mjs');
  await build({ ...bundling, entryPoints: [join(root, entry)], outfile: program, logLevel: 'error' });
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A pool as the product has it, and how to be rid of it. */
export async function testPool(): Promise<{ readonly pool: Pool; readonly close: () => Promise<void> }> {
  const { program, remove } = await builtChild();
  const pool = new Pool({ program });
  return {
    pool,
    close: async () => {
      await pool.close();
      remove();
    },
  };
}

function folderWith(file: string, from: string): string {
  if (existsSync(join(from, file))) return from;
  if (from === dirname(from)) throw new Error(`no ${file} above`);
  return folderWith(file, dirname(from));
}
