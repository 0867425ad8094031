import type { ReactNode } from 'react';
import { textColumns } from '@guankao/domain';
import { gapsOf, rowMachine, yearMachine } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { severities } from '../components/severity.tsx';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { mailWords } from '../mail/page-words.ts';
import { OwnComments } from './comments.tsx';
import { OfficePage } from './office-page.tsx';
import { words } from '../words/words.ts';
import { HomeNotices } from '../mail/notice-list.tsx';
import { RefusalNote } from './refused.tsx';
import { useReviewWords } from './review-words.ts';
import type { OfficeFrame, OfficeHomeView, RowLine } from './views.ts';
import { fieldLabels, useOfficeWords, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export function officeHomePage(reader: Reader, frame: OfficeFrame, view: OfficeHomeView): string {
  return render(reader, <OfficeHome frame={frame} view={view} />);
}

function OfficeHome({ frame, view }: { frame: OfficeFrame; view: OfficeHomeView }): ReactNode {
  const punctuation = usePunctuation();
  const [t, queue] = [useOfficeWords(), useReviewWords()];
  const mail = useOwnWords(mailWords);
  const toApprove = view.toDo.filter(({ moves }) => moves.includes('approve')).length;
  const { locale } = useReader();
  const address = useAddress();
  return (
    <OfficePage actor={frame.actor} title={t.office} crumbs={[]}>
      <h1>{t.office}</h1>
      <RefusalNote refused={view.unchecked} />
      <HomeNotices notices={view.notices} />
      <section aria-labelledby="to-do">
        <h2 id="to-do">{t.toDo}</h2>
        {toApprove > 0 && (
          <p>
            <a href={address('/office/reviews')}>{queue.link(toApprove)}</a>
          </p>
        )}
        {view.toDo.length === 0 ? <p>{t.nothingToDo}</p> : <RowTable rows={view.toDo} />}
      </section>
      <OwnComments comments={view.comments} />
      <section aria-labelledby="years">
        <h2 id="years">{t.years}</h2>
        {view.years.length === 0 && <p>{t.noYears}</p>}
        <ul className="year-list">
          {view.years.map((year) => (
            <li key={year.id}>
              <a href={address(`/office/years/${encodeURIComponent(year.id)}`)}>{year.id}</a>
              {punctuation.open}
              {yearMachine.labels[year.state][locale]}
              {punctuation.close}
            </li>
          ))}
        </ul>
        <p className="office-links">
          {view.mayOpen && <a href={address('/office/open')}>{t.openYear}</a>}
          {view.mayInvite && <a href={address('/office/accounts')}>{t.accounts}</a>}
          {view.mayInvite && <a href={address('/office/mail')}>{mail.mailOfAll}</a>}
          <a href={address('/office/me/mail')}>{mail.ownMail}</a>
          {view.drafts > 0 && <a href={address('/office/drafts')}>{t.ownDrafts(view.drafts)}</a>}
        </p>
      </section>
    </OfficePage>
  );
}

export function RowTable({ rows }: { rows: readonly RowLine[] }): ReactNode {
  const t = useOfficeWords();
  const rowName = useRowName();
  const { locale } = useReader();
  const address = useAddress();
  return (
    <div className="table-frame">
      <table className="office-table rows-of-year">
        <thead>
          <tr>
            <th scope="col">{t.plan}</th>
            <th scope="col">{t.agency}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.checks}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, agencyName, findings }) => (
            <tr key={row.id}>
              <th scope="row" data-label={t.plan}>
                <a
                  href={address(`/office/rows/${encodeURIComponent(row.id)}`)}
                >{`${row.marker ?? ''}${rowName(row)}`}</a>
              </th>
              <td data-label={t.agency}>{agencyName}</td>
              <td data-label={t.state}>{rowMachine.labels[row.state][locale]}</td>
              <td data-label={t.checks}>
                <FindingCounts row={row} findings={findings} />
                <GapsNote row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const marks = { error: '■', warning: '▲', question: '?' } as const;

/** Nothing looks finished that is not: what is empty, and whose money is another year's. */
export function GapsNote({ row }: { row: RowLine['row'] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const { texts, money } = gapsOf(row);
  const said = [
    ...(texts.length === 0 ? [] : [t.emptyTexts(texts.map((field) => fieldLabels[locale][field]))]),
    ...(money ? [t.noMoneyThisYear(row.fiscalYear - 1911)] : []),
  ];
  if (said.length === 0) return null;
  return <span className="facts">{said.join(punctuation.semicolon)}</span>;
}

/** A dash says that texts were checked and nothing was found; of a row without any it would be untrue. */
function FindingCounts({ row, findings }: Pick<RowLine, 'row' | 'findings'>): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  if (findings === null) return t.notChecked;
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${marks[severity]} ${words[locale].severityCount[severity](count)}`];
  });
  if (counts.length > 0) return counts.join(punctuation.gap);
  return textColumns.every((field) => row.texts[field].trim() === '') ? t.nothingToCheck : '—';
}
