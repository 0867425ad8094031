import { spawn } from 'node:child_process';
import type { LoadOrder, LoadResult } from './load.ts';

/** In a process of its own: a load on the server's own thread would measure itself. */
export async function load(order: LoadOrder): Promise<LoadResult> {
  return ordered('bench/year/load.ts', order);
}

/** Runs a program of this project that takes its order, and gives its result, as JSON. */
export async function ordered<Result>(program: string, order: object): Promise<Result> {
  const child = spawn(process.execPath, ['scripts/run.mjs', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(order));
  let answer = '';
  for await (const part of child.stdout) answer += part;
  return JSON.parse(answer) as Result;
}
