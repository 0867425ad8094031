import type { ReactNode } from 'react';
import { roleNames, roles } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { Deputies } from './deputies.tsx';
import { OfficePage } from './office-page.tsx';
import { RefusalNote, RefusedPage, useTyped, type Refused } from './refused.tsx';
import { Field } from './sign-in.tsx';
import type { AccountsView, OfficeFrame } from './views.ts';
import { useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export function accountsPage(reader: Reader, frame: OfficeFrame, view: AccountsView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <Accounts frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function Accounts({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: AccountsView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  const calendar = useCalendarWords();
  const [typed, agencyTyped] = [useTyped('accounts'), useTyped('agencies')];
  return (
    <OfficePage actor={frame.actor} title={t.accounts}>
      <h1>{t.accounts}</h1>
      <RefusalNote refused={refused} />
      {view.links.length > 0 && (
        <output className="note">
          {t.invitedLink}
          {view.links.map(({ login, address: link }) => (
            <span key={link}>
              <br />
              {login}
              {punctuation.gap}
              <code>{link}</code>
            </span>
          ))}
        </output>
      )}
      {view.people !== null && <PeopleForm people={view.people} />}
      <p className="office-links">
        <a href={address('/office/security')}>{t.securityLog}</a>
        <a href={address('/office/calendar')}>{calendar.title}</a>
      </p>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.login}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.role}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {view.accounts.map((account) => (
              <AccountRow key={account.id} account={account} agencies={view.agencies} />
            ))}
          </tbody>
        </table>
      </div>
      <Deputies lines={view.deputies} agencies={frame.agencies} />
      <form className="office-form" method="post" action={address('/office/accounts')}>
        <h2>{t.invite}</h2>
        <Field id="login" label={t.login} form="accounts" />
        <Field id="name" label={t.name} form="accounts" />
        <p className="field">
          <label htmlFor="role">{t.role}</label>
          <select id="role" name="role" defaultValue={typed('role')}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNames[locale][role]}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="agency">{t.agency}</label>
          <select id="agency" name="agency" defaultValue={typed('agency')}>
            {view.agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{t.invite}</button>
        </p>
      </form>
      <form
        className="office-form"
        method="post"
        action={address('/office/accounts/list')}
        encType="multipart/form-data"
      >
        <h2>{t.inviteList}</h2>
        <p className="hint">{t.inviteListHint}</p>
        <p className="field">
          <label htmlFor="people">{t.file}</label>
          <input id="people" name="file" type="file" accept=".csv,.xlsx,.ods" required />
        </p>
        <p>
          <button type="submit">{t.inviteList}</button>
        </p>
      </form>
      <form className="office-form" method="post" action={address('/office/agencies')}>
        <h2>{t.addAgency}</h2>
        <Field id="agencyId" label={t.ministryId} hint={t.ministryIdHint} form="agencies" />
        <Field id="agencyName" label={t.ministryName} form="agencies" />
        <p className="field">
          <label htmlFor="parent">{t.parent}</label>
          <select id="parent" name="parent" defaultValue={agencyTyped('parent')}>
            {view.agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{t.addAgency}</button>
        </p>
      </form>
    </OfficePage>
  );
}

/** Who would be invited, with what stands against it, before anybody is. */
function PeopleForm({ people }: { people: NonNullable<AccountsView['people']> }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  const chosen = useTyped('invitations')('lines').split('\n');
  const faulty = people.filter(({ faults }) => faults.length > 0).length;
  const isChosen = (line: number) => (chosen.join('') === '' ? true : chosen.includes(String(line)));
  return (
    <form className="people-read" method="post" action={address('/office/accounts/invitations')}>
      <h2>{t.listRead}</h2>
      <p>{t.listReadLead(people.length, faulty)}</p>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.listLine}</th>
              <th scope="col">{t.login}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.role}</th>
              <th scope="col">{t.agency}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {people
              .toSorted((a, b) => b.faults.length - a.faults.length || a.line - b.line)
              .map((person) => (
                <tr key={person.line}>
                  <th scope="row" data-label={t.listLine}>
                    <label className="choice">
                      <input
                        type="checkbox"
                        name="lines"
                        value={person.line}
                        defaultChecked={person.faults.length === 0 && isChosen(person.line)}
                        disabled={person.faults.length > 0}
                      />{' '}
                      {person.line}
                    </label>
                  </th>
                  <td data-label={t.login}>{person.login}</td>
                  <td data-label={t.name}>{person.name}</td>
                  <td data-label={t.role}>{person.roles}</td>
                  <td data-label={t.agency}>{person.agency}</td>
                  <td data-label={t.state}>
                    {person.faults.length === 0
                      ? t.canBeInvited
                      : person.faults.map((fault) => fault[locale]).join(punctuation.semicolon)}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {people.map((person) => (
        <span key={person.line} hidden>
          <input type="hidden" name="login" value={person.login} />
          <input type="hidden" name="name" value={person.name} />
          <input type="hidden" name="roles" value={person.roles} />
          <input type="hidden" name="agency" value={person.agency} />
        </span>
      ))}
      <p>
        <button type="submit">{t.inviteChosen}</button>
      </p>
    </form>
  );
}

/** One person: roles with what takes each away, and what can be done to the account. */
function AccountRow({
  account: { id, login, name, state, grants },
  agencies,
}: {
  account: AccountsView['accounts'][number];
  agencies: AccountsView['agencies'];
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  const action = address(`/office/accounts/${encodeURIComponent(id)}`);
  const agencyName = (agency: string) => agencies.find((one) => one.id === agency)?.name ?? agency;
  return (
    <tr>
      <th scope="row" data-label={t.login}>
        <a href={address(`/office/accounts/${encodeURIComponent(id)}/history`)}>{login}</a>
      </th>
      <td data-label={t.name}>{name}</td>
      <td data-label={t.role}>
        {grants.map(({ role, agency }) => (
          <form key={`${role}/${agency}`} method="post" action={action}>
            <input type="hidden" name="role" value={role} />
            <input type="hidden" name="agency" value={agency} />
            {roleNames[locale][role]}
            {punctuation.open}
            {agencyName(agency)}
            {punctuation.close}{' '}
            <button
              className="plain-button"
              name="do"
              value="revoke"
              aria-label={`${t.revoke}${punctuation.colon}${name} ${roleNames[locale][role]}`}
            >
              {t.revoke}
            </button>
          </form>
        ))}
        <details>
          <summary>{t.grant}</summary>
          <form method="post" action={action}>
            <select name="role" aria-label={`${t.role}${punctuation.colon}${name}`}>
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleNames[locale][role]}
                </option>
              ))}
            </select>{' '}
            <select name="agency" aria-label={`${t.agency}${punctuation.colon}${name}`}>
              {agencies.map((agency) => (
                <option key={agency.id} value={agency.id}>
                  {agency.name}
                </option>
              ))}
            </select>{' '}
            <button name="do" value="grant">
              {t.grant}
            </button>
          </form>
        </details>
      </td>
      <td data-label={t.state}>
        <form method="post" action={action}>
          {t.accountStates[state]}{' '}
          {state === 'deactivated' ? (
            <button className="plain-button" name="do" value="reactivate">
              {t.reactivate}
            </button>
          ) : (
            <>
              <button className="plain-button" name="do" value="link">
                {t.newLink}
              </button>{' '}
              <button className="plain-button" name="do" value="deactivate">
                {t.deactivate}
              </button>
            </>
          )}
        </form>
      </td>
    </tr>
  );
}
