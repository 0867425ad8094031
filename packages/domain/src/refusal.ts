import type { Message } from './document.ts';

/**
 * What a user may not do, or an input that cannot be taken: thrown, shown to the user, never a stack trace.
 * `id` is stable and has an entry in docs/errors; `status` is for HTTP.
 */
export class Refusal extends Error {
  readonly id: string;
  readonly status: number;
  /** Says what, where, why and what to do. */
  readonly inBothLanguages: Message;
  /** Seconds after which the same is worth another try; null where it is not, or nobody knows. */
  readonly retryAfter: number | null;

  /** Name of the form's or the body's field that it is about; null: of none alone. */
  readonly field: string | null;

  constructor(
    id: string,
    status: number,
    message: Message,
    retryAfter: number | null = null,
    field: string | null = null,
  ) {
    super(message.en);
    this.name = 'Refusal';
    this.id = id;
    this.status = status;
    this.inBothLanguages = message;
    this.retryAfter = retryAfter;
    this.field = field;
  }

  /** The same, said to be about this field. */
  about(field: string): Refusal {
    return new Refusal(this.id, this.status, this.inBothLanguages, this.retryAfter, field);
  }
}
