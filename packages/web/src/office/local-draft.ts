import type { RowTexts } from '@guankao/workflow';

export interface Draft {
  /** The version of the row that was shown when it was typed. */
  readonly rowVersion: number;
  /** The texts that were typed. */
  readonly body: Partial<RowTexts>;
}

/** A draft on this device, for one person and one row: what the server could not be told. */
export class LocalDraft {
  readonly #storage: Storage;
  readonly #key: string;

  constructor(storage: Storage, account: string, row: string) {
    this.#storage = storage;
    this.#key = `guankao-draft ${account} ${row}`;
  }

  keep(draft: Draft): void {
    try {
      this.#storage.setItem(this.#key, JSON.stringify(draft));
    } catch {
      // Full, or not allowed: the server still has what it was last told, and the page what was typed.
    }
  }

  /** null where nothing is kept, or nothing that can be read. */
  kept(): Draft | null {
    try {
      const draft: unknown = JSON.parse(this.#storage.getItem(this.#key) ?? 'null');
      return isDraft(draft) ? draft : null;
    } catch {
      return null;
    }
  }

  drop(): void {
    this.#storage.removeItem(this.#key);
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('rowVersion' in value) || !('body' in value)) return false;
  const { rowVersion, body } = value;
  return (
    typeof rowVersion === 'number' &&
    typeof body === 'object' &&
    body !== null &&
    Object.values(body).every((text) => typeof text === 'string')
  );
}
