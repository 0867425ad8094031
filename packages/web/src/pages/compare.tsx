import type { ReactNode } from 'react';
import type { Compared, Comparison } from '@guankao/comparison';
import { addresses } from '../addresses.ts';
import { Page, render } from '../components/document.tsx';
import { RefusalNote, type Refused } from '../office/sign-in.tsx';
import { useAddress, useReader, type Reader } from '../reader.tsx';

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
  upload: { 'zh-Hant': '或上傳預算書、另一年度的表（CSV、PDF、ODS …）', en: 'or upload a budget book, or the form of another year (CSV, PDF, ODS …)' },
  amounts: { 'zh-Hant': '已編列數不同', en: 'Another budget to date' },
  scopes: { 'zh-Hant': '總經費範圍不同', en: 'A total of another scope' },
  same: { 'zh-Hant': '相符', en: 'Agree' },
  missing: { 'zh-Hant': '那份文件裡找不到的列', en: 'Rows not found there' },
  none: { 'zh-Hant': '沒有。', en: 'None.' },
  plan: { 'zh-Hant': '計畫', en: 'Plan' },
  here: { 'zh-Hant': '本表', en: 'This filing' },
  there: { 'zh-Hant': '另一來源', en: 'The other source' },
  matched: { 'zh-Hant': '對應', en: 'Matched' },
} as const;

export function comparePage(reader: Reader, view: CompareView, refused: Refused | null): string {
  return render(reader, <ComparePage view={view} refused={refused} />);
}

function useCompareWords(): Readonly<Record<keyof typeof table, string>> {
  const { locale } = useReader();
  return Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[locale]])) as Record<keyof typeof table, string>;
}

function ComparePage({ view, refused }: { view: CompareView; refused: Refused | null }): ReactNode {
  const t = useCompareWords();
  const address = useAddress();
  const here = address(`/filings/${encodeURIComponent(view.filing)}/compare`);
  return (
    <Page title={t.title} crumbs={[{ path: '/filings', name: view.filing }, { path: addresses.filing(view.filing), name: view.filing }].slice(1)} section="/filings" unlisted>
      <h1>{t.title}</h1>
      <p className="lead">{view.filing}　{t.lead}</p>
      <RefusalNote refused={refused} />
      {view.others.length > 0 && (
        <form className="office-form" method="get" action={here}>
          <p className="field">
            <label htmlFor="with">{t.with}</label>
            <select id="with" name="with">{view.others.map((id) => <option key={id} value={id}>{id}</option>)}</select> <button type="submit">{t.compare}</button>
          </p>
        </form>
      )}
      {view.mayUpload && (
        <form className="office-form" method="post" action={here} encType="multipart/form-data">
          <p className="field">
            <label htmlFor="file">{t.upload}</label>
            <input id="file" name="file" type="file" required />
          </p>
          <p><button type="submit">{t.compare}</button></p>
        </form>
      )}
      {view.compared !== null && <Results name={view.compared.name} comparison={view.compared.comparison} filing={view.filing} />}
    </Page>
  );
}

function Results({ name, comparison: { matched, unmatched }, filing }: { name: string; comparison: Comparison; filing: string }): ReactNode {
  const t = useCompareWords();
  const address = useAddress();
  const of = (kind: 'amount' | 'scope') => matched.filter(({ differences }) => differences.some((difference) => difference.kind === kind));
  const same = matched.filter(({ differences }) => differences.length === 0);
  return (
    <>
      <h2>{name}</h2>
      <p>{t.matched} {matched.length}；{t.amounts} {of('amount').length}；{t.scopes} {of('scope').length}；{t.same} {same.length}；{t.missing} {unmatched.length}</p>
      <Differing title={t.amounts} kind="amount" matches={of('amount')} filing={filing} />
      <Differing title={t.scopes} kind="scope" matches={of('scope')} filing={filing} />
      <section aria-labelledby="missing">
        <h3 id="missing">{t.missing}</h3>
        {unmatched.length === 0 ? <p>{t.none}</p> : <ul>{unmatched.map((row) => <li key={row.id}><a href={address(addresses.plan(`${filing}-${row.id}`))}>{row.name}</a></li>)}</ul>}
      </section>
    </>
  );
}

function Differing({ title, kind, matches, filing }: { title: string; kind: 'amount' | 'scope'; matches: readonly Compared[]; filing: string }): ReactNode {
  const t = useCompareWords();
  const { locale } = useReader();
  const address = useAddress();
  return (
    <section aria-labelledby={kind}>
      <h3 id={kind}>{title}</h3>
      {matches.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <div className="table-frame">
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t.plan}</th>
                <th scope="col">{t.here}</th>
                <th scope="col">{t.there}</th>
              </tr>
            </thead>
            <tbody>
              {matches.flatMap(({ row, other, confidence, differences }) =>
                differences.filter((difference) => difference.kind === kind).map((difference) => (
                  <tr key={row.id}>
                    <th scope="row" data-label={t.plan}><a href={address(addresses.plan(`${filing}-${row.id}`))}>{row.name}</a></th>
                    <td data-label={t.here}>{difference.here.twd.toLocaleString('en-US')}</td>
                    <td data-label={t.there}>{difference.there.twd.toLocaleString('en-US')}<br /><q lang="zh-Hant">{other.text.slice(0, 120)}</q><br /><span className="hint">{confidence.toFixed(2)}　{difference.message[locale]}</span></td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
