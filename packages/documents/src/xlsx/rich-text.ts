import type { LeftOutText } from '../build/left-out.ts';
import { raised, withRaisedSettled } from '../build/raised.ts';
import type { Attributes } from '../xml/events.ts';

/** A string as it is read, and what of it was left out. */
export interface RichText {
  readonly text: string;
  readonly leftOut: readonly LeftOutText[];
  /** How it is read in a cell whose own format strikes it out: only what a run sets otherwise stays. */
  readonly inStruckCell: { readonly text: string; readonly leftOut: readonly LeftOutText[] };
}

export const noText: RichText = { text: '', leftOut: [], inStruckCell: { text: '', leftOut: [] } };

/**
 * Puts a string item together, run by run (ECMA-376, 18.4.4 r, 18.4.7 rPr): fed with the elements within it as they stream by.
 * A run that has properties has all of its own; one without is set as its cell is.
 */
export class RichTextCollector {
  #own = new Gathered();
  #inStruckCell = new Gathered();
  #inText = false;
  #phonetic = false;
  #struck: boolean | undefined;
  #raised = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'x:rPh') this.#phonetic = true;
    else if (name === 'x:t') this.#inText = !this.#phonetic;
    else if (name === 'x:r') [this.#struck, this.#raised] = [undefined, false];
    else if (name === 'x:rPr') this.#struck = false;
    else if (name === 'x:strike') this.#struck = isOn(attributes['val']);
    else if (name === 'x:vertAlign') this.#raised = attributes['val'] === 'superscript';
  }

  close(name: string): void {
    if (name === 'x:rPh') this.#phonetic = false;
    else if (name === 'x:t') this.#inText = false;
    else if (name === 'x:r') [this.#struck, this.#raised] = [undefined, false];
  }

  text(text: string): void {
    if (!this.#inText) return;
    const plain = unescapeCharacters(text);
    this.#own.add(plain, this.#struck ?? false, this.#raised);
    this.#inStruckCell.add(plain, this.#struck ?? true, this.#raised);
  }

  /** What was gathered since the last time it was taken. */
  take(): RichText {
    return { ...this.#own.take(), inStruckCell: this.#inStruckCell.take() };
  }
}

class Gathered {
  #text = '';
  #leftOut: LeftOutText[] = [];

  add(plain: string, struck: boolean, isRaised: boolean): void {
    if (!struck) this.#text += isRaised ? raised(plain) : plain;
    else if (plain.trim() !== '') this.#leftOut.push({ kind: 'struck-out', text: plain });
  }

  take(): { readonly text: string; readonly leftOut: readonly LeftOutText[] } {
    const leftOut = this.#leftOut;
    const text = withRaisedSettled(this.#text, (mark) => leftOut.push({ kind: 'note-marks', text: mark }));
    this.#text = '';
    this.#leftOut = [];
    return { text, leftOut };
  }
}

export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false';
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376, 22.4.2.4 bstr). */
export function unescapeCharacters(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
