import type { ReactNode } from 'react';
import type { StatedVerdict, Verdict } from '@guankao/domain';
import { coverageInWords } from '@guankao/reading';
import { addresses } from '../addresses.ts';
import { ChartsOfFiling } from '../charts/links.tsx';
import { RateStrip } from '../charts/rate-strip.tsx';
import { spentAndMetWords } from '../charts/spent-and-met-words.ts';
import { Page, render } from '../components/document.tsx';
import { contentsOf, FilingSummary, type FilingContents } from '../components/filing-summary.tsx';
import { EditionList, EditionNotice } from '../components/editions.tsx';
import { filingTitle } from '../components/facets.tsx';
import { FindingNote } from '../components/finding-note.tsx';
import { IndicatorTable } from '../components/indicator-table.tsx';
import { PlanTable } from '../components/plan-table.tsx';
import { SeverityTally, SeverityMark } from '../components/severity.tsx';
import { SourceLink } from '../components/source-link.tsx';
import { StatedMark, VerdictMark } from '../components/verdict.tsx';
import { findingWords } from '../findings/words.ts';
import { useAddress, useOwnWords, usePlanTitle, useReader, useWords, type Reader } from '../reader.tsx';
import { useRuleTitle } from '../rule-names.ts';
import { sideBySideWords } from '../side-by-side/words.ts';
import type { CitedPlace, FilingView, FindingView } from '../views.ts';

export function filingPage(reader: Reader, view: FilingView): string {
  return render(reader, <Filing view={view} />);
}

function Filing({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const { filing, edition } = view;
  const name =
    filing.agency === null && filing.fiscalYear === null ? edition.fileName : filingTitle(filing, locale, t.noAgency);
  const has = contentsOf(view);
  return (
    <Page
      title={name}
      description={t.filingInShort(name, view.lines.length)}
      section="/filings"
      fictional={filing.fictional}
      edition={edition}
      unlisted={!edition.current}
      crumbs={[{ path: '/filings', name: t.filings }]}
    >
      <EditionNotice edition={edition} editions={view.allEditions} current={addresses.filing(filing.id)} />
      <h1>{name}</h1>
      {view.form !== null && (
        <p className="form-name" lang="zh-Hant">
          {view.form}
        </p>
      )}
      <div className="filing-top">
        <AskFirst view={view} />
        <FilingSummary view={view} has={has} />
      </div>
      <Contents has={has} name={name} />
      {has.rows && <FindingsByKind view={view} />}
      {has.results && <MoneyPicture view={view} />}
      {has.targets && <Missed view={view} />}
      {has.rows && (
        <section aria-labelledby="plans">
          <h2 id="plans">{t.planRows}</h2>
          <PlanTable lines={view.lines} caption={t.planRows} />
          <p className="note">
            {t.rowNote} {has.results && t.approvedNote}
          </p>
        </section>
      )}
      <Doubts view={view} />
      <Unread view={view} />
      <EditionList editions={view.allEditions} address={(number) => addresses.filing(filing.id, number)} />
    </Page>
  );
}

function Contents({ has, name }: { has: FilingContents; name: string }): ReactNode {
  const t = useWords();
  const entries: readonly (readonly [boolean, string, string])[] = [
    [has.rows, 'findings', t.findings],
    [has.results, 'money', t.moneyOfFiling],
    [has.targets, 'targets', t.targetsOfFiling],
    [has.rows, 'plans', t.planRows],
    [true, 'unread', t.unread],
    [true, 'editions', t.editions],
  ];
  return (
    <nav className="contents" aria-label={name}>
      <ul>
        {entries
          .filter(([present]) => present)
          .map(([, id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** The first screen: what a reader of this filing should ask before anything else. */
function AskFirst({ view }: { view: FilingView }): ReactNode {
  const planTitle = usePlanTitle();
  const t = useWords();
  const address = useAddress();
  const { locale } = useReader();
  return (
    <section className="ask-first" aria-labelledby="ask">
      <h2 id="ask">{t.askFirst}</h2>
      {view.askFirst.length === 0 ? (
        <p className="empty">{view.plans === 0 ? t.nothingRead : t.nothingToAsk}</p>
      ) : (
        <ol>
          {view.askFirst.map(({ finding, plan, places, anchor }) => (
            <li key={anchor}>
              <p className="ask-plan">
                <SeverityMark severity={finding.severity} />{' '}
                {plan === null ? (
                  <span>{t.wholeFiling}</span>
                ) : (
                  <a lang="zh-Hant" href={address(addresses.plan(plan.id))}>
                    {planTitle(plan)}
                  </a>
                )}
              </p>
              <p>
                {finding.message[locale]} {places[0] !== undefined && <SourceLink place={places[0]} />}
              </p>
            </li>
          ))}
        </ol>
      )}
      {view.findingsAll.length > 0 && (
        <p>
          <a href="#findings">{t.allFindings(view.findingsAll.length)}</a>
        </p>
      )}
    </section>
  );
}

function FindingsByKind({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const own = useOwnWords(findingWords);
  const address = useAddress();
  const { locale } = useReader();
  const { met, missed, open } = view.targets;
  const kinds = [...Map.groupBy(view.findingsAll, ({ finding }) => finding.category)];
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t.findingsByKind}</h2>
      {view.coverage !== null && view.lines.length > 0 && (
        <p className="note">
          {t.lookedAt(view.lines.length, met + missed + open, met + missed)}{' '}
          {t.coverage(coverageInWords(view.coverage, locale))}
        </p>
      )}
      {kinds.length === 0 && (
        <p className="empty">
          {view.lines.length === 0
            ? t.noPlanRead
            : view.coverage === null
              ? `${t.lookedAt(view.lines.length, met + missed + open, met + missed)} ${t.noFindings}`
              : t.noFindings}
        </p>
      )}
      {kinds.length > 0 && view.edition.current && (
        <p>
          <a href={address(addresses.findings(`filing=${encodeURIComponent(view.filing.id)}`))}>{own.ofFiling}</a>
        </p>
      )}
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
  const own = useOwnWords(spentAndMetWords);
  const side = useOwnWords(sideBySideWords);
  const address = useAddress();
  return (
    <section aria-labelledby="money">
      <h2 id="money">{t.moneyOfFiling}</h2>
      <figure className="strip">
        <RateStrip lines={view.lines} />
        <figcaption>
          {t.rateFormula}
          {t.stop}
          {t.ratePictureNote}
        </figcaption>
      </figure>
      {view.edition.current && (
        <p>
          <a href={address(addresses.spentAndMet(view.filing.id))}>{own.title}</a>
          {t.colon}
          {own.link}
        </p>
      )}
      {view.edition.current && (
        <p>
          <a href={address(addresses.sideBySide(new URLSearchParams({ of: view.filing.id }).toString()))}>
            {side.link}
          </a>
        </p>
      )}
      {view.edition.current && <ChartsOfFiling id={view.filing.id} />}
      <p className="note">
        {t.rateNote} {t.totalsNote}
      </p>
      <h3>{t.verdictsOfFiling}</h3>
      <div className="two-tallies">
        <dl>
          <dt>{t.statedLong}</dt>
          {statedOrder.map((stated) => (
            <dd key={stated}>
              <StatedMark stated={stated} /> <span className="count">{view.stated[stated]}</span>
            </dd>
          ))}
        </dl>
        <dl>
          <dt>{t.computedLong}</dt>
          {verdictOrder.map((verdict) => (
            <dd key={verdict}>
              <VerdictMark verdict={verdict} /> <span className="count">{view.verdicts[verdict]}</span>
            </dd>
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
      {view.missed.length === 0 ? <p className="empty">{t.noneMissed}</p> : <IndicatorTable indicators={view.missed} />}
    </section>
  );
}

/** Apart from the findings: these may be nobody’s fault but the conversion’s. Each stands in full on its plan’s page. */
function Doubts({ view }: { view: FilingView }): ReactNode {
  const planTitle = usePlanTitle();
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
                  {plan === null ? (
                    t.wholeFiling
                  ) : (
                    <a lang="zh-Hant" href={`${address(addresses.plan(plan.id))}#doubts`}>
                      {plan.marker ?? ''}
                      {planTitle(plan)}
                    </a>
                  )}
                </th>
                <td data-label={t.rule}>
                  <a href={address(addresses.rule(finding.rule))}>{ruleTitle(finding.rule)}</a>
                </td>
                <td data-label={t.evidence}>
                  {finding.evidence.slice(0, 3).map((evidence, index) => (
                    <span className="doubt-words" key={evidence.span.start}>
                      <q lang="zh-Hant">
                        <mark>{evidence.text}</mark>
                      </q>{' '}
                      {places[index] !== undefined && <SourceLink place={places[index]} />}
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

const unreadAtFirst = 10;
/** More would make a page that no browser likes; the source text shows them all. */
const mostUnread = 300;

function UnreadList({ parts }: { parts: readonly CitedPlace[] }): ReactNode {
  return (
    <ul className="cited-list">
      {parts.map(({ text, place }) => (
        <li key={place.spans[0]?.start}>
          <q lang="zh-Hant">{text.length > longestQuotation ? `${text.slice(0, longestQuotation)}…` : text}</q>{' '}
          <SourceLink place={place} />
        </li>
      ))}
    </ul>
  );
}

/** In characters. */
const longestQuotation = 120;

function Unread({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { locale } = useReader();
  return (
    <section aria-labelledby="unread">
      <h2 id="unread">{t.unread}</h2>
      {view.unread.length === 0 ? (
        <p className="empty">{t.nothingUnread}</p>
      ) : (
        <>
          <p className="note">{t.unreadNote}</p>
          <UnreadList parts={view.unread.slice(0, unreadAtFirst)} />
          {view.unread.length > unreadAtFirst && (
            <details className="kind">
              <summary>{t.others(view.unread.length - unreadAtFirst)}</summary>
              <UnreadList parts={view.unread.slice(unreadAtFirst, mostUnread)} />
              {view.unread.length > mostUnread && (
                <p className="note">
                  {t.unreadRest(view.unread.length - mostUnread)}{' '}
                  <a href={address(addresses.wholeSource(view.filing.id))}>{t.sourceText}</a>
                </p>
              )}
            </details>
          )}
        </>
      )}
      {view.notices.length > 0 && (
        <>
          <h3>{t.notices}</h3>
          <ul>
            {view.notices.map(({ place, message }) => (
              <li key={`${place}-${message.en}`}>
                {place}
                {t.colon}
                {message[locale]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
