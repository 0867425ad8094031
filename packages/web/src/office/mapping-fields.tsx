import type { ReactNode } from 'react';
import { typedDate } from '../figures/years.ts';
import { useReader } from '../reader.tsx';
import { useMappingWords } from './mapping-words.ts';
import { Reason, useReason, useTyped } from './refused.tsx';

interface OfForm {
  /** Last part of the address that it is sent to. */
  readonly form: string;
  /** Of ids, where a page has several such forms. */
  readonly prefix?: string;
}

/** One field of a form of the mapping, with what was typed there and why it was refused. */
export function TextField({
  form,
  prefix = '',
  name,
  label,
  hint,
  saved = '',
  required = false,
  numeric = false,
  wide = false,
  longest = 300,
}: OfForm & {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly saved?: string;
  readonly required?: boolean;
  readonly numeric?: boolean;
  readonly wide?: boolean;
  readonly longest?: number;
}): ReactNode {
  const [typed, reason] = [useTyped(form), useReason(form)];
  const id = `${prefix}${name}`;
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        required={required}
        maxLength={longest}
        inputMode={numeric ? 'numeric' : undefined}
        className={numeric ? 'amount' : wide ? 'wide' : undefined}
        defaultValue={typed(name, saved)}
        {...reason(name)}
      />
      {hint !== undefined && <span className="hint">{hint}</span>}
      <Reason form={form} of={name} />
    </p>
  );
}

/** From when, and until when: the whole year where nothing else is said. */
export function PeriodFields({
  form,
  prefix = '',
  year,
  from = `${year}-01-01`,
  until = null,
}: OfForm & {
  readonly year: number;
  readonly from?: string;
  readonly until?: string | null;
}): ReactNode {
  const t = useMappingWords();
  const { locale } = useReader();
  const field = { form, prefix, longest: 30 };
  return (
    <div className="amounts">
      <TextField {...field} name="from" label={t.from} saved={typedDate(from, locale)} required />
      <TextField
        {...field}
        name="until"
        label={t.lastDayOrNone}
        saved={until === null ? '' : typedDate(until, locale)}
      />
    </div>
  );
}

export function DocumentField({ form, prefix = '', saved = '' }: OfForm & { readonly saved?: string }): ReactNode {
  const t = useMappingWords();
  return (
    <TextField
      form={form}
      prefix={prefix}
      name="document"
      label={t.document}
      hint={t.documentHint}
      saved={saved}
      required
      wide
    />
  );
}
