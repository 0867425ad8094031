/* oxlint-disable unicorn/require-post-message-target-origin -- these are threads, not windows */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Refusal, type Document } from '@guankao/domain';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { mostDrawn } from '../build/bounds.ts';
import { addAll } from '../build/extremes.ts';
import { damaged } from '../build/refusals.ts';
import { openPdf } from '../pdf/engine.ts';
import { pagesDrawTooMuch } from '../pdf/notices.ts';
import { refuseBombs } from '../pdf/packed-streams.ts';
import { documentOf, readOnePage, readPdf, type ReadPage } from '../pdf/read-pdf.ts';
import type { SourceFile } from '../reader.ts';

/** Pages that a worker sends at a time: each message costs, and the last one must not be long in coming. */
const portion = 6;
/** A page that takes longer (milliseconds) will never end; the file is refused and its worker stopped. */
const longest = 30_000;
/** Starting a worker costs about as much as reading this many bytes of PDF (some thirty pages). */
const worthSharing = 150_000;

const role = 'guankao/pdf-pages';

interface Errand {
  readonly role: typeof role;
  readonly name: string;
  /** Shared by all threads, as is `turn`. */
  readonly bytes: Uint8Array;
  readonly turn: Turn;
}

/** What the threads tell one another: how many pages are taken, and how many drawing operators were counted. */
type Turn = Int32Array;
const taken = 0;
const operators = 1;

/**
 * As `readPdf`, its pages shared among `threads`: this one, which begins at once, and workers, each with pdf.js of its own.
 * Whoever is done with a page takes the next one that nobody has. What it gives is the same.
 * This module is its own worker: loaded in one that it started, it serves pages.
 */
export async function readPdfOnCores(file: SourceFile, threads: number): Promise<Document> {
  if (threads < 2 || file.bytes.length < worthSharing) return readPdf(file);
  refuseBombs(file);
  const turn: Turn = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const errand: Errand = { role, name: file.name, bytes: shared(file.bytes), turn };
  const read = new Gathered();
  const workers = Array.from({ length: threads - 1 }, () => startWorker(errand, read));
  try {
    await Promise.race([read.failed, Promise.all([readHere(file, errand, read), read.whole])]);
    return await documentOf(file, inOrder(file.name, read.pages));
  } finally {
    // Nobody takes another page.
    Atomics.store(turn, taken, mostTaken);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const mostTaken = 2 ** 30;

async function readHere(file: SourceFile, errand: Errand, read: Gathered): Promise<void> {
  const pdf = await openPdf(file, { isChecked: true });
  try {
    read.expect(pdf.numPages);
    await readPages(pdf, errand, (pages) => read.add(pages), 1);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Takes page after page until none is left; `tell` is given so many at a time. */
async function readPages(
  pdf: PDFDocumentProxy,
  { name, turn }: Errand,
  tell: (pages: readonly ReadPage[]) => void,
  atATime: number,
): Promise<void> {
  let read: ReadPage[] = [];
  for (;;) {
    const number = Atomics.add(turn, taken, 1) + 1;
    if (number > pdf.numPages) break;
    const page = await readOnePage(pdf, number);
    read.push(page);
    if (Atomics.add(turn, operators, page.operators) + page.operators > mostDrawn.allOperators)
      throw pagesDrawTooMuch(name, number);
    if (read.length === atATime) {
      tell(read);
      read = [];
      // What others send is taken in, and whether they still live is looked after.
      await new Promise((resolve) => void setImmediate(resolve));
    }
  }
  if (read.length > 0) tell(read);
}

/** The pages that came, from all threads. */
class Gathered {
  readonly pages: ReadPage[] = [];
  readonly whole: Promise<void>;
  /** Never resolves. */
  readonly failed: Promise<never>;
  readonly fail: (why: Error) => void;
  readonly #done: () => void;
  #expected = Number.POSITIVE_INFINITY;

  constructor() {
    const [whole, failed] = [Promise.withResolvers<void>(), Promise.withResolvers<never>()];
    // It may fail before anybody waits for it.
    failed.promise.catch(() => undefined);
    [this.whole, this.failed] = [whole.promise, failed.promise];
    [this.#done, this.fail] = [whole.resolve, failed.reject];
  }

  expect(pages: number): void {
    this.#expected = pages;
    this.add([]);
  }

  add(pages: readonly ReadPage[]): void {
    addAll(this.pages, pages);
    if (this.pages.length >= this.#expected) this.#done();
  }
}

/** In the file's order. Throws where together they draw too much, as `readPdf` does. */
function inOrder(name: string, pages: readonly ReadPage[]): readonly ReadPage[] {
  const sorted = pages.toSorted((a, b) => a.number - b.number);
  let drawn = 0;
  for (const page of sorted) {
    drawn += page.operators;
    if (drawn > mostDrawn.allOperators) throw pagesDrawTooMuch(name, page.number);
  }
  return sorted;
}

function startWorker(errand: Errand, read: Gathered): Worker {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: 1_000 },
  });
  // It may still be starting, or already done: only whoever took a page is waited for.
  let timer: NodeJS.Timeout | undefined;
  worker.on('message', (answer: Answer) => {
    clearTimeout(timer);
    if ('id' in answer) return read.fail(new Refusal(answer.id, answer.status, answer.inBothLanguages));
    read.add(answer);
    timer = setTimeout(() => read.fail(damaged(errand.name, 'PDF', 'a page never ends')), longest * portion).unref();
  });
  worker.on('error', (fault) =>
    read.fail(damaged(errand.name, 'PDF', fault instanceof Error ? fault.message : String(fault))),
  );
  worker.on('exit', () => clearTimeout(timer));
  return worker;
}

/** One copy for all threads. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** From a worker: pages, none at its beginning; or why it refused. */
type Answer = readonly ReadPage[] | RefusalData;

/** A Refusal as it travels between threads, which keep no classes. */
type RefusalData = Pick<Refusal, 'id' | 'status' | 'inBothLanguages'>;

async function serve(errand: Errand): Promise<void> {
  const tell = (answer: Answer): void => parentPort?.postMessage(answer);
  try {
    const pdf = await openPdf({ name: errand.name, bytes: new Uint8Array(errand.bytes) }, { isChecked: true });
    tell([]);
    await readPages(pdf, errand, tell, portion);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const { id, status, inBothLanguages } = fault;
    tell({ id, status, inBothLanguages });
  }
}

if (!isMainThread && (workerData as Partial<Errand> | null)?.role === role) await serve(workerData as Errand);
