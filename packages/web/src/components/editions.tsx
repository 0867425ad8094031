import type { ReactNode } from 'react';
import { roleNames } from '@guankao/workflow';
import { addresses } from '../addresses.ts';
import { instant } from '../figures/years.ts';
import { useAddress, useReader, useWords } from '../reader.tsx';
import type { EditionView } from '../views.ts';
import { words, type Locale } from '../words/words.ts';

/** Said on top of what is no longer current: by which edition it was superseded, when and why. */
export function EditionNotice({
  edition,
  editions = [],
  current,
}: {
  edition: EditionView;
  /** All of them, where the page has them. */
  editions?: readonly EditionView[];
  current: string;
}): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  const address = useAddress();
  if (edition.current) return null;
  const newest = editions.find((one) => one.current);
  return (
    <p className="edition-notice" role="note">
      {t.oldEdition(edition.number)}
      {newest !== undefined &&
        t.supersededBy(newest.number, instant(newest.importedAt, locale), newest.reason ?? '—')}{' '}
      <a href={address(current)}>{t.toCurrent}</a>
    </p>
  );
}

/** 範例部 彙整 */
export function editionBy({ role, agency }: EditionView['importedBy'], locale: Locale): string {
  const names: Readonly<Record<string, string>> = { ...roleNames[locale], operator: words[locale].operator };
  return [agency, names[role] ?? role].filter((part) => part !== null).join(' ');
}

/** Every edition stays reachable, byte for byte. */
export function EditionList({
  editions,
  address: pathOf,
}: {
  editions: readonly EditionView[];
  address: (edition: number | null) => string;
}): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { locale, asOf } = useReader();
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{t.editions}</h2>
      <table className="editions">
        <thead>
          <tr>
            <th scope="col">{t.editions}</th>
            <th scope="col">{t.importedAt}</th>
            <th scope="col">{t.importedBy}</th>
            <th scope="col">{t.sourceFile}</th>
            <th scope="col">{t.fingerprint}</th>
            <th scope="col">{t.reason}</th>
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <tr key={edition.number}>
              <th scope="row" data-label={t.editions}>
                <a href={address(pathOf(edition.current ? null : edition.number))}>{t.edition(edition.number)}</a>
                {edition.current && (
                  <span className="facts">{asOf === undefined ? t.currentEdition : t.currentThen}</span>
                )}
              </th>
              <td data-label={t.importedAt}>
                <time dateTime={edition.importedAt}>{instant(edition.importedAt, locale)}</time>
              </td>
              <td data-label={t.importedBy}>{editionBy(edition.importedBy, locale)}</td>
              <td data-label={t.sourceFile}>
                <a href={addresses.original(edition.sha256)} download>
                  {edition.fileName}
                </a>
              </td>
              <td data-label={t.fingerprint}>
                <code title={edition.sha256}>{edition.sha256.slice(0, 12)}…</code>
              </td>
              <td data-label={t.reason}>
                {edition.reason ?? '—'}
                {edition.settled !== null && (
                  <span className="facts">
                    {t.settledByHand(instant(edition.settled.at, locale), edition.settled.reason ?? '—')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
