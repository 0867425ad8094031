import type { TypedForm } from '@guankao/domain';

export const formMediaType = 'application/vnd.guankao.form+json';

/** The file's first word for what it is, and its version. */
export const formSchemaName = 'guankao/form@1';

/**
 * A typed form as a file: canonical JSON (RFC 8785: keys sorted, no blanks), so that the same form has the same bytes
 * and one hash everywhere. `read-form.ts` reads it back to the same form. Throws a RangeError for a lone surrogate,
 * which no UTF-8 can hold: such a text is refused before it is kept.
 */
export function formFile(form: TypedForm): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ schema: formSchemaName, ...form }));
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'string' && !each.isWellFormed()) throw new RangeError('a lone surrogate in a form');
    return isRecord(each) ? Object.fromEntries(Object.entries(each).toSorted(byKey)) : each;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By UTF-16 code units, as RFC 8785 §3.2.3 asks. */
function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
