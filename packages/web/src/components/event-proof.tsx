import type { ReactNode } from 'react';
import { instant } from '../figures/years.ts';
import { useAddress, useFileAddress, useOwnWords, useReader } from '../reader.tsx';
import type { EventProofView } from '../views.ts';
import { targetWords } from './target-words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** Where an event stands in the log, and the way to its proof. `download`: the address of its `.tlog-proof`. */
export function EventProof({ proof, download }: { proof: EventProofView | null; download: string }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(targetWords);
  const { locale } = useReader();
  const address = useAddress();
  const file = useFileAddress();
  if (proof === null) return <p className="event-proof facts">{t.noLeaf}</p>;
  const { position, leaf, checkpoint, erasedBy } = proof;
  return (
    <p className="event-proof facts">
      {t.position(position)}
      {punctuation.gap}
      {t.leaf} <code title={leaf}>{leaf.slice(0, 12)}…</code>
      {punctuation.gap}
      {checkpoint === null ? (
        t.unsigned
      ) : (
        <>
          {t.within(checkpoint.size, instant(checkpoint.signedAt.toISOString(), locale))}
          {punctuation.gap}
          <a href={file(download)} download>
            {t.download}
          </a>
          {punctuation.gap}
          <a href={address('/verify')}>{t.verify}</a>
        </>
      )}
      {erasedBy !== null && (
        <b>
          {punctuation.gap}
          {t.erased(erasedBy)}
        </b>
      )}
    </p>
  );
}
