import type { ReactNode } from 'react';
import {
  budgetedToDate,
  componentNames,
  computedVerdict,
  executedToDate,
  inThousands,
  isDrawn,
  longestText,
  moneyComponents,
  moneyFields,
  rowMachine,
  textFieldNames,
  versionInForce,
  type RowRecord,
  type TextField,
} from '@guankao/workflow';
import { textColumns, type Finding } from '@guankao/domain';
import { render } from '../components/document.tsx';
import { instant } from '../figures/years.ts';
import { targetWords } from '../components/target-words.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { CarryOverSections } from './carry-over-of-row.tsx';
import { useCauseWords } from './cause-words.ts';
import { CommentsBeside } from './comments.tsx';
import { CheckedNote } from './checked-note.tsx';
import { GapsNote } from './home.tsx';
import { AccountsOfRow } from './mapping-drawn.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { PaperOnRow } from './paper-approvals.tsx';
import { PeriodFields } from './period-fields.tsx';
import { Lineage } from './predecessors.tsx';
import { KeptDrafts } from './kept-drafts.tsx';
import { PlanVersions } from './plan-versions.tsx';
import { Reason, ReasonField, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { useReviewWords } from './review-words.ts';
import { Shown } from './shown.tsx';
import { ReportsSection } from './report-tables.tsx';
import { DrawnExecution, ExecutionDrawnFrom } from './drawn-execution.tsx';
import { DrawnFrom, PlannedWork } from './planned-work.tsx';
import { WorkPlanOfRow } from './work-plan-tables.tsx';
import { shownIn, type OfficeFrame, type RowView } from './views.ts';
import { fieldHints, fieldLabels, useOfficeWords, useRowName } from './words.ts';
import { usePunctuation, type Punctuation } from '../words/punctuation.ts';

export function rowPage(reader: Reader, frame: OfficeFrame, view: RowView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <RowPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function RowPage({ frame, view, refused }: { frame: OfficeFrame; view: RowView; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const [t, causes, queue] = [useOfficeWords(), useCauseWords(), useReviewWords()];
  const rowName = useRowName();
  const { locale, assets } = useReader();
  const address = useAddress();
  const { row } = view.line;
  const yearCrumbs = useYearCrumbs(row.year);
  return (
    <OfficePage actor={frame.actor} title={rowName(row)} crumbs={yearCrumbs}>
      <h1>{rowName(row)}</h1>
      <p className="lead">
        {view.line.agencyName}
        {punctuation.gap}
        {rowMachine.labels[row.state][locale]}
      </p>
      <p>
        <GapsNote row={row} />
      </p>
      <PaperOnRow year={row.year} paper={view.paper} />
      <p className="office-links">
        <a href={address(`/office/rows/${encodeURIComponent(row.id)}/history`)}>{t.history}</a>
        <a href={address(`/office/rows/${encodeURIComponent(row.id)}/causes`)}>{causes.title}</a>
      </p>
      <RefusalNote refused={refused} />
      <RefusalNote refused={view.unchecked} />
      {view.checked !== null && <CheckedNote checked={view.checked} findings={view.line.findings?.length ?? 0} />}
      {view.note !== null && (
        <output className="note">
          {view.note === 'saved' ? t.saved : view.note === 'draft' ? t.draftFound : t.stale}
        </output>
      )}
      {view.approvedBefore !== null && (
        <output className="note">{queue.approvedBefore(rowName(view.approvedBefore))}</output>
      )}
      <KeptDrafts view={view} />
      <Lineage row={row} mayWrite={view.line.mayWrite} />
      <Promises view={view} />
      <Remarks row={row} field={null} />
      <CommentsBeside row={row.id} field={null} comments={view.comments} />
      <TextsForm frame={frame} view={view} />
      <Indicators view={view} />
      <WorkPlanOfRow row={row.id} line={view.workPlan}>
        <PlannedWork row={row} plan={view.workPlan.plan} mayWrite={view.line.mayWrite} />
      </WorkPlanOfRow>
      <ReportsSection row={row.id} reports={view.reports}>
        {view.reports !== null && <DrawnExecution row={row} reports={view.reports} mayWrite={view.line.mayWrite} />}
      </ReportsSection>
      <PlanVersions view={view} />
      <MoneyForm view={view} />
      <CarryOverSections row={row} of={view.carryOver} />
      {view.accounts !== null && <AccountsOfRow row={row.id} of={view.accounts} />}
      <Moves view={view} />
      {assets.workbench !== undefined && view.line.mayWrite && <script src={assets.workbench} type="module" />}
    </OfficePage>
  );
}

function Promises({ view }: { view: RowView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const address = useAddress();
  const { row, mayWrite } = view.line;
  const promises = row.lastYear?.commitments ?? [];
  if (promises.length === 0) return null;
  return (
    <section className="promises" aria-labelledby="promises">
      <h2 id="promises">{t.promises}</h2>
      <ul>
        {promises.map(({ text, due }) => (
          <li key={text}>
            {text}
            {due === null ? '' : `${punctuation.open}${t.due(due)}${punctuation.close}`}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <form method="post" action={address(`/office/rows/${encodeURIComponent(row.id)}/promises`)}>
          <Shown version={row.version} />
          <p>
            <button type="submit" className="plain-button">
              {t.drawPromises}
            </button>{' '}
            <span className="hint">{t.drawPromisesHint}</span>
          </p>
        </form>
      )}
    </section>
  );
}

function Remarks({ row, field }: { row: RowRecord; field: RowRecord['remarks'][number]['field'] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const remarks = row.remarks.filter((remark) => remark.field === field);
  if (remarks.length === 0) return null;
  return (
    <ul className="remarks" aria-label={t.remarks}>
      {remarks.map(({ text, by, at }) => (
        <li key={`${at}${text}`}>
          {text}
          {punctuation.gap}
          <span className="hint">
            {by} {instant(at, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function TextsForm({ frame, view }: { frame: OfficeFrame; view: RowView }): ReactNode {
  const t = useOfficeWords();
  const address = useAddress();
  const { row, mayWrite } = view.line;
  return (
    <form
      id="texts"
      className="row-form"
      method="post"
      action={address(`/office/rows/${encodeURIComponent(row.id)}/texts`)}
      data-row={row.id}
      data-account={frame.actor.id}
      data-agency={view.line.agencyName}
      data-year={row.fiscalYear}
    >
      <Shown version={row.version} />
      {view.takenDraft !== null && <input type="hidden" name="draft" value={view.takenDraft} />}
      <div className="row-heads">
        {(['name', 'type'] as const).map((field) => (
          <ShortText key={field} view={view} field={field} />
        ))}
        <Period view={view} />
      </div>
      {textColumns.map((field) => (
        <LongText key={field} view={view} field={field} />
      ))}
      <FindingList
        findings={(view.line.findings ?? []).filter(
          ({ field }) => field === null || !textFieldNames.some((name) => name === field),
        )}
        id="row-findings"
      />
      {mayWrite && (
        <p>
          <button type="submit">{t.save}</button> <output id="autosave" className="hint" />
        </p>
      )}
    </form>
  );
}

function ShortText({ view, field }: { view: RowView; field: 'name' | 'type' }): ReactNode {
  const { locale } = useReader();
  const label = fieldLabels[locale][field];
  const reason = useReason(...textForms)(field);
  const readOnly = !view.line.mayWrite;
  return (
    <div className="field">
      <label htmlFor={field}>{label}</label>
      {field === 'type' ? (
        <select id={field} name={field} defaultValue={view.shown[field]} disabled={readOnly}>
          {[...new Set(['', '社會發展', '科技發展', '公共建設', view.shown[field]])].map((type) => (
            <option key={type} value={type}>
              {type === '' ? '—' : type}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={field}
          name={field}
          defaultValue={view.shown[field]}
          readOnly={readOnly}
          maxLength={longestText}
          {...reason}
        />
      )}
      <Aside view={view} field={field} />
    </div>
  );
}

function Period({ view }: { view: RowView }): ReactNode {
  const { locale } = useReader();
  const { row, mayWrite } = view.line;
  // A period that a document approved changes with the next document only.
  const readOnly = !mayWrite || versionInForce(row.versions, row.fiscalYear) !== null;
  return (
    <PeriodFields legend={fieldLabels[locale].period} value={view.shown.period} readOnly={readOnly}>
      <Aside view={view} field="period" />
    </PeriodFields>
  );
}

function LongText({ view, field }: { view: RowView; field: TextField }): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  const { row, mayWrite } = view.line;
  const reason = useReason(...textForms)(field);
  const last = row.lastYear;
  return (
    <section className="writing" aria-labelledby={`${field}-label`}>
      <div className="now">
        <label id={`${field}-label`} htmlFor={field}>
          {fieldLabels[locale][field]}
        </label>
        <span id={`${field}-hint`} className="hint">
          {fieldHints[locale][field]}
        </span>
        <textarea
          id={field}
          name={field}
          rows={7}
          maxLength={longestText}
          defaultValue={view.shown[field]}
          readOnly={!mayWrite || ((field === 'plannedWork' || field === 'execution') && isDrawn(row, field))}
          aria-describedby={`${field}-hint ${field}-findings`}
          {...reason}
        />
        {field === 'plannedWork' && <DrawnFrom row={row} />}
        {field === 'execution' && <ExecutionDrawnFrom row={row} />}
        <Aside view={view} field={field} />
        {view.note === 'stale' && view.shown[field] !== row.texts[field] && (
          <blockquote className="theirs">
            <strong>{t.theirs}</strong>
            <br />
            {row.texts[field]}
          </blockquote>
        )}
      </div>
      {last !== null && (
        <div className="before">
          <h3>{t.lastYear(last.fiscalYear - 1911)}</h3>
          <p id={`${field}-last`} className="last-text">
            {last.texts[field] === '' ? t.nothingLastYear : last.texts[field]}
          </p>
        </div>
      )}
    </section>
  );
}

/** What is to be said of a field: remarks of those who returned it, and what the checks found. */
function Aside({ view, field }: { view: RowView; field: TextField }): ReactNode {
  return (
    <>
      <Reason form={textForms} of={field} />
      <Remarks row={view.line.row} field={field} />
      <FindingList
        findings={(view.line.findings ?? []).filter((finding) => finding.field === field)}
        id={`${field}-findings`}
      />
      <CommentsBeside row={view.line.row.id} field={field} comments={view.comments} />
    </>
  );
}

/** Every form of the page that carries the texts along. */
const textForms = ['texts', 'moves', 'add', 'actual', 'revise', 'draw', 'money', 'versions'] as const;

const marks = { error: '■', warning: '▲', question: '?' } as const;

export function FindingList({ findings, id }: { findings: readonly Finding[]; id: string }): ReactNode {
  const { locale } = useReader();
  return (
    <ul id={id} className="field-findings" aria-live="polite">
      {findings.map((finding) => (
        <li key={`${finding.rule}${finding.evidence[0]?.span.start}`} className={`severity-${finding.severity}`}>
          {marks[finding.severity]} {finding.message[locale]}
        </li>
      ))}
    </ul>
  );
}

const verdictMarks = { met: '●', missed: '○' } as const;

/** Why it was revised, and by which document; of a first one, where it comes from. */
function targetNote(
  reason: string | null,
  document: string | null,
  from: (document: string) => string,
  punctuation: Punctuation,
): string {
  if (reason === null) return document === null ? '' : `${punctuation.open}${from(document)}${punctuation.close}`;
  return `${punctuation.open}${[reason, document].filter((said) => said !== null).join(punctuation.semicolon)}${punctuation.close}`;
}

/** Targets, oldest first, with what became of them: stated, computed and reviewed side by side. */
function Indicators({ view }: { view: RowView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const changed = useOwnWords(targetWords);
  const { locale } = useReader();
  const address = useAddress();
  const { row, mayWrite } = view.line;
  const action = (name: string) => address(`/office/rows/${encodeURIComponent(row.id)}/indicators/${name}`);
  const [added, actual, revised, reviewed] = [
    useTyped('add'),
    useTyped('actual'),
    useTyped('revise'),
    useTyped('review'),
  ];
  const [addReason, actualReason] = [useReason('add'), useReason('actual')];
  const [reviseReason, reviewReason] = [useReason('revise'), useReason('review')];
  const mark = (verdict: 'met' | 'missed' | 'unsettled' | null) =>
    verdict === null || verdict === 'unsettled' ? '–' : verdictMarks[verdict];
  if (row.indicators.length === 0 && !mayWrite) return null;
  // A target that was lowered does not hide that the first promise was missed.
  const computedInWords = (indicator: RowRecord['indicators'][number]) => {
    const now = `${t.computed} ${mark(computedVerdict(indicator))}`;
    if (indicator.targets.length < 2) return now;
    const first = mark(computedVerdict(indicator, 'first'));
    return `${t.computed}${punctuation.colon}${t.firstTarget} ${first}${punctuation.gap}${t.newestTarget} ${mark(computedVerdict(indicator))}`;
  };
  return (
    <section className="money-form" aria-labelledby="indicators">
      <h2 id="indicators">{t.indicators}</h2>
      <Remarks row={row} field="indicators" />
      <CommentsBeside row={row.id} field="indicators" comments={view.comments} />
      {row.indicators.length > 0 && (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.indicator}</th>
                <th scope="col">{t.targets}</th>
                <th scope="col">{t.actual}</th>
                <th scope="col">{t.verdicts}</th>
                <th scope="col">{t.evidence}</th>
              </tr>
            </thead>
            <tbody>
              {row.indicators.map((indicator) => (
                <tr key={indicator.id}>
                  <th scope="row" data-label={t.indicator}>
                    {indicator.label}
                    {indicator.scope === 'plan' && <span className="facts">{t.scopes.plan}</span>}
                    <a href={address(`/office/rows/${encodeURIComponent(row.id)}/targets`)}>{changed.link}</a>
                  </th>
                  <td data-label={t.targets}>
                    {indicator.targets.map(({ value, at, by, reason, document }) => (
                      <div key={at}>
                        {indicator.comparator === 'milestone'
                          ? ''
                          : `${indicator.comparator} ${value ?? ''}${indicator.unit ?? ''}`}
                        {targetNote(reason, document, t.targetFrom, punctuation)}
                        <span className="facts">
                          {by} {instant(at, locale)}
                        </span>
                      </div>
                    ))}
                  </td>
                  <td data-label={t.actual}>
                    {indicator.actual === null
                      ? '—'
                      : `${indicator.actual.value ?? ''}${indicator.unit ?? ''} ${indicator.actual.text}`}
                  </td>
                  <td data-label={t.verdicts}>
                    {`${t.stated} ${mark(indicator.stated)}${punctuation.gap}${computedInWords(indicator)}${punctuation.gap}${t.reviewed} ${mark(indicator.reviewed?.verdict ?? null)}`}
                    {indicator.reviewed === null
                      ? ''
                      : `${punctuation.open}${indicator.reviewed.reason}${punctuation.close}`}
                  </td>
                  <td data-label={t.evidence}>
                    {indicator.evidence.length === 0
                      ? '—'
                      : indicator.evidence.map(({ sha256, name }) => (
                          <div key={sha256}>
                            <a href={`/api/evidence/${sha256}`}>{name}</a>
                          </div>
                        ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWrite && (
        <form method="post" action={action('add')} className="amounts">
          <Shown version={row.version} />
          <p className="field">
            <label htmlFor="indicator-label">{t.indicator}</label>
            <input
              id="indicator-label"
              name="label"
              required
              maxLength={300}
              defaultValue={added('label')}
              {...addReason('label')}
            />
            <Reason form="add" of="label" />
          </p>
          <p className="field">
            <label htmlFor="indicator-comparator">{t.comparator}</label>
            <select id="indicator-comparator" name="comparator" defaultValue={added('comparator', '>=')}>
              {(['>=', '<=', '=', 'milestone'] as const).map((comparator) => (
                <option key={comparator} value={comparator}>
                  {t.comparators[comparator]}
                </option>
              ))}
            </select>
          </p>
          <p className="field">
            <label htmlFor="indicator-scope">{t.scope}</label>
            <select id="indicator-scope" name="scope" defaultValue={added('scope', 'year')}>
              {(['year', 'plan'] as const).map((scope) => (
                <option key={scope} value={scope}>
                  {t.scopes[scope]}
                </option>
              ))}
            </select>
          </p>
          <p className="field">
            <label htmlFor="indicator-target">{t.targetHint}</label>
            <input
              id="indicator-target"
              name="target"
              maxLength={2_000}
              defaultValue={added('target')}
              {...addReason('target')}
            />
            <Reason form="add" of="target" />
          </p>
          <p>
            <button type="submit">{t.addIndicator}</button>
          </p>
        </form>
      )}
      {mayWrite && row.indicators.length > 0 && (
        <form method="post" action={action('actual')} className="amounts" encType="multipart/form-data">
          <Shown version={row.version} />
          <IndicatorChoice row={row} id="actual-of" form="actual" />
          <p className="field">
            <label htmlFor="actual-text">{t.actualHint}</label>
            <input
              id="actual-text"
              name="actual"
              maxLength={2_000}
              defaultValue={actual('actual')}
              {...actualReason('actual')}
            />
            <Reason form="actual" of="actual" />
          </p>
          <p className="field">
            <label htmlFor="actual-stated">{t.stated}</label>
            <select id="actual-stated" name="stated" defaultValue={actual('stated')}>
              <option value="">—</option>
              <option value="met">{t.met}</option>
              <option value="missed">{t.missed}</option>
            </select>
          </p>
          <p className="field">
            <label htmlFor="actual-evidence">{t.evidenceHint}</label>
            <input id="actual-evidence" name="file" type="file" />
            <Reason form="actual" of="file" />
          </p>
          <p>
            <button type="submit">{t.saveActual}</button>
          </p>
        </form>
      )}
      {mayWrite && row.indicators.length > 0 && (
        <form method="post" action={action('revise')} className="amounts">
          <Shown version={row.version} />
          <IndicatorChoice row={row} id="revise-of" form="revise" />
          <p className="field">
            <label htmlFor="revise-target">{t.newTarget}</label>
            <input
              id="revise-target"
              name="target"
              required
              maxLength={2_000}
              defaultValue={revised('target')}
              {...reviseReason('target')}
            />
            <Reason form="revise" of="target" />
          </p>
          <ReasonField form="revise" label={t.reason} id="revise-reason" />
          <p className="field">
            <label htmlFor="revise-document">{t.revisedBy}</label>
            <input
              id="revise-document"
              name="document"
              maxLength={200}
              defaultValue={revised('document')}
              {...reviseReason('document')}
            />
            <Reason form="revise" of="document" />
          </p>
          <p>
            <button type="submit">{t.reviseTarget}</button>
          </p>
        </form>
      )}
      {mayWrite && row.indicators.length > 0 && (
        <form method="post" action={action('draw')}>
          <Shown version={row.version} />
          <p>
            <button type="submit">{t.drawTexts}</button> <span className="hint">{t.drawTextsHint}</span>
          </p>
        </form>
      )}
      {view.mayReview && row.indicators.length > 0 && (
        <form method="post" action={action('review')} className="amounts">
          <Shown version={row.version} />
          <IndicatorChoice row={row} id="review-of" form="review" />
          <p className="field">
            <label htmlFor="review-verdict">{t.reviewed}</label>
            <select id="review-verdict" name="verdict" defaultValue={reviewed('verdict', 'met')}>
              <option value="met">{t.met}</option>
              <option value="missed">{t.missed}</option>
              <option value="unsettled">{t.unsettled}</option>
            </select>
          </p>
          <p className="field">
            <label htmlFor="review-reason">{t.reason}</label>
            <input
              id="review-reason"
              name="reason"
              required
              maxLength={2_000}
              defaultValue={reviewed('reason')}
              {...reviewReason('reason')}
            />
            <Reason form="review" of="reason" />
          </p>
          <p>
            <button type="submit">{t.review}</button>
          </p>
        </form>
      )}
    </section>
  );
}

function IndicatorChoice({ row, id, form }: { row: RowRecord; id: string; form: string }): ReactNode {
  const t = useOfficeWords();
  const typed = useTyped(form);
  return (
    <p className="field">
      <label htmlFor={id}>{t.indicator}</label>
      <select id={id} name="indicator" defaultValue={typed('indicator')}>
        {row.indicators.map((indicator) => (
          <option key={indicator.id} value={indicator.id}>
            {indicator.label}
          </option>
        ))}
      </select>
    </p>
  );
}

function MoneyForm({ view }: { view: RowView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  const { row } = view.line;
  const now = row.money.years.find(({ fiscalYear }) => fiscalYear === row.fiscalYear)?.money;
  const amount = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : value.toLocaleString('en-US');
  const computed = [
    [t.budgetedToDate, budgetedToDate(row.money, row.fiscalYear)],
    [t.executedToDate, executedToDate(row.money, row.fiscalYear)],
  ] as const;
  return (
    <form className="money-form" method="post" action={address(`/office/rows/${encodeURIComponent(row.id)}/money`)}>
      <h2 id="money">{t.money}</h2>
      <p className="hint">{view.mayWriteMoney ? t.moneyHint : t.moneyOwner}</p>
      <Remarks row={row} field="money" />
      <CommentsBeside row={row.id} field="money" comments={view.comments} />
      <Shown version={row.version} />
      <div className="amounts">
        <MoneyField
          id="approvedTotal"
          label={t.approvedTotal}
          value={shownIn(view, 'money', 'approvedTotal', amount(row.money.approvedTotal))}
          readOnly={!view.mayWriteMoney}
        />
        <MoneyField
          id="ownTotal"
          label={moneyFields.ownTotal.label[locale]}
          value={shownIn(view, 'money', 'ownTotal', amount(row.money.ownTotal))}
          readOnly={!view.mayWriteMoney}
        />
        {(['openingBudgeted', 'openingExecuted'] as const).map((field) => (
          <MoneyField
            key={field}
            id={field}
            label={moneyFields[field].label[locale]}
            value={shownIn(
              view,
              'money',
              field,
              amount(field === 'openingBudgeted' ? row.money.opening?.budgeted : row.money.opening?.executed),
            )}
            readOnly={!view.mayWriteMoney}
          />
        ))}
        <p className="field">
          <label htmlFor="money-openingDocument">{t.openingDocument}</label>
          <input
            id="money-openingDocument"
            name="openingDocument"
            defaultValue={shownIn(view, 'money', 'openingDocument', row.money.opening?.document ?? '')}
            readOnly={!view.mayWriteMoney}
          />
        </p>
        {moneyComponents.map((component) => (
          <MoneyField
            key={component}
            id={component}
            label={componentNames[component][locale]}
            value={shownIn(view, 'money', component, amount(now?.[component]))}
            readOnly={!view.mayWriteMoney}
          />
        ))}
      </div>
      <dl className="computed">
        {computed.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value === null
                ? '—'
                : `${amount(value)}${punctuation.gap}${t.printedAs(amount(inThousands(value).thousands))}`}
            </dd>
          </div>
        ))}
      </dl>
      {view.mayWriteMoney && (
        <p>
          <button type="submit">{t.save}</button>
        </p>
      )}
    </form>
  );
}

function MoneyField({
  id,
  label,
  value,
  readOnly,
}: {
  id: string;
  label: string;
  value: string;
  readOnly: boolean;
}): ReactNode {
  const reason = useReason('money')(id);
  return (
    <p className="field">
      <label htmlFor={`money-${id}`}>{label}</label>
      <input
        id={`money-${id}`}
        name={id}
        defaultValue={value}
        readOnly={readOnly}
        inputMode="numeric"
        className="amount"
        {...reason}
      />
      <Reason form="money" of={id} />
    </p>
  );
}

function Moves({ view }: { view: RowView }): ReactNode {
  const punctuation = usePunctuation();
  const [t, queue] = [useOfficeWords(), useReviewWords()];
  const { locale } = useReader();
  const address = useAddress();
  const { row, moves } = view.line;
  const [typed, reason] = [useTyped('moves'), useReason('moves')];
  const own = rowMachine.moves.filter((move) => moves.some((name) => name === move.name));
  if (own.length === 0) return null;
  // Its controls belong to the form of the texts: whoever submits the row submits what they have typed.
  return (
    <section className="office-form" aria-labelledby="moves">
      <h2 id="moves">
        {t.state}
        {punctuation.colon}
        {rowMachine.labels[row.state][locale]}
      </h2>
      {own.some(({ reason }) => reason) && (
        <>
          <p className="field">
            <label htmlFor="comment-field">{t.onField}</label>
            <select id="comment-field" name="field" form="texts" defaultValue={typed('field')}>
              <option value="">{t.wholeRow}</option>
              {Object.entries(fieldLabels[locale]).map(([field, label]) => (
                <option key={field} value={field}>
                  {label}
                </option>
              ))}
            </select>
          </p>
          <p className="field">
            <label htmlFor="comment">{t.comment}</label>
            <textarea
              id="comment"
              name="comment"
              rows={3}
              maxLength={2_000}
              form="texts"
              defaultValue={typed('comment')}
              {...reason('comment')}
            />
            <Reason form="moves" of="comment" />
          </p>
        </>
      )}
      <p className="office-links">
        {own.map((move) => (
          <button
            key={move.name}
            type="submit"
            className={move.reason ? 'goes-back' : undefined}
            name="move"
            value={move.name}
            form="texts"
            formAction={address(`/office/rows/${encodeURIComponent(row.id)}/moves`)}
          >
            {move.label[locale]}
          </button>
        ))}
        {view.othersToApprove && moves.some((name) => name === 'approve') && (
          <button
            type="submit"
            name="move"
            value="approve"
            form="texts"
            formAction={address(`/office/rows/${encodeURIComponent(row.id)}/moves?next=1`)}
          >
            {queue.approveAndNext}
          </button>
        )}
      </p>
    </section>
  );
}
