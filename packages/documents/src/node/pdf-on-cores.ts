/* oxlint-disable unicorn/require-post-message-target-origin -- these are threads, not windows */
import { addAll } from '../build/extremes.ts';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Refusal, type Document } from '@guankao/domain';
import { damaged } from '../build/refusals.ts';
import { openPdf } from '../pdf/engine.ts';
import { documentOf, readOnePage, readPdf, type ReadPage } from '../pdf/read-pdf.ts';
import type { SourceFile } from '../reader.ts';

/** Pages that a worker is given at a time: few enough that the last ones end together. */
const portion = 6;
/** A page that takes longer (milliseconds) will never end; the file is refused and its worker stopped. */
const longest = 30_000;
/** Starting a worker costs about as much as reading this many bytes of PDF (some thirty pages). */
const worthSharing = 150_000;

const role = 'guankao/pdf-pages';

interface Errand {
  readonly role: typeof role;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** From a worker: how many pages the file has, and that it is ready; or the pages it was asked for. */
type Answer = { readonly pages: number } | readonly ReadPage[];

/**
 * As `readPdf`, its pages shared among `workers` threads, each with pdf.js of its own. What it gives is the same.
 * This module is its own worker: loaded in one that it started, it serves pages.
 */
export async function readPdfOnCores(file: SourceFile, workers: number): Promise<Document> {
  if (workers < 2 || file.bytes.length < worthSharing) return readPdf(file);
  const errand: Errand = { role, name: file.name, bytes: shared(file.bytes) };
  const queue = new PageQueue();
  const read = await Promise.all(Array.from({ length: workers }, () => served(errand, queue)));
  return documentOf(
    file,
    read.flat().sort((a, b) => a.number - b.number),
  );
}

/** The pages that no worker has been given yet. */
class PageQueue {
  #next = 1;

  take(pages: number): { readonly from: number; readonly to: number } | null {
    if (this.#next > pages) return null;
    const from = this.#next;
    this.#next = Math.min(pages, from + portion - 1) + 1;
    return { from, to: this.#next - 1 };
  }
}

/** One worker, until no page is left. Rejects with the Refusal that it met. */
function served(errand: Errand, queue: PageQueue): Promise<ReadPage[]> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: 1_000 },
  });
  const read: ReadPage[] = [];
  let pages = 0;
  let timer: NodeJS.Timeout | undefined;
  return new Promise<ReadPage[]>((resolve, reject) => {
    const next = (): void => {
      clearTimeout(timer);
      const wanted = queue.take(pages);
      if (wanted === null) return resolve(read);
      timer = setTimeout(
        () => reject(damaged(errand.name, 'PDF', `pages ${wanted.from}–${wanted.to} never end`)),
        longest * portion,
      );
      worker.postMessage(wanted);
    };
    worker.on('message', (answer: Answer | RefusalData) => {
      if ('id' in answer) return reject(new Refusal(answer.id, answer.status, answer.inBothLanguages));
      if ('pages' in answer) pages = answer.pages;
      else addAll(read, answer);
      next();
    });
    worker.on('error', (fault) =>
      reject(damaged(errand.name, 'PDF', fault instanceof Error ? fault.message : String(fault))),
    );
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

/** One copy for all threads. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** A Refusal as it travels between threads, which keep no classes. */
type RefusalData = Pick<Refusal, 'id' | 'status' | 'inBothLanguages'>;

async function serve({ name, bytes }: Errand): Promise<void> {
  try {
    const pdf = await openPdf({ name, bytes: new Uint8Array(bytes) });
    parentPort?.on('message', async ({ from, to }: { from: number; to: number }) => {
      const read: ReadPage[] = [];
      for (let number = from; number <= to; number += 1) read.push(await readOnePage(pdf, number));
      parentPort?.postMessage(read satisfies Answer);
    });
    parentPort?.postMessage({ pages: pdf.numPages } satisfies Answer);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const { id, status, inBothLanguages } = fault;
    parentPort?.postMessage({ id, status, inBothLanguages } satisfies RefusalData);
  }
}

if (!isMainThread && (workerData as Partial<Errand> | null)?.role === role) await serve(workerData as Errand);
