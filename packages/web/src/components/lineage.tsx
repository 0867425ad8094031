import type { ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { calendarDate, fiscalYear } from '../figures/years.ts';
import { useAddress, usePlanTitle, useReader, useWords } from '../reader.tsx';
import type { LineageView, SuccessionView } from '../views.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** What the plan was before and what became of it, as published editions show it. */
export function PlanLineage({ lineage }: { lineage: LineageView }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const { predecessors, successors, discontinued } = lineage;
  if (predecessors.length + successors.length === 0 && discontinued === null) return null;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{t.lineage}</h2>
      <p className="note">{t.lineageNote}</p>
      <dl>
        <Links title={t.predecessors} links={predecessors} />
        <Links title={t.successors} links={successors} />
        {discontinued !== null && (
          <div>
            <dt>{t.successors}</dt>
            <dd>
              {t.discontinuedSince}
              {t.inBrackets(calendarDate(discontinued.slice(0, 10), locale))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Links({ title, links }: { title: string; links: readonly SuccessionView[] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const planTitle = usePlanTitle();
  if (links.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      {links.map((link) => (
        <dd key={`${link.id} ${link.edition}`}>
          <a href={address(addresses.plan(link.id, link.edition))} lang="zh-Hant">
            {planTitle(link)}
          </a>
          {link.edition !== null && t.inBrackets(t.edition(link.edition))}{' '}
          <span className="facts">
            {[
              fiscalYear(link.fiscalYear, locale),
              link.agency ?? t.noAgency,
              link.how.map((how) => t.succession[how]).join(punctuation.list),
              t.shownSince(calendarDate(link.since.slice(0, 10), locale)),
            ].join(t.dot)}
          </span>
        </dd>
      ))}
    </div>
  );
}
