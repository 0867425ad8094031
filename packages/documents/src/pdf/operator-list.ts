/* oxlint-disable no-underscore-dangle -- pdf.js calls its own so */
import type { PDFPageProxy } from 'pdfjs-dist';
import { mostDrawn } from '../build/bounds.ts';
import type { Engine } from './engine.ts';

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A page that draws more than is taken: `forms` where forms draw forms without end. */
export class TooMuchDrawn extends Error {}

/** What pdf.js keeps of a page whose operators are under way: its own tasks are told of every thousand that come in. */
interface UnderWay {
  readonly operatorList?: OperatorList & { readonly lastChunk: boolean };
  readonly renderTasks?: Set<{ operatorListChanged(): void }>;
}

interface PageWithin {
  readonly _intentStates?: ReadonlyMap<string, UnderWay>;
  _abortOperatorList?(stop: { intentState: UnderWay; reason: Error; force: boolean }): void;
}

/**
 * A page's drawing operators, counted as they come in. Throws TooMuchDrawn where they are beyond the bounds; pdf.js then stops
 * making more. It has no public way to be stopped at this, so its own is taken; `operator-list.test.ts` watches that it is there.
 */
export async function operatorsOf(page: PDFPageProxy, ops: Engine['OPS']): Promise<OperatorList> {
  const whole = page.getOperatorList();
  const within = page as unknown as PageWithin;
  const underWay = [...(within._intentStates?.values() ?? [])].find(({ operatorList }) => operatorList !== undefined);
  if (underWay?.renderTasks === undefined) return whole;
  const { renderTasks } = underWay;
  const count = new Count(ops);
  const beyond = new Promise<never>((_, reject) => {
    const watch = {
      operatorListChanged(): void {
        if (underWay.operatorList === undefined || count.isWithin(underWay.operatorList.fnArray)) return;
        renderTasks.clear();
        const reason = new TooMuchDrawn(`page ${page.pageNumber}`);
        within._abortOperatorList?.({ intentState: underWay, reason, force: true });
        reject(reason);
      },
    };
    renderTasks.add(watch);
  });
  return Promise.race([whole, beyond]);
}

class Count {
  readonly #begin: number;
  readonly #end: number;
  #seen = 0;
  #forms = 0;
  #depth = 0;
  readonly #save: number;
  readonly #restore: number;
  /** Graphics states that are kept: pdf.js keeps each with all that were kept before it. */
  #saved = 0;

  constructor(ops: Engine['OPS']) {
    this.#begin = ops.paintFormXObjectBegin;
    this.#end = ops.paintFormXObjectEnd;
    this.#save = ops.save;
    this.#restore = ops.restore;
  }

  isWithin(operators: readonly number[]): boolean {
    for (; this.#seen < operators.length; this.#seen += 1) {
      const operator = operators[this.#seen];
      if (operator === this.#begin) {
        this.#forms += 1;
        this.#depth += 1;
        if (this.#forms > mostDrawn.forms || this.#depth > mostDrawn.depth) return false;
      } else if (operator === this.#end) this.#depth -= 1;
      else if (operator === this.#restore) this.#saved = Math.max(0, this.#saved - 1);
      else if (operator === this.#save) {
        this.#saved += 1;
        if (this.#saved > mostDrawn.saved) return false;
      }
    }
    return this.#seen <= mostDrawn.operators;
  }
}
