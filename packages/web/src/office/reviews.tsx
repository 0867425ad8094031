import type { ReactNode } from 'react';
import { textColumns } from '@guankao/domain';
import { budgetedToDate, executedToDate, type RowRecord } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { GapsNote } from './home.tsx';
import { OfficePage } from './office-page.tsx';
import { RefusalNote, RefusedPage, useTyped, type Refused } from './refused.tsx';
import { useReviewWords } from './review-words.ts';
import { FindingList } from './row.tsx';
import { Once } from './shown.tsx';
import type { OfficeFrame, ReviewsView, RowLine } from './views.ts';
import { fieldLabels, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** What waits for a supervisor, to be read from top to bottom and approved at once: on a phone, too. */
export function reviewsPage(reader: Reader, frame: OfficeFrame, view: ReviewsView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <Reviews frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function Reviews({
  frame,
  view: { lines, unchecked, approved },
  refused,
}: {
  frame: OfficeFrame;
  view: ReviewsView;
  refused: Refused | null;
}): ReactNode {
  const t = useReviewWords();
  const address = useAddress();
  return (
    <OfficePage actor={frame.actor} title={t.title}>
      <h1>{t.title}</h1>
      <RefusalNote refused={refused} />
      <RefusalNote refused={unchecked} />
      {approved !== null && <output className="note">{t.approved(approved)}</output>}
      {lines.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <form className="reviews" method="post" action={address('/office/reviews')}>
          <p className="lead">{t.lead}</p>
          <Once />
          {lines.map((line) => (
            <ToRead key={line.row.id} line={line} />
          ))}
          {lines.some(isTickable) && (
            <p>
              <button type="submit">{t.approve}</button>
            </p>
          )}
        </form>
      )}
    </OfficePage>
  );
}

/** Rows in which nothing was found that somebody has to look at on its own page. */
function isTickable({ findings }: RowLine): boolean {
  return findings !== null && !findings.some(({ severity }) => severity === 'error' || severity === 'warning');
}

function ToRead({ line }: { line: RowLine }): ReactNode {
  const punctuation = usePunctuation();
  const t = useReviewWords();
  const rowName = useRowName();
  const { locale } = useReader();
  const address = useAddress();
  const typed = useTyped('reviews');
  const { row, agencyName, findings } = line;
  const heading = `name-${row.id}`;
  const toRow = address(`/office/rows/${encodeURIComponent(row.id)}`);
  const named = `${row.id} ${row.version}`;
  return (
    <article aria-labelledby={heading}>
      <h2 id={heading} lang="zh-Hant">{`${row.marker ?? ''}${rowName(row)}`}</h2>
      <p className="facts">
        {row.year}
        {punctuation.gap}
        {agencyName}
        {punctuation.gap}
        <span lang="zh-Hant">{row.texts.period}</span>
      </p>
      <dl className="typed-texts">
        {textColumns.map((field) => (
          <div key={field}>
            <dt>{fieldLabels[locale][field]}</dt>
            <dd className="said" lang={row.texts[field] === '' ? undefined : 'zh-Hant'}>
              {row.texts[field] === '' ? t.empty : row.texts[field]}
            </dd>
          </div>
        ))}
        <MoneyOfRow row={row} />
      </dl>
      <GapsNote row={row} />
      <FindingList id={`findings-${row.id}`} findings={findings ?? []} />
      <p className="review-choice">
        {isTickable(line) ? (
          <label>
            <input
              type="checkbox"
              name="rows"
              value={named}
              aria-describedby={heading}
              defaultChecked={typed('rows').split('\n').includes(named)}
            />{' '}
            {t.tick}
          </label>
        ) : (
          <span>{findings === null ? t.openUnchecked : t.openFirst}</span>
        )}
        <a href={toRow} aria-describedby={heading}>
          {t.open}
        </a>
      </p>
    </article>
  );
}

/** Nothing where no amount is recorded: that this year's is missing is said below. */
function MoneyOfRow({ row }: { row: RowRecord }): ReactNode {
  const punctuation = usePunctuation();
  const t = useReviewWords();
  const figures = [
    [t.approvedTotal, row.money.approvedTotal],
    [t.budgetedToDate, budgetedToDate(row.money, row.fiscalYear)],
    [t.executedToDate, executedToDate(row.money, row.fiscalYear)],
  ] as const;
  const recorded = figures.flatMap(([name, value]) => (value === null ? [] : [[name, grouped(value)] as const]));
  if (recorded.length === 0) return null;
  return (
    <div>
      <dt>{t.money}</dt>
      {recorded.map(([name, value]) => (
        <dd key={name}>
          {name}
          {punctuation.gap}
          {t.twd(value)}
        </dd>
      ))}
    </div>
  );
}
