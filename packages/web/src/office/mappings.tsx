import type { ReactNode } from 'react';
import { accountLabel, type YearMoney } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { Amounts, TotalsTable } from './mapping-totals.tsx';
import type { MappingsView, ReadAccounts, SentAccounts } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { ChosenColumns, ColumnsForm, ColumnsTaken, SentFile } from './money-columns.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { Reason, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { Once } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

interface OfView {
  readonly view: MappingsView;
}

/** 科目對應 of a year: whose accounts are there, what they come to, and a file of them taken in. */
export function mappingsPage(reader: Reader, frame: OfficeFrame, view: MappingsView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <Mappings frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function Mappings({ frame, view, refused }: OfView & { frame: OfficeFrame; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { year, agencies, own, sent, taken } = view;
  const held = agencies.filter(({ mapping }) => mapping !== null).length;
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={`${t.mappings}${punctuation.colon}${year.id}`} crumbs={yearCrumbs}>
      <h1>{t.mappings}</h1>
      <p className="lead">{t.lead}</p>
      <RefusalNote refused={refused} />
      {taken !== null && <output className="note">{t.taken(taken)}</output>}
      {sent !== null && <Sent view={view} sent={sent} />}
      <section aria-labelledby="agencies">
        <h2 id="agencies">{t.counts(held, agencies.length)}</h2>
        <Agencies view={view} />
      </section>
      <YearTotals view={view} />
      {own.length > 0 && <ImportForm view={view} />}
    </OfficePage>
  );
}

function Agencies({ view: { agencies } }: OfView): ReactNode {
  const t = useMappingWords();
  const address = useAddress();
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.agency}</th>
            <th scope="col">{t.accounts}</th>
            <th scope="col">{t.asTwd(t.allAccounts)}</th>
            <th scope="col">{t.asTwd(t.unassigned)}</th>
          </tr>
        </thead>
        <tbody>
          {agencies.map(({ agency, mapping, totals }) => (
            <tr key={agency.id}>
              <th scope="row">
                {mapping === null ? (
                  agency.name
                ) : (
                  <a href={address(`/office/mappings/${encodeURIComponent(mapping.id)}`)}>{agency.name}</a>
                )}
              </th>
              <td data-label={t.accounts}>{mapping === null ? t.notTaken : t.accountsOf(mapping.accounts.length)}</td>
              <td data-label={t.allAccounts}>
                {totals === null ? '—' : <Amounts money={totals.accounts} of={['budget', 'realised']} />}
              </td>
              <td data-label={t.unassigned}>
                {totals === null ? '—' : <Amounts money={totals.unassigned} of={['budget', 'realised']} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** All agencies together, where more than one has accounts. */
function YearTotals({ view: { agencies } }: OfView): ReactNode {
  const t = useMappingWords();
  const all = agencies.flatMap(({ totals }) => (totals === null ? [] : [totals]));
  const [first, ...more] = all;
  if (first === undefined || more.length === 0) return null;
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{t.totalsTitle}</h2>
      <TotalsTable
        totals={more.reduce(
          (sum, one) => ({
            accounts: together(sum.accounts, one.accounts),
            assigned: together(sum.assigned, one.assigned),
            unassigned: together(sum.unassigned, one.unassigned),
            overruled: together(sum.overruled, one.overruled),
            recorded: together(sum.recorded, one.recorded),
          }),
          first,
        )}
      />
    </section>
  );
}

function together(one: YearMoney, other: YearMoney): YearMoney {
  return Object.fromEntries(
    Object.entries(one).map(([component, twd]) => [component, twd + other[component as keyof YearMoney]]),
  ) as unknown as YearMoney;
}

function ImportForm({ view: { year, own } }: OfView): ReactNode {
  const t = useMappingWords();
  const address = useAddress();
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/mappings`)}
      encType="multipart/form-data"
    >
      <h2>{t.importTitle}</h2>
      <p className="hint">{t.importLead}</p>
      <p className="field">
        <label htmlFor="file">{t.file}</label>
        <input id="file" name="file" type="file" accept=".csv,.xlsx,.ods" required />
      </p>
      {own.length > 1 && <SoleAgency view={{ own }} chosen="" id="agency" />}
      <p>
        <button type="submit">{t.read}</button>
      </p>
    </form>
  );
}

function SoleAgency({
  view: { own },
  chosen,
  id,
}: {
  readonly view: Pick<MappingsView, 'own'>;
  readonly chosen: string;
  readonly id: string;
}): ReactNode {
  const t = useMappingWords();
  return (
    <p className="field">
      <label htmlFor={id}>{t.soleAgency}</label>
      <select id={id} name="agency" defaultValue={chosen}>
        <option value="">{t.fromFile}</option>
        {own.map(({ id: agency, name }) => (
          <option key={agency} value={agency}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What was read of a file, before anything of it is kept. */
function Sent({ view, sent }: OfView & { readonly sent: SentAccounts }): ReactNode {
  const t = useMappingWords();
  const address = useAddress();
  const [typed, reason] = [useTyped('take'), useReason('take')];
  const { columns, read } = sent;
  const action = address(`/office/years/${encodeURIComponent(view.year.id)}/mappings`);
  const mayTake = read !== null && read.every(({ refused }) => refused === null);
  return (
    <section className="came-back" aria-labelledby="read">
      {read !== null && (
        <>
          <h2 id="read">{t.readTitle}</h2>
          {columns.mapping.components.realised === undefined && <p className="refusal">{t.onlyBudget}</p>}
          {read.map((one) => (
            <ReadOf key={one.agencyName} read={one} />
          ))}
        </>
      )}
      {mayTake && (
        <form className="office-form" method="post" action={`${action}/take`}>
          <SentFile columns={columns} />
          <ChosenColumns mapping={columns.mapping} />
          <input type="hidden" name="agency" value={sent.agency} />
          <Once />
          <p className="field">
            <label htmlFor="asOf">{t.asOf}</label>
            <input
              id="asOf"
              name="asOf"
              required
              maxLength={30}
              defaultValue={typed('asOf', sent.asOf)}
              {...reason('asOf')}
            />
            <Reason form="take" of="asOf" />
          </p>
          <p>
            <button type="submit">{t.take}</button>
          </p>
        </form>
      )}
      {read !== null && <ColumnsTaken columns={columns} />}
      <ColumnsForm action={`${action}/columns`} columns={columns} isOpen={read === null} byAccount>
        {view.own.length > 1 ? (
          <SoleAgency view={view} chosen={sent.agency} id="columns-agency" />
        ) : (
          <input type="hidden" name="agency" value={sent.agency} />
        )}
      </ColumnsForm>
    </section>
  );
}

/** A screen of lines is enough to see that they were read aright; the rest unfolds. */
const linesOpen = 30;

function ReadOf({ read: { agencyName, lines, changes, refused } }: { readonly read: ReadAccounts }): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  return (
    <section aria-label={agencyName}>
      <h3>
        {agencyName}
        {punctuation.open}
        {t.accountsOf(lines.length)}
        {punctuation.close}
      </h3>
      <p>{t.changes(changes.fresh, changes.changed, changes.same, changes.gone)}</p>
      {refused !== null && (
        <p className="refusal" role="alert">
          {refused[locale]}
        </p>
      )}
      <details open={lines.length <= linesOpen}>
        <summary>{t.accounts}</summary>
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.account}</th>
                <th scope="col">{t.asTwd(t.accountMoney)}</th>
                <th scope="col">{t.place}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ name, money, place }) => (
                <tr key={place}>
                  <th scope="row">{accountLabel(name)}</th>
                  <td data-label={t.accountMoney}>
                    <Amounts money={money} />
                  </td>
                  <td data-label={t.place}>{place}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
