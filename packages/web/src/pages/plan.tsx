import type { ReactNode } from 'react';
import { textColumns, type TextColumn } from '@guankao/domain';
import { addresses } from '../addresses.ts';
import { LifeLine } from '../charts/life-line.tsx';
import { ChartsOfPlan } from '../charts/links.tsx';
import { Picture } from '../charts/picture.tsx';
import { Citation } from '../components/citation.tsx';
import { CitePlan } from '../components/cite-page.tsx';
import { Page, render } from '../components/document.tsx';
import { EditionList, EditionNotice } from '../components/editions.tsx';
import { filingTitle } from '../components/facets.tsx';
import { FindingNote } from '../components/finding-note.tsx';
import { IndicatorTable } from '../components/indicator-table.tsx';
import { PlanLineage } from '../components/lineage.tsx';
import { inOneSentence, planInShort } from '../components/plan-in-short.ts';
import { Amount, useUnitName } from '../components/money.tsx';
import { PlanTable } from '../components/plan-table.tsx';
import { SeverityTally } from '../components/severity.tsx';
import { SourceLink } from '../components/source-link.tsx';
import { targetWords } from '../components/target-words.ts';
import { differ, StatedMark, VerdictMark } from '../components/verdict.tsx';
import { asPercent } from '../figures/execution-rate.ts';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, fiscalYear, periodInWords } from '../figures/years.ts';
import { useAddress, useOwnWords, usePlanTitle, useReader, useWords, type Reader } from '../reader.tsx';
import type { CitedPlace, PlanName, PlanView, TextItem } from '../views.ts';

export function planPage(reader: Reader, view: PlanView): string {
  return render(reader, <Plan view={view} />);
}

function Plan({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const { row, filing } = view;
  const name = filingTitle(filing, locale, t.noAgency);
  const planTitle = usePlanTitle();
  const title = planTitle({ id: view.id, name: row.name });
  return (
    <Page
      title={title}
      description={inOneSentence(planInShort(view, locale), locale)}
      picture={addresses.planPicture(view.id)}
      edition={view.edition}
      section="/plans"
      fictional={filing.fictional}
      unlisted={!view.edition.current}
      crumbs={[
        { path: '/plans', name: t.plans },
        { path: addresses.filing(filing.id), name },
        ...(view.parent === null ? [] : [{ path: addresses.plan(view.parent.id), name: planTitle(view.parent) }]),
      ]}
    >
      <EditionNotice edition={view.edition} editions={view.editions} current={addresses.plan(view.id)} />
      <h1 lang="zh-Hant">
        {row.marker !== null && <span className="marker">{row.marker} </span>}
        {title}
      </h1>
      <p className="title-way">
        <Way view={view} field="name" name={t.plan} />
      </p>
      <div className="plan-top">
        <Verdicts view={view} />
        <Money view={view} />
      </div>
      {row.withheld !== undefined && (
        <p className="join-doubt" role="note">
          <b>{t.partlyWithheld}</b> {t.withheldNote}
        </p>
      )}
      <Facts view={view} />
      {view.children.length > 0 && (
        <section aria-labelledby="parts">
          <h2 id="parts">{t.subPlans}</h2>
          <PlanTable lines={view.children} caption={t.subPlans} />
        </section>
      )}
      {isBare(view) ? (
        <p className="empty bare">{view.children.length > 0 ? t.textsOfParts : t.noTexts}</p>
      ) : (
        <>
          <Targets view={view} />
          <Texts view={view} />
        </>
      )}
      <FindingsElsewhere view={view} />
      <Ledger view={view} />
      <PlanLineage lineage={view.lineage} />
      <Family view={view} />
      <EditionList editions={view.editions} address={(number) => addresses.plan(view.id, number)} />
      <CitePlan view={view} />
    </Page>
  );
}

/** Nothing but money stands on such a row: a parent’s texts are those of its parts. */
function isBare(view: PlanView): boolean {
  const { indicators, texts, row } = view;
  return (
    indicators.length === 0 &&
    textColumns.every((column) => texts[column].length === 0 && row.withheld?.[column] === undefined)
  );
}

/** Claimed and computed side by side, each with what it rests on. */
function Verdicts({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  const { row, statedAt } = view;
  const count = (met: boolean | null): number => row.indicators.filter((indicator) => indicator.met === met).length;
  const differing = differ(row.statedVerdict, row.verdict);
  return (
    <section className="verdicts" aria-labelledby="verdicts">
      <h2 id="verdicts">{t.result}</h2>
      <dl>
        <div>
          <dt>{t.statedLong}</dt>
          <dd>
            <StatedMark stated={row.statedVerdict} />
            {statedAt === null ? (
              <span className="facts">{t.statedNowhere}</span>
            ) : (
              <span className="facts">
                <q lang="zh-Hant">{statedAt.text}</q> <SourceLink place={statedAt.place} name={t.statedLong} />
                <Citation name={t.statedLong} quotation={statedAt.text} place={statedAt.place} />
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.computedLong}</dt>
          <dd>
            <VerdictMark verdict={row.verdict} />
            <span className="facts">
              {row.indicators.length === 0 ? (
                t.nothingMeasured
              ) : (
                <>
                  {t.computedFrom(count(true), count(false), count(null))} <a href="#targets">{t.targets}</a>
                </>
              )}
            </span>
          </dd>
        </div>
      </dl>
      {differing && <p className="differs-note">{t.verdictsDiffer}</p>}
      <p className="findings-line">
        {t.findings} <SeverityTally counts={view.findings} />
      </p>
    </section>
  );
}

const moneyRows = [
  ['approvedTotal', 'approvedTotal', 'approvedScope'],
  ['budgetedToDate', 'budgetedToDate', 'shareScope'],
  ['executedToDate', 'executedToDate', 'shareScope'],
] as const;

function Money({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  const unitName = useUnitName();
  const { locale } = useReader();
  const { row, rate } = view;
  // A form with money columns of its own, such as a budget: the three of this form are not missing there.
  const otherwise = view.amounts.length > 0 && moneyRows.every(([field]) => row[field] === null);
  const unit = unitName(view.filing.moneyUnit);
  return (
    <section className="money" aria-labelledby="money">
      <h2 id="money">{t.money}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.amount}</th>
            <th scope="col" className="number">
              {unit}
            </th>
            <th scope="col">{t.source}</th>
          </tr>
        </thead>
        <tbody>
          {moneyRows
            .filter(([field]) => !otherwise || row[field] !== null)
            .map(([field, name, scope]) => (
              <tr key={field}>
                <th scope="row">
                  {t[name]}
                  <span className="facts">{t[scope]}</span>
                </th>
                <td className="number" data-label={unit}>
                  {row.withheld?.[field] === undefined ? (
                    <Amount value={row[field]} />
                  ) : (
                    <WithheldWords words={row.withheld[field]} />
                  )}
                </td>
                <td data-label={t.source}>
                  <Way view={view} field={field} name={t[name]} />
                </td>
              </tr>
            ))}
          {view.amounts.map(({ column, value, text, place }) => (
            <tr key={column}>
              <th scope="row" lang="zh-Hant">
                {column}
              </th>
              <td className="number" data-label={unit}>
                <Amount value={value} />
              </td>
              <td className="way" data-label={t.source}>
                <SourceLink place={place} name={column} />
                <Citation name={column} quotation={text} place={place} />
              </td>
            </tr>
          ))}
          {!otherwise && <RateRow view={view} />}
        </tbody>
      </table>
      <SpentBar view={view} />
      {row.yearMoneyMissing === true && (
        <p className="join-doubt" role="note">
          <b>{t.yearMoneyMissing}</b>{' '}
          {t.yearMoneyMissingText(
            view.filing.fiscalYear === null ? t.year : fiscalYear(view.filing.fiscalYear, locale),
          )}
        </p>
      )}
      {!otherwise && (
        <p className="note">
          {rate === null ? t.noRate : t.rateNote} {t.approvedNote}
        </p>
      )}
    </section>
  );
}

function RateRow({ view: { rate, origins } }: { view: PlanView }): ReactNode {
  const t = useWords();
  const parts = [origins['budgetedToDate'], origins['executedToDate']].filter((each) => each !== undefined);
  const [first] = parts;
  return (
    <tr className="rate-row">
      <th scope="row">
        {t.rateShort}
        <span className="facts">{t.rateFormula.split(' = ')[1]}</span>
      </th>
      <td className="number" data-label={t.rateShort}>
        {rate === null ? <span className="none">—</span> : <b>{asPercent(rate)} %</b>}
      </td>
      <td className="way">
        {rate !== null && first !== undefined && (
          <Citation
            name={t.rate}
            quotation={parts.map((each) => each.origin.text).join('　')}
            place={{ ...first.place, spans: parts.flatMap((each) => each.place.spans) }}
            formula={`R1 = ${grouped(rate.executed)} ÷ ${grouped(rate.budgeted)} = ${asPercent(rate)} %`}
          />
        )}
      </td>
    </tr>
  );
}

/** What is budgeted, and how much of it is spent: one scale, one scope. */
function SpentBar({ view: { rate } }: { view: PlanView }): ReactNode {
  const t = useWords();
  if (rate === null || rate.executed < 0 || rate.budgeted < 0) return null;
  const end = Math.max(rate.executed, rate.budgeted);
  const at = (value: number): number => Math.round((value / end) * 1000) / 10;
  return (
    <Picture
      className="spent-bar"
      width={100}
      height={4}
      stretched
      name={`${t.rateFormula}${t.colon}${asPercent(rate)} %`}
    >
      <rect className="spent-budget" x={0} y={0} width={at(rate.budgeted)} height={4} />
      <rect className="spent-executed" x={0} y={0} width={at(rate.executed)} height={4} />
    </Picture>
  );
}

/** What could not be read is shown as it was written, so that readers can judge by themselves. */
function AsPrinted({ text = '' }: { text: string | undefined }): ReactNode {
  if (text.trim() === '') return null;
  return (
    <span className="facts" lang="zh-Hant">
      「{text}」
    </span>
  );
}

/** What is printed in place of a field that is not shown. */
function WithheldWords({ words }: { words: string | undefined }): ReactNode {
  return (
    <span className="facts" lang="zh-Hant">
      {words}
    </span>
  );
}

/** Name, type, period and whose it is, each with its place. */
function Facts({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const address = useAddress();
  const { row, filing, whole } = view;
  return (
    <dl className="plan-facts">
      <Fact view={view} field="type" name={t.type}>
        {row.withheld?.type === undefined ? (
          <>
            {row.type === null ? t.noType : (t.typeName[row.type] ?? row.type)}
            {row.type === null && <AsPrinted text={row.cells?.type} />}
          </>
        ) : (
          <WithheldWords words={row.withheld.type} />
        )}
      </Fact>
      <Fact
        view={view}
        field="period"
        name={t.period}
        picture={row.period !== null && <LifeLine period={row.period} year={filing.fiscalYear} />}
      >
        {row.withheld?.period === undefined ? (
          <>
            {row.period === null ? <span className="none">—</span> : periodInWords(row.period, locale)}
            {row.period === null && <AsPrinted text={row.cells?.period} />}
          </>
        ) : (
          <WithheldWords words={row.withheld.period} />
        )}
        {row.period !== null && (row.period.start === null || row.period.end === null) && (
          <span className="facts" lang="zh-Hant">
            「{row.period.text}」
          </span>
        )}
      </Fact>
      <Fact view={view} field="executingAgency" name={t.executingAgency}>
        {row.executingAgency === null ? <span className="facts">{t.agencyNotPrinted}</span> : row.executingAgency.value}
        {row.executingAgency?.basis === 'inferred' && <span className="facts">{t.inferred}</span>}
      </Fact>
      {row.code !== null && (
        <Fact view={view} field="code" name={t.accountCode}>
          {row.code}
        </Fact>
      )}
      <div>
        <dt>{t.filing}</dt>
        <dd>
          <a href={address(addresses.filing(filing.id))}>{filingTitle(filing, locale, t.noAgency)}</a>
          <span className="facts">
            {t.rowNumber(view.number)} {whole !== null && <SourceLink place={whole} name={t.rowNumber(view.number)} />}
          </span>
        </dd>
      </div>
    </dl>
  );
}

function Fact({
  view,
  field,
  name,
  children,
  picture,
}: {
  view: PlanView;
  field: string;
  name: string;
  children: ReactNode;
  picture?: ReactNode;
}): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children} <Way view={view} field={field} name={name} />
        {picture}
      </dd>
    </div>
  );
}

/** From a field to its place in the source, and what is needed to cite it. */
function Way({ view, field, name }: { view: PlanView; field: string; name: string }): ReactNode {
  const at = view.origins[field];
  if (at === undefined) return null;
  return (
    <span className="way">
      <SourceLink place={at.place} name={name} />
      <Citation
        name={name}
        quotation={at.origin.text}
        place={at.place}
        by={at.origin.by}
        inferred={at.origin.basis === 'inferred'}
      />
    </span>
  );
}

function Targets({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  const changed = useOwnWords(targetWords);
  const address = useAddress();
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{t.targets}</h2>
      {view.indicators.length === 0 ? (
        <p className="empty">{t.noTargets}</p>
      ) : (
        <>
          <IndicatorTable indicators={view.indicators} />
          <p>
            <a href={address(addresses.planTargets(view.id))}>{changed.link}</a>
          </p>
        </>
      )}
      <ChartsOfPlan id={view.id} />
    </section>
  );
}

/** The four texts, item by item, with what was found at their side. */
function Texts({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  const confidence = view.row.join.confidence;
  return (
    <section aria-labelledby="texts" className="texts">
      <h2 id="texts">{t.texts}</h2>
      <p className="note">{t.textsNote}</p>
      {confidence < 0.8 && (
        <p className="join-doubt" role="note">
          <b>{t.joinDoubt}</b> {t.joinDoubtText(`${Math.round(confidence * 100)} %`)}
        </p>
      )}
      {textColumns.map((column) => (
        <TextSection key={column} column={column} items={view.texts[column]} withheld={view.row.withheld?.[column]} />
      ))}
    </section>
  );
}

function TextSection({
  column,
  items,
  withheld,
}: {
  column: TextColumn;
  items: readonly TextItem[];
  withheld: string | undefined;
}): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  return (
    <section aria-labelledby={column} className="text-column">
      <h3 id={column}>{t.column[column]}</h3>
      {withheld !== undefined && (
        <p className="empty" lang="zh-Hant">
          {withheld}
        </p>
      )}
      {items.length === 0 && withheld === undefined && <p className="empty">{t.emptyColumn}</p>}
      {items.map((item) => (
        <div className="text-item" key={`${item.place.spans[0]?.start}-${item.marker}`}>
          <p className="text-words" lang="zh-Hant">
            {item.marker !== null && <span className="marker">{item.marker} </span>}
            <MarkedText item={item} />{' '}
            <span className="way" lang={locale}>
              <SourceLink place={item.place} name={`${t.column[column]} ${item.marker ?? ''}`.trim()} />
              <Citation
                name={`${t.column[column]} ${item.marker ?? ''}`.trim()}
                quotation={item.text}
                place={item.place}
              />
            </span>
          </p>
          {item.findings.length > 0 && (
            <div className="text-notes">
              {item.findings.map((finding) => (
                <FindingNote key={finding.anchor} view={finding} />
              ))}
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

/** The words with what findings point to marked, each mark a way to its finding. */
function MarkedText({ item: { text, marks } }: { item: TextItem }): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    pieces.push(text.slice(at, mark.start));
    pieces.push(
      <a key={mark.start} className="marked" href={`#${mark.finding}`}>
        <mark>{text.slice(mark.start, mark.end)}</mark>
      </a>,
    );
    at = mark.end;
  }
  pieces.push(text.slice(at));
  return pieces;
}

function FindingsElsewhere({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  return (
    <>
      {view.findingsElsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{t.findingsElsewhere}</h2>
          <div className="findings">
            {view.findingsElsewhere.map((each) => (
              <FindingNote key={each.anchor} view={each} quotes />
            ))}
          </div>
        </section>
      )}
      {view.doubts.length > 0 && (
        <section aria-labelledby="doubts" className="doubts">
          <h2 id="doubts">{t.doubts}</h2>
          <p className="note">{t.doubtsNote}</p>
          <div className="findings">
            {view.doubts.map((each) => (
              <FindingNote key={each.anchor} view={each} quotes />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

/** What was promised for later, and what was said to explain. */
function Ledger({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  return (
    <div className="ledger">
      {view.commitments.length > 0 && (
        <section aria-labelledby="commitments">
          <h2 id="commitments">{t.commitments}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.due}</th>
                <th scope="col">{t.commitments}</th>
                <th scope="col">{t.source}</th>
              </tr>
            </thead>
            <tbody>
              {view.commitments.map(({ text, place, due }, at) => (
                <tr key={place.spans[0]?.start} id={`promise-${at + 1}`}>
                  <th scope="row">
                    {due === null ? <span className="none">{t.noDue}</span> : calendarDate(due, locale)}
                  </th>
                  <td lang="zh-Hant">{text}</td>
                  <td className="way">
                    <SourceLink place={place} name={t.commitments} />
                    <Citation name={t.commitments} quotation={text} place={place} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <CitedList id="causes" title={t.causes} items={view.causes} />
      <CitedList id="remedies" title={t.remedies} items={view.remedies} />
    </div>
  );
}

function CitedList({ id, title, items }: { id: string; title: string; items: readonly CitedPlace[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="cited-list">
        {items.map(({ text, place }) => (
          <li key={place.spans[0]?.start}>
            <span lang="zh-Hant">{text}</span> <SourceLink place={place} name={title} />
            <Citation name={title} quotation={text} place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The rows before and after it in the filing. */
function Family({ view }: { view: PlanView }): ReactNode {
  const t = useWords();
  return (
    <nav className="family" aria-label={t.planRows}>
      <p className="before-after">
        {view.before !== null && (
          <span>
            ← <PlanLink plan={view.before} />
          </span>
        )}
        {view.after !== null && (
          <span>
            <PlanLink plan={view.after} /> →
          </span>
        )}
      </p>
    </nav>
  );
}

function PlanLink({ plan }: { plan: PlanName }): ReactNode {
  const address = useAddress();
  const planTitle = usePlanTitle();
  return (
    <a href={address(addresses.plan(plan.id))} lang="zh-Hant">
      {plan.marker ?? ''}
      {planTitle(plan)}
    </a>
  );
}
