import type { ReactNode } from 'react';
import type { FindingCategory } from '@guankao/domain';
import { measured, measureOf, measureOfAll, pages, rules, type Measure, type Rule } from '@guankao/rules';
import { addresses } from '../addresses.ts';
import { Page, render } from '../components/document.tsx';
import { SeverityMark } from '../components/severity.tsx';
import { calendarDate } from '../figures/years.ts';
import { Markdown } from '../markdown.tsx';
import { inOneLanguage } from '../one-language.ts';
import { findingWords } from '../findings/words.ts';
import { useAddress, useOwnWords, useReader, useWords, type Reader } from '../reader.tsx';

/** Plan rows of the filings held in which each rule found something, by its id. */
export type RuleCounts = Readonly<Record<string, number>>;

export function rulesPage(reader: Reader, counts: RuleCounts): string {
  return render(reader, <Rules counts={counts} />);
}

export function rulePage(reader: Reader, rule: Rule, counts: RuleCounts): string {
  return render(reader, <RulePage rule={rule} count={counts[rule.meta.id] ?? 0} />);
}

/** From what can be proven to what can be asked. */
const categories: readonly FindingCategory[] = [
  'arithmetic',
  'contradiction',
  'money',
  'period',
  'target',
  'plausibility',
  'text',
  'layout',
];

function Rules({ counts }: { counts: RuleCounts }): ReactNode {
  const t = useWords();
  const own = useOwnWords(findingWords);
  const address = useAddress();
  const kinds = Map.groupBy(
    [...rules].sort((a, b) => categories.indexOf(a.meta.category) - categories.indexOf(b.meta.category)),
    (rule) => rule.meta.category,
  );
  return (
    <Page title={t.rulesTitle} section="/rules">
      <h1>{t.rulesTitle}</h1>
      <p className="lead">{t.rulesLead}</p>
      <p>
        {t.errorsUnseen(figuresOf(measureOfAll().unseen))} {t.errorsNow(figuresOf(measureOfAll().now))}
      </p>
      <p>
        <a href={address(addresses.findings())}>{own.all}</a>
      </p>
      {[...kinds].map(([category, members]) => (
        <section key={category} aria-labelledby={category}>
          <h2 id={category}>{t.category[category] ?? category}</h2>
          <RuleTable rules={members} counts={counts} />
        </section>
      ))}
    </Page>
  );
}

function RuleTable({ rules, counts }: { rules: readonly Rule[]; counts: RuleCounts }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { locale } = useReader();
  return (
    <table className="rules">
      <thead>
        <tr>
          <th scope="col">{t.rule}</th>
          <th scope="col">{t.bySeverity}</th>
          <th scope="col">{t.authority}</th>
          <th scope="col" className="number">
            {t.ruleFound}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ meta }) => (
          <tr key={meta.id}>
            <th scope="row" data-label={t.rule}>
              <a href={address(addresses.rule(meta.id))}>{meta.title[locale]}</a>
              <span className="facts">{meta.why[locale]}</span>
            </th>
            <td data-label={t.bySeverity}>
              <SeverityMark severity={severityOf(meta)} />
            </td>
            <td data-label={t.authority} lang="zh-Hant" className="authority">
              {meta.authority}
            </td>
            <td data-label={t.ruleFound} className="number">
              {t.plansFound(counts[meta.id] ?? 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RulePage({ rule: { meta }, count }: { rule: Rule; count: number }): ReactNode {
  const t = useWords();
  const own = useOwnWords(findingWords);
  const address = useAddress();
  const { locale } = useReader();
  // The page’s title and the line with its id stand above already.
  const page = pages[meta.id]?.replace(/^# .*\n+(?:`[\w-]+` · .*\n)?/, '');
  return (
    <Page
      title={meta.title[locale]}
      description={meta.why[locale]}
      section="/rules"
      crumbs={[{ path: '/rules', name: t.rules }]}
    >
      <h1>{meta.title[locale]}</h1>
      <p className="lead">{meta.why[locale]}</p>
      <dl className="plan-facts rule-facts">
        <div>
          <dt>{t.ruleId}</dt>
          <dd>
            <code>{meta.id}</code>
          </dd>
        </div>
        <div>
          <dt>{t.bySeverity}</dt>
          <dd>
            <SeverityMark severity={severityOf(meta)} />
            {t.colon}
            {t.severityMeaning[severityOf(meta)]}
          </dd>
        </div>
        {meta.severity === 'error' && (
          <div>
            <dt>{t.howMeasured}</dt>
            <dd>
              <Earned rule={meta.id} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t.authority}</dt>
          <dd lang="zh-Hant">{meta.authority}</dd>
        </div>
        <div>
          <dt>{t.inForce}</dt>
          <dd>{inForce(meta.validFrom, meta.validTo, locale, t.always)}</dd>
        </div>
        <div>
          <dt>{t.ruleFound}</dt>
          <dd>
            {count === 0 ? (
              t.plansFound(0)
            ) : (
              <>
                <a href={address(addresses.plans(`finding=${meta.id}`))}>{t.plansFound(count)}</a>
                {t.dot}
                <a href={address(addresses.findings(`rule=${meta.id}`))}>{own.ofRule}</a>
              </>
            )}
          </dd>
        </div>
      </dl>
      <section aria-labelledby="says">
        <h2 id="says">{t.whatItSays}</h2>
        <ul className="cited-list">
          {Object.entries(meta.messages).map(([key, message]) => (
            <li key={key}>
              <Template text={message.fault[locale]} />
              <span className="facts">
                <Template text={message.settle[locale]} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      {page !== undefined && page.trim() !== '' && (
        <div className="prose">
          <Markdown source={page} choose={(blocks) => inOneLanguage(blocks, locale)} />
        </div>
      )}
    </Page>
  );
}

/** A rule that has not earned it calls nothing an error. */
const severityOf = ({ id, severity }: Rule['meta']): Rule['meta']['severity'] =>
  severity === 'error' && !measureOf(id).earned ? 'warning' : severity;

/** How many flags of the rule were judged by people, how many were right, and the bound of it in percent. */
const figuresOf = ({ right, wrong, bound }: Measure) => ({
  flags: right + wrong,
  right,
  wrong,
  bound: (bound * 100).toFixed(1),
});

function Earned({ rule }: { rule: string }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const { unseen, now, earned } = measureOf(rule);
  const said = [
    unseen.right + unseen.wrong === 0 ? t.nothingUnseen : t.errorsUnseen(figuresOf(unseen)),
    now.right + now.wrong === 0 ? '' : t.errorsNow(figuresOf(now)),
    earned ? '' : t.notEarned,
    t.measuredOn(calendarDate(measured.date, locale)),
  ];
  return said.filter((words) => words !== '').join(' ');
}

/** A sentence with its blanks, which each finding fills with its own words. */
function Template({ text }: { text: string }): ReactNode {
  return text.split(/\{\w+\}/).flatMap((words, index) =>
    index === 0
      ? [words]
      : [
          <span className="slot" key={`${index}-${words}`}>
            {' '}
            ⋯{' '}
          </span>,
          words,
        ],
  );
}

function inForce(from: string | null, to: string | null, locale: Reader['locale'], always: string): string {
  if (from === null && to === null) return always;
  return `${from === null ? '' : calendarDate(from, locale)} – ${to === null ? '' : calendarDate(to, locale)}`;
}
