import type { ReactNode } from 'react';
import { carryOverMachine } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { fiscalYear } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { Alerts } from './carry-over-alerts.tsx';
import { carryOverPath } from './carry-over-form.tsx';
import type { CarryOversView } from './carry-over-views.ts';
import { useCarryOverWords } from './carry-over-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** All that a ministry carries over: of a year, and what is still open of years before. */
export function carryOversPage(reader: Reader, frame: OfficeFrame, view: CarryOversView): string {
  return render(reader, <CarryOversPage frame={frame} view={view} />);
}

function CarryOversPage({
  frame,
  view: { year, carryOvers },
}: {
  frame: OfficeFrame;
  view: CarryOversView;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useCarryOverWords();
  const { locale } = useReader();
  const address = useAddress();
  const yearCrumbs = useYearCrumbs(year.id);
  const limit = carryOvers.flatMap(({ alerts }) => alerts)[0]?.limit;
  return (
    <OfficePage actor={frame.actor} title={t.listTitle} crumbs={yearCrumbs}>
      <h1>
        {t.listTitle}
        {punctuation.colon}
        {fiscalYear(year.fiscalYear, locale)}
      </h1>
      <p className="lead">{carryOvers.length === 0 ? t.nothing : t.listLead}</p>
      {limit !== undefined && (
        <p className="hint">
          {t.alertGround(limit.article)} <a href={limit.source}>{t.source}</a>
        </p>
      )}
      {carryOvers.length > 0 && (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.plan}</th>
                <th scope="col">{t.year}</th>
                <th scope="col">{t.state}</th>
                {[t.asked, t.approved, t.open].map((name) => (
                  <th key={name} scope="col" className="number">
                    {name}
                    {t.inTwd}
                  </th>
                ))}
                <th scope="col">{t.alerts}</th>
              </tr>
            </thead>
            <tbody>
              {carryOvers.map(({ carryOver, rowName, agencyName, asked, approved, open, alerts }) => (
                <tr key={carryOver.id}>
                  <th scope="row" data-label={t.plan}>
                    <a href={address(carryOverPath(carryOver.row))}>{rowName}</a>
                    <span className="facts">{agencyName}</span>
                  </th>
                  <td data-label={t.year}>{fiscalYear(carryOver.fiscalYear, locale)}</td>
                  <td data-label={t.state}>{carryOverMachine.labels[carryOver.state][locale]}</td>
                  <td className="number" data-label={t.asked}>
                    {grouped(asked)}
                  </td>
                  <td className="number" data-label={t.approved}>
                    {approved === null ? '—' : grouped(approved)}
                  </td>
                  <td className="number" data-label={t.open}>
                    {grouped(open)}
                  </td>
                  <td data-label={t.alerts}>{alerts.length === 0 ? '—' : <Alerts alerts={alerts} />}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {t.total}
                </th>
                <td className="number" data-label={t.asked}>
                  {grouped(carryOvers.reduce((sum, { asked }) => sum + asked, 0))}
                </td>
                <td className="number" data-label={t.approved}>
                  {grouped(carryOvers.reduce((sum, { approved }) => sum + (approved ?? 0), 0))}
                </td>
                <td className="number" data-label={t.open}>
                  {grouped(carryOvers.reduce((sum, { open }) => sum + open, 0))}
                </td>
                <td>—</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </OfficePage>
  );
}
