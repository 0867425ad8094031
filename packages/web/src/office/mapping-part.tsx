import type { ReactNode } from 'react';
import { accountLabel, shareText } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, instant } from '../figures/years.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { DocumentField, PeriodFields, TextField } from './mapping-fields.tsx';
import { MappingPage, mappingPath, useHolding, usePlanName } from './mapping-page.tsx';
import type { PartView } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { ReasonField, RefusedPage, useTyped, type Refused } from './refused.tsx';
import { Shown } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

interface OfView {
  readonly view: PartView;
}

/** One part of an account: corrected or ended, each with its reason. */
export function mappedPartPage(reader: Reader, frame: OfficeFrame, view: PartView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <PartPage frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function PartPage({ frame, view, refused }: OfView & { frame: OfficeFrame; refused: Refused | null }): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  const [planName, holding] = [usePlanName(view), useHolding()];
  const { mapping, account, part, mayChange } = view;
  const within = [
    { path: `${mappingPath(mapping.id)}/accounts/${account.id}`, name: accountLabel(account.name) },
  ] as const;
  return (
    <MappingPage
      frame={frame}
      view={view}
      title={`${t.partNumber(part.number)}${punctuation.colon}${planName(part.row)}`}
      refused={refused}
      within={within}
    >
      <p className="lead">
        {accountLabel(account.name)}
        {punctuation.gap}
        {holding(part)}
        {punctuation.gap}
        {calendarDate(part.from, locale)}–{part.until === null ? t.toYearEnd : calendarDate(part.until, locale)}
      </p>
      <p>
        {part.document}
        {punctuation.gap}
        {part.by} {instant(part.at, locale)}
        {part.ended !== null && <span className="facts">{t.endedBecause(part.ended.reason)}</span>}
      </p>
      {mayChange && part.ended === null && (
        <>
          <CorrectForm view={view} />
          <EndForm view={view} />
        </>
      )}
    </MappingPage>
  );
}

function CorrectForm({ view: { mapping, part } }: OfView): ReactNode {
  const t = useMappingWords();
  const address = useAddress();
  const form = { form: 'correction', prefix: 'correct-' };
  return (
    <form
      className="money-form"
      method="post"
      action={address(`${mappingPath(mapping.id)}/parts/${part.number}/correction`)}
      aria-labelledby="correct"
    >
      <h2 id="correct">{t.correctTitle}</h2>
      <p className="hint">{t.correctLead}</p>
      <Shown version={mapping.version} />
      <div className="amounts">
        <TextField
          {...form}
          name="amount"
          label={t.amount}
          hint={t.amountHint}
          saved={part.amount === null ? '' : grouped(part.amount)}
          longest={40}
          numeric
        />
        <TextField
          {...form}
          name="share"
          label={t.share}
          hint={t.shareHint}
          saved={part.share === null ? '' : shareText(part.share)}
          longest={40}
        />
      </div>
      <PeriodFields {...form} year={mapping.fiscalYear} from={part.from} until={part.until} />
      <DocumentField {...form} saved={part.document} />
      <ReasonField form="correction" id="correct-reason" label={t.reason} />
      <p>
        <button type="submit">{t.correctTitle}</button>
      </p>
    </form>
  );
}

function EndForm({ view: { mapping, part } }: OfView): ReactNode {
  const t = useMappingWords();
  const typed = useTyped('end');
  const address = useAddress();
  return (
    <form
      className="office-form"
      method="post"
      action={address(`${mappingPath(mapping.id)}/parts/${part.number}/end`)}
      aria-labelledby="end"
    >
      <h2 id="end">{t.endTitle}</h2>
      <p className="hint">{t.endLead}</p>
      <Shown version={mapping.version} />
      <TextField form="end" prefix="end-" name="until" label={t.lastDay} longest={30} />
      <p>
        <label className="choice">
          <input type="checkbox" name="never" value="1" defaultChecked={typed('never') !== ''} /> {t.neverHeld}
        </label>
      </p>
      <ReasonField form="end" id="end-reason" label={t.reason} />
      <p>
        <button type="submit">{t.endTitle}</button>
      </p>
    </form>
  );
}
