import { Fragment, type ReactNode } from 'react';
import { coverageInWords } from '@guankao/reading';
import { useReader } from '../reader.tsx';
import type { Checked } from './views.ts';
import { useOfficeWords } from './words.ts';

/** That nothing was found is said only beside what was read, and what was not looked at is always said. */
export function CheckedNote({ checked, findings }: { checked: Checked; findings: number }): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  const { lookedAt, notices } = checked;
  const nothing = lookedAt.targets + lookedAt.figures === 0;
  const clean = findings === 0 && notices.length === 0;
  return (
    <output className="note">
      {nothing
        ? t.nothingLookedAt
        : `${t.lookedAt(lookedAt)} ${t.coverage(coverageInWords(lookedAt.coverage, locale))}`}
      {!nothing && clean && ` ${t.noFindings}`}
      {notices.map(({ message }) => (
        <Fragment key={message.en}>
          <br />
          {message[locale]}
        </Fragment>
      ))}
    </output>
  );
}
