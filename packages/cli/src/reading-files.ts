import { parseRecipe } from '@guankao/reading';
import type { ReadFile } from './batch/file-reader.ts';
import { Progress } from './batch/progress.ts';
import { readMany, type Outcome } from './batch/read-many.ts';
import { expand, load } from './files.ts';
import type { Terminal } from './terminal.ts';

export interface ReadingOptions {
  /** Replayed on the file that it belongs to. */
  readonly recipe?: string | undefined;
  /** Paths that were read before and are passed over. */
  readonly known?: ReadonlySet<string>;
}

/** Reads the files behind `paths` over the machine's cores; says on standard error what was refused, and how far it is with many. */
export async function* readFiles(
  terminal: Terminal,
  paths: readonly string[],
  { recipe: recipePath, known = new Set() }: ReadingOptions = {},
): AsyncGenerator<Outcome> {
  const all = await expand(paths);
  const files = all.filter((path) => !known.has(path));
  const recipe =
    recipePath === undefined ? undefined : parseRecipe(new TextDecoder().decode((await load(recipePath)).bytes));
  const progress = new Progress(terminal, files.length);
  progress.show();
  for await (const outcome of readMany(files, recipe)) {
    progress.count(outcome);
    progress.clear();
    if ('refusal' in outcome)
      terminal.err(`guankao: ${outcome.path}: ${outcome.refusal.inBothLanguages[terminal.lang]}\n`);
    else reportOn(terminal, outcome.path, outcome.read);
    yield outcome;
    progress.show();
  }
  progress.clear();
  progress.sumUp(all.length - files.length);
}

function reportOn(terminal: Terminal, path: string, { bugs, idle }: ReadFile): void {
  if (idle.length > 0) {
    const steps = idle.map((at) => at + 1).join(', ');
    terminal.err(
      terminal.lang === 'en'
        ? `guankao: ${path}: steps ${steps} of the recipe found nothing to do\n`
        : `guankao: ${path}：處理紀錄的第 ${steps} 步沒有作用\n`,
    );
  }
  for (const { rule, plan, error } of bugs) {
    terminal.err(
      terminal.lang === 'en'
        ? `guankao: ${path}: rule ${rule} failed on ${plan ?? 'the document'} (our fault; the other rules ran): ${error.message}\n`
        : `guankao: ${path}：規則 ${rule} 在 ${plan ?? '整份文件'} 執行失敗（是本程式的錯，其他規則照常）：${error.message}\n`,
    );
  }
}
