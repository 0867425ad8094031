import type { ReactNode } from 'react';
import { render } from '../components/document.tsx';
import { calendarDate, fiscalYear, instant } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import type { PaperApprovalsView, PaperOfRow } from './paper-approval-views.ts';
import { usePaperWords } from './paper-approval-words.ts';
import { Reason, ReasonField, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { Shown } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

const form = 'paper-approvals';

/** 核章 of a year's form: printed, sealed, entered; and whether it still covers what stands. */
export function paperApprovalsPage(
  reader: Reader,
  frame: OfficeFrame,
  view: PaperApprovalsView,
  refused: Refused | null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <PaperApprovalsPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function PaperApprovalsPage({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: PaperApprovalsView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = usePaperWords();
  const { locale } = useReader();
  const address = useAddress();
  const { year, approvals } = view;
  const yearCrumbs = useYearCrumbs(year.id);
  const sheet = (format: string) => `/api/years/${encodeURIComponent(year.id)}/form-on-paper/${format}`;
  return (
    <OfficePage actor={frame.actor} title={t.title} crumbs={yearCrumbs}>
      <h1>
        {t.title}
        {punctuation.colon}
        {fiscalYear(year.fiscalYear, locale)}
      </h1>
      <p className="lead">{t.now(view.edition, view.hash)}</p>
      <p>{t.lead}</p>
      <p className="office-links">
        {view.mayEnter && (
          <>
            <a href={sheet('pdf')}>{t.print} PDF</a>
            <a href={sheet('odt')}>{t.print} ODT</a>
          </>
        )}
        <a href={address(`/office/years/${encodeURIComponent(year.id)}/history`)}>{t.history}</a>
      </p>
      <RefusalNote refused={refused} />
      {view.entered && <output className="note">{t.entered}</output>}
      {approvals.length === 0 ? <p>{t.none}</p> : <Approvals view={view} />}
      {view.mayEnter && <EnterForm view={view} />}
    </OfficePage>
  );
}

function Approvals({ view: { year, approvals, mayWithdraw } }: { view: PaperApprovalsView }): ReactNode {
  const t = usePaperWords();
  const { locale } = useReader();
  const address = useAddress();
  const action = address(`/office/years/${encodeURIComponent(year.id)}/paper-approvals/withdraw`);
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.letter}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.by}</th>
          </tr>
        </thead>
        <tbody>
          {approvals.map((one) => (
            <tr key={one.approval.id}>
              <th scope="row">
                <span lang="zh-Hant">{one.approval.number}</span>
                <span className="facts">{calendarDate(one.approval.date, locale)}</span>
                <span className="facts">{one.code}</span>
                <a href={`/api/evidence/${one.approval.scan.sha256}`}>{one.approval.scan.name}</a>
              </th>
              <td data-label={t.state}>
                <Standing one={one} />
              </td>
              <td data-label={t.by}>
                {one.approval.by} {instant(one.approval.at, locale)}
                {mayWithdraw && one.approval.state === 'in-force' && (
                  <details>
                    <summary>{t.withdraw}</summary>
                    <form method="post" action={action}>
                      <Shown version={one.approval.version} />
                      <input type="hidden" name="approval" value={one.approval.id} />
                      <ReasonField form="withdraw" label={t.withdrawReason} id={`reason-${one.approval.id}`} />
                      <p>
                        <button type="submit">{t.withdraw}</button>
                      </p>
                    </form>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Standing({ one: { approval, covers, changed } }: { one: PaperApprovalsView['approvals'][number] }): ReactNode {
  const punctuation = usePunctuation();
  const t = usePaperWords();
  const { locale } = useReader();
  if (approval.withdrawn !== null) {
    const { by, at, reason } = approval.withdrawn;
    return t.withdrawn(by, instant(at, locale), reason);
  }
  if (covers) return t.covers;
  if (changed.length === 0) return t.changedNone;
  return (
    <>
      {t.changed(changed.length)}
      {changed.map(({ name, cells }) => (
        <span key={name} className="facts">
          {name}
          {punctuation.colon}
          {cells === null ? t.added : cells.map((cell) => t.cells[cell]).join(punctuation.list)}
        </span>
      ))}
    </>
  );
}

function EnterForm({ view: { year } }: { view: PaperApprovalsView }): ReactNode {
  const t = usePaperWords();
  const address = useAddress();
  const [typed, reason] = [useTyped(form), useReason(form)];
  const cells = [
    ['date', t.date, t.dateHint],
    ['number', t.number, t.numberHint],
    ['hash', t.code, t.codeHint],
  ] as const;
  return (
    <form
      className="office-form"
      method="post"
      encType="multipart/form-data"
      action={address(`/office/years/${encodeURIComponent(year.id)}/paper-approvals`)}
    >
      <h2>{t.enter}</h2>
      <p className="hint">{t.notOwn}</p>
      <Shown version={year.version} />
      {cells.map(([name, label, hint]) => (
        <p key={name} className="field">
          <label htmlFor={name}>{label}</label>
          <input id={name} name={name} maxLength={200} required defaultValue={typed(name)} {...reason(name)} />
          <span className="hint">{hint}</span>
          <Reason form={form} of={name} />
        </p>
      ))}
      <p className="field">
        <label htmlFor="scan">{t.scan}</label>
        <input id="scan" name="scan" type="file" required accept=".pdf,.png,.jpg,.jpeg" {...reason('scan')} />
        <Reason form={form} of="scan" />
      </p>
      <p>
        <button type="submit">{t.enter}</button>
      </p>
    </form>
  );
}

/** On the row's page: what was sealed of it, and whether it still stands so. */
export function PaperOnRow({ year, paper }: { year: string; paper: PaperOfRow | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = usePaperWords();
  const { locale } = useReader();
  const address = useAddress();
  if (paper === null) return null;
  const { approval, changed } = paper;
  return (
    <p>
      <a href={address(`/office/years/${encodeURIComponent(year)}/paper-approvals`)}>
        {t.onRow(calendarDate(approval.date, locale), approval.number)}
      </a>
      {punctuation.gap}
      {changed.length === 0 ? t.rowStands : t.rowChanged(changed.map((cell) => t.cells[cell]))}
    </p>
  );
}
