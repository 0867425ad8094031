import type { ReactNode } from 'react';
import {
  accountLabel,
  componentNames,
  holdsOn,
  moneyComponents,
  type Part,
  type PartedAccount,
} from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { calendarDate } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { DocumentField, PeriodFields, TextField } from './mapping-fields.tsx';
import { isNothing, MappingPage, mappingPath, useHolding, usePlanName } from './mapping-page.tsx';
import { Amounts } from './mapping-totals.tsx';
import type { AccountView } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { Reason, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { Shown } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

interface OfView {
  readonly view: AccountView;
}

/** One account: what it holds, which plans take of it, and the form by which they do. */
export function mappedAccountPage(
  reader: Reader,
  frame: OfficeFrame,
  view: AccountView,
  refused: Refused | null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <Account frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function Account({ frame, view, refused }: OfView & { frame: OfficeFrame; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { account, unassigned } = view.parted;
  const { note } = view;
  return (
    <MappingPage frame={frame} view={view} title={accountLabel(account.name)} refused={refused}>
      {note !== null && <output className="note">{note.did === 'changed' ? t.done : t.assignedNow(note.count)}</output>}
      <p className="hint">
        {t.place}
        {punctuation.colon}
        {view.mapping.files.at(-1)?.name} {account.place}
      </p>
      <Left account={account} unassigned={unassigned} />
      <Parts view={view} />
      {view.mayChange && <AssignForm view={view} />}
    </MappingPage>
  );
}

/** What the account holds, and what no plan takes of it on the day of its file. */
function Left({ account, unassigned }: Pick<PartedAccount, 'account' | 'unassigned'>): ReactNode {
  const t = useMappingWords();
  const { locale } = useReader();
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.component}</th>
            <th scope="col" className="number">
              {t.accountMoney}
            </th>
            <th scope="col" className="number">
              {t.unassigned}
            </th>
          </tr>
        </thead>
        <tbody>
          {moneyComponents
            .filter((component) => account.money[component] !== 0)
            .map((component) => (
              <tr key={component}>
                <th scope="row">{componentNames[component][locale]}</th>
                <td className="number" data-label={t.accountMoney}>
                  {grouped(account.money[component])}
                </td>
                <td className="number" data-label={t.unassigned}>
                  {isNothing(unassigned) ? t.wholly : grouped(unassigned[component])}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Parts({ view }: OfView): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  const address = useAddress();
  const [planName, holding] = [usePlanName(view), useHolding()];
  const { parts, parted, day, mapping, mayChange } = view;
  const moneyOf = (number: number) => parted.parts.find(({ part }) => part.number === number)?.money;
  const until = ({ until: last }: Part) => (last === null ? t.toYearEnd : calendarDate(last, locale));
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t.parts}</h2>
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.plan}</th>
              <th scope="col">{t.holding}</th>
              <th scope="col">{t.asTwd(t.accountMoney)}</th>
              <th scope="col">{t.period}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => {
              const money = moneyOf(part.number);
              return (
                <tr key={part.number}>
                  <th scope="row">{planName(part.row)}</th>
                  <td data-label={t.holding}>{holding(part)}</td>
                  <td data-label={t.accountMoney}>{money === undefined ? '—' : <Amounts money={money} />}</td>
                  <td data-label={t.period}>
                    {calendarDate(part.from, locale)}–{until(part)}
                    <span className="facts">{part.document}</span>
                  </td>
                  <td data-label={t.state}>
                    {t.standing[standingOf(part, day)]}
                    {part.ended !== null && <span className="facts">{t.endedBecause(part.ended.reason)}</span>}
                    {part.carriedFrom !== null && <span className="facts">{t.carriedFrom(part.carriedFrom)}</span>}
                    {mayChange && part.ended === null && (
                      <>
                        {' '}
                        <a
                          href={address(`${mappingPath(mapping.id)}/parts/${part.number}`)}
                          aria-label={`${t.changePart}${punctuation.colon}${planName(part.row)}`}
                        >
                          {t.changePart}
                        </a>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function standingOf(part: Part, day: string): 'holds' | 'later' | 'over' | 'ended' | 'never' {
  if (part.ended?.never === true) return 'never';
  if (holdsOn(part, day)) return 'holds';
  if (part.ended !== null) return 'ended';
  return part.from > day ? 'later' : 'over';
}

/** So many more plans a page is asked for at once. */
const moreLines = 4;

function AssignForm({ view }: OfView): ReactNode {
  const t = useMappingWords();
  const address = useAddress();
  const { mapping, parted, lines } = view;
  const own = `${mappingPath(mapping.id)}/accounts/${parted.account.id}`;
  return (
    <form className="money-form" method="post" action={address(`${own}/parts`)} aria-labelledby="assign">
      <h2 id="assign">{t.assign}</h2>
      <p className="hint">{t.assignLead}</p>
      <Shown version={mapping.version} />
      {Array.from({ length: lines }, (_, at) => (
        <Line key={at} at={at} view={view} />
      ))}
      <p>
        <a href={address(`${own}?lines=${lines + moreLines}#assign`)}>{t.moreLines}</a>
      </p>
      <PeriodFields form="parts" year={mapping.fiscalYear} />
      <DocumentField form="parts" />
      <p>
        <button type="submit">{t.assigning}</button>
      </p>
    </form>
  );
}

/** One plan, with an amount or a share. */
function Line({ at, view }: OfView & { readonly at: number }): ReactNode {
  const t = useMappingWords();
  const [typed, reason] = [useTyped('parts'), useReason('parts')];
  const name = (field: 'row' | 'amount' | 'share') => `parts/${at}/${field}`;
  return (
    <fieldset className="part-line">
      <legend>{t.line(at + 1)}</legend>
      <div className="amounts">
        <p className="field">
          <label htmlFor={name('row')}>{t.plan}</label>
          <select id={name('row')} name={name('row')} defaultValue={typed(name('row'))} {...reason(name('row'))}>
            <option value="">{t.choosePlan}</option>
            <PlanOptions view={view} chosen={typed(name('row'))} />
          </select>
          <Reason form="parts" of={name('row')} />
        </p>
        <TextField form="parts" name={name('amount')} label={t.amount} hint={t.amountHint} longest={40} numeric />
        <TextField form="parts" name={name('share')} label={t.share} hint={t.shareHint} longest={40} />
      </div>
    </fieldset>
  );
}

/** Those of a like name first; a plan that was chosen stays, though it is none to choose any more. */
function PlanOptions({ view, chosen }: OfView & { readonly chosen: string }): ReactNode {
  const t = useMappingWords();
  const planName = usePlanName(view);
  const { rows, proposed } = view;
  const option = (id: string) => (
    <option key={id} value={id}>
      {planName(id)}
    </option>
  );
  const gone = chosen === '' || rows.some(({ id }) => id === chosen) ? [] : [{ id: chosen }];
  const others = [...rows, ...gone].filter(({ id }) => !proposed.some(({ row }) => row === id));
  if (proposed.length === 0) return others.map(({ id }) => option(id));
  return (
    <>
      <optgroup label={t.proposedGroup}>{proposed.map(({ row }) => option(row))}</optgroup>
      <optgroup label={t.otherPlans}>{others.map(({ id }) => option(id))}</optgroup>
    </>
  );
}
