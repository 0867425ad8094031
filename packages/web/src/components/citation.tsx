import { useId, type ReactNode } from 'react';
import { addresses, type Place } from '../addresses.ts';
import { useAddress, useReader, useWords } from '../reader.tsx';
import { usePlaceInWords } from './source-link.tsx';

export interface CitationProps {
  /** What is cited: `已編列預算數`. */
  readonly name: string;
  /** As printed in the source. */
  readonly quotation: string;
  readonly place: Place;
  /** How the value came from the quotation; none: as printed. */
  readonly formula?: string;
  readonly inferred?: boolean;
  readonly by?: string;
  /** Of what is cited, where it has one of its own; none: its place in the source. */
  readonly address?: string;
}

/**
 * A button that opens all that is needed to cite a value. The browser’s own popover: no script.
 * Spans throughout, since it stands inside paragraphs.
 */
export function Citation({ name, quotation, place, formula, inferred = false, by, address }: CitationProps): ReactNode {
  const t = useWords();
  const { origin } = useReader();
  const addressOf = useAddress();
  const placeInWords = usePlaceInWords();
  const id = `cite${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  const source = address ?? `${origin}${addressOf(addresses.source(place))}`;
  return (
    <>
      <button type="button" className="cite" popoverTarget={id} aria-label={t.citeValue(name)}>
        {t.cite}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a dialog element would end the paragraph that it stands in */}
      <span id={id} popover="auto" className="citation" role="dialog" aria-label={t.citeValue(name)}>
        <span className="citation-title">{name}</span>
        <Part name={t.quotation}>
          <q lang="zh-Hant">{quotation.trim()}</q>
        </Part>
        <Part name={t.place}>
          {placeInWords(place)}
          {place.edition !== null && t.inBrackets(t.edition(place.edition))}
        </Part>
        <Part name={t.formula}>{formula ?? (inferred ? t.inferred : t.asPrinted)}</Part>
        {by !== undefined && <Part name={t.readBy}>{by}</Part>}
        <Part name={t.address}>
          <a className="citation-address" href={source}>
            {source}
          </a>
        </Part>
        <button type="button" className="plain-button" popoverTarget={id} popoverTargetAction="hide">
          {t.close}
        </button>
      </span>
    </>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <span className="citation-part">
      <b>{name}</b>
      <span>{children}</span>
    </span>
  );
}
