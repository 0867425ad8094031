import { Refusal } from '@guankao/domain';
import { parseRecipe, read, type Read, type Recipe } from '@guankao/reading';
import { expand, load } from './files.ts';
import type { Terminal } from './terminal.ts';

/** One path and what became of it. A bad file does not stop the rest. */
export type Outcome = { readonly path: string; readonly read: Read } | { readonly path: string; readonly refusal: Refusal };

/** Reads the files behind `paths` one after the other; says on standard error what was refused, and how far it is with many. */
export async function* readFiles(terminal: Terminal, paths: readonly string[], recipePath?: string): AsyncGenerator<Outcome> {
  const files = await expand(paths);
  const recipe = recipePath === undefined ? undefined : parseRecipe(new TextDecoder().decode((await load(recipePath)).bytes));
  for (const [at, path] of files.entries()) {
    if (files.length > 1 && terminal.live) terminal.err(`\r\u001b[K${at + 1}/${files.length} ${path}`);
    const outcome = await readOne(path, recipe);
    if (files.length > 1 && terminal.live) terminal.err('\r\u001b[K');
    if ('refusal' in outcome) terminal.err(`guankao: ${outcome.path}: ${outcome.refusal.inBothLanguages[terminal.lang]}\n`);
    else reportOn(terminal, outcome.path, outcome.read);
    yield outcome;
  }
}

async function readOne(path: string, recipe: Recipe | undefined): Promise<Outcome> {
  try {
    return { path, read: await read(await load(path), recipe) };
  } catch (error) {
    if (error instanceof Refusal) return { path, refusal: error };
    throw error;
  }
}

function reportOn(terminal: Terminal, path: string, { bugs, idle }: Read): void {
  if (idle.length > 0) {
    const steps = idle.map((at) => at + 1).join(', ');
    terminal.err(terminal.lang === 'en' ? `guankao: ${path}: steps ${steps} of the recipe found nothing to do\n` : `guankao: ${path}：處理紀錄的第 ${steps} 步沒有作用\n`);
  }
  for (const { rule, plan, error } of bugs) {
    terminal.err(
      terminal.lang === 'en'
        ? `guankao: ${path}: rule ${rule} failed on ${plan ?? 'the document'} (our fault; the other rules ran): ${error.message}\n`
        : `guankao: ${path}：規則 ${rule} 在 ${plan ?? '整份文件'} 執行失敗（是本程式的錯，其他規則照常）：${error.message}\n`,
    );
  }
}
