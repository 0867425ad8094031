import type { ReactNode } from 'react';
import { heading, terms } from '@guankao/terms';
import { addresses } from '../addresses.ts';
import { evidence } from '../charts/evidence.tsx';
import { KeepAsOf } from '../components/as-of.tsx';
import { Page, render } from '../components/document.tsx';
import { FindingNote } from '../components/finding-note.tsx';
import { SeverityMark, severities } from '../components/severity.tsx';
import { StatedMark, VerdictMark } from '../components/verdict.tsx';
import { findingWords } from '../findings/words.ts';
import { useAddress, useOwnWords, useReader, useWords, type Reader } from '../reader.tsx';
import type { HomeView } from '../views.ts';
import { PromisesSection } from '../promises/home-section.tsx';
import { FilingTable } from './filings.tsx';

export function homePage(reader: Reader, view: HomeView): string {
  return render(reader, <Home view={view} />);
}

/** What an official may do with a draft that must not lie on anybody's server. */
function Desk(): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { assets } = useReader();
  if (assets.desk === undefined) return null;
  return (
    <section aria-labelledby="desk">
      <h2 id="desk">{t.deskTitle}</h2>
      <p>{t.deskLead}</p>
      <p>
        <a href={assets.desk} download>
          {t.deskDownload}
        </a>
        {'　'}
        <a href={address('/check')}>{t.deskOr}</a>
      </p>
    </section>
  );
}

function Home({ view }: { view: HomeView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  return (
    <Page
      title={t.siteName}
      description={t.homeLead}
      section="/"
      fictional={view.filings.length > 0 && view.filings.every(({ filing }) => filing.fictional)}
    >
      <div className="home-top">
        <h1>
          <Phrases text={t.homeTitle} />
        </h1>
        <p className="lead">{t.homeLead}</p>
        <search>
          <form className="search" method="get" action={address('/plans')}>
            <label htmlFor="q">{t.search}</label>
            <input id="q" name="q" type="search" aria-describedby="q-hint" />
            <KeepAsOf />
            <button type="submit">{t.search}</button>
            <span id="q-hint" className="hint">
              {t.searchHint}
            </span>
          </form>
        </search>
      </div>
      <Desk />
      <section aria-labelledby="held">
        <h2 id="held">{t.filingsHeld(view.filings.length)}</h2>
        <FilingTable filings={view.filings} />
      </section>
      {view.plans > 0 && <PromisesSection view={view.promises} />}
      {view.plans > 0 && <EvidenceSection />}
      {view.plans > 0 && <ReadyLists view={view} />}
      {view.specimens.length > 0 && (
        <section aria-labelledby="specimen">
          <h2 id="specimen">{t.specimen}</h2>
          <p className="note">{t.specimenNote}</p>
          <div className="findings specimens">
            {view.specimens.map((each) => (
              <FindingNote key={each.anchor} view={each} namesPlan quotes />
            ))}
          </div>
          <AllFindings />
        </section>
      )}
      <HowToRead />
    </Page>
  );
}

function AllFindings(): ReactNode {
  const own = useOwnWords(findingWords);
  const address = useAddress();
  return (
    <p>
      <a href={address(addresses.findings())}>{own.all}</a>
    </p>
  );
}

/** Breaks a title between its phrases only: a browser would break Chinese in the middle of a word. */
function Phrases({ text }: { text: string }): ReactNode {
  return text.split(/(?<=，)/).map((phrase) => (
    <span className="phrase" key={phrase}>
      {phrase}
    </span>
  ));
}

/** One click to what bears the results out. */
function EvidenceSection(): ReactNode {
  const { locale } = useReader();
  const address = useAddress();
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{heading(terms.evidenceGrade)[locale]}</h2>
      <p>
        <a href={address(addresses.chart(evidence.id))}>{evidence.title[locale]}</a>
        {'　'}
        <span className="facts">{evidence.about[locale]}</span>
      </p>
    </section>
  );
}

function ReadyLists({ view }: { view: HomeView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{t.readyLists}</h2>
      <table className="ready-table">
        <tbody>
          {view.lists.map(({ value, count }) => (
            <tr key={value}>
              <th scope="row">
                <a href={address(addresses.list(value))}>{t.list[value] ?? value}</a>
              </th>
              <td className="number">{t.plansFound(count)}</td>
              <td className="why">{t.listWhy[value]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The signs of these pages, each with its word. */
export function HowToRead(): ReactNode {
  const t = useWords();
  return (
    <section aria-labelledby="how" className="how">
      <h2 id="how">{t.howItWorks}</h2>
      <div className="how-columns">
        <div>
          <h3>{t.howVerdict}</h3>
          <p>{t.howVerdictText}</p>
          <ul className="signs">
            <li>
              <VerdictMark verdict="achieved" />
            </li>
            <li>
              <VerdictMark verdict="partly" />
            </li>
            <li>
              <VerdictMark verdict="not_achieved" />
            </li>
            <li>
              <StatedMark stated="none" />
            </li>
          </ul>
        </div>
        <div>
          <h3>{t.howFinding}</h3>
          <ul className="signs">
            {severities.map((severity) => (
              <li key={severity}>
                <SeverityMark severity={severity} />
                {t.colon}
                {t.severityMeaning[severity]}
              </li>
            ))}
          </ul>
          <p>
            {t.doubts}
            {t.colon}
            {t.doubtsNote}
          </p>
        </div>
        <div>
          <h3>{t.howScope}</h3>
          <p>{t.howScopeText}</p>
          <p>
            {t.rateFormula}
            {t.colon}
            {t.rateNote}
          </p>
        </div>
      </div>
    </section>
  );
}
