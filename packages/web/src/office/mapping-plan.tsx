import type { ReactNode } from 'react';
import { componentNames, moneyComponents, type DrawnPlan } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader, type Reader } from '../reader.tsx';
import { TextField } from './mapping-fields.tsx';
import { DrawnFrom } from './mapping-drawn.tsx';
import { MappingPage, mappingPath, usePlanName } from './mapping-page.tsx';
import type { PlanMoneyView } from './mapping-views.ts';
import { useMappingWords } from './mapping-words.ts';
import { ReasonField, RefusedPage, type Refused } from './refused.tsx';
import { Shown } from './shown.tsx';
import type { OfficeFrame } from './views.ts';
import { usePunctuation } from '../words/punctuation.ts';

interface OfView {
  readonly view: PlanMoneyView;
}

/** The money of one row, each amount with the accounts that it is drawn from; and other amounts, each with a reason. */
export function planMoneyPage(
  reader: Reader,
  frame: OfficeFrame,
  view: PlanMoneyView,
  refused: Refused | null,
): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <PlanMoney frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function PlanMoney({ frame, view, refused }: OfView & { frame: OfficeFrame; refused: Refused | null }): ReactNode {
  const t = useMappingWords();
  const address = useAddress();
  const planName = usePlanName(view);
  const { row, drawn, recorded, standing } = view.plan;
  return (
    <MappingPage frame={frame} view={view} title={planName(row.id)} refused={refused}>
      {view.note !== null && <output className="note">{t.done}</output>}
      <p className="lead">{t.rowStands[standing]}</p>
      <p>
        <a href={address(`/office/rows/${encodeURIComponent(row.id)}`)}>{t.toRow}</a>
      </p>
      {drawn !== null && <DrawnFrom drawn={drawn} mapping={view.mapping} recorded={recorded} />}
      {view.mayChange && drawn !== null && <OverruleForm view={view} drawn={drawn} />}
    </MappingPage>
  );
}

function OverruleForm({ view, drawn }: OfView & { readonly drawn: DrawnPlan }): ReactNode {
  const punctuation = usePunctuation();
  const t = useMappingWords();
  const { locale } = useReader();
  const address = useAddress();
  const { mapping, plan } = view;
  return (
    <form
      className="money-form"
      method="post"
      action={address(`${mappingPath(mapping.id)}/plans/${encodeURIComponent(plan.row.id)}/overrule`)}
      aria-labelledby="overrule"
    >
      <h2 id="overrule">{t.overruleTitle}</h2>
      <p className="hint">{t.overruleLead}</p>
      <Shown version={mapping.version} />
      <div className="amounts">
        {moneyComponents.map((component) => (
          <TextField
            key={component}
            form="overrule"
            name={component}
            label={componentNames[component][locale]}
            hint={`${t.given}${punctuation.colon}${grouped(drawn.given[component])}`}
            saved={grouped(drawn.cells[component].amount)}
            longest={40}
            numeric
          />
        ))}
      </div>
      <ReasonField form="overrule" id="overrule-reason" label={t.reason} />
      <p>
        <button type="submit">{t.overruleNow}</button>
      </p>
    </form>
  );
}
