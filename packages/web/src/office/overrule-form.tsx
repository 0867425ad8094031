import type { ReactNode } from 'react';
import { Reason, ReasonField, useReason, useTyped } from './refused.tsx';
import { Shown } from './shown.tsx';

/** A text that was drawn, written in words of one's own, with the reason. */
export function OverruleForm({
  action,
  form,
  version,
  text,
  words,
}: {
  readonly action: string;
  /** The last part of its address. */
  readonly form: string;
  readonly version: number;
  /** As it was drawn. */
  readonly text: string;
  readonly words: { readonly own: string; readonly text: string; readonly reason: string };
}): ReactNode {
  const [typed, reason] = [useTyped(form), useReason(form)];
  const id = `own-${form}`;
  return (
    <form method="post" action={action}>
      <h3>{words.own}</h3>
      <Shown version={version} />
      <p className="field">
        <label htmlFor={id}>{words.text}</label>
        <textarea
          id={id}
          name="text"
          rows={5}
          maxLength={32_000}
          defaultValue={typed('text', text)}
          {...reason('text')}
        />
        <Reason form={form} of="text" />
      </p>
      <ReasonField form={form} label={words.reason} id={`${id}-reason`} />
      <p>
        <button type="submit" name="do" value="overrule">
          {words.own}
        </button>
      </p>
    </form>
  );
}
