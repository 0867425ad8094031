import type { ReactNode } from 'react';
import { instant } from '../figures/years.ts';
import { useAddress, useFileAddress, useOwnWords, useReader } from '../reader.tsx';
import type { EventProofView } from '../views.ts';
import { targetWords } from './target-words.ts';

/** Where an event stands in the log, and the way to its proof. `download`: the address of its `.tlog-proof`. */
export function EventProof({ proof, download }: { proof: EventProofView | null; download: string }): ReactNode {
  const t = useOwnWords(targetWords);
  const { locale } = useReader();
  const address = useAddress();
  const file = useFileAddress();
  if (proof === null) return <p className="event-proof facts">{t.noLeaf}</p>;
  const { position, leaf, checkpoint, erasedBy } = proof;
  return (
    <p className="event-proof facts">
      {t.position(position)}　{t.leaf} <code title={leaf}>{leaf.slice(0, 12)}…</code>
      {'　'}
      {checkpoint === null ? (
        t.unsigned
      ) : (
        <>
          {t.within(checkpoint.size, instant(checkpoint.signedAt.toISOString(), locale))}
          {'　'}
          <a href={file(download)} download>
            {t.download}
          </a>
          {'　'}
          <a href={address('/verify')}>{t.verify}</a>
        </>
      )}
      {erasedBy !== null && <b>　{t.erased(erasedBy)}</b>}
    </p>
  );
}
