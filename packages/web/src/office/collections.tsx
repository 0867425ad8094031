import type { ReactNode } from 'react';
import { collectionMachine } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { calendarDate, instant } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import type { CollectionsView } from './collection-views.ts';
import { useCollectionWords } from './collection-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { Reason, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { Once } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { fieldLabels } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** A year's collections: those that were sent, and the form for the next one. */
export function collectionsPage(
  reader: Reader,
  frame: OfficeFrame,
  view: CollectionsView,
  refused: Refused | null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <Collections frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function Collections({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: CollectionsView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useCollectionWords();
  const { locale } = useReader();
  const address = useAddress();
  const { year, collections } = view;
  const yearCrumbs = useYearCrumbs(year.id);
  return (
    <OfficePage actor={frame.actor} title={t.collections} crumbs={yearCrumbs}>
      <h1>{t.collections}</h1>
      <p className="lead">{t.collectionsLead}</p>
      <RefusalNote refused={refused} />
      {collections.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className="year-list">
          {collections.map(({ id, round, state, due, sentAt, sentBy }) => (
            <li key={id}>
              <a href={address(`/office/collections/${encodeURIComponent(id)}`)}>{t.round(round)}</a>
              {punctuation.gap}
              {collectionMachine.labels[state][locale]}
              {punctuation.gap}
              {t.sentOn(instant(sentAt, locale), sentBy)}
              {punctuation.gap}
              {t.dueOn(calendarDate(due, locale))}
            </li>
          ))}
        </ul>
      )}
      {view.maySend && <SendForm view={view} />}
    </OfficePage>
  );
}

function SendForm({ view: { year, agencies, fields } }: { view: CollectionsView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCollectionWords();
  const { locale } = useReader();
  const address = useAddress();
  const [typed, reason] = [useTyped('collections'), useReason('collections')];
  const asked = typed('fields', ['plannedWork', 'execution', 'goals', 'explanation'].join('\n')).split('\n');
  const chosen = typed('agencies', agencies.map(({ id }) => id).join('\n')).split('\n');
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/collections`)}
    >
      <h2>{t.sendTitle}</h2>
      <Once />
      <fieldset>
        <legend>
          {t.asked} <Reason form="collections" of="fields" />
        </legend>
        {fields.map((field) => (
          <label key={field} className="choice">
            <input type="checkbox" name="fields" value={field} defaultChecked={asked.includes(field)} />{' '}
            {fieldLabels[locale][field]}
          </label>
        ))}
      </fieldset>
      <p className="field">
        <label htmlFor="due">{t.due}</label>
        <input
          id="due"
          name="due"
          required
          maxLength={30}
          placeholder={`${year.fiscalYear - 1910}年1月20日`}
          defaultValue={typed('due')}
          {...reason('due')}
        />
        <Reason form="collections" of="due" />
      </p>
      <p className="field">
        <label htmlFor="note">{t.note}</label>
        <textarea id="note" name="note" rows={2} maxLength={2_000} defaultValue={typed('note')} {...reason('note')} />
        <Reason form="collections" of="note" />
      </p>
      <div className="table-frame">
        <table className="office-table">
          <caption>
            {t.toAgencies} <Reason form="collections" of="receivers" />
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.agency}</th>
              <th scope="col">{t.person}</th>
              <th scope="col">{t.to}</th>
            </tr>
          </thead>
          <tbody>
            {agencies.map(({ id, name, rows, person, to }) => (
              <tr key={id}>
                <th scope="row" data-label={t.agency}>
                  <label>
                    <input type="checkbox" name="agencies" value={id} defaultChecked={chosen.includes(id)} /> {name}
                  </label>
                  {punctuation.open}
                  {t.rowsOf(rows)}
                  {punctuation.close}
                </th>
                <td data-label={t.person}>
                  <input
                    name={`person-${id}`}
                    aria-label={`${name} ${t.person}`}
                    maxLength={200}
                    defaultValue={typed(`person-${id}`, person)}
                    {...reason(`person-${id}`)}
                  />
                  <Reason form="collections" of={`person-${id}`} />
                </td>
                <td data-label={t.to}>
                  <input
                    name={`to-${id}`}
                    aria-label={`${name} ${t.to}`}
                    maxLength={300}
                    defaultValue={typed(`to-${id}`, to)}
                    {...reason(`to-${id}`)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button type="submit">{t.send}</button>
      </p>
    </form>
  );
}
