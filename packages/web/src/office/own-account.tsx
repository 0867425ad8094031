import type { ReactNode } from 'react';
import { roleNames, type Role } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { instant } from '../figures/years.ts';
import { mailWords } from '../mail/page-words.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { Deputies } from './deputies.tsx';
import type { DeputyLine } from './deputy-views.ts';
import { OfficePage } from './office-page.tsx';
import { RefusalNote, type Refused } from './refused.tsx';
import { Field } from './sign-in.tsx';
import type { OfficeFrame } from './views.ts';
import { useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export interface OwnAccountView {
  readonly sessions: readonly {
    readonly id: string;
    readonly createdAt: Date;
    readonly seenAt: Date;
    readonly current: boolean;
  }[];
  readonly tokens: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly Role[] | null;
    readonly readOnly: boolean;
    readonly expiresAt: Date;
  }[];
  readonly roles: readonly Role[];
  /** Whoever acts for the reader, and for whom the reader acts. */
  readonly deputies: readonly DeputyLine[];
  /** The token just made: told this once. */
  readonly token: string | null;
  readonly changed: boolean;
}

const table = {
  title: { 'zh-Hant': '我的帳號', en: 'My account' },
  password: { 'zh-Hant': '變更密碼', en: 'Change the password' },
  passwordLead: {
    'zh-Hant': '變更後，其他地方的登入與所有權杖都會失效。',
    en: 'All other sessions and all tokens end with it.',
  },
  changed: { 'zh-Hant': '密碼已變更。', en: 'The password was changed.' },
  current: { 'zh-Hant': '目前的密碼', en: 'Present password' },
  sessions: { 'zh-Hant': '登入中的地方', en: 'Where you are signed in' },
  since: { 'zh-Hant': '登入時間', en: 'Since' },
  lastUsed: { 'zh-Hant': '最近使用', en: 'Last used' },
  here: { 'zh-Hant': '這裡', en: 'here' },
  end: { 'zh-Hant': '結束', en: 'End' },
  tokens: { 'zh-Hant': '給程式用的權杖', en: 'Tokens for scripts' },
  tokensLead: {
    'zh-Hant': '權杖只顯示這一次，到期自動失效；可以只給部分角色，或只能讀取。',
    en: 'A token is shown once and ends by itself; it may be given some of your roles, or reading only.',
  },
  none: { 'zh-Hant': '沒有。', en: 'None.' },
  name: { 'zh-Hant': '用途', en: 'What it is for' },
  roles: { 'zh-Hant': '角色（都不選：全部）', en: 'Roles (none chosen: all)' },
  all: { 'zh-Hant': '全部角色', en: 'all roles' },
  readOnly: { 'zh-Hant': '只能讀取', en: 'For reading only' },
  days: { 'zh-Hant': '幾天後失效（1 至 366）', en: 'Days until it ends (1 to 366)' },
  until: { 'zh-Hant': '有效至', en: 'Until' },
  make: { 'zh-Hant': '建立權杖', en: 'Make a token' },
  made: { 'zh-Hant': '新權杖，請立即抄存：', en: 'The new token; copy it now:' },
} as const;

export function ownAccountPage(
  reader: Reader,
  frame: OfficeFrame,
  view: OwnAccountView,
  refused: Refused | null,
): string {
  return render(reader, <OwnAccount frame={frame} view={view} refused={refused} />);
}

function OwnAccount({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: OwnAccountView;
  refused: Refused | null;
}): ReactNode {
  const t = useOwnWords(table);
  const mail = useOwnWords(mailWords);
  const address = useAddress();
  return (
    <OfficePage actor={frame.actor} title={t.title}>
      <h1>{t.title}</h1>
      <RefusalNote refused={refused} />
      {view.changed && <output className="note">{t.changed}</output>}
      {view.token !== null && (
        <output className="note">
          {t.made}
          <br />
          <code>{view.token}</code>
        </output>
      )}
      <p className="office-links">
        <a href={address('/office/me/mail')}>{mail.ownMail}</a>
      </p>
      <Deputies lines={view.deputies} agencies={frame.agencies} />
      <Password />
      <Sessions view={view} />
      <Tokens view={view} />
    </OfficePage>
  );
}

function Password(): ReactNode {
  const t = useOwnWords(table);
  const words = useOfficeWords();
  const address = useAddress();
  return (
    <form className="office-form" method="post" action={address('/office/me/password')}>
      <h2>{t.password}</h2>
      <p className="hint">{t.passwordLead}</p>
      <Field id="current" label={t.current} type="password" autoComplete="current-password" />
      <Field
        id="password"
        label={words.newPassword}
        type="password"
        hint={words.passwordHint}
        autoComplete="new-password"
      />
      <p>
        <button type="submit">{t.password}</button>
      </p>
    </form>
  );
}

/** A button that ends one session or token. */
function EndButton({ name, value, label }: { name: 'session' | 'token'; value: string; label: string }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const address = useAddress();
  return (
    <form method="post" action={address('/office/me/ended')}>
      <button className="plain-button" name={name} value={value} aria-label={`${t.end}${punctuation.colon}${label}`}>
        {t.end}
      </button>
    </form>
  );
}

function Sessions({ view }: { view: OwnAccountView }): ReactNode {
  const t = useOwnWords(table);
  const { locale } = useReader();
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t.sessions}</h2>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.since}</th>
              <th scope="col">{t.lastUsed}</th>
              <th scope="col">{t.end}</th>
            </tr>
          </thead>
          <tbody>
            {view.sessions.map(({ id, createdAt, seenAt, current }) => (
              <tr key={id}>
                <td data-label={t.since}>{instant(createdAt.toISOString(), locale)}</td>
                <td data-label={t.lastUsed}>{instant(seenAt.toISOString(), locale)}</td>
                <td data-label={t.end}>
                  {current ? (
                    t.here
                  ) : (
                    <EndButton name="session" value={id} label={instant(createdAt.toISOString(), locale)} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Tokens({ view }: { view: OwnAccountView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const { locale } = useReader();
  const address = useAddress();
  const named = (roles: readonly Role[] | null) =>
    roles === null ? t.all : roles.map((role) => roleNames[locale][role]).join(punctuation.list);
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{t.tokens}</h2>
      <p className="hint">{t.tokensLead}</p>
      {view.tokens.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.roles}</th>
                <th scope="col">{t.until}</th>
                <th scope="col">{t.end}</th>
              </tr>
            </thead>
            <tbody>
              {view.tokens.map(({ id, name, roles, readOnly, expiresAt }) => (
                <tr key={id}>
                  <th scope="row" data-label={t.name}>
                    {name}
                  </th>
                  <td data-label={t.roles}>
                    {named(roles)}
                    {readOnly ? `${punctuation.gap}${t.readOnly}` : ''}
                  </td>
                  <td data-label={t.until}>{instant(expiresAt.toISOString(), locale)}</td>
                  <td data-label={t.end}>
                    <EndButton name="token" value={id} label={name} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <form className="office-form" method="post" action={address('/office/me/tokens')}>
        <p className="field">
          <label htmlFor="token-name">{t.name}</label>
          <input id="token-name" name="name" required maxLength={100} />
        </p>
        <fieldset>
          <legend>{t.roles}</legend>
          {view.roles.map((role) => (
            <label key={role} className="choice">
              <input type="checkbox" name="roles" value={role} /> {roleNames[locale][role]}
            </label>
          ))}
          <label className="choice">
            <input type="checkbox" name="readOnly" value="1" /> {t.readOnly}
          </label>
        </fieldset>
        <p className="field">
          <label htmlFor="token-days">{t.days}</label>
          <input id="token-days" name="days" inputMode="numeric" defaultValue="90" />
        </p>
        <p>
          <button type="submit">{t.make}</button>
        </p>
      </form>
    </section>
  );
}
