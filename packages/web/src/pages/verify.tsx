import type { ReactNode } from 'react';
import { Page, render } from '../components/document.tsx';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { verifyWords } from '../verify/verify-words.ts';

/** `keys`: verifier keys of the record's logs, oldest first; none where nothing was signed yet. */
export function verifyPage(reader: Reader, keys: readonly string[]): string {
  return render(reader, <VerifyPage keys={keys} />);
}

function VerifyPage({ keys }: { keys: readonly string[] }): ReactNode {
  const t = useOwnWords(verifyWords);
  const address = useAddress();
  const { assets } = useReader();
  return (
    <Page title={t.title} description={t.lead}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {keys.length === 0 ? (
        <p>{t.noLog}</p>
      ) : (
        <>
          <p className="needs-script">{t.needsScript}</p>
          <form id="verify" data-compare={assets.compare} hidden>
            <p>
              <label htmlFor="verify-file">{t.file}</label> <input id="verify-file" type="file" />
            </p>
            <p>
              <label htmlFor="verify-proof">{t.proof}</label>{' '}
              <input id="verify-proof" type="file" accept=".tlog-proof" aria-describedby="verify-hint" />{' '}
              <span id="verify-hint" className="hint">
                {t.proofHint} {t.dropHint}
              </span>
            </p>
          </form>
          <output id="verify-verdict" htmlFor="verify-file verify-proof" />
          <div id="verify-compare" hidden>
            <p>
              <label htmlFor="verify-issued">{t.issued}</label>{' '}
              <input id="verify-issued" type="file" aria-describedby="verify-issued-hint" />{' '}
              <span id="verify-issued-hint" className="hint">
                {t.issuedHint}
              </span>
            </p>
            <p>
              <a id="verify-filing" href={address('/filings')}>
                {t.issuedPage}
              </a>
            </p>
            <output id="verify-cells" htmlFor="verify-issued" />
          </div>
          <h2>{t.keys}</h2>
          <ul className="verifier-keys">
            {keys.map((key) => (
              <li key={key}>
                <code className="verifier-key">{key}</code>
              </li>
            ))}
          </ul>
          <p className="hint">{t.keysHint}</p>
          {assets.verify !== undefined && <script src={assets.verify} defer />}
        </>
      )}
    </Page>
  );
}
