import type { ReactNode } from 'react';
import { gapsOf, yearMachine } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { instant } from '../figures/years.ts';
import { useGridWords } from './grid-words.ts';
import { GapsNote, RowTable } from './home.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { useCauseWords } from './cause-words.ts';
import { useCarryOverWords } from './carry-over-words.ts';
import { useCollectionWords } from './collection-words.ts';
import { useMappingWords } from './mapping-words.ts';
import { OfficePage } from './office-page.tsx';
import { Reason, ReasonField, RefusalNote, type Refused, RefusedPage, useReason, useTyped } from './refused.tsx';
import { usePaperWords } from './paper-approval-words.ts';
import { useReportWords } from './report-words.ts';
import { Shown } from './shown.tsx';
import { useWorkPlanImportWords } from './work-plan-import-words.ts';
import type { OfficeFrame, YearView } from './views.ts';
import { useOfficeWords, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export function yearPage(reader: Reader, frame: OfficeFrame, view: YearView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <YearPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

const formats = ['pdf', 'ods', 'odt', 'xlsx', 'csv', 'json'] as const;

function YearPage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: YearView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const { year, rows } = view;
  const done = rows.filter(({ row }) => row.state === 'approved' || row.state === 'filed').length;
  return (
    <OfficePage actor={frame.actor} title={year.id}>
      <h1>{year.id}</h1>
      <p className="lead">
        {view.ministryName} {yearMachine.labels[year.state][locale]}
        {punctuation.gap}
        {t.filedOf(done, rows.length)}
      </p>
      <RefusalNote refused={refused} />
      <RefusalNote refused={view.unchecked} />
      <Ways view={view} />
      <RowTable rows={rows} />
      {view.maySubmit && <SubmitForm view={view} />}
      {view.mayAddPlan && <AddPlanForm view={view} />}
      {view.mayPublish && <PublishForm view={view} />}
      {view.mayCorrect && <CorrectForm view={view} />}
      {view.mayDiscard && <DiscardForm view={view} />}
      <Editions view={view} />
    </OfficePage>
  );
}

/** What can be done with the year, by what it is for. */
function Ways({ view: { year, mayCollect, mayMap, mayImportMoney } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const [collected, grid, mapped] = [useCollectionWords(), useGridWords(), useMappingWords()];
  const [reports, imported] = [useReportWords(), useWorkPlanImportWords()];
  const [carried, calendar, paper] = [useCarryOverWords(), useCalendarWords(), usePaperWords()];
  const causes = useCauseWords();
  const file = (name: string) => `/api/years/${encodeURIComponent(year.id)}/${name}`;
  const page = (name: string) => address(`/office/years/${encodeURIComponent(year.id)}/${name}`);
  const groups: readonly (readonly [name: string, ways: readonly (readonly [path: string, name: string])[]])[] = [
    [
      t.waysToWrite,
      [
        [page('grid'), grid.grid],
        [page('work-plans'), imported.title],
        ...(mayCollect ? [[page('collections'), collected.collections] as const] : []),
        ...(mayMap ? [[page('mappings'), mapped.mappings] as const] : []),
        ...(mayImportMoney ? [[page('money'), t.importMoney] as const] : []),
      ],
    ],
    [
      t.waysToFollow,
      [
        [page('reports'), reports.overdueTitle],
        [page('deadlines'), calendar.deadlines],
        [page('carry-overs'), carried.listTitle],
        [page('causes'), causes.tableTitle],
      ],
    ],
    [
      t.waysToDecide,
      [
        [page('changes'), t.planChanges],
        [page('disclosure'), t.disclosure],
        [page('paper-approvals'), paper.title],
        [page('history'), t.history],
      ],
    ],
    [
      t.download,
      [
        ...formats.map((format) => [file(`form.${format}`), format.toUpperCase()] as const),
        [file('rows.csv'), t.allFields],
      ],
    ],
  ];
  return (
    <dl className="ways">
      {groups.map(([name, ways]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {ways.map(([path, said]) => (
              <a key={path} href={path}>
                {said}
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What goes out unfinished is said to whoever sends it out. */
function OpenItems({ rows }: { rows: YearView['rows'] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const nameOrNone = useRowName();
  const open = rows.filter(({ row }) => {
    const { texts, money } = gapsOf(row);
    return texts.length > 0 || money;
  });
  if (open.length === 0) return null;
  return (
    <>
      <h3>{t.openItems}</h3>
      <ul>
        {open.map(({ row }) => (
          <li key={row.id}>
            {nameOrNone(row)}
            {punctuation.gap}
            <GapsNote row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SubmitForm({ view: { year, rows } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const correcting = year.state === 'correcting';
  const [typed, reason] = [useTyped('submission'), useReason('submission')];
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/submission`)}
    >
      <h2>{correcting ? t.resubmitForm : t.submitForm}</h2>
      <p>{t.submitLead}</p>
      <OpenItems rows={rows} />
      <Shown version={year.version} />
      {correcting && <ReasonField form="submission" label={t.reason} />}
      <fieldset>
        <legend>{t.letterLead}</legend>
        <p className="field">
          <label htmlFor="letterDate">{t.letterDate}</label>
          <input
            id="letterDate"
            name="letterDate"
            placeholder="115年2月5日"
            defaultValue={typed('letterDate')}
            {...reason('letterDate')}
          />
          <Reason form="submission" of="letterDate" />
        </p>
        <p className="field">
          <label htmlFor="letterNumber">{t.letterNumber}</label>
          <input
            id="letterNumber"
            name="letterNumber"
            maxLength={200}
            defaultValue={typed('letterNumber')}
            {...reason('letterNumber')}
          />
          <Reason form="submission" of="letterNumber" />
        </p>
        <p className="field">
          <label htmlFor="receiver">{t.receiver}</label>
          <input
            id="receiver"
            name="receiver"
            maxLength={200}
            defaultValue={typed('receiver')}
            {...reason('receiver')}
          />
          <Reason form="submission" of="receiver" />
        </p>
      </fieldset>
      <p>
        <button type="submit">{correcting ? t.resubmitForm : t.submitForm}</button>
      </p>
    </form>
  );
}

/** The newest edition that is not shown yet. */
function PublishForm({ view: { year } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const [typed, reason] = [useTyped('publication'), useReason('publication')];
  const waiting = year.editions.findLast(({ published }) => published === null);
  const edition = waiting ?? year.editions.at(-1);
  if (edition === undefined) return null;
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/publication`)}
    >
      <h2>
        {waiting === undefined ? t.publishAnew : t.publishForm} {t.edition(edition.number)}
      </h2>
      {waiting === undefined && <p>{t.publishAnewLead}</p>}
      <p>{t.publishLead}</p>
      <Shown version={year.version} />
      <p>
        <a href={address(`/office/years/${encodeURIComponent(year.id)}/disclosure`)}>{t.disclosureBefore}</a>
      </p>
      <input type="hidden" name="edition" value={edition.number} />
      <p className="field">
        <label htmlFor="ground">{t.publicationGround}</label>
        <input
          id="ground"
          name="ground"
          required
          maxLength={2_000}
          placeholder={t.publicationExample}
          defaultValue={typed('ground')}
          {...reason('ground')}
        />
        <Reason form="publication" of="ground" />
      </p>
      <p>
        <button type="submit">{t.publishForm}</button>
      </p>
    </form>
  );
}

function AddPlanForm({ view: { year, agencies } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const [typed, reason] = [useTyped('plans'), useReason('plans')];
  return (
    <form className="office-form" method="post" action={address(`/office/years/${encodeURIComponent(year.id)}/plans`)}>
      <h2>{t.addPlan}</h2>
      <Shown version={year.version} />
      <p className="field">
        <label htmlFor="plan-name">{t.planName}</label>
        <input
          id="plan-name"
          name="name"
          required
          maxLength={32_000}
          defaultValue={typed('name')}
          {...reason('name')}
        />
        <Reason form="plans" of="name" />
      </p>
      <p className="field">
        <label htmlFor="plan-agency">{t.executingAgency}</label>
        <select id="plan-agency" name="agency" defaultValue={typed('agency')} {...reason('agency')}>
          {agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button type="submit">{t.addPlan}</button>
      </p>
    </form>
  );
}

function DiscardForm({ view: { year } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/discard`)}
    >
      <h2>{t.discardForm}</h2>
      <p>{t.discardLead}</p>
      <Shown version={year.version} />
      <p>
        <button type="submit">{t.discardForm}</button>
      </p>
    </form>
  );
}

function CorrectForm({ view: { year, rows } }: { view: YearView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const typed = useTyped('correction');
  const chosen = typed('rows').split('\n');
  const nameOrNone = useRowName();
  return (
    <form
      className="office-form"
      method="post"
      action={address(`/office/years/${encodeURIComponent(year.id)}/correction`)}
    >
      <h2>{t.correctForm}</h2>
      <Shown version={year.version} />
      <fieldset>
        <legend>
          {t.rowsToCorrect} <Reason form="correction" of="rows" />
        </legend>
        {rows.map(({ row }) => (
          <label key={row.id} className="choice">
            <input type="checkbox" name="rows" value={row.id} defaultChecked={chosen.includes(row.id)} />{' '}
            {nameOrNone(row)}
          </label>
        ))}
      </fieldset>
      <ReasonField form="correction" label={t.reason} id="why" />
      <p>
        <button type="submit">{t.correctForm}</button>
      </p>
    </form>
  );
}

function Editions({ view: { year } }: { view: YearView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  if (year.editions.length === 0) return null;
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{t.editions}</h2>
      <ol>
        {year.editions.map(({ number, at, by, sha256, reason, published }) => (
          <li key={number}>
            {published === null ? (
              t.edition(number)
            ) : (
              <a href={address(`/filings/${encodeURIComponent(year.id)}?edition=${number}`)}>{t.edition(number)}</a>
            )}{' '}
            {instant(at, locale)} {by}
            {punctuation.open}
            {published === null ? t.notPublished : t.publishedOn(instant(published.at, locale))}
            {punctuation.close} {t.editionHash} <code>{sha256.slice(0, 12)}</code>{' '}
            {published?.sha256 !== undefined && (
              <>
                {t.publicHash} <code>{published.sha256.slice(0, 12)}</code>{' '}
              </>
            )}
            {reason}
          </li>
        ))}
      </ol>
    </section>
  );
}
