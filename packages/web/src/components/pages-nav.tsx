import type { ReactNode } from 'react';
import { useWords } from '../reader.tsx';

/** The ways to the page before and after; nothing where there is one page. `said`: which part this is, if the pages are not counted. */
export function PagesNav({
  page,
  pages,
  to,
  said,
}: {
  readonly page: number;
  readonly pages: number;
  /** The address of a page, in the reader's language. */
  readonly to: (page: number) => string;
  readonly said?: string;
}): ReactNode {
  const t = useWords();
  if (pages < 2) return null;
  const here = said ?? t.pageOf(page, pages);
  return (
    <nav className="pages" aria-label={here}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {t.previous}
        </a>
      )}
      <span>{here}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  );
}
