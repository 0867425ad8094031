import type { ReactNode } from 'react';
import type { AgencyProposal } from '@guankao/comparison';
import { textColumns, type Span, type TextColumn } from '@guankao/domain';
import {
  correctable,
  type CorrectableField,
  type PlanReading,
  type Reading,
  type RecipeStep,
  type TextReading,
} from '@guankao/reading';
import { Page, render } from '../components/document.tsx';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { words, type Locale } from '../words/words.ts';
import { RefusalNote, type Refused } from './refused.tsx';
import { fieldLabels } from './words.ts';
import { PagesNav } from '../components/pages-nav.tsx';
import { punctuationIn, usePunctuation } from '../words/punctuation.ts';

/** What is in doubt in a filing's reading, and what a person has settled so far. */
export interface SettleView {
  readonly filing: string;
  readonly edition: number;
  /** To everybody; or kept. */
  readonly shown: boolean;
  readonly reading: Reading;
  readonly steps: readonly RecipeStep[];
  /** Steps that find nothing to do in this reading. */
  readonly idle: readonly number[];
  /** The file has pages that can be shown. */
  readonly pictures: boolean;
  /** Who may execute the plans whose rows do not say, and the budget book that was looked into. */
  readonly agencies: { readonly book: string | null; readonly proposals: readonly AgencyProposal[] };
  /** Of the rows, so many of which are on a page: 1 is the first. */
  readonly page: number;
}

/** Rows on a page: each has some twenty forms. */
const rowsOnPage = 40;

const table = {
  title: { 'zh-Hant': '匯入與確認', en: 'Import and settle' },
  disclosure: { 'zh-Hant': '公開與撤下', en: 'Publishing and withdrawing' },
  isShown: { 'zh-Hant': '這一版已公開。', en: 'This edition is public.' },
  isHeld: {
    'zh-Hant': '這一版留存而未公開，只有本機關的彙整與系統管理人員看得到。',
    en: 'This edition is kept and not public: only compilers and administrators of its ministry see it.',
  },
  ground: { 'zh-Hant': '理由（會公開）', en: 'Ground (is shown)' },
  publish: { 'zh-Hant': '公開這一版', en: 'Publish this edition' },
  withdraw: { 'zh-Hant': '撤下整份表', en: 'Withdraw the filing' },
  settleTitle: { 'zh-Hant': '確認讀取結果', en: 'Settle the reading' },
  doubtfulFirst: {
    'zh-Hant': '左右頁對應信心低的列在前。',
    en: 'Rows whose texts are least surely theirs come first.',
  },
  confidence: { 'zh-Hant': '信心', en: 'confidence' },
  moveTo: { 'zh-Hant': '移到', en: 'Move to' },
  move: { 'zh-Hant': '移動', en: 'Move' },
  split: { 'zh-Hant': '自此分開', en: 'Split from here' },
  splitAt: { 'zh-Hant': '第二段的開頭文字', en: 'First words of the second part' },
  mergeInto: { 'zh-Hant': '併入上一列', en: 'Merge into the row before' },
  correct: { 'zh-Hant': '更正', en: 'Correct' },
  reason: { 'zh-Hant': '更正理由（會公開）', en: 'Reason (is shown)' },
  printed: { 'zh-Hant': '原印', en: 'printed' },
  agency: { 'zh-Hant': '執行機關', en: 'Executing agency' },
  agencies: { 'zh-Hant': '執行機關的建議', en: 'Executing agencies proposed' },
  agenciesLead: {
    'zh-Hant':
      '表上沒有印執行機關的計畫，可依旁邊的預算書、計畫自己的文字或排列順序提出建議。建議不會自動記入；勾選並確認後才記入，並附依據。',
    en: 'For plans whose row prints no executing agency one can be proposed: by a budget book beside it, by the plan’s own texts, or by the order of the rows. Nothing is recorded until you choose and confirm; its source is kept with it.',
  },
  openRows: { 'zh-Hant': '未印執行機關的計畫', en: 'Plans without a printed agency' },
  proposed: { 'zh-Hant': '有建議', en: 'proposed' },
  book: {
    'zh-Hant': '預算書（PDF、ODS、CSV…；只查閱，不留存）',
    en: 'Budget book (PDF, ODS, CSV …; looked into, not kept)',
  },
  propose: { 'zh-Hant': '依預算書提出建議', en: 'Propose by the budget book' },
  plan: { 'zh-Hant': '計畫', en: 'Plan' },
  by: { 'zh-Hant': '依據', en: 'Source' },
  confirm: { 'zh-Hant': '確認勾選的執行機關', en: 'Confirm those chosen' },
  'budget-book': { 'zh-Hant': '預算書', en: 'budget book' },
  texts: { 'zh-Hant': '計畫文字', en: 'the plan’s texts' },
  order: { 'zh-Hant': '前後計畫同一機關', en: 'plans before and after are of one agency' },
  done: { 'zh-Hant': '已確認的步驟', en: 'Steps so far' },
  none: { 'zh-Hant': '還沒有。', en: 'None yet.' },
  undo: { 'zh-Hant': '復原最後一步', en: 'Undo the last step' },
  export: { 'zh-Hant': '匯出處理紀錄（JSON）', en: 'Export the recipe (JSON)' },
  import: { 'zh-Hant': '匯入處理紀錄', en: 'Import a recipe' },
  idle: { 'zh-Hant': '這一步在目前的讀法裡沒有作用', en: 'finds nothing to do in this reading' },
  page: { 'zh-Hant': '原頁', en: 'Source page' },
  source: { 'zh-Hant': '原文', en: 'Source' },
} as const;

export function settlePage(reader: Reader, view: SettleView, refused: Refused | null): string {
  const page = Math.max(1, Math.min(view.page, pagesOf(view.reading)));
  return render(reader, <SettlePage view={{ ...view, page }} refused={refused} />);
}

/** Showing it to everybody, or taking it back: both say why. */
function DisclosureForms({ view }: { view: SettleView }): ReactNode {
  const t = useOwnWords(table);
  const address = useAddress();
  const action = (what: string) => address(`/filings/${encodeURIComponent(view.filing)}/${what}`);
  return (
    <section aria-labelledby="disclosure">
      <h2 id="disclosure">{t.disclosure}</h2>
      <p>{view.shown ? t.isShown : t.isHeld}</p>
      {(view.shown ? (['withdrawal'] as const) : (['publication', 'withdrawal'] as const)).map((what) => (
        <form key={what} className="office-form" method="post" action={action(what)}>
          <input type="hidden" name="edition" value={view.edition} />
          <p className="field">
            <label htmlFor={`ground-${what}`}>{t.ground}</label>
            <input id={`ground-${what}`} name="ground" required maxLength={2_000} />
          </p>
          <p>
            <button type="submit">{what === 'publication' ? t.publish : t.withdraw}</button>
          </p>
        </form>
      ))}
    </section>
  );
}

/** A row is named in a recipe by where its name stands. */
function anchor(plan: PlanReading): number {
  return plan.origins['name']?.spans[0]?.start ?? 0;
}

function SettlePage({ view, refused }: { view: SettleView; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const { plans } = view.reading;
  const doubtful = plans.toSorted((a, b) => a.join.confidence - b.join.confidence);
  const places = new Map(plans.map((plan, at) => [plan, at]));
  const before = (plan: PlanReading) => plans[(places.get(plan) ?? 0) - 1] ?? null;
  const first = (view.page - 1) * rowsOnPage;
  return (
    <Page
      title={t.settleTitle}
      crumbs={[
        { path: '/import', name: t.title },
        { path: `/filings/${encodeURIComponent(view.filing)}`, name: view.filing },
      ]}
      unlisted
    >
      <h1>{t.settleTitle}</h1>
      <p className="lead">
        {view.filing}
        {punctuation.gap}
        {t.doubtfulFirst}
      </p>
      <RefusalNote refused={refused} />
      <DisclosureForms view={view} />
      <Steps view={view} />
      <Agencies view={view} />
      {doubtful.slice(first, first + rowsOnPage).map((plan) => (
        <Row key={plan.id} view={view} plan={plan} before={before(plan)} />
      ))}
      <Pages view={view} />
      <datalist id="rows">
        {plans.map((plan) => (
          <option key={plan.id} value={rowChoice(plan)}>
            {rowChoice(plan)}
          </option>
        ))}
      </datalist>
    </Page>
  );
}

/** As a person chooses a row among all: the id tells rows of one name apart. */
function rowChoice({ id, name }: PlanReading): string {
  return `${id} ${name}`;
}

/** Back to the same page of rows after each step. */
function settleAddress({ filing, page }: Pick<SettleView, 'filing' | 'page'>): string {
  return `/filings/${encodeURIComponent(filing)}/settle${page === 1 ? '' : `?page=${page}`}`;
}

function pagesOf({ plans }: Reading): number {
  return Math.ceil(plans.length / rowsOnPage);
}

function Pages({ view }: { view: SettleView }): ReactNode {
  const address = useAddress();
  const to = (page: number) => address(settleAddress({ ...view, page }));
  return <PagesNav page={view.page} pages={pagesOf(view.reading)} to={to} />;
}

function Steps({ view }: { view: SettleView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const { locale } = useReader();
  const address = useAddress();
  const base = `/filings/${encodeURIComponent(view.filing)}`;
  return (
    <section className="promises" aria-labelledby="steps">
      <h2 id="steps">{t.done}</h2>
      {view.steps.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ol>
          {view.steps.map((step, at) => (
            <li key={JSON.stringify([at, step])}>
              {stepInWords(step, view, locale)}
              {view.idle.includes(at) ? `${punctuation.open}${t.idle}${punctuation.close}` : ''}
            </li>
          ))}
        </ol>
      )}
      <div className="office-links">
        {view.steps.length > 0 && (
          <form method="post" action={address(`${base}/settle/undo`)}>
            <button type="submit" className="plain-button">
              {t.undo}
            </button>
          </form>
        )}
        <a href={`${base}/recipe.json`} download>
          {t.export}
        </a>
        <form method="post" action={address(`${base}/settle/recipe`)} encType="multipart/form-data">
          <label htmlFor="recipe">{t.import}</label>{' '}
          <input id="recipe" name="file" type="file" accept="application/json,.json" required />{' '}
          <button type="submit" className="plain-button">
            {t.import}
          </button>
        </form>
      </div>
    </section>
  );
}

/** As long as a step's source may be. */
const longestSource = 400;

/** One table, one confirmation; what only the order tells is not chosen beforehand. */
function Agencies({ view }: { view: SettleView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const address = useAddress();
  const { proposals, book } = view.agencies;
  const open = view.reading.plans.filter(({ executingAgency }) => executingAgency === null);
  if (open.length === 0) return null;
  const base = `/filings/${encodeURIComponent(view.filing)}/settle/agencies`;
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies">{t.agencies}</h2>
      <p>{t.agenciesLead}</p>
      <p>
        {t.openRows}
        {punctuation.colon}
        {open.length}
        {punctuation.gap}
        {t.proposed}
        {punctuation.colon}
        {proposals.length}
        {book === null ? '' : `${punctuation.open}${book}${punctuation.close}`}
      </p>
      <form className="office-form" method="post" action={address(base)} encType="multipart/form-data">
        <p className="field">
          <label htmlFor="book">{t.book}</label>
          <input id="book" name="file" type="file" required />
        </p>
        <p>
          <button type="submit" className="plain-button">
            {t.propose}
          </button>
        </p>
      </form>
      {proposals.length > 0 && (
        <form method="post" action={address(`${base}/confirmation`)}>
          <div className="table-frame">
            <table className="office-table">
              <thead>
                <tr>
                  <th scope="col">{t.plan}</th>
                  <th scope="col">{t.agency}</th>
                  <th scope="col">{t.by}</th>
                </tr>
              </thead>
              <tbody>
                {proposals.map((proposal) => (
                  <Proposed key={proposal.row.id} proposal={proposal} book={book} />
                ))}
              </tbody>
            </table>
          </div>
          <p>
            <button type="submit">{t.confirm}</button>
          </p>
        </form>
      )}
    </section>
  );
}

function Proposed({ proposal, book }: { proposal: AgencyProposal; book: string | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const { row, agency, by, words: said } = proposal;
  const at = anchor(row);
  const source = `${t[by]}${by === 'budget-book' && book !== null ? ` ${book}` : ''}${punctuation.colon}${said}`.slice(
    0,
    longestSource,
  );
  return (
    <tr>
      <th scope="row" data-label={t.plan}>
        <label className="choice">
          <input type="checkbox" name="confirm" value={at} defaultChecked={by !== 'order'} /> {row.marker}
          {row.name}
        </label>
      </th>
      <td data-label={t.agency}>
        <input name={`agency-${at}`} aria-label={`${t.agency}${punctuation.colon}${row.name}`} defaultValue={agency} />
      </td>
      <td data-label={t.by}>
        <input type="hidden" name={`source-${at}`} value={source} />
        {source}
      </td>
    </tr>
  );
}

function stepInWords(step: RecipeStep, { reading }: SettleView, locale: Locale): string {
  const punctuation = punctuationIn(locale);
  const name = (row: number) => reading.plans.find((plan) => anchor(plan) === row)?.name ?? `@${row}`;
  const quote = (start: number, end: number) =>
    `${punctuation.openQuote}${reading.document.text.slice(start, Math.min(end, start + 24)).replace(/\s+/g, '')}${punctuation.closeQuote}`;
  switch (step.do) {
    case 'move':
      return `${quote(step.start, step.end)} → ${name(step.row)}${punctuation.dot}${fieldLabels[locale][step.column]}`;
    case 'split':
      return `… | ${quote(step.at, step.at + 24)}`;
    case 'merge':
      return `${name(step.row)} + @${step.rest}`;
    case 'correct':
      return `${name(step.row)}${punctuation.dot}${step.field} = ${step.value}`;
    case 'agency':
      return `${step.row === null ? reading.document.name : name(step.row)} → ${step.name}${step.source === undefined ? '' : `${punctuation.open}${step.source}${punctuation.close}`}`;
    default:
      return step satisfies never;
  }
}

function Row({ view, plan, before }: { view: SettleView; plan: PlanReading; before: PlanReading | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const address = useAddress();
  const action = address(settleAddress(view));
  const pages = [...new Set(plan.spans.map(({ page }) => page).filter((page) => page !== null && page !== undefined))];
  return (
    <section className="settle-row" aria-labelledby={plan.id}>
      <h2 id={plan.id}>
        {plan.marker}
        {plan.name}
      </h2>
      <p className="hint">
        {plan.id}
        {punctuation.gap}
        {t.confidence} {plan.join.confidence.toFixed(2)}
        {punctuation.gap}
        {plan.join.reason}
      </p>
      <div className="writing">
        <div>
          <Fields plan={plan} action={action} />
          {textColumns.map((column) => (
            <Column key={column} plan={plan} column={column} action={action} />
          ))}
          {before !== null && (
            <form method="post" action={action}>
              <input type="hidden" name="do" value="merge" />
              <input type="hidden" name="row" value={anchor(before)} />
              <input type="hidden" name="rest" value={anchor(plan)} />
              <button type="submit" className="plain-button">
                {t.mergeInto}
                {punctuation.open}
                {before.name}
                {punctuation.close}
              </button>
            </form>
          )}
        </div>
        <div className="before">
          {view.pictures ? (
            pages.map((page) => (
              <p key={page}>
                <a href={`/filings/${encodeURIComponent(view.filing)}/pages/${page}.png`}>
                  <img
                    src={`/filings/${encodeURIComponent(view.filing)}/pages/${page}.png`}
                    alt={`${t.page} ${page}`}
                    loading="lazy"
                    width={480}
                  />
                </a>
              </p>
            ))
          ) : (
            <p>
              <a
                href={address(
                  `/filings/${encodeURIComponent(view.filing)}/source?span=${sourceSpan(plan.spans)}&edition=${view.edition}#passage`,
                )}
              >
                {t.source}
              </a>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

function sourceSpan(spans: readonly Span[]): string {
  return spans
    .slice(0, 8)
    .map(({ start, end }) => `${start}-${end}`)
    .join(',');
}

function Fields({ plan, action }: { plan: PlanReading; action: string }): ReactNode {
  const t = useOwnWords(table);
  const shown: Readonly<Record<CorrectableField, string>> = {
    name: plan.name,
    type: plan.type ?? '',
    period: plan.period?.text ?? '',
    approvedTotal: plan.approvedTotal?.toLocaleString('en-US') ?? '',
    budgetedToDate: plan.budgetedToDate?.toLocaleString('en-US') ?? '',
    executedToDate: plan.executedToDate?.toLocaleString('en-US') ?? '',
  };
  return (
    <div className="correct-fields">
      {correctable.map((field) => (
        <CorrectForm key={field} plan={plan} field={field} shown={shown[field]} action={action} />
      ))}
      <form method="post" action={action} className="field">
        <input type="hidden" name="do" value="agency" />
        <input type="hidden" name="row" value={anchor(plan)} />
        <label htmlFor={`${plan.id}-agency`}>{t.agency}</label>
        <input id={`${plan.id}-agency`} name="name" defaultValue={plan.executingAgency?.value ?? ''} required />{' '}
        <button type="submit" className="plain-button">
          {t.correct}
        </button>
      </form>
    </div>
  );
}

function CorrectForm({
  plan,
  field,
  shown,
  action,
}: {
  plan: PlanReading;
  field: CorrectableField;
  shown: string;
  action: string;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const { locale } = useReader();
  const w = words[locale];
  const labels = {
    name: fieldLabels[locale].name,
    type: fieldLabels[locale].type,
    period: fieldLabels[locale].period,
    approvedTotal: w.approvedTotal,
    budgetedToDate: w.budgetedToDate,
    executedToDate: w.executedToDate,
  };
  const origin = plan.origins[field];
  return (
    <form method="post" action={action} className="field">
      <input type="hidden" name="do" value="correct" />
      <input type="hidden" name="row" value={anchor(plan)} />
      <input type="hidden" name="field" value={field} />
      <label htmlFor={`${plan.id}-${field}`}>{labels[field]}</label>
      <input id={`${plan.id}-${field}`} name="value" defaultValue={shown} />{' '}
      <input
        name="reason"
        required
        placeholder={t.reason}
        aria-label={`${t.reason}${punctuation.colon}${labels[field]}`}
      />{' '}
      <button type="submit" className="plain-button">
        {t.correct}
      </button>
      {origin?.by === 'recipe' && (
        <span className="hint">
          {t.printed}
          {punctuation.colon}
          {origin.text || '—'}
        </span>
      )}
    </form>
  );
}

function Column({ plan, column, action }: { plan: PlanReading; column: TextColumn; action: string }): ReactNode {
  const { locale } = useReader();
  return (
    <section aria-labelledby={`${plan.id} ${plan.id}-${column}`}>
      <h3 id={`${plan.id}-${column}`}>{fieldLabels[locale][column]}</h3>
      {plan[column].length === 0 ? (
        <p className="hint">—</p>
      ) : (
        plan[column].map((text) => (
          <Text key={`${text.spans[0]?.start}`} plan={plan} column={column} text={text} action={action} />
        ))
      )}
    </section>
  );
}

function Text({
  plan,
  column,
  text,
  action,
}: {
  plan: PlanReading;
  column: TextColumn;
  text: TextReading;
  action: string;
}): ReactNode {
  const t = useOwnWords(table);
  const { locale } = useReader();
  const start = Math.min(...text.spans.map((span) => span.start));
  const end = Math.max(...text.spans.map((span) => span.end));
  return (
    <div className="settle-text">
      <p lang="zh-Hant">
        {text.marker} {text.text}
      </p>
      <details>
        <summary>{t.moveTo}…</summary>
        <form method="post" action={action}>
          <input type="hidden" name="do" value="move" />
          <input type="hidden" name="start" value={start} />
          <input type="hidden" name="end" value={end} />
          <input name="to" list="rows" aria-label={t.moveTo} defaultValue={rowChoice(plan)} required />{' '}
          <select name="column" aria-label={fieldLabels[locale][column]} defaultValue={column}>
            {textColumns.map((other) => (
              <option key={other} value={other}>
                {fieldLabels[locale][other]}
              </option>
            ))}
          </select>{' '}
          <button type="submit" className="plain-button">
            {t.move}
          </button>
        </form>
        <form method="post" action={action}>
          <input type="hidden" name="do" value="split" />
          <input type="hidden" name="start" value={start} />
          <input type="hidden" name="end" value={end} />
          <input name="second" aria-label={t.splitAt} placeholder={t.splitAt} required />{' '}
          <button type="submit" className="plain-button">
            {t.split}
          </button>
        </form>
      </details>
    </div>
  );
}
