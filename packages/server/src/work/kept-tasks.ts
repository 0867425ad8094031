import type { Asker } from '@guankao/pool';
import { Task, type TaskResult } from './task.ts';

/** After so many milliseconds the result of a task is forgotten. */
export const keptFor = 10 * 60_000;
/** Bytes of results that are kept at once: the oldest make room. */
const roomForResults = 96 * 1024 * 1024;

/** The tasks whose askers were sent to a waiting page, running and done. */
export class KeptTasks {
  private readonly tasks = new Map<string, Task>();
  private readonly now: () => number;

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.now = now;
  }

  begin(asker: Asker, name: string): Task {
    return new Task(asker, name, this.now());
  }

  keep(task: Task): void {
    this.tasks.set(task.id, task);
  }

  /** null where there is none of this number, or it is another's: which of the two is not told. */
  find(id: string, asker: Asker): Task | null {
    this.forgetOld();
    const task = this.tasks.get(id);
    return task !== undefined && task.isOf(asker) ? task : null;
  }

  end(task: Task, result: TaskResult): void {
    task.result = result;
    task.endedAt = this.now();
    this.forgetOld();
  }

  secondsOf(task: Task): number {
    return Math.round((this.now() - task.began) / 1_000);
  }

  cancelAll(): void {
    for (const task of this.tasks.values()) task.cancel();
  }

  private forgetOld(): void {
    const done = [...this.tasks.values()].filter(({ endedAt }) => endedAt !== null);
    let bytes = done.reduce((sum, { result }) => sum + bytesOf(result), 0);
    for (const task of done.toSorted((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0))) {
      if (this.now() - (task.endedAt ?? 0) < keptFor && bytes <= roomForResults) return;
      bytes -= bytesOf(task.result);
      this.tasks.delete(task.id);
    }
  }
}

function bytesOf(result: TaskResult | null): number {
  if (result === null || result.is === 'redirect') return 0;
  return result.is === 'file' ? result.bytes.byteLength : result.html.length * 2;
}
