import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { calendarDate, fiscalYear, instant } from '../figures/years.ts';
import { inLocale, useOwnWords, usePlanTitle, useReader, useWords } from '../reader.tsx';
import type { PlanView } from '../views.ts';
import { bibtex } from './bibtex.ts';
import { citeWords } from './cite-words.ts';

/** What stands in the record under this page: whose plan, which edition, its place, its fingerprint, its fixed address. */
export function CitePlan({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  const own = useOwnWords(citeWords);
  const { locale, origin, today = '' } = useReader();
  const { filing, edition, row } = view;
  const title = usePlanTitle()({ id: view.id, name: row.name });
  const agency = filing.agency ?? t.noAgency;
  const year = filing.fiscalYear === null ? '' : fiscalYear(filing.fiscalYear, locale);
  const address = `${origin}${inLocale(addresses.plan(view.id, edition.number), locale)}`;
  const facts = {
    agency,
    title,
    year,
    edition: edition.number,
    row: view.number,
    sha256: edition.sha256,
    published: instant(edition.importedAt, locale),
    day: calendarDate(today, locale),
    address,
  };
  const key = `guankao-${edition.sha256.slice(0, 8)}-${view.number}`;
  return (
    <details className="cite-page" id="cite">
      <summary>{own.title}</summary>
      <dl>
        <dt>{own.plain}</dt>
        <dd lang={locale}>{own.plainText(facts)}</dd>
        <dt>{own.press}</dt>
        <dd lang={locale}>{own.pressText(facts)}</dd>
        <dt>BibTeX</dt>
        <dd>
          <pre>
            <code>
              {bibtex(key, {
                author: agency,
                title: own.bibTitle(facts),
                year: edition.importedAt.slice(0, 4),
                howpublished: own.publisher,
                url: address,
                urldate: today,
                note: own.bibNote(facts),
              })}
            </code>
          </pre>
        </dd>
      </dl>
      <p className="hint">{own.fixed}</p>
    </details>
  );
}
