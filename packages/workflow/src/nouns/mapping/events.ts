import { withWriter, type ActingFor } from '../../actors.ts';
import type { Changed } from '../../noun.ts';
import type { AccountFile, AccountMapping, BudgetAccount, Overrule, Part } from './mapping.ts';

/** What happened to an account mapping. `writer` is the id of an account; events of before it was kept lack it. */
export type MappingEvent =
  | Happening<'mapping-opened', { readonly mapping: AccountMapping }>
  | Happening<'mapping-accounts-taken', Written & Changed<readonly BudgetAccount[]> & { readonly file: AccountFile }>
  | Happening<'mapping-parts-added', Written & { readonly parts: readonly Part[] }>
  | Happening<'mapping-part-corrected', Written & Changed<Part>>
  | Happening<'mapping-part-ended', Written & Changed<Part>>
  | Happening<'mapping-overruled', Written & Changed<readonly Overrule[]>>
  | Happening<'mapping-drawn', NonNullable<AccountMapping['drawn']> & { readonly rows: readonly string[] }>;

interface Happening<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly subject: string;
  readonly payload: Payload;
  readonly actingFor?: ActingFor;
}

interface Written {
  readonly writer?: string;
}

/** A mapping after an event. */
export function applyToMapping(before: AccountMapping | null, event: MappingEvent): AccountMapping {
  if (event.kind === 'mapping-opened') return event.payload.mapping;
  if (before === null) throw new Error(`${event.kind} before the mapping ${event.subject} was opened`);
  const next = written({ ...before, version: before.version + 1 }, event);
  switch (event.kind) {
    case 'mapping-accounts-taken': {
      const { after, file } = event.payload;
      const numbers = after.map(({ id }) => Number(id.slice(1)));
      const accountsEver = numbers.reduce((most, number) => Math.max(most, number), before.accountsEver);
      return { ...next, accounts: after, accountsEver, files: [...before.files, file] };
    }
    case 'mapping-parts-added':
      return { ...next, parts: [...before.parts, ...event.payload.parts] };
    case 'mapping-part-corrected':
    case 'mapping-part-ended': {
      const { after } = event.payload;
      return { ...next, parts: before.parts.map((part) => (part.number === after.number ? after : part)) };
    }
    case 'mapping-overruled':
      return { ...next, overrules: event.payload.after };
    case 'mapping-drawn': {
      const { version, by, at } = event.payload;
      return { ...next, drawn: { version, by, at } };
    }
  }
}

/** Whoever changed what the rows' money is drawn from wrote that money. */
function written(mapping: AccountMapping, { payload, actingFor }: MappingEvent): AccountMapping {
  const writer = 'writer' in payload ? payload.writer : undefined;
  return writer === undefined ? mapping : { ...mapping, writers: withWriter(mapping.writers ?? [], writer, actingFor) };
}
