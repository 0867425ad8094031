import { scaleThreshold } from 'd3-scale';
import type { ReactNode } from 'react';
import { attributables, causeKinds, causesOrigin, lagCauses } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { fiscalYear, instant } from '../figures/years.ts';
import { useAddress, useReader, useWords, type Reader } from '../reader.tsx';
import { countCauses, type CauseCounts } from './cause-counts.ts';
import type { CausesView, CauseTableView } from './cause-views.ts';
import { useCauseWords } from './cause-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { Reason, ReasonField, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { Shown } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

const form = 'causes';

/** A row's causes: proposed from its texts with their place, confirmed by a person. */
export function causesPage(reader: Reader, frame: OfficeFrame, view: CausesView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <CausesPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function CausesPage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: CausesView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const [t, rowName] = [useCauseWords(), useRowName()];
  const address = useAddress();
  const { row } = view;
  const rowPath = `/office/rows/${encodeURIComponent(row.id)}`;
  const title = `${t.title}${punctuation.colon}${rowName(row)}`;
  const yearCrumbs = useYearCrumbs(row.year);
  return (
    <OfficePage actor={frame.actor} title={title} crumbs={[...yearCrumbs, { path: rowPath, name: rowName(row) }]}>
      <h1>{title}</h1>
      <p className="lead">{view.agencyName}</p>
      <p>{t.lead}</p>
      <p className="hint">
        {t.origin} <a href={causesOrigin.source}>{t.source}</a>
      </p>
      <p className="office-links">
        <a href={address(rowPath)}>{t.backToRow}</a>
      </p>
      <RefusalNote refused={refused} />
      {view.causes.length === 0 ? <p>{t.none}</p> : <Confirmed view={view} />}
      {view.mayConfirm && view.proposals.length > 0 && <Proposals view={view} />}
      {view.mayConfirm && <Choose view={view} />}
    </OfficePage>
  );
}

function Confirmed({ view: { row, causes, version, mayConfirm } }: { view: CausesView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCauseWords();
  const { locale } = useReader();
  const address = useAddress();
  const known = new Map(lagCauses().map((cause) => [cause.code, cause]));
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.cause}</th>
            <th scope="col">{t.words}</th>
            <th scope="col">{t.by}</th>
          </tr>
        </thead>
        <tbody>
          {causes.map(({ id, kind, code, attributable, place, reason, by, at }) => (
            <tr key={id}>
              <th scope="row">
                {known.get(code)?.[locale] ?? code}
                <span className="facts">
                  {t.kinds[kind]}・{t.attributable[attributable]}
                </span>
              </th>
              <td data-label={t.words}>
                {place === null
                  ? '—'
                  : `${t.fields[place.field]}${punctuation.colon}${punctuation.openQuote}${place.quote}${punctuation.closeQuote}`}
                {place !== null && row.texts[place.field].slice(place.start, place.end) !== place.quote && (
                  <span className="facts">{t.gone}</span>
                )}
                {reason !== '' && <span className="facts">{reason}</span>}
              </td>
              <td data-label={t.by}>
                {by} {instant(at, locale)}
                {mayConfirm && (
                  <details>
                    <summary>{t.remove}</summary>
                    <form method="post" action={address(`/office/rows/${encodeURIComponent(row.id)}/causes`)}>
                      <Shown version={version} />
                      <input type="hidden" name="remove" value={id} />
                      <ReasonField form="remove" label={t.removeReason} id={`remove-${id}`} />
                      <p>
                        <button type="submit">{t.remove}</button>
                      </p>
                    </form>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Each with the words around it, and which of the three it is the cause of. */
function Proposals({ view: { row, proposals, version } }: { view: CausesView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCauseWords();
  const { locale } = useReader();
  const address = useAddress();
  const known = new Map(lagCauses().map((cause) => [cause.code, cause]));
  return (
    <section aria-labelledby="proposed">
      <h2 id="proposed">{t.proposed}</h2>
      {proposals.map(({ field, code, start, end }) => {
        const text = row.texts[field];
        const name = known.get(code)?.[locale] ?? code;
        return (
          <form
            key={`${field} ${code}`}
            className="office-form"
            method="post"
            action={address(`/office/rows/${encodeURIComponent(row.id)}/causes`)}
          >
            <p>
              <b>{name}</b>
              {punctuation.gap}
              {t.fields[field]}
              {punctuation.colon}
              {punctuation.openQuote}
              {lastWordsOf(text.slice(Math.max(0, start - 16), start))}
              <mark>{text.slice(start, end)}</mark>
              {text.slice(end, end + 16)}
              {punctuation.closeQuote}
            </p>
            <Shown version={version} />
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="place" value={`${field} ${start} ${end}`} />
            <p className="office-links">
              {causeKinds.map((kind) => (
                <button key={kind} type="submit" name="kind" value={kind} className="plain-button">
                  {t.confirm}
                  {punctuation.colon}
                  {t.kinds[kind]}
                </button>
              ))}
            </p>
          </form>
        );
      })}
    </section>
  );
}

/** Of what stands before the words that are marked: from the last sentence or line that ends there. */
function lastWordsOf(before: string): string {
  return before.split(/[。；\n]/).at(-1) ?? '';
}

function Choose({ view: { row, version } }: { view: CausesView }): ReactNode {
  const t = useCauseWords();
  const { locale } = useReader();
  const address = useAddress();
  const choices = [
    ['kind', t.kind, causeKinds.map((kind) => [kind, t.kinds[kind]] as const)],
    ['code', t.cause, lagCauses(`${row.fiscalYear}-12-31`).map((cause) => [cause.code, cause[locale]] as const)],
    [
      'attributable',
      t.to,
      [['', t.asListed] as const, ...attributables.map((one) => [one, t.attributable[one]] as const)],
    ],
  ] as const;
  const [typed, reason] = [useTyped(form), useReason(form)];
  return (
    <form className="office-form" method="post" action={address(`/office/rows/${encodeURIComponent(row.id)}/causes`)}>
      <h2>{t.add}</h2>
      <Shown version={version} />
      {choices.map(([name, label, options]) => (
        <p key={name} className="field">
          <label htmlFor={name}>{label}</label>
          <select id={name} name={name} defaultValue={typed(name)} {...reason(name)}>
            {options.map(([value, says]) => (
              <option key={value} value={value}>
                {says}
              </option>
            ))}
          </select>
          <Reason form={form} of={name} />
        </p>
      ))}
      <ReasonField form={form} label={t.reason} />
      <p>
        <button type="submit">{t.confirm}</button>
      </p>
    </form>
  );
}

/** How many rows have which cause, by agency, for each year of the ministry. */
export function causeTablePage(reader: Reader, frame: OfficeFrame, view: CauseTableView): string {
  return render(reader, <CauseTable frame={frame} view={view} />);
}

function CauseTable({ frame, view }: { frame: OfficeFrame; view: CauseTableView }): ReactNode {
  const t = useCauseWords();
  const { csv } = useWords();
  const address = useAddress();
  const yearCrumbs = useYearCrumbs(view.year.id);
  const all = countCauses(view.records, view.rows);
  const years = [...new Set(all.counts.map(({ year }) => year))];
  return (
    <OfficePage actor={frame.actor} title={t.tableTitle} crumbs={yearCrumbs}>
      <h1>{t.tableTitle}</h1>
      <p className="lead">{years.length === 0 ? t.none : t.tableLead}</p>
      {years.length > 0 && (
        <p>
          <a href={address(`/office/years/${encodeURIComponent(view.year.id)}/causes.csv`)}>{csv}</a>
        </p>
      )}
      {years.map((year) => (
        <YearTable key={year} year={year} all={all} view={view} />
      ))}
      <dl className="chart-notes">
        {([t.formula, t.scope, t.missing] as const).map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </OfficePage>
  );
}

/** 0, 1, 2, 3 and 4, 5 to 9, 10 and more: one scale for all years. */
const shade = scaleThreshold<number, number>([1, 2, 3, 5, 10], [0, 1, 2, 3, 4, 5]);

interface OfYear {
  readonly year: number;
  readonly all: CauseCounts;
  readonly view: CauseTableView;
}

function YearTable({ year, all, view: { rows, nameOf } }: OfYear): ReactNode {
  const t = useCauseWords();
  const { locale } = useReader();
  const agencies = all.agencies.filter((one) => one.year === year);
  const counts = all.counts.filter((one) => one.year === year);
  const causes = lagCauses().filter(({ code }) => counts.some((one) => one.code === code));
  const having = (code: string, agency?: string) =>
    counts
      .filter((one) => one.code === code && (agency === undefined || one.agency === agency))
      .flatMap((one) => one.having);
  const anchor = (code: string) => `y${year}-${code}`;
  return (
    <section aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`}>{fiscalYear(year, locale)}</h2>
      <div className="table-frame">
        <table className="heat">
          <caption className="aside-for-ears">{t.tableTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.cause}</th>
              {agencies.map(({ agency }) => (
                <th key={agency} scope="col" className="number">
                  {nameOf(agency)}
                </th>
              ))}
              <th scope="col" className="number">
                {t.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {causes.map((cause) => (
              <tr key={cause.code}>
                <th scope="row">
                  <a href={`#${anchor(cause.code)}`}>{cause[locale]}</a>
                  <span className="facts">{t.attributable[cause.attributable]}</span>
                </th>
                {agencies.map(({ agency }) => {
                  const count = having(cause.code, agency).length;
                  return (
                    <td key={agency} className={`number heat-${shade(count)}`} data-label={nameOf(agency)}>
                      {count === 0 ? (
                        <span className="none">0</span>
                      ) : (
                        <a href={`#${anchor(cause.code)}`} tabIndex={-1}>
                          {count}
                        </a>
                      )}
                    </td>
                  );
                })}
                <td className="number heat-all" data-label={t.total}>
                  {having(cause.code).length}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t.without}</th>
              {agencies.map(({ agency, rows: count, without }) => (
                <td key={agency} className="number" data-label={nameOf(agency)}>
                  {t.ofRows(without, count)}
                </td>
              ))}
              <td className="number heat-all" data-label={t.total}>
                {t.ofRows(
                  agencies.reduce((sum, { without }) => sum + without, 0),
                  agencies.reduce((sum, { rows: count }) => sum + count, 0),
                )}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <h3>{t.rowsOf}</h3>
      <dl className="cause-rows">
        {causes.map((cause) => (
          <div key={cause.code} id={anchor(cause.code)}>
            <dt>{cause[locale]}</dt>
            <dd>
              <RowLinks rows={rows.filter(({ id }) => having(cause.code).includes(id))} nameOf={nameOf} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function RowLinks({ rows, nameOf }: Pick<CauseTableView, 'rows' | 'nameOf'>): ReactNode {
  const address = useAddress();
  const rowName = useRowName();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <a href={address(`/office/rows/${encodeURIComponent(row.id)}/causes`)}>{rowName(row)}</a>
          <span className="facts">{nameOf(row.agency)}</span>
        </li>
      ))}
    </ul>
  );
}
