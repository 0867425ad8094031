import type { ReactNode } from 'react';
import type { Notice, NoticeKind } from '@guankao/workflow';
import { useAddress, useOwnWords, useReader } from '../reader.tsx';
import { noticeHeading, noticeLine, noticePath, noticesByKind } from './notice-words.ts';
import { mailWords } from './page-words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** Notices by kind, the most urgent first, each leading to where it is dealt with. */
export function NoticeList({ notices, level }: { notices: readonly Notice[]; level: 'h2' | 'h3' }): ReactNode {
  const punctuation = usePunctuation();
  const { locale } = useReader();
  const Heading = level;
  return noticesByKind(notices).map(([kind, own]) => (
    <section key={kind} aria-labelledby={`notices-${kind}`}>
      <Heading
        id={`notices-${kind}`}
      >{`${noticeHeading(kind, locale)}${punctuation.open}${own.length}${punctuation.close}`}</Heading>
      <Lines notices={own} />
    </section>
  ));
}

/** On the first page of the workbench. */
const mostAtHome = 6;

/** They stand in lists of their own there. */
const inOtherLists: readonly NoticeKind[] = ['row-to-write', 'row-to-approve', 'comment-assigned', 'comment-mentioned'];

/** The most urgent, and the way to all; nothing where there are none. */
export function HomeNotices({ notices: all }: { notices: readonly Notice[] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(mailWords);
  const address = useAddress();
  const notices = all.filter((notice) => notice.for !== null || !inOtherLists.includes(notice.kind));
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{`${t.notices}${punctuation.open}${all.length}${punctuation.close}`}</h2>
      {notices.length > 0 && <Lines notices={notices.slice(0, mostAtHome)} />}
      <p>
        <a href={address('/office/notices')}>{t.allNotices}</a>
      </p>
    </section>
  );
}

function Lines({ notices }: { notices: readonly Notice[] }): ReactNode {
  const { locale } = useReader();
  const address = useAddress();
  return (
    <ul className="notice-list">
      {notices.map((notice) => (
        <li key={notice.key}>
          {notice.for === null ? (
            <a href={address(noticePath(notice))}>{noticeLine(notice, locale)}</a>
          ) : (
            <form method="post" action={address('/office/acting')}>
              <input type="hidden" name="as" value={notice.for.deputyship} />
              <input type="hidden" name="to" value={noticePath(notice)} />
              <button type="submit" className="plain-button">
                {noticeLine(notice, locale)}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
