import type { ReactNode } from 'react';
import type { SeverityCounts } from '@guankao/domain';
import { Page, render } from '../components/document.tsx';
import { SeverityTally } from '../components/severity.tsx';
import { useAddress, useOwnWords, type Reader } from '../reader.tsx';
import { RefusalNote, type Refused } from './refused.tsx';
import { usePunctuation } from '../words/punctuation.ts';

/** What was read of a file, before anything of it is kept. */
export interface ImportPreview {
  readonly name: string;
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  readonly findings: SeverityCounts;
  readonly plans: readonly { readonly id: string; readonly name: string; readonly findings: SeverityCounts }[];
  /** By which it is asked for again; null: it was looked at only. */
  readonly upload: string | null;
}

export interface ImportView {
  /** Those that this person may settle. */
  readonly filings: readonly { readonly id: string; readonly held: boolean }[];
  readonly preview: ImportPreview | null;
}

const table = {
  title: { 'zh-Hant': '匯入與確認', en: 'Import and settle' },
  lead: {
    'zh-Hant':
      '選擇執行情形表（PDF、ODS、ODT、XLSX、DOCX、HTML、CSV、文字）。先讀給您看，還不留存；看過再決定僅檢核、留存或公開。原檔永遠不變。',
    en: 'Choose a filing (PDF, ODS, ODT, XLSX, DOCX, HTML, CSV, text). It is read and shown first and not kept; then you decide whether it is checked only, kept or published. The file itself is never changed.',
  },
  file: { 'zh-Hant': '檔案（上限 30 MB）', en: 'File (30 MB at most)' },
  read: { 'zh-Hant': '讀取，先看結果', en: 'Read, and show what was read' },
  held: { 'zh-Hant': '已收入的執行情形表', en: 'Filings held' },
  notPublic: { 'zh-Hant': '（未公開）', en: ' (not public)' },
  settle: { 'zh-Hant': '確認', en: 'settle' },
  preview: { 'zh-Hant': '讀到的內容（尚未留存）', en: 'What was read (nothing is kept yet)' },
  checkedOnly: { 'zh-Hant': '已檢核，沒有留存任何內容。', en: 'Checked; nothing was kept.' },
  unknownAgency: { 'zh-Hant': '未讀到機關名稱', en: 'no agency was read' },
  unknownYear: { 'zh-Hant': '未讀到年度', en: 'no year was read' },
  noName: { 'zh-Hant': '（無名稱）', en: '(no name)' },
  plan: { 'zh-Hant': '計畫', en: 'Plan' },
  findings: { 'zh-Hant': '檢核', en: 'Checks' },
  what: { 'zh-Hant': '要怎麼處理這個檔案', en: 'What becomes of this file' },
  check: { 'zh-Hant': '僅檢核不留存', en: 'Checked only, not kept' },
  hold: {
    'zh-Hant': '留存不公開（之後可再公開或撤下）',
    en: 'Kept and not public (it can be published or withdrawn later)',
  },
  publish: { 'zh-Hant': '公開：任何人都能看到、下載原檔', en: 'Published: anybody can see it and download the file' },
  ground: {
    'zh-Hant': '公開依據；更正既有的表時寫更正理由（選公開時必填，會公開）',
    en: 'Ground of publishing; for a corrected filing, why it was corrected (owed when publishing; is shown)',
  },
  decide: { 'zh-Hant': '確定', en: 'Do it' },
} as const;

export function importPage(reader: Reader, view: ImportView, refused: Refused | null): string {
  return render(reader, <ImportPage view={view} refused={refused} />);
}

function ImportPage({ view: { filings, preview }, refused }: { view: ImportView; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const address = useAddress();
  return (
    <Page title={t.title} unlisted>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <RefusalNote refused={refused} />
      {preview !== null && <Preview preview={preview} />}
      <form className="office-form" method="post" action={address('/import')} encType="multipart/form-data">
        <p className="field">
          <label htmlFor="file">{t.file}</label>
          <input id="file" name="file" type="file" required />
        </p>
        <p>
          <button type="submit">{t.read}</button>
        </p>
      </form>
      {filings.length > 0 && (
        <section aria-labelledby="held">
          <h2 id="held">{t.held}</h2>
          <ul>
            {filings.map(({ id, held }) => (
              <li key={id}>
                <a href={address(`/filings/${encodeURIComponent(id)}/settle`)}>
                  {id}
                  {held ? t.notPublic : ''}
                  {punctuation.colon}
                  {t.settle}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Preview({ preview }: { preview: ImportPreview }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t.preview}</h2>
      <p>
        {preview.name}
        {punctuation.gap}
        {preview.agency ?? t.unknownAgency}
        {punctuation.gap}
        {preview.fiscalYear === null ? t.unknownYear : preview.fiscalYear - 1911}
        {punctuation.gap}
        <SeverityTally counts={preview.findings} />
      </p>
      {preview.upload === null ? (
        <output className="note">{t.checkedOnly}</output>
      ) : (
        <Decision upload={preview.upload} />
      )}
      <div className="table-frame">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t.plan}</th>
              <th scope="col">{t.findings}</th>
            </tr>
          </thead>
          <tbody>
            {preview.plans.map((plan) => (
              <tr key={plan.id}>
                <th scope="row" data-label={t.plan}>
                  {plan.name.trim() === '' ? t.noName : plan.name}
                </th>
                <td data-label={t.findings}>
                  <SeverityTally counts={plan.findings} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Nothing is public that nobody chose to publish: the first choice keeps nothing. */
function Decision({ upload }: { upload: string }): ReactNode {
  const t = useOwnWords(table);
  const address = useAddress();
  const choices = [
    ['check', t.check],
    ['held', t.hold],
    ['public', t.publish],
  ] as const;
  return (
    <form className="office-form" method="post" action={address('/import/decision')}>
      <input type="hidden" name="upload" value={upload} />
      <fieldset>
        <legend>{t.what}</legend>
        {choices.map(([value, label]) => (
          <label key={value} className="choice">
            <input type="radio" name="keep" value={value} defaultChecked={value === 'check'} /> {label}
          </label>
        ))}
      </fieldset>
      <p className="field">
        <label htmlFor="ground">{t.ground}</label>
        <input id="ground" name="ground" maxLength={2_000} />
      </p>
      <p>
        <button type="submit">{t.decide}</button>
      </p>
    </form>
  );
}
