import { createContext, useContext, type ReactNode } from 'react';
import type { Message } from '@guankao/domain';
import { useReader } from '../reader.tsx';

/** A form that is shown once more with what was typed into it. */
export interface TypedForm {
  /** The last part of the address that it was sent to. */
  readonly form?: string;
  /** All that was typed into it. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** A refusal to be shown above the form that it is about and at its field, what was typed kept. */
export interface Refused extends TypedForm {
  readonly message: Message;
  /** Name of the field of the form. */
  readonly field?: string | null;
}

/** What a page shows once more; `refused`: and why. */
interface ShownAgain {
  readonly typed: TypedForm | null;
  readonly refused: Refused | null;
}

const ShownHere = createContext<ShownAgain>({ typed: null, refused: null });

/** What was refused, for all fields of a page; `typed`: what is shown once more though nothing was refused. */
export function RefusedPage({
  refused,
  typed = null,
  children,
}: {
  refused: Refused | null;
  typed?: TypedForm | null;
  children: ReactNode;
}): ReactNode {
  return <ShownHere value={{ refused, typed: refused ?? typed }}>{children}</ShownHere>;
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
  const again = useContext(ShownHere).typed;
  const typed = again?.form === form ? again.typed : undefined;
  return (name, saved = '') => typed?.[name] ?? saved;
}

/** Whether a refusal is about this field, and where it is told: for the field itself. */
export function useReason(...forms: readonly string[]): (name: string) => {
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
} {
  const { refused } = useContext(ShownHere);
  return (name) =>
    isAbout(refused, forms, name) ? { 'aria-invalid': true, 'aria-describedby': reasonId(forms, name) } : {};
}

function isAbout(refused: Refused | null, forms: readonly string[], name: string): refused is Refused {
  return refused !== null && refused.field === name && forms.includes(refused.form ?? '');
}

/** The refusal, at its field. */
export function Reason({ form, of }: { form: string | readonly string[]; of: string }): ReactNode {
  const { refused } = useContext(ShownHere);
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
