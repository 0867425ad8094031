import type { Message, TypedForm } from '@guankao/domain';
import type { LookedAt, Reading } from '@guankao/reading';

/** What the page asks of the worker. */
export type Order =
  | { readonly kind: 'check'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'check-form'; readonly form: TypedForm }
  | { readonly kind: 'form'; readonly reading: Reading; readonly format: 'ods' | 'csv' | 'clarifications' };

/** What it answers: one for each order, in their order. */
export type Answer =
  | { readonly kind: 'checked'; readonly reading: Reading; readonly lookedAt: LookedAt; readonly milliseconds: number }
  | { readonly kind: 'form'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly message: Message }
  | { readonly kind: 'fault'; readonly message: string };
