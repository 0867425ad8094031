import type { ReactNode } from 'react';
import type { Machine } from '@guankao/workflow';
import { useAddress, useReader } from '../reader.tsx';
import { Reason, useReason, useTyped } from './refused.tsx';
import { Shown } from './shown.tsx';

/** For whoever moves a record on without writing in it: its moves, and the reason where one of them owes one. */
export function MovesForm<State extends string, Name extends string>({
  machine,
  moves,
  form,
  path,
  version,
  reasonLabel,
  hint,
}: {
  readonly machine: Machine<State, Name>;
  /** Those that are this person's now. */
  readonly moves: readonly string[];
  /** What the form is called in refusals. */
  readonly form: string;
  readonly path: string;
  readonly version: number;
  /** What the reason is called that a move owes. */
  readonly reasonLabel: (move: Name) => string;
  /** What to know before one of the moves: its name, and the words. */
  readonly hint: readonly [Name, string];
}): ReactNode {
  const { locale } = useReader();
  const address = useAddress();
  const [typed, reason] = [useTyped(form), useReason(form)];
  const own = machine.moves.filter(({ name }) => moves.includes(name));
  if (own.length === 0) return null;
  const owes = own.find((move) => move.reason);
  return (
    <form className="office-form" method="post" action={address(path)}>
      <Shown version={version} />
      {owes !== undefined && (
        <p className="field">
          <label htmlFor="reason">{reasonLabel(owes.name)}</label>
          <textarea
            id="reason"
            name="reason"
            rows={3}
            maxLength={2_000}
            defaultValue={typed('reason')}
            {...reason('reason')}
          />
          <Reason form={form} of="reason" />
        </p>
      )}
      {own.some(({ name }) => name === hint[0]) && <p className="hint">{hint[1]}</p>}
      <p className="office-links">
        {own.map(({ name, label }) => (
          <button
            key={name}
            type="submit"
            className={name === 'return' ? 'goes-back' : undefined}
            name="do"
            value={name}
          >
            {label[locale]}
          </button>
        ))}
      </p>
    </form>
  );
}
