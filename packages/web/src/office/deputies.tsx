import type { ReactNode } from 'react';
import { roleNames, type Agency, type Grant } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { calendarDate } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import type { Colleague, DeputiesView, DeputyLine } from './deputy-views.ts';
import { deputyWords } from './deputy-words.ts';
import { OfficePage } from './office-page.tsx';
import { Reason, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { Once, Shown } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { punctuationIn, usePunctuation } from '../words/punctuation.ts';

export function deputiesPage(reader: Reader, frame: OfficeFrame, view: DeputiesView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <DeputiesPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function DeputiesPage({
  frame,
  view: { lines, form, principals },
  refused,
}: {
  frame: OfficeFrame;
  view: DeputiesView;
  refused: Refused | null;
}): ReactNode {
  const t = useOwnWords(deputyWords);
  return (
    <OfficePage actor={frame.actor} title={t.title}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <RefusalNote refused={refused} />
      <section aria-labelledby="deputies">
        <h2 id="deputies">{t.all}</h2>
        <DeputyTable lines={lines} agencies={frame.agencies} />
      </section>
      {form !== null && <AppointForm form={form} agencies={frame.agencies} />}
      {principals.length > 0 && <PrincipalForm principals={principals} />}
    </OfficePage>
  );
}

/** Who acts for whom, on other pages: the way to where it is changed. */
export function Deputies({
  lines,
  agencies,
}: {
  lines: readonly DeputyLine[];
  agencies: readonly Agency[];
}): ReactNode {
  const t = useOwnWords(deputyWords);
  const address = useAddress();
  return (
    <section aria-labelledby="deputies">
      <h2 id="deputies">{t.title}</h2>
      <DeputyTable lines={lines} agencies={agencies} />
      <p className="office-links">
        <a href={address('/office/deputies')}>{t.manage}</a>
      </p>
    </section>
  );
}

/** Who acts for whom; where one may, with the button that ends it. */
function DeputyTable({ lines, agencies }: { lines: readonly DeputyLine[]; agencies: readonly Agency[] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(deputyWords);
  const { locale } = useReader();
  const address = useAddress();
  if (lines.length === 0) return <p>{t.none}</p>;
  const heads = [t.whose, t.deputy, t.roles, t.span, t.reason, t.standing];
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ deputyship, standing, mayRevoke }) => {
            const { id, version, principal, deputy, grants, from, until, reason } = deputyship;
            const action = `/office/deputies/${encodeURIComponent(id)}`;
            return (
              <tr key={id}>
                <th scope="row" data-label={t.whose}>
                  {principal.name}
                </th>
                <td data-label={t.deputy}>{deputy.name}</td>
                <td data-label={t.roles}>
                  {grants.map((grant) => grantName(grant, agencies, locale)).join(punctuation.list)}
                </td>
                <td data-label={t.span}>
                  {calendarDate(from, locale)}
                  {t.to}
                  {calendarDate(until, locale)}
                </td>
                <td data-label={t.reason}>{reason}</td>
                <td data-label={t.standing}>
                  {t.standings[standing]}
                  {' · '}
                  <a href={address(`${action}/history`)} aria-label={`${t.history}${punctuation.colon}${deputy.name}`}>
                    {t.history}
                  </a>
                  {mayRevoke && (
                    <form method="post" action={address(`${action}/revoke`)}>
                      <Shown version={version} />
                      <button
                        className="plain-button"
                        aria-label={`${t.revoke}${punctuation.colon}${principal.name} ${deputy.name}`}
                      >
                        {t.revoke}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function grantName({ role, agency }: Grant, agencies: readonly Agency[], locale: Reader['locale']): string {
  const punctuation = punctuationIn(locale);
  return `${roleNames[locale][role]}${punctuation.open}${agencies.find(({ id }) => id === agency)?.name ?? agency}${punctuation.close}`;
}

function AppointForm({
  form: { principal, grants, colleagues },
  agencies,
}: {
  form: NonNullable<DeputiesView['form']>;
  agencies: readonly Agency[];
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(deputyWords);
  const { locale, assets } = useReader();
  const address = useAddress();
  const [typed, reason] = [useTyped('deputies'), useReason('deputies')];
  const chosen = typed('grants').split('\n');
  return (
    <form className="office-form" method="post" action={address('/office/deputies')}>
      <h2>{principal === null ? t.appoint : t.appointFor(principal.name)}</h2>
      <Once />
      {principal !== null && <input type="hidden" name="for" value={principal.login} />}
      {grants.length === 0 ? (
        <p>{t.noRoles}</p>
      ) : (
        <>
          <p className="field">
            <label htmlFor="deputy">{t.deputy}</label>
            <select id="deputy" name="deputy" required defaultValue={typed('deputy')} {...reason('deputy')}>
              <option value="">{t.choose}</option>
              {colleagues.map(({ login, name }) => (
                <option key={login} value={login}>
                  {name}
                  {punctuation.open}
                  {login}
                  {punctuation.close}
                </option>
              ))}
            </select>
            <Reason form="deputies" of="deputy" />
          </p>
          <fieldset className="field">
            <legend>{t.roles}</legend>
            {grants.map((grant) => {
              const value = `${grant.role} ${grant.agency}`;
              return (
                <label key={value} className="choice">
                  <input
                    type="checkbox"
                    name="grants"
                    value={value}
                    defaultChecked={grants.length === 1 || chosen.includes(value)}
                  />{' '}
                  {grantName(grant, agencies, locale)}
                </label>
              );
            })}
            <Reason form="deputies" of="grants" />
          </fieldset>
          <DayField name="from" label={t.from} />
          <DayField name="until" label={t.until} />
          <p className="field">
            <label htmlFor="reason">{t.reason}</label>
            <input
              id="reason"
              name="reason"
              className="wide"
              required
              maxLength={200}
              defaultValue={typed('reason')}
              aria-describedby="reason-hint"
              {...reason('reason')}
            />
            <Reason form="deputies" of="reason" />
            <span id="reason-hint" className="hint">
              {t.reasonHint}
            </span>
          </p>
          <p>
            <button type="submit">{t.appoint}</button>
          </p>
          {assets.dateField !== undefined && <script src={assets.dateField} type="module" />}
        </>
      )}
    </form>
  );
}

function DayField({ name, label }: { name: 'from' | 'until'; label: string }): ReactNode {
  const t = useOwnWords(deputyWords);
  const [typed, reason] = [useTyped('deputies'), useReason('deputies')];
  return (
    <div className="field">
      <div data-date-field="">
        <label htmlFor={name}>{label}</label>
        <input
          id={name}
          name={name}
          required
          maxLength={40}
          defaultValue={typed(name)}
          aria-describedby={`${name}-hint`}
          {...reason(name)}
        />
        <span id={`${name}-hint`} className="hint">
          {t.dateHint}
        </span>
      </div>
      <Reason form="deputies" of={name} />
    </div>
  );
}

/** Whose roles are handed over is chosen first: which there are depends on it. */
function PrincipalForm({ principals }: { principals: readonly Colleague[] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(deputyWords);
  const address = useAddress();
  return (
    <form className="office-form" method="get" action={address('/office/deputies')}>
      <h2>{t.choosePrincipal}</h2>
      <p className="hint">{t.choosePrincipalHint}</p>
      <p className="field">
        <label htmlFor="for">{t.whose}</label>
        <select id="for" name="for" required defaultValue="">
          <option value="">{t.choose}</option>
          {principals.map(({ login, name }) => (
            <option key={login} value={login}>
              {name}
              {punctuation.open}
              {login}
              {punctuation.close}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button type="submit">{t.next}</button>
      </p>
    </form>
  );
}
