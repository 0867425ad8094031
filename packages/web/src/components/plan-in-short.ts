import { asPercent } from '../figures/execution-rate.ts';
import { grouped } from '../figures/numbers.ts';
import { isUnseen } from '../reader.tsx';
import type { PlanView } from '../views.ts';
import { words, type Locale } from '../words/words.ts';
import { filingTitle } from './facets.tsx';

/** What is said of a plan where there is room for a few lines: in search engines and previews. */
export interface PlanInShort {
  readonly title: string;
  /** `範例部 113 年度` */
  readonly whose: string;
  /** Each with its name; withheld ones and those that the filing does not print are left out. */
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly fictional: boolean;
}

export function planInShort({ id, row, filing, rate, findings }: PlanView, locale: Locale): PlanInShort {
  const t = words[locale];
  const unit = filing.moneyUnit === null ? t.unitUnknown : filing.moneyUnit === 'TWD' ? t.twd : t.thousandTwd;
  const money = (['budgetedToDate', 'executedToDate'] as const).flatMap((field) => {
    const value = row.withheld?.[field] === undefined ? row[field] : null;
    return value === null ? [] : [{ name: t[field], value: `${grouped(value)} ${unit}` }];
  });
  const all = findings.error + findings.warning + findings.question;
  return {
    title: isUnseen(row.name) ? t.noPlanName(Number(/(\d+)$/.exec(id)?.[1] ?? 0)) : row.name,
    whose: filingTitle(filing, locale, t.noAgency),
    figures: [
      { name: t.computed, value: t.verdict[row.verdict] },
      ...money,
      ...(rate === null || money.length < 2 ? [] : [{ name: t.rateShort, value: `${asPercent(rate)} %` }]),
      { name: t.findings, value: grouped(all) },
    ],
    fictional: filing.fictional,
  };
}

/** In one sentence. */
export function inOneSentence({ title, whose, figures }: PlanInShort, locale: Locale): string {
  const said = figures.map(({ name, value }) => `${name} ${value}`);
  if (locale === 'en') return `${whose}, “${title}”: ${said.join('; ')}.`;
  return `${whose}「${title}」：${said.join('；')}。`;
}
