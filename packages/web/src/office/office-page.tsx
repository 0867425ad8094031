import type { ReactNode } from 'react';
import { roleNames, type Actor } from '@guankao/workflow';
import { InWhoseName } from './acting.tsx';
import { Page, type Crumb } from '../components/document.tsx';
import { useAddress, useReader } from '../reader.tsx';
import { useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** The way to a page of a year: the workbench, the year. */
export function useYearCrumbs(year: string): readonly [Crumb, Crumb] {
  const t = useOfficeWords();
  return [
    { path: '/office', name: t.office },
    { path: `/office/years/${encodeURIComponent(year)}`, name: year },
  ];
}

/** The frame of the workbench: who is signed in, in which roles, and the way out. */
export function OfficePage({
  actor,
  title,
  crumbs,
  children,
}: {
  actor: Actor;
  title: string;
  crumbs?: readonly Crumb[];
  children: ReactNode;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const address = useAddress();
  const roles = [...new Set(actor.grants.map(({ role }) => roleNames[locale][role]))].join(punctuation.list);
  return (
    <Page title={title} crumbs={crumbs ?? [{ path: '/office', name: t.office }]} unlisted>
      <form className="signed-in" method="post" action={address('/sign-out')}>
        <span>
          <a href={address('/office/me')}>{actor.name}</a>
          {punctuation.open}
          {roles}
          {punctuation.close}
        </span>{' '}
        <button type="submit" className="plain-button">
          {t.signOut}
        </button>
      </form>
      <InWhoseName />
      {children}
    </Page>
  );
}
