import { planId } from '@guankao/reading';
import type { ReactNode } from 'react';
import type { Comparison } from '@guankao/comparison';
import { addresses } from '../addresses.ts';
import { ComparisonResults } from '../components/comparison-results.tsx';
import { Page, render } from '../components/document.tsx';
import { RefusalNote, type Refused } from '../office/refused.tsx';
import { useAddress, useOwnWords, type Reader } from '../reader.tsx';

export interface CompareView {
  readonly filing: string;
  /** Other filings held, to choose from. */
  readonly others: readonly string[];
  readonly compared: { readonly name: string; readonly comparison: Comparison } | null;
  readonly mayUpload: boolean;
}

const table = {
  title: { 'zh-Hant': '與另一份官方文件對照', en: 'Against another official source' },
  lead: {
    'zh-Hant': '同一計畫在兩份文件裡的金額並列。差異是兩個來源之間的，不說哪一個錯；總經費的範圍常常不同。',
    en: 'The same plans in two documents, side by side. A difference is between sources, never an error of one; totals often differ in scope.',
  },
  with: { 'zh-Hant': '對照', en: 'Compare with' },
  compare: { 'zh-Hant': '對照', en: 'Compare' },
  upload: {
    'zh-Hant': '或上傳預算書、另一年度的表（CSV、PDF、ODS …）',
    en: 'or upload a budget book, or the form of another year (CSV, PDF, ODS …)',
  },
} as const;

export function comparePage(reader: Reader, view: CompareView, refused: Refused | null): string {
  return render(reader, <ComparePage view={view} refused={refused} />);
}

function ComparePage({ view, refused }: { view: CompareView; refused: Refused | null }): ReactNode {
  const t = useOwnWords(table);
  const address = useAddress();
  const here = address(`/filings/${encodeURIComponent(view.filing)}/compare`);
  return (
    <Page
      title={t.title}
      crumbs={[{ path: addresses.filing(view.filing), name: view.filing }]}
      section="/filings"
      unlisted
    >
      <h1>{t.title}</h1>
      <p className="lead">
        {view.filing}　{t.lead}
      </p>
      <RefusalNote refused={refused} />
      {view.others.length > 0 && (
        <form className="office-form" method="get" action={here}>
          <p className="field">
            <label htmlFor="with">{t.with}</label>
            <select id="with" name="with">
              {view.others.map((id) => (
                <option key={id} value={id}>
                  {id}
                </option>
              ))}
            </select>{' '}
            <button type="submit">{t.compare}</button>
          </p>
        </form>
      )}
      {view.mayUpload && (
        <form className="office-form" method="post" action={here} encType="multipart/form-data">
          <p className="field">
            <label htmlFor="file">{t.upload}</label>
            <input id="file" name="file" type="file" required />
          </p>
          <p>
            <button type="submit">{t.compare}</button>
          </p>
        </form>
      )}
      {view.compared !== null && (
        <ComparisonResults
          name={view.compared.name}
          comparison={view.compared.comparison}
          addressOf={(row) => addresses.plan(planId(view.filing, row))}
        />
      )}
    </Page>
  );
}
