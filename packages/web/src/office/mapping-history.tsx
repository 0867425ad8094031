import type { ReactNode } from 'react';
import {
  accountKey,
  accountLabel,
  accountsChanged,
  componentNames,
  moneyComponents,
  type BudgetAccount,
  type MappingEvent,
  type Overrule,
  type Part,
  type RowRecord,
} from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { calendarDate } from '../figures/years.ts';
import { useReader } from '../reader.tsx';
import type { Locale } from '../words/words.ts';
import { useHolding, usePlanName } from './mapping-page.tsx';
import { useMappingWords } from './mapping-words.ts';
import { punctuationIn, usePunctuation } from '../words/punctuation.ts';

/** What is needed to say in words what happened to a mapping. */
export interface MappingNames {
  readonly rows: readonly RowRecord[];
  /** By id: accounts that any file held. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** What accounts were ever called, by id. */
export function accountNamesIn(
  events: readonly { readonly kind: string; readonly payload: unknown }[],
): MappingNames['accounts'] {
  const taken = events.filter(({ kind }) => kind === 'mapping-accounts-taken');
  return Object.fromEntries(
    taken.flatMap(({ payload }) =>
      (payload as { readonly after: readonly BudgetAccount[] }).after.map(({ id, name }) => [id, accountLabel(name)]),
    ),
  );
}

interface OfEvent {
  readonly event: Pick<MappingEvent, 'kind' | 'payload'>;
  readonly names: MappingNames;
}

/** What an event did, account by account and plan by plan; nothing where its name says it all. */
export function MappingChange({ event, names }: OfEvent): ReactNode {
  const lines = useLines({ event, names });
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function useLines({ event, names }: OfEvent): readonly string[] {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  const [planName, partLine] = [usePlanName(names), usePartLine(names)];
  const happened = event as MappingEvent;
  switch (happened.kind) {
    case 'mapping-opened':
      return [];
    case 'mapping-accounts-taken': {
      const { before, after, file } = happened.payload;
      const { fresh, changed, same, gone } = accountsChanged({ accounts: before ?? [] }, after);
      const until = calendarDate(file.asOf, locale);
      const of = `${file.name}${punctuation.colon}${t.accountsOf(file.accounts)}${punctuation.comma}${t.upTo(until)}${punctuation.semicolon}${t.changes(fresh, changed, same, gone)}`;
      return [of, ...changedAccounts(before ?? [], after, locale)];
    }
    case 'mapping-parts-added':
      return happened.payload.parts.map(partLine);
    case 'mapping-part-corrected': {
      const { before, after } = happened.payload;
      return [
        ...(before === null ? [] : [`${t.before}${punctuation.colon}${partLine(before)}`]),
        `${t.after}${punctuation.colon}${partLine(after)}`,
      ];
    }
    case 'mapping-part-ended': {
      const { after } = happened.payload;
      const end = after.ended?.never === true ? t.standing.never : t.until(calendarDate(after.until ?? '', locale));
      return [`${partLine(after)}${punctuation.colon}${end}`];
    }
    case 'mapping-overruled': {
      const { before, after } = happened.payload;
      const line = ({ row, component, amount }: Overrule) =>
        `${planName(row)}${punctuation.gap}${componentNames[component][locale]} ${grouped(amount)}`;
      const kept = (one: Overrule, others: readonly Overrule[]) => others.some((other) => line(other) === line(one));
      return [
        ...after.filter((one) => !kept(one, before ?? [])).map((one) => t.overruledTo(line(one))),
        ...(before ?? []).filter((one) => !kept(one, after)).map((one) => t.overruledNoMore(line(one))),
      ];
    }
    case 'mapping-drawn':
      return [t.drawnNow(happened.payload.rows.length)];
  }
}

/** Account → plan, how much, from when, by which document. */
function usePartLine(names: MappingNames): (part: Part) => string {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  const [planName, holding] = [usePlanName(names), useHolding()];
  return (part) => {
    const until = part.until === null ? t.toYearEnd : calendarDate(part.until, locale);
    const account = names.accounts[part.account] ?? part.account;
    const period = `${calendarDate(part.from, locale)}–${until}`;
    return `${t.partNumber(part.number)}${punctuation.gap}${account} → ${planName(part.row)}${punctuation.gap}${holding(part)}${punctuation.gap}${period}${punctuation.gap}${part.document}`;
  };
}

/** Accounts that were there before, with the amounts that differ now. */
function changedAccounts(
  before: readonly BudgetAccount[],
  after: readonly BudgetAccount[],
  locale: Locale,
): readonly string[] {
  const punctuation = punctuationIn(locale);
  const known = new Map(before.map((account) => [accountKey(account.name), account.money]));
  return after.flatMap(({ name, money }) => {
    const old = known.get(accountKey(name));
    const amounts = moneyComponents
      .filter((component) => old !== undefined && old[component] !== money[component])
      .map(
        (component) =>
          `${componentNames[component][locale]} ${grouped(old?.[component] ?? 0)} → ${grouped(money[component])}`,
      );
    return amounts.length === 0
      ? []
      : [`${accountLabel(name)}${punctuation.colon}${amounts.join(punctuation.semicolon)}`];
  });
}
