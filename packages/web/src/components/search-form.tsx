import type { ReactNode } from 'react';
import { useWords } from '../reader.tsx';
import { KeepAsOf } from './as-of.tsx';

/** What an address asks for, as it stands in it. */
type Asked = { readonly q?: string; readonly page?: string };

/** The question with some of it changed; what is undefined or empty is taken out, and the page starts again at the first. */
export function changed(query: Asked, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const entries = Object.entries({ ...query, page: undefined, ...changes });
  return new URLSearchParams(
    entries.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])),
  ).toString();
}

export interface SearchFormProps {
  readonly query: Asked;
  /** The page's own address. */
  readonly to: string;
  readonly label: string;
  readonly hint: string;
}

/** A GET form: what it asks stands in the address, with the conditions chosen below kept. */
export function SearchForm({ query, to, label, hint }: SearchFormProps): ReactNode {
  const t = useWords();
  const kept = Object.entries(query).filter(([name]) => name !== 'q' && name !== 'page');
  return (
    <search>
      <form className="search" method="get" action={to}>
        <label htmlFor="q">{label}</label>
        <input id="q" name="q" type="search" defaultValue={query.q} aria-describedby="q-hint" />
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <KeepAsOf />
        <button type="submit">{t.search}</button>
        <span id="q-hint" className="hint">
          {hint}
        </span>
      </form>
    </search>
  );
}
