import type { ReactNode } from 'react';
import { KeepAsOf } from '../components/as-of.tsx';
import { Page, render } from '../components/document.tsx';
import { useAddress, useReader, useWords, type Reader } from '../reader.tsx';

/** What went wrong, in words for the reader: nothing here is of use to an attacker, and no stack trace is shown. */
export type Problem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refusal'; readonly message: { readonly 'zh-Hant': string; readonly en: string } }
  | { readonly kind: 'bad-request'; readonly detail: string }
  /** `id` is what the operator’s log calls it. */
  | { readonly kind: 'fault'; readonly id: string };

export function problemPage(reader: Reader, problem: Problem): string {
  return render(reader, <ProblemPage problem={problem} />);
}

function ProblemPage({ problem }: { problem: Problem }): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { title, text } = useProblemInWords(problem);
  return (
    <Page title={title} unlisted>
      <div className="problem">
        <h1>{title}</h1>
        <p className="lead">{text}</p>
        <h2>{t.tryInstead}</h2>
        <ul>
          <li>
            <a href={address('/plans')}>{t.plans}</a>
          </li>
          <li>
            <a href={address('/filings')}>{t.filings}</a>
          </li>
          <li>
            <a href={address('/')}>{t.home}</a>
          </li>
        </ul>
        {problem.kind === 'not-found' && (
          <form className="search" method="get" action={address('/plans')}>
            <label htmlFor="q">{t.search}</label>
            <input id="q" name="q" type="search" aria-describedby="q-hint" />
            <KeepAsOf />
            <button type="submit">{t.search}</button>
            <span id="q-hint" className="hint">
              {t.searchHint}
            </span>
          </form>
        )}
      </div>
    </Page>
  );
}

function useProblemInWords(problem: Problem): { title: string; text: string } {
  const t = useWords();
  const { locale, path } = useReader();
  switch (problem.kind) {
    case 'not-found':
      return { title: t.notFound, text: t.notFoundText(readable(path)) };
    case 'refusal':
      return { title: t.refused, text: problem.message[locale] };
    case 'bad-request':
      return { title: t.badRequest, text: problem.detail };
    case 'fault':
      return { title: t.serverFault, text: t.serverFaultText(problem.id) };
    default:
      return problem satisfies never;
  }
}

/** An address as a person reads it; one that is broken stays as it is. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
