import type { ReactNode } from 'react';
import { render } from '../components/document.tsx';
import { useAddress, type Reader } from '../reader.tsx';
import { OfficePage } from './office-page.tsx';
import { Reason, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { Once } from './shown.tsx';
import type { OfficeFrame, OpenYearView } from './views.ts';
import { useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export function openYearPage(reader: Reader, frame: OfficeFrame, view: OpenYearView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <OpenYear frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function OpenYear({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: OpenYearView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const address = useAddress();
  const [typed, reason] = [useTyped('open'), useReason('open')];
  const chosen = view.filings.find(({ id }) => id === view.chosen);
  return (
    <OfficePage actor={frame.actor} title={t.openYear}>
      <h1>{t.openYear}</h1>
      <p className="lead">{t.openYearLead}</p>
      <RefusalNote refused={refused} />
      <form className="office-form" method="get" action={address('/office/open')}>
        <p className="field">
          <label htmlFor="from">{t.fromFiling}</label>
          <select id="from" name="from" defaultValue={view.chosen ?? ''}>
            <option value="">—</option>
            {view.filings.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>{' '}
          <button type="submit">{t.settleAgencies}</button>
        </p>
      </form>
      <form className="office-form" method="post" action={address('/office/open')}>
        <input type="hidden" name="from" value={view.chosen ?? ''} />
        <Once />
        <p className="field">
          <label htmlFor="ministry">{t.agency}</label>
          <select id="ministry" name="ministry" defaultValue={typed('ministry')}>
            {view.ministries.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="year">{t.rocYear}</label>
          <input
            id="year"
            name="year"
            inputMode="numeric"
            pattern="\d{2,3}"
            required
            size={4}
            defaultValue={typed('year')}
            {...reason('year')}
          />
          <Reason form="open" of="year" />
        </p>
        {chosen !== undefined && (
          <fieldset>
            <legend>{t.settleAgencies}</legend>
            {chosen.plans.map(({ id, name }) => (
              <p key={id} className="settle">
                <label htmlFor={`agency-${id}`}>{name}</label>{' '}
                <select
                  id={`agency-${id}`}
                  name={`agency-${id}`}
                  aria-label={`${t.executingAgency}${punctuation.colon}${name}`}
                  defaultValue={typed(`agency-${id}`)}
                >
                  {view.agencies.map((agency) => (
                    <option key={agency.id} value={agency.id}>
                      {agency.name}
                    </option>
                  ))}
                </select>{' '}
                <input
                  name={`left-${id}`}
                  aria-label={`${t.leaves}${punctuation.colon}${name}`}
                  placeholder={t.leaves}
                  defaultValue={typed(`left-${id}`)}
                />
              </p>
            ))}
          </fieldset>
        )}
        <p className="field">
          <label htmlFor="plans">{t.newPlans}</label>
          <textarea id="plans" name="plans" rows={4} defaultValue={typed('plans')} {...reason('plans')} />
          <Reason form="open" of="plans" />
        </p>
        <p>
          <button type="submit">{t.open}</button>
        </p>
      </form>
    </OfficePage>
  );
}
