export * from './decimal.ts';
export * from './quantity.ts';
import type { Quantity } from './quantity.ts';

export interface ExtractOptions {
  /** The unit of bare figures, from a heading: `{ kind: 'money', factor: 1000 }` for 單位：新臺幣千元. */
  readonly bare?: { readonly kind: 'money' | 'count'; readonly factor: number };
}

export function extract(_text: string, _options: ExtractOptions = {}): readonly Quantity[] {
  throw new Error('being built');
}
