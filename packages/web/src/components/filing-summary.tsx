import { Fragment, type ReactNode } from 'react';
import { addresses } from '../addresses.ts';
import { asPercent, executionRate } from '../figures/execution-rate.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useFileAddress, useOwnWords, useReader, useWords } from '../reader.tsx';
import { sheetTable } from '../sheets/words.ts';
import type { FilingView } from '../views.ts';
import { useUnitName } from './money.tsx';
import { SeverityTally } from './severity.tsx';
import { MetMark } from './verdict.tsx';

/** What a filing holds at all: a budget has neither results nor targets, and a file of another kind has no rows. */
export interface FilingContents {
  readonly rows: boolean;
  readonly results: boolean;
  readonly targets: boolean;
}

export function contentsOf(view: FilingView): FilingContents {
  const { met, missed, open } = view.targets;
  const targets = met + missed + open > 0;
  return {
    rows: view.plans > 0,
    results: targets || view.lines.some((line) => line.rate !== null || line.row.statedVerdict !== 'none'),
    targets,
  };
}

/** The figures of a filing in a narrow column, its ready lists and what can be taken home. */
export function FilingSummary({ view, has }: { view: FilingView; has: FilingContents }): ReactNode {
  const t = useWords();
  return (
    <aside className="summary" aria-label={t.filing}>
      <dl>
        <div>
          <dt>{t.planRows}</dt>
          <dd>{has.rows ? <a href="#plans">{grouped(view.plans)}</a> : 0}</dd>
        </div>
        {view.totals.rows > 0 && <MoneyFigures view={view} />}
        {has.rows && (
          <div>
            <dt>{t.findings}</dt>
            <dd>
              <SeverityTally counts={view.findings} />
            </dd>
          </div>
        )}
        {has.targets && (
          <div>
            <dt>{t.targets}</dt>
            <dd className="stack">
              <span>
                <MetMark met={true} /> {grouped(view.targets.met)}
              </span>
              <span>
                <MetMark met={false} /> {grouped(view.targets.missed)}
              </span>
              <span>
                <MetMark met={null} /> {grouped(view.targets.open)}
              </span>
            </dd>
          </div>
        )}
      </dl>
      {has.results && <ReadyLists view={view} />}
      <Downloads view={view} has={has} />
    </aside>
  );
}

function MoneyFigures({ view: { totals, filing } }: { view: FilingView }): ReactNode {
  const t = useWords();
  const unit = <span className="unit">{useUnitName()(filing.moneyUnit)}</span>;
  const rate = executionRate(totals);
  return (
    <>
      <div>
        <dt>{t.budgetedToDate}</dt>
        <dd>
          {grouped(totals.budgetedToDate)} {unit}
        </dd>
      </div>
      <div>
        <dt>{t.executedToDate}</dt>
        <dd>
          {grouped(totals.executedToDate)} {unit}
        </dd>
      </div>
      <div>
        <dt title={t.rateFormula}>{t.rateShort}</dt>
        <dd>{rate === null ? '—' : `${asPercent(rate)} %`}</dd>
      </div>
    </>
  );
}

function ReadyLists({ view }: { view: FilingView }): ReactNode {
  const t = useWords();
  const address = useAddress();
  return (
    <>
      <h2>{t.readyLists}</h2>
      <ul className="ready">
        {view.lists.map(({ value, count }) => (
          <li key={value}>
            <a href={address(addresses.plans(new URLSearchParams({ filing: view.filing.id, list: value }).toString()))}>
              {t.list[value] ?? value}
            </a>
            <span className="count">{count}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** That the log commits to these very bytes: verified on the page 驗證. */
function Proof({ of, at }: { of: string; at: string }): ReactNode {
  const t = useWords();
  const file = useFileAddress();
  return (
    <>
      {' '}
      <a className="hint" href={file(at)} download>
        {t.proofOf(of)}
      </a>
    </>
  );
}

const formats = ['pdf', 'ods', 'odt', 'xlsx', 'csv'] as const;

function Downloads({ view, has }: { view: FilingView; has: FilingContents }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const file = useFileAddress();
  const sheets = useOwnWords(sheetTable);
  const { hasOffice, hasLog, asOf } = useReader();
  const { id } = view.filing;
  const edition = view.edition.current ? null : view.edition.number;
  return (
    <>
      <h2>{t.downloads}</h2>
      <ul className="ready">
        <li>
          <a href={addresses.original(view.edition.sha256)} download>
            {t.sourceFile}
          </a>
          {hasLog && <Proof of={t.sourceFile} at={addresses.proof(id, view.edition.number)} />}
        </li>
        {has.results && (
          <li className="formats">
            {t.formAgain}
            {formats.map((format) => (
              <Fragment key={format}>
                <a href={file(addresses.form(id, format, view.edition.number))} download>
                  {format.toUpperCase()}
                </a>
                {hasLog && view.kept.includes(format) && (
                  <Proof of={format.toUpperCase()} at={addresses.formProof(id, format, view.edition.number)} />
                )}
              </Fragment>
            ))}
          </li>
        )}
        <li>
          <a href={address(addresses.wholeSource(id, edition))}>{t.sourceText}</a>
        </li>
        {has.rows &&
          asOf === undefined &&
          (['questions', 'clarifications'] as const).map((kind) => (
            <li key={kind}>
              <a href={address(addresses.sheet(id, kind, undefined, edition === null ? '' : `edition=${edition}`))}>
                {sheets[kind]}
              </a>
            </li>
          ))}
        {hasOffice && asOf === undefined && (
          <li>
            <a href={address(`/filings/${encodeURIComponent(id)}/compare`)}>{t.compareWith}</a>
          </li>
        )}
        <li>
          <a href={file(`/api${addresses.filing(id, edition)}`)}>{t.readingJson}</a>
        </li>
        {has.rows && edition === null && (
          <li>
            <a href={address(addresses.plansCsv(new URLSearchParams({ filing: id }).toString()))}>{t.plansCsv}</a>
          </li>
        )}
      </ul>
    </>
  );
}
