import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { chartWords } from '../charts/chart-words.ts';
import { spentAndMetWords } from '../charts/spent-and-met-words.ts';
import { Page, render } from '../components/document.tsx';
import { filingTitle } from '../components/facets.tsx';
import { useAddress, useOwnWords, useReader, useWords, type Reader } from '../reader.tsx';
import type { FilingName } from '../views.ts';
import type { Pair } from '../words/words.ts';

interface ChartsView {
  readonly charts: readonly { readonly id: string; readonly title: Pair<string>; readonly about: Pair<string> }[];
  /** Newest first. */
  readonly filings: readonly FilingName[];
}

export function chartsPage(reader: Reader, view: ChartsView): string {
  return render(reader, <Charts view={view} />);
}

/** On one page there is room for the newest; the others have the link on their own. */
const mostFilings = 12;

function Charts({ view: { charts, filings } }: { view: ChartsView }): ReactNode {
  const words = useWords();
  const t = useOwnWords(chartWords);
  const rates = useOwnWords(spentAndMetWords);
  const { locale } = useReader();
  const address = useAddress();
  return (
    <Page
      title={words.charts}
      description={t.lead}
      section="/charts"
      fictional={filings.length > 0 && filings.every(({ fictional }) => fictional)}
    >
      <h1>{words.charts}</h1>
      <p className="lead">{t.lead}</p>
      <dl className="chart-list">
        {charts.map(({ id, title, about }) => (
          <div key={id}>
            <dt>
              <a href={address(addresses.chart(id))}>{title[locale]}</a>
            </dt>
            <dd>{about[locale]}</dd>
          </div>
        ))}
        {filings.length > 0 && (
          <div>
            <dt>{rates.title}</dt>
            <dd>
              {rates.link}
              {words.colon}
              <ul className="inline-list">
                {filings.slice(0, mostFilings).map((filing) => (
                  <li key={filing.id}>
                    <a href={address(addresses.spentAndMet(filing.id))}>
                      {filingTitle(filing, locale, words.noAgency)}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <section aria-labelledby="left-out">
        <h2 id="left-out">{t.leftOut}</h2>
        <ul className="plain-list">
          <li>{t.evidence}</li>
          <li>{t.causes}</li>
        </ul>
      </section>
    </Page>
  );
}
