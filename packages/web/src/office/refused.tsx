import { createContext, useContext, type ReactNode } from 'react';
import type { Message } from '@guankao/domain';
import { useReader } from '../reader.tsx';

/** A refusal to be shown above the form that it is about and at its field, what was typed kept. */
export interface Refused {
  readonly message: Message;
  /** Name of the field of the form. */
  readonly field?: string | null;
  /** The last part of the address that it was sent to. */
  readonly form?: string;
  /** All that was typed into it. */
  readonly typed?: Readonly<Record<string, string>>;
}

const RefusedHere = createContext<Refused | null>(null);

/** What was refused, for all fields of a page. */
export function RefusedPage({ refused, children }: { refused: Refused | null; children: ReactNode }): ReactNode {
  return <RefusedHere value={refused}>{children}</RefusedHere>;
}

export function RefusalNote({ refused }: { refused: Refused | null }): ReactNode {
  const { locale } = useReader();
  if (refused === null) return null;
  return (
    <p className="refusal" role="alert">
      {refused.message[locale]}
    </p>
  );
}

/** What a field of this form shows: what was typed there and refused, or what is saved. */
export function useTyped(form: string): (name: string, saved?: string) => string {
  const refused = useContext(RefusedHere);
  const typed = refused?.form === form ? refused.typed : undefined;
  return (name, saved = '') => typed?.[name] ?? saved;
}

/** Whether a refusal is about this field, and where it is told: for the field itself. */
export function useReason(...forms: readonly string[]): (name: string) => {
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
} {
  const refused = useContext(RefusedHere);
  return (name) =>
    isAbout(refused, forms, name) ? { 'aria-invalid': true, 'aria-describedby': reasonId(forms, name) } : {};
}

function isAbout(refused: Refused | null, forms: readonly string[], name: string): refused is Refused {
  return refused !== null && refused.field === name && forms.includes(refused.form ?? '');
}

/** The refusal, at its field. */
export function Reason({ form, of }: { form: string | readonly string[]; of: string }): ReactNode {
  const refused = useContext(RefusedHere);
  const { locale } = useReader();
  const forms = [form].flat();
  if (!isAbout(refused, forms, of)) return null;
  return (
    <span id={reasonId(forms, of)} className="refusal">
      {refused.message[locale]}
    </span>
  );
}

function reasonId([form = '']: readonly string[], name: string): string {
  return `${form}-${name}-refused`;
}

/** Why it is done: a text that is owed. Its id is `id`, its name `reason`. */
export function ReasonField({
  form,
  label,
  id = 'reason',
  placeholder,
}: {
  readonly form: string;
  readonly label: string;
  readonly id?: string;
  readonly placeholder?: string;
}): ReactNode {
  const [typed, reason] = [useTyped(form), useReason(form)];
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name="reason"
        rows={2}
        required
        maxLength={2_000}
        placeholder={placeholder}
        defaultValue={typed('reason')}
        {...reason('reason')}
      />
      <Reason form={form} of="reason" />
    </p>
  );
}
