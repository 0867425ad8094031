import type { ReactNode } from 'react';
import { roleNames, type Deputyship } from '@guankao/workflow';
import { calendarDate } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { deputyWords } from './deputy-words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** Above every page of the workbench, for whoever is a deputy: in whose name it is worked here, and the way to change it. */
export function InWhoseName(): ReactNode {
  const { names } = useReader();
  if (names === undefined || names.deputyships.length === 0) return null;
  const acting = names.deputyships.find(({ id }) => id === names.now);
  return acting === undefined ? <NameChoice names={names} /> : <Acting acting={acting} names={names} />;
}

function Acting({ acting, names }: { acting: Deputyship; names: NonNullable<Reader['names']> }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(deputyWords);
  const { locale } = useReader();
  const roles = [...new Set(acting.grants.map(({ role }) => roleNames[locale][role]))].join(punctuation.list);
  return (
    <aside className="acting" aria-label={t.title}>
      <p>
        <strong>{t.acting(acting.principal.name, calendarDate(acting.until, locale))}</strong>
        <span className="facts">{roles}</span>
      </p>
      <NameChoice names={names} />
    </aside>
  );
}

function NameChoice({ names }: { names: NonNullable<Reader['names']> }): ReactNode {
  const t = useOwnWords(deputyWords);
  const address = useAddress();
  return (
    <form className="name-choice" method="post" action={address('/office/acting')}>
      <label htmlFor="acting-as">{t.actingAs}</label>{' '}
      <select id="acting-as" name="as" defaultValue={names.now ?? ''}>
        <option value="">{t.ownName(names.own)}</option>
        {names.deputyships.map(({ id, principal }) => (
          <option key={id} value={id}>
            {t.forName(principal.name)}
          </option>
        ))}
      </select>{' '}
      <button type="submit" className="plain-button">
        {t.change}
      </button>
    </form>
  );
}
