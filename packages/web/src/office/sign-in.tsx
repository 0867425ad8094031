import type { ReactNode } from 'react';
import { Page, render } from '../components/document.tsx';
import { useAddress, type Reader } from '../reader.tsx';
import { Reason, RefusalNote, useReason, useTyped, type Refused } from './refused.tsx';
import { useOfficeWords } from './words.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly type?: 'text' | 'password';
  readonly hint?: string;
  readonly value?: string;
  readonly autoComplete?: string;
  /** The last part of the address that its form is sent to. */
  readonly form?: string;
}

export function Field({ id, label, type = 'text', hint, value, autoComplete, form = '' }: FieldProps): ReactNode {
  const typed = useTyped(form)(id, value);
  const reason = useReason(form)(id);
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={id}
        type={type}
        defaultValue={type === 'password' ? undefined : typed}
        autoComplete={autoComplete}
        required
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...reason}
      />
      <Reason form={form} of={id} />
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </p>
  );
}

export function signInPage(reader: Reader, refused: Refused | null, login: string, next: string): string {
  return render(reader, <SignInPage refused={refused} login={login} next={next} />);
}

function SignInPage({ refused, login, next }: { refused: Refused | null; login: string; next: string }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  return (
    <Page title={t.signIn} unlisted>
      <form className="narrow-form" method="post" action={address('/sign-in')}>
        <h1>{t.signIn}</h1>
        <RefusalNote refused={refused} />
        <input type="hidden" name="next" value={next} />
        <Field id="login" label={t.login} value={login} autoComplete="username" />
        <Field id="password" label={t.password} type="password" autoComplete="current-password" />
        <p>
          <button type="submit">{t.signIn}</button>
        </p>
      </form>
    </Page>
  );
}

export function setupPage(reader: Reader, refused: Refused | null, typed: Readonly<Record<string, string>>): string {
  return render(reader, <SetupPage refused={refused} typed={typed} />);
}

function SetupPage({
  refused,
  typed,
}: {
  refused: Refused | null;
  typed: Readonly<Record<string, string>>;
}): ReactNode {
  const t = useOfficeWords();
  return (
    <Page title={t.setupTitle} unlisted>
      <form className="narrow-form" method="post">
        <h1>{t.setupTitle}</h1>
        <p className="lead">{t.setupLead}</p>
        <RefusalNote refused={refused} />
        <Field id="ministryName" label={t.ministryName} value={typed['ministryName'] ?? ''} />
        <Field id="ministryId" label={t.ministryId} hint={t.ministryIdHint} value={typed['ministryId'] ?? ''} />
        <Field id="name" label={t.name} value={typed['name'] ?? ''} autoComplete="name" />
        <Field id="login" label={t.login} value={typed['login'] ?? ''} autoComplete="username" />
        <Field id="password" label={t.newPassword} type="password" hint={t.passwordHint} autoComplete="new-password" />
        <p>
          <button type="submit">{t.create}</button>
        </p>
      </form>
    </Page>
  );
}

export function welcomePage(reader: Reader, refused: Refused | null): string {
  return render(reader, <WelcomePage refused={refused} />);
}

function WelcomePage({ refused }: { refused: Refused | null }): ReactNode {
  const t = useOfficeWords();
  return (
    <Page title={t.welcomeTitle} unlisted>
      <form className="narrow-form" method="post">
        <h1>{t.welcomeTitle}</h1>
        <p className="lead">{t.welcomeLead}</p>
        <RefusalNote refused={refused} />
        <Field id="password" label={t.newPassword} type="password" hint={t.passwordHint} autoComplete="new-password" />
        <p>
          <button type="submit">{t.create}</button>
        </p>
      </form>
    </Page>
  );
}
