import type { ReactNode } from 'react';
import type { StatedVerdict, Verdict } from '@guankao/domain';
import { addresses } from '../addresses.ts';
import { RateStrip } from '../charts/rate-strip.tsx';
import { Page, render } from '../components/document.tsx';
import { EditionList, EditionNotice } from '../components/editions.tsx';
import { filingTitle } from '../components/facets.tsx';
import { FindingNote } from '../components/finding-note.tsx';
import { IndicatorTable } from '../components/indicator-table.tsx';
import { useUnitName } from '../components/money.tsx';
import { PlanTable } from '../components/plan-table.tsx';
import { SeverityTally, SeverityMark } from '../components/severity.tsx';
import { SourceLink } from '../components/source-link.tsx';
import { MetMark, StatedMark, VerdictMark } from '../components/verdict.tsx';
import { asPercent, executionRate } from '../figures/execution-rate.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader, useWords, type Reader } from '../reader.tsx';
import { useRuleTitle } from '../rule-names.ts';
import type { FilingView, FindingView } from '../views.ts';

export function filingPage(reader: Reader, view: FilingView): string {
  return render(reader, <Filing view={view} />);
}

function Filing({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const name = filingTitle(view.filing, locale, t.noAgency);
  return (
    <Page title={name} section="/filings" fictional={view.filing.fictional} unlisted={!view.edition.current} crumbs={[{ path: '/filings', name: t.filings }]}>
      <EditionNotice edition={view.edition} current={addresses.filing(view.filing.id)} />
      <h1>{name}</h1>
      {view.form !== null && <p className="form-name" lang="zh-Hant">{view.form}</p>}
      <div className="filing-top">
        <AskFirst view={view} />
        <Summary view={view} />
      </div>
      <nav className="contents" aria-label={name}>
        <ul>
          <li><a href="#findings">{t.findings}</a></li>
          <li><a href="#money">{t.moneyOfFiling}</a></li>
          <li><a href="#targets">{t.targetsOfFiling}</a></li>
          <li><a href="#plans">{t.planRows}</a></li>
          <li><a href="#unread">{t.unread}</a></li>
          <li><a href="#editions">{t.editions}</a></li>
        </ul>
      </nav>
      <FindingsByKind view={view} />
      <MoneyPicture view={view} />
      <Missed view={view} />
      <section aria-labelledby="plans">
        <h2 id="plans">{t.planRows}</h2>
        <PlanTable lines={view.lines} caption={t.planRows} />
        <p className="note">{t.rowNote} {t.approvedNote}</p>
      </section>
      <Doubts view={view} />
      <Unread view={view} />
      <EditionList editions={view.allEditions} address={(number) => addresses.filing(view.filing.id, number)} />
    </Page>
  );
}

/** The first screen: what a reader of this filing should ask before anything else. */
function AskFirst({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { locale } = useReader();
  return (
    <section className="ask-first" aria-labelledby="ask">
      <h2 id="ask">{t.askFirst}</h2>
      {view.askFirst.length === 0 ? (
        <p className="empty">{t.nothingToAsk}</p>
      ) : (
        <ol>
          {view.askFirst.map(({ finding, plan, places, anchor }) => (
            <li key={anchor}>
              <p className="ask-plan">
                <SeverityMark severity={finding.severity} />{' '}
                {plan === null ? <span>{t.wholeFiling}</span> : <a lang="zh-Hant" href={address(addresses.plan(plan.id))}>{plan.name}</a>}
              </p>
              <p>
                {finding.message[locale]} {places[0] !== undefined && <SourceLink place={places[0]} />}
              </p>
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href="#findings">{t.allFindings(view.findingsAll.length)}</a>
      </p>
    </section>
  );
}

function Summary({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const unitName = useUnitName();
  const { totals } = view;
  const edition = view.edition.current ? null : view.edition.number;
  const rate = executionRate(totals);
  const unit = unitName(view.filing.moneyUnit);
  return (
    <aside className="summary" aria-label={t.filing}>
      <dl>
        <div><dt>{t.planRows}</dt><dd><a href="#plans">{grouped(view.plans)}</a></dd></div>
        <div><dt>{t.budgetedToDate}</dt><dd>{grouped(totals.budgetedToDate)} <span className="unit">{unit}</span></dd></div>
        <div><dt>{t.executedToDate}</dt><dd>{grouped(totals.executedToDate)} <span className="unit">{unit}</span></dd></div>
        <div><dt title={t.rateFormula}>{t.rateShort}</dt><dd>{rate === null ? '—' : `${asPercent(rate)} %`}</dd></div>
        <div><dt>{t.findings}</dt><dd><SeverityTally counts={view.findings} /></dd></div>
        <div>
          <dt>{t.targets}</dt>
          <dd className="stack">
            <span><MetMark met={true} /> {grouped(view.targets.met)}</span>
            <span><MetMark met={false} /> {grouped(view.targets.missed)}</span>
            <span><MetMark met={null} /> {grouped(view.targets.open)}</span>
          </dd>
        </div>
      </dl>
      <h2>{t.readyLists}</h2>
      <ul className="ready">
        {view.lists.map(({ value, count }) => (
          <li key={value}>
            <a href={address(addresses.plans(new URLSearchParams({ filing: view.filing.id, list: value }).toString()))}>{t.list[value] ?? value}</a>
            <span className="count">{count}</span>
          </li>
        ))}
      </ul>
      <h2>{t.downloads}</h2>
      <ul className="ready">
        <li><a href={addresses.original(view.edition.sha256)} download>{t.sourceFile}</a></li>
        {(['pdf', 'ods', 'odt', 'xlsx', 'csv'] as const).map((format) => (
          <li key={format}><a href={addresses.form(view.filing.id, format, view.edition.number)} download>{t.formAs(format.toUpperCase())}</a></li>
        ))}
        <li><a href={address(addresses.wholeSource(view.filing.id, edition))}>{t.sourceText}</a></li>
        <li><a href={`/api${addresses.filing(view.filing.id, edition)}`}>{t.readingJson}</a></li>
        {view.edition.current && <li><a href={address(addresses.plansCsv(new URLSearchParams({ filing: view.filing.id }).toString()))}>{t.plansCsv}</a></li>}
      </ul>
    </aside>
  );
}

function FindingsByKind({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const kinds = [...Map.groupBy(view.findingsAll, ({ finding }) => finding.category)];
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t.findingsByKind}</h2>
      {kinds.length === 0 && <p className="empty">{t.noFindings}</p>}
      {kinds.map(([category, findings]) => (
        <details className="kind" key={category} open={findings.some(({ finding }) => finding.severity === 'error')}>
          <summary>
            <h3>{t.category[category] ?? category}</h3> <SeverityTally counts={tally(findings)} />
          </summary>
          <div className="findings">
            {findings.map((each) => (
              <FindingNote key={each.anchor} view={each} namesPlan quotes />
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}

function tally(findings: readonly FindingView[]): { error: number; warning: number; question: number } {
  const counts = { error: 0, warning: 0, question: 0 };
  for (const { finding } of findings) counts[finding.severity] += 1;
  return counts;
}

const verdictOrder: readonly Verdict[] = ['achieved', 'partly', 'not_achieved', 'undetermined'];
const statedOrder: readonly StatedVerdict[] = ['achieved', 'not_achieved', 'none'];

function MoneyPicture({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  return (
    <section aria-labelledby="money">
      <h2 id="money">{t.moneyOfFiling}</h2>
      <figure className="strip">
        <RateStrip lines={view.lines} />
        <figcaption>{t.rateFormula}{t.stop}{t.ratePictureNote}</figcaption>
      </figure>
      <p className="note">{t.rateNote} {t.totalsNote}</p>
      <h3>{t.verdictsOfFiling}</h3>
      <div className="two-tallies">
        <dl>
          <dt>{t.statedLong}</dt>
          {statedOrder.map((stated) => (
            <dd key={stated}><StatedMark stated={stated} /> <span className="count">{view.stated[stated]}</span></dd>
          ))}
        </dl>
        <dl>
          <dt>{t.computedLong}</dt>
          {verdictOrder.map((verdict) => (
            <dd key={verdict}><VerdictMark verdict={verdict} /> <span className="count">{view.verdicts[verdict]}</span></dd>
          ))}
        </dl>
      </div>
      <p className="note">{t.verdictsNote}</p>
    </section>
  );
}

function Missed({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{t.targetsMissed(view.missed.length)}</h2>
      {view.missed.length === 0 ? <p className="empty">{t.noFindings}</p> : <IndicatorTable indicators={view.missed} />}
    </section>
  );
}

/** Apart from the findings: these may be nobody’s fault but the conversion’s. Each stands in full on its plan’s page. */
function Doubts({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const ruleTitle = useRuleTitle();
  if (view.doubts.length === 0) return null;
  return (
    <section aria-labelledby="doubts" className="doubts">
      <h2 id="doubts">{t.doubts}</h2>
      <p className="note">{t.doubtsNote}</p>
      <details className="kind">
        <summary>{t.showAll(view.doubts.length)}</summary>
        <table className="doubt-table">
          <thead>
            <tr>
              <th scope="col">{t.plan}</th>
              <th scope="col">{t.rule}</th>
              <th scope="col">{t.evidence}</th>
            </tr>
          </thead>
          <tbody>
            {view.doubts.map(({ anchor, finding, plan, places }) => (
              <tr key={anchor}>
                <th scope="row" data-label={t.plan}>
                  {plan === null ? t.wholeFiling : <a lang="zh-Hant" href={`${address(addresses.plan(plan.id))}#doubts`}>{plan.marker ?? ''}{plan.name}</a>}
                </th>
                <td data-label={t.rule}><a href={address(addresses.rule(finding.rule))}>{ruleTitle(finding.rule)}</a></td>
                <td data-label={t.evidence}>
                  {finding.evidence.slice(0, 3).map((evidence, index) => (
                    <span className="doubt-words" key={evidence.span.start}>
                      <q lang="zh-Hant"><mark>{evidence.text}</mark></q> {places[index] !== undefined && <SourceLink place={places[index]} />}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Unread({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  return (
    <section aria-labelledby="unread">
      <h2 id="unread">{t.unread}</h2>
      {view.unread.length === 0 ? (
        <p className="empty">{t.nothingUnread}</p>
      ) : (
        <>
          <p className="note">{t.unreadNote}</p>
          <ul className="cited-list">
            {view.unread.map(({ text, place }) => (
              <li key={place.spans[0]?.start}>
                <q lang="zh-Hant">{text}</q> <SourceLink place={place} />
              </li>
            ))}
          </ul>
        </>
      )}
      {view.notices.length > 0 && (
        <>
          <h3>{t.notices}</h3>
          <ul>
            {view.notices.map(({ place, message }) => (
              <li key={`${place}-${message.en}`}>{place}{t.colon}{message[locale]}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
