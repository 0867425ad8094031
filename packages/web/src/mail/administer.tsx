import type { ReactNode } from 'react';
import { render } from '../components/document.tsx';
import { instant } from '../figures/years.ts';
import { OfficePage } from '../office/office-page.tsx';
import { Reason, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from '../office/refused.tsx';
import type { OfficeFrame } from '../office/views.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { mailWords } from './page-words.ts';
import { usePunctuation } from '../words/punctuation.ts';

type Became = keyof (typeof mailWords.tested)['zh-Hant'];
type WhyNone = keyof (typeof mailWords.whyNone)['zh-Hant'];
type State = keyof (typeof mailWords.states)['zh-Hant'];

export interface MailView {
  /** null: nobody set it up. */
  readonly server: { readonly host: string; readonly port: number; readonly from: string } | null;
  readonly trouble: { readonly words: string; readonly why: WhyNone | null; readonly since: Date } | null;
  readonly refused: readonly {
    readonly account: string;
    readonly person: string;
    readonly address: string;
    readonly at: Date;
    readonly words: string;
  }[];
  /** Newest first. */
  readonly mails: readonly {
    readonly id: number;
    readonly person: string;
    readonly address: string;
    readonly kind: 'confirmation' | 'digest';
    readonly state: State;
    readonly notices: number;
    readonly attempts: number;
    readonly at: Date;
    readonly words: string | null;
  }[];
  /** Id before which there may be more; null: there are none. */
  readonly earlier: number | null;
  /** What became of the test mail that was just sent. */
  readonly tested: { readonly became: Became; readonly words: string; readonly why: WhyNone | null } | null;
}

/** What became of mails, for administrators. */
export function mailPage(reader: Reader, frame: OfficeFrame, view: MailView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <Mail frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function Mail({ frame, view, refused }: { frame: OfficeFrame; view: MailView; refused: Refused | null }): ReactNode {
  const t = useOwnWords(mailWords);
  const address = useAddress();
  return (
    <OfficePage
      actor={frame.actor}
      title={t.mailOfAll}
      crumbs={[
        { path: '/office', name: t.office },
        { path: '/office/accounts', name: t.accounts },
      ]}
    >
      <h1>{t.mailOfAll}</h1>
      <p className="lead">{t.mailOfAllLead}</p>
      <RefusalNote refused={refused} />
      {view.tested !== null && (
        <output className="note">
          {t.tested[view.tested.became]} {view.tested.why !== null && t.whyNone[view.tested.why]} {t.said}
          <q lang="en">{view.tested.words}</q>
        </output>
      )}
      <Server view={view} />
      {view.server !== null && <TestForm />}
      <section aria-labelledby="refused">
        <h2 id="refused">{t.refusedAddresses}</h2>
        {view.refused.length === 0 ? <p>{t.noRefused}</p> : <RefusedTable refused={view.refused} />}
      </section>
      <section aria-labelledby="mails">
        <h2 id="mails">{t.mails}</h2>
        {view.mails.length === 0 ? <p>{t.noMails}</p> : <MailTable mails={view.mails} />}
        {view.earlier !== null && (
          <p>
            <a href={`${address('/office/mail')}?before=${view.earlier}`}>{t.earlier}</a>
          </p>
        )}
      </section>
    </OfficePage>
  );
}

function Server({ view: { server, trouble } }: { view: MailView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(mailWords);
  const { locale } = useReader();
  if (server === null) return <p className="note">{t.offForAdministrators}</p>;
  return (
    <dl className="facts-list">
      <dt>{t.server}</dt>
      <dd>{`${server.host}:${server.port}`}</dd>
      <dt>{t.from}</dt>
      <dd>{server.from}</dd>
      <dt>{t.state}</dt>
      <dd>
        {trouble === null ? (
          t.works
        ) : (
          <>
            {trouble.why !== null && t.whyNone[trouble.why]} {t.trouble} <q lang="en">{trouble.words}</q>
            {punctuation.open}
            {instant(trouble.since.toISOString(), locale)}
            {punctuation.close}
          </>
        )}
      </dd>
    </dl>
  );
}

function TestForm(): ReactNode {
  const t = useOwnWords(mailWords);
  const address = useAddress();
  const [typed, reason] = [useTyped('test'), useReason('test')];
  return (
    <form className="office-form" method="post" action={address('/office/mail/test')}>
      <h2>{t.test}</h2>
      <p className="field">
        <label htmlFor="address">{t.address}</label>
        <input
          id="address"
          name="address"
          type="text"
          inputMode="email"
          required
          size={40}
          maxLength={300}
          defaultValue={typed('address')}
          {...reason('address')}
        />
        <Reason form="test" of="address" />
      </p>
      <p>
        <button type="submit">{t.test}</button>
      </p>
    </form>
  );
}

function RefusedTable({ refused }: { refused: MailView['refused'] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(mailWords);
  const { locale } = useReader();
  const address = useAddress();
  return (
    <form method="post" action={address('/office/mail/retry')}>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.address}</th>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.words}</th>
              <th scope="col">{t.retry}</th>
            </tr>
          </thead>
          <tbody>
            {refused.map(({ account, person, address: of, at, words }) => (
              <tr key={account}>
                <th scope="row" data-label={t.person}>
                  {person}
                </th>
                <td data-label={t.address}>{of}</td>
                <td data-label={t.when}>{instant(at.toISOString(), locale)}</td>
                <td data-label={t.words}>
                  <q lang="en">{words}</q>
                </td>
                <td data-label={t.retry}>
                  <button
                    className="plain-button"
                    name="account"
                    value={account}
                    aria-label={`${t.retry}${punctuation.colon}${person}`}
                  >
                    {t.retry}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button className="plain-button">{t.retryAll}</button>
      </p>
    </form>
  );
}

function MailTable({ mails }: { mails: MailView['mails'] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(mailWords);
  const { locale } = useReader();
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.became}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map(({ id, at, person, address: of, kind, state, notices, attempts, words }) => (
            <tr key={id}>
              <th scope="row" data-label={t.when}>
                <time dateTime={at.toISOString()}>{instant(at.toISOString(), locale)}</time>
              </th>
              <td data-label={t.person}>
                {person} <span className="facts">{of}</span>
              </td>
              <td data-label={t.kind}>
                {notices === 0 ? t.kinds[kind] : `${t.kinds[kind]}${punctuation.open}${notices}${punctuation.close}`}
              </td>
              <td data-label={t.became}>
                {t.states[state]}
                {attempts > 1 && <span className="facts">{` ${attempts} ${t.tries}`}</span>}
                {words !== null && (
                  <>
                    {' '}
                    <q lang="en">{words}</q>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
