import type { ReactNode } from 'react';
import { grouped } from '../figures/numbers.ts';
import { instant } from '../figures/years.ts';
import { useOwnWords, useReader } from '../reader.tsx';
import type { TargetChangeView, TargetHistoryView } from '../views.ts';
import { EventProof } from './event-proof.tsx';
import { targetWords } from './target-words.ts';

/** Each target with all that became of it, oldest first, to be printed. */
export function TargetTables({ targets }: { targets: readonly TargetHistoryView[] }): ReactNode {
  const t = useOwnWords(targetWords);
  if (targets.length === 0) return <p className="empty">{t.none}</p>;
  return (
    <>
      {targets.map(({ label, changes }, at) => (
        <section className="target-history" key={`${at + 1}-${label}`} aria-labelledby={`target-${at + 1}`}>
          <h2 id={`target-${at + 1}`} lang="zh-Hant">
            {label}
          </h2>
          <div className="table-frame">
            <table className="office-table target-changes">
              <thead>
                <tr>
                  {[t.change, t.before, t.after, t.who, t.when, t.why, t.document].map((name) => (
                    <th scope="col" key={name}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              {changes.map((change) => (
                <Change key={`${change.event}-${change.at}`} change={change} />
              ))}
            </table>
          </div>
        </section>
      ))}
      <p className="hint">{t.print}</p>
    </>
  );
}

/** The change in one line, its proof in the next. */
function Change({ change }: { change: TargetChangeView }): ReactNode {
  const t = useOwnWords(targetWords);
  const { locale } = useReader();
  const { step, before, after, who, at, reason, document, proof, download } = change;
  return (
    <tbody className={`step-${step}`}>
      <tr>
        <th scope="row" data-label={t.change}>
          {t.step[step]}
        </th>
        <td data-label={t.before}>{figure(before)}</td>
        <td data-label={t.after}>{figure(after)}</td>
        <td data-label={t.who}>{who}</td>
        <td data-label={t.when}>
          <time dateTime={at}>{instant(at, locale)}</time>
        </td>
        <td data-label={t.why}>{reason ?? (step === 'first' ? '—' : t.noReason)}</td>
        <td data-label={t.document}>
          {document === null ? (
            step === 'first' ? (
              '—'
            ) : (
              t.noDocument
            )
          ) : document.path === null ? (
            document.name
          ) : (
            <a href={document.path}>{document.name}</a>
          )}
        </td>
      </tr>
      <tr className="proof-line">
        <td colSpan={7} data-label={t.proof}>
          <EventProof proof={proof} download={download} />
        </td>
      </tr>
    </tbody>
  );
}

/** ≥ 12 公里, and below it the words, where they say more. */
function figure(target: TargetChangeView['after']): ReactNode {
  if (target === null) return '—';
  const { sign, value, unit, text } = target;
  const number = value === null ? null : `${sign}${grouped(value)}${unit === null ? '' : ` ${unit}`}`;
  return (
    <>
      {number !== null && <b>{number}</b>}
      {text !== '' && (
        <span className="facts" lang="zh-Hant">
          {text}
        </span>
      )}
    </>
  );
}
