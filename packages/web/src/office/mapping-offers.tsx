import type { ReactNode } from 'react';
import { accountLabel, type Part } from '@guankao/workflow';
import { useAddress } from '../reader.tsx';
import { grouped } from '../figures/numbers.ts';
import { DocumentField, PeriodFields } from './mapping-fields.tsx';
import { mappingPath, useHolding, usePlanName } from './mapping-page.tsx';
import type { MappingView } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { useTyped } from './refused.tsx';
import { Shown } from './shown.tsx';
import { usePunctuation } from '../words/punctuation.ts';

interface OfView {
  readonly view: MappingView;
}

/** Accounts called as plans are: what is ticked is assigned as a whole. */
export function Proposals({ view }: OfView): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const address = useAddress();
  const planName = usePlanName(view);
  const typed = useTyped('proposals');
  const { mapping, mayChange, proposals } = view;
  if (!mayChange || proposals.length === 0) return null;
  const chosen = typed('chosen', '\n');
  return (
    <form
      className="collected"
      method="post"
      action={address(`${mappingPath(mapping.id)}/proposals`)}
      aria-labelledby="proposals"
    >
      <h2 id="proposals">{t.proposalsTitle}</h2>
      <p className="hint">{t.proposalsLead}</p>
      <Shown version={mapping.version} />
      <ul className="plain-list">
        {proposals.map(({ account, plan }) => {
          const value = `${account.id} ${plan.row}`;
          const ticked = chosen === '\n' ? plan.why === 'same-name' : chosen.split('\n').includes(value);
          return (
            <li key={value}>
              <label className="choice">
                <input type="checkbox" name="chosen" value={value} defaultChecked={ticked} />{' '}
                {accountLabel(account.name)}
                {punctuation.open}
                {t.inTwd(grouped(account.money.budget))}
                {punctuation.close}→ {planName(plan.row)}
                <span className="facts">{t.why[plan.why]}</span>
              </label>
            </li>
          );
        })}
      </ul>
      <PeriodFields form="proposals" year={mapping.fiscalYear} prefix="proposals-" />
      <DocumentField form="proposals" prefix="proposals-" />
      <p>
        <button type="submit">{t.confirmProposals}</button>
      </p>
    </form>
  );
}

/** Last year's parts, as they would be taken over; nothing is before somebody says so. */
export function CarryOver({ view }: OfView): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const address = useAddress();
  const [planName, holding] = [usePlanName(view), useHolding()];
  const { mapping, carry, mayChange } = view;
  const lastPlanName = usePlanName({ rows: carry?.lastRows ?? [] });
  if (carry === null || carry.carried.length + carry.notCarried.length === 0) return null;
  const accountOf = (id: string) => {
    const account = mapping.accounts.find((one) => one.id === id);
    return account === undefined ? id : accountLabel(account.name);
  };
  const lastAccountOf = ({ account }: Part) => {
    const before = carry.from.accounts.find((one) => one.id === account);
    return before === undefined ? account : accountLabel(before.name);
  };
  return (
    <form
      className="office-form"
      method="post"
      action={address(`${mappingPath(mapping.id)}/carry`)}
      aria-labelledby="carry"
    >
      <h2 id="carry">{t.carryTitle}</h2>
      <p className="hint">{t.carryLead(carry.from.id)}</p>
      <Shown version={mapping.version} />
      <ul className="plain-list">
        {carry.carried.map((part) => (
          <li key={`${part.account} ${part.row}`}>
            {accountOf(part.account)} → {planName(part.row)}
            {punctuation.gap}
            {holding(part)}
          </li>
        ))}
      </ul>
      {carry.notCarried.length > 0 && (
        <>
          <h3>{t.notCarried}</h3>
          <ul>
            {carry.notCarried.map(({ part, why }) => (
              <li key={part.number}>
                {lastAccountOf(part)} → {lastPlanName(part.row)}
                {punctuation.gap}
                {holding(part)}
                <span className="facts">{t.notCarriedWhy[why]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChange && carry.carried.length > 0 && (
        <p>
          <button type="submit">{t.carry(carry.carried.length)}</button>
        </p>
      )}
    </form>
  );
}
