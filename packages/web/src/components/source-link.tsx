import type { ReactNode } from 'react';
import { addresses, type Place } from '../addresses.ts';
import { useAddress, useReader, useWords } from '../reader.tsx';

/** `第 12 行` or `p. 3`: how a place is said in words. */
export function usePlaceInWords(): (place: Place) => string {
  const t = useWords();
  return (place) => (place.page === null ? t.line(place.line) : t.page(place.page));
}

function useSourceAddress(): (place: Place) => string {
  const address = useAddress();
  const { path } = useReader();
  return (place) => address(addresses.source(place, path.split('#')[0]));
}

/** A value that opens its place in the source. `name` tells those who cannot see which value it is. */
export function SourceLink({
  place,
  name,
  children,
}: {
  place: Place;
  name?: string;
  children?: ReactNode;
}): ReactNode {
  const t = useWords();
  const inWords = usePlaceInWords()(place);
  const href = useSourceAddress()(place);
  return (
    <a className="to-source" href={href} title={t.seeSource(inWords)}>
      {children ?? inWords}
      {name !== undefined && <span className="aside-for-ears">{t.inBrackets(name)}</span>}
    </a>
  );
}
