import type { ReactNode } from 'react';
import {
  approvedTotalOf,
  askedTotal,
  carryOverGrounds,
  carryOverLimit,
  carryOverMachine,
  carryOverMoves,
  lagCauses,
  lineComponents,
  lineTotal,
  standingOfLine,
  type CarryOver,
} from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, fiscalYear, instant } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { Alerts } from './carry-over-alerts.tsx';
import { CarryOverForm, carryOverForm, carryOverPath, DecisionForm, SettlementForm } from './carry-over-form.tsx';
import type { CarryOverView } from './carry-over-views.ts';
import { useCarryOverWords } from './carry-over-words.ts';
import { MovesForm } from './moves-form.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { RefusalNote, RefusedPage, type Refused, type TypedForm } from './refused.tsx';
import type { OfficeFrame } from './views.ts';
import { useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** A row's carry-over: asked for, reviewed, decided by a document and settled on one page without a script. */
export function carryOverPage(
  reader: Reader,
  frame: OfficeFrame,
  view: CarryOverView,
  refused: Refused | null,
  typed: TypedForm | null = null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused} typed={typed}>
      <CarryOverPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function CarryOverPage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: CarryOverView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const [t, rowName] = [useCarryOverWords(), useRowName()];
  const { locale } = useReader();
  const address = useAddress();
  const { row, carryOver } = view;
  const rowPath = `/office/rows/${encodeURIComponent(row.id)}`;
  const title = `${t.carryOver}${punctuation.colon}${rowName(row)}`;
  const yearCrumbs = useYearCrumbs(row.year);
  return (
    <OfficePage actor={frame.actor} title={title} crumbs={[...yearCrumbs, { path: rowPath, name: rowName(row) }]}>
      <h1>{title}</h1>
      <p className="lead">
        {view.agencyName}
        {punctuation.gap}
        {carryOver === null ? t.none : carryOverMachine.labels[carryOver.state][locale]}
      </p>
      <Left view={view} />
      <p className="office-links">
        <a href={address(rowPath)}>{t.backToRow}</a>
        {carryOver !== null && <a href={address(`${carryOverPath(row.id)}/history`)}>{t.history}</a>}
      </p>
      <RefusalNote refused={refused} />
      {view.saved && <output className="note">{t.saved}</output>}
      <Alerts alerts={view.alerts} withGround />
      {carryOver !== null && <Remarks carryOver={carryOver} />}
      {view.mayWrite ? <CarryOverForm view={view} /> : carryOver !== null && <Told carryOver={carryOver} />}
      {carryOver !== null && !view.mayWrite && (
        <>
          <DecisionForm view={view} carryOver={carryOver} />
          {view.maySettle && <SettlementForm row={row.id} carryOver={carryOver} />}
          <MovesForm
            machine={carryOverMachine}
            moves={view.moves.filter((name) => carryOverMoves.some((move) => move === name))}
            form={carryOverForm}
            path={carryOverPath(row.id)}
            version={carryOver.version}
            reasonLabel={() => t.returnReason}
            hint={['review', t.reviewHint]}
          />
        </>
      )}
    </OfficePage>
  );
}

/** What is unspent, and whether what is recorded as carried over says the same. */
function Left({ view: { left, carryOver } }: { view: CarryOverView }): ReactNode {
  const t = useCarryOverWords();
  if (left === null) return <p className="hint">{t.leftUnknown}</p>;
  const told = carryOver === null ? null : (approvedTotalOf(carryOver) ?? askedTotal(carryOver));
  return (
    <>
      <p>{t.left(grouped(left.unspent), grouped(left.available), grouped(left.realised), grouped(left.payable))}</p>
      {told !== null && told !== left.carriedOver && (
        <p className="hint">{t.recordedDiffers(grouped(left.carriedOver), grouped(told))}</p>
      )}
    </>
  );
}

function Remarks({ carryOver: { remarks, reviewed } }: { carryOver: CarryOver }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCarryOverWords();
  const { locale } = useReader();
  return (
    <>
      {reviewed !== null && <p>{t.reviewed(reviewed.by, instant(reviewed.at, locale))}</p>}
      {remarks.length > 0 && (
        <ul className="remarks" aria-label={t.remarks}>
          {remarks.map(({ text, by, at }) => (
            <li key={at}>
              {text}
              {punctuation.gap}
              <span className="hint">
                {by} {instant(at, locale)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What was asked for and decided, to be read. */
function Told({ carryOver }: { carryOver: CarryOver }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCarryOverWords();
  const { locale } = useReader();
  const { decision, lines } = carryOver;
  const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((total, line) => total + of(line), 0);
  return (
    <>
      {decision !== null && (
        <p>
          {t.decision}
          {punctuation.colon}
          <span lang="zh-Hant">{decision.number}</span>
          {punctuation.open}
          {calendarDate(decision.date, locale)}
          {punctuation.close}
          {decision.reason === null ? '' : `${punctuation.gap}${decision.reason}`}
          <span className="facts">
            {decision.by} {instant(decision.at, locale)}
          </span>
        </p>
      )}
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.ground}</th>
              <th scope="col">{t.explanation}</th>
              <th scope="col" className="number">
                {t.asked}
                {t.inTwd}
              </th>
              {decision !== null && (
                <>
                  <th scope="col" className="number">
                    {t.approved}
                  </th>
                  <th scope="col" className="number">
                    {t.open}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.id} carryOver={carryOver} line={line} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t.total}
              </th>
              <td className="number" data-label={t.asked}>
                {grouped(askedTotal(carryOver))}
              </td>
              {decision !== null && (
                <>
                  <td className="number" data-label={t.approved}>
                    {grouped(approvedTotalOf(carryOver) ?? 0)}
                  </td>
                  <td className="number" data-label={t.open}>
                    {grouped(sum(({ id }) => standingOfLine(carryOver, id).open))}
                  </td>
                </>
              )}
            </tr>
          </tfoot>
        </table>
      </div>
      <Settlements carryOver={carryOver} />
    </>
  );
}

function LineRow({ carryOver, line }: { carryOver: CarryOver; line: CarryOver['lines'][number] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCarryOverWords();
  const { locale } = useReader();
  const ground = carryOverGrounds().find(({ code }) => code === line.ground);
  const cause = lagCauses().find(({ code }) => code === line.cause);
  const standing = standingOfLine(carryOver, line.id);
  const limit = carryOverLimit(line.since);
  return (
    <tr>
      <th scope="row" data-label={t.ground}>
        {ground?.[locale] ?? line.ground}
        {ground !== undefined && (
          <span className="facts">
            {ground.settled ? t.settledBy(ground.article) : t.unsettled(ground.article)}{' '}
            <a href={ground.source}>{t.source}</a>
          </span>
        )}
      </th>
      <td data-label={t.explanation}>
        {line.contract}
        <span className="facts">
          {t.cause}
          {punctuation.colon}
          {cause?.[locale] ?? '—'}
        </span>
        <span className="facts">{line.explanation}</span>
        <span className="facts">
          {t.finish}
          {punctuation.colon}
          {line.finish === null ? '—' : calendarDate(line.finish, locale)}
        </span>
      </td>
      <td className="number" data-label={t.asked}>
        {grouped(lineTotal(line))}
        {lineComponents
          .filter((component) => line[component] > 0)
          .map((component) => (
            <span key={component} className="facts">
              {t.components[component]} {grouped(line[component])}
            </span>
          ))}
        <span className="facts">
          {fiscalYear(line.since, locale)}
          {punctuation.comma}
          {t.limit(calendarDate(limit.lastDay, locale))}
        </span>
      </td>
      {carryOver.decision !== null && (
        <>
          <td className="number" data-label={t.approved}>
            {grouped(standing.approved)}
          </td>
          <td className="number" data-label={t.open}>
            {grouped(standing.open)}
          </td>
        </>
      )}
    </tr>
  );
}

function Settlements({ carryOver: { settlements, lines } }: { carryOver: CarryOver }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCarryOverWords();
  const { locale } = useReader();
  if (settlements.length === 0) return null;
  return (
    <section aria-labelledby="settlements">
      <h2 id="settlements">{t.settlements}</h2>
      <ul className="plain-list">
        {settlements.map(({ line, kind, amount, day, document, by, at }) => (
          <li key={`${at}${line}`}>
            {t.line(lines.findIndex(({ id }) => id === line) + 1)}
            {punctuation.gap}
            {t[kind]} {grouped(amount)}
            {t.inTwd}
            {punctuation.gap}
            {calendarDate(day, locale)}
            {punctuation.gap}
            {document}
            <span className="facts">
              {by} {instant(at, locale)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
