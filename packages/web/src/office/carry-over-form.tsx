import type { ReactNode } from 'react';
import {
  carryOverDecisions,
  carryOverGrounds,
  carryOverMachine,
  lagCauses,
  lineComponents,
  lineTotal,
  standingOfLine,
  type CarryOver,
  type CarryOverLine,
} from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { typedDate } from '../figures/years.ts';
import { useAddress, useReader } from '../reader.tsx';
import type { CarryOverView } from './carry-over-views.ts';
import { useCarryOverWords } from './carry-over-words.ts';
import { Reason, useReason, useTyped } from './refused.tsx';
import { Shown } from './shown.tsx';
import { usePunctuation } from '../words/punctuation.ts';

/** The last parts of the forms' addresses. */
export const carryOverForm = 'carry-over';
const [decisionForm, settlementForm] = ['decision', 'settlement'];

export function carryOverPath(row: string): string {
  return `/office/rows/${encodeURIComponent(row)}/carry-over`;
}

/** All lines of an application in one form. */
export function CarryOverForm({ view }: { view: CarryOverView }): ReactNode {
  const t = useCarryOverWords();
  const { locale } = useReader();
  const address = useAddress();
  const { row, carryOver, lines } = view;
  const submit = carryOverMachine.moves.find(({ name }) => name === 'submit');
  return (
    <form className="work-form" method="post" action={address(carryOverPath(row.id))}>
      <p>{t.lead}</p>
      <Shown version={carryOver?.version ?? 0} />
      {Array.from({ length: lines }, (_, at) => (
        <LineFields key={at} number={at + 1} line={carryOver?.lines[at] ?? null} fiscalYear={row.fiscalYear} />
      ))}
      <p className="office-links">
        <button type="submit" name="do" value="save">
          {t.save}
        </button>
        <button type="submit" name="do" value="more">
          {t.moreLines}
        </button>
        <button type="submit" name="do" value="submit">
          {submit?.label[locale]}
        </button>
      </p>
    </form>
  );
}

function LineFields({
  number,
  line,
  fiscalYear,
}: {
  number: number;
  line: CarryOverLine | null;
  fiscalYear: number;
}): ReactNode {
  const t = useCarryOverWords();
  const { locale } = useReader();
  const typed = useTyped(carryOverForm);
  const at = `line-${number}`;
  const roc = (year: number) => (locale === 'en' ? String(year) : String(year - 1911));
  const causes = lagCauses().map(({ code, ...name }) => [code, name[locale]] as const);
  const grounds = carryOverGrounds().map(({ code, ...ground }) => [code, ground[locale]] as const);
  const amount = (twd: number | undefined) => (twd === undefined || twd === 0 ? '' : grouped(twd));
  return (
    <fieldset className="work-line">
      <legend>{t.line(number)}</legend>
      <input type="hidden" name={`${at}-id`} value={typed(`${at}-id`, line?.id ?? '')} />
      <Choice name={`${at}-ground`} label={t.ground} saved={line?.ground ?? ''} choices={grounds} />
      <Choice name={`${at}-cause`} label={t.cause} saved={line?.cause ?? ''} choices={causes} />
      <Cell name={`${at}-contract`} label={t.contract} saved={line?.contract ?? ''} hint={t.contractHint} wide />
      {lineComponents.map((component) => (
        <Cell
          key={component}
          name={`${at}-${component}`}
          label={`${t.components[component]}${t.inTwd}`}
          saved={amount(line?.[component])}
          figure
        />
      ))}
      <Cell name={`${at}-since`} label={t.since} saved={roc(line?.since ?? fiscalYear)} hint={t.sinceHint} />
      <Cell
        name={`${at}-finish`}
        label={t.finish}
        saved={line?.finish === null || line === null ? '' : typedDate(line.finish, locale)}
        hint={t.finishHint}
      />
      <Cell name={`${at}-explanation`} label={t.explanation} saved={line?.explanation ?? ''} wide long />
    </fieldset>
  );
}

/** For whoever records what the document says that decided it. */
export function DecisionForm({
  view: { row, moves },
  carryOver,
}: {
  view: CarryOverView;
  carryOver: CarryOver;
}): ReactNode {
  const t = useCarryOverWords();
  const { locale } = useReader();
  const address = useAddress();
  const own = carryOverMachine.moves.filter(
    ({ name }) => moves.includes(name) && carryOverDecisions.some((decision) => decision === name),
  );
  if (own.length === 0) return null;
  return (
    <form className="office-form" method="post" action={address(`${carryOverPath(row.id)}/${decisionForm}`)}>
      <h2>{t.decision}</h2>
      <p>{t.decisionLead}</p>
      <Shown version={carryOver.version} />
      <Cell form={decisionForm} name="number" label={t.number} saved="" hint={t.numberHint} wide />
      <Cell form={decisionForm} name="date" label={t.date} saved="" hint={t.dateHint} />
      {carryOver.lines.map((line, at) => (
        <Cell
          key={line.id}
          form={decisionForm}
          name={`approved-${line.id}`}
          label={t.approvedAmount(at + 1)}
          saved=""
          hint={`${t.asked} ${grouped(lineTotal(line))}`}
          figure
        />
      ))}
      <Cell form={decisionForm} name="reason" label={t.decisionReason} saved="" wide long />
      <p className="hint">{t.reviewHint}</p>
      <p className="office-links">
        {own.map(({ name, label }) => (
          <button key={name} type="submit" name="do" value={name}>
            {label[locale]}
          </button>
        ))}
      </p>
    </form>
  );
}

/** For 主計: what was paid, or is not needed any more. */
export function SettlementForm({ row, carryOver }: { row: string; carryOver: CarryOver }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCarryOverWords();
  const address = useAddress();
  const open = carryOver.lines.flatMap(({ id }, at) => {
    const { open: amount } = standingOfLine(carryOver, id);
    return amount > 0 ? [[id, `${t.line(at + 1)}${punctuation.colon}${t.open} ${grouped(amount)}`] as const] : [];
  });
  if (open.length === 0) return null;
  return (
    <form className="office-form" method="post" action={address(`${carryOverPath(row)}/${settlementForm}`)}>
      <h2>{t.settle}</h2>
      <Shown version={carryOver.version} />
      <Choice form={settlementForm} name="line" label={t.which} saved={open[0]?.[0] ?? ''} choices={open} owed />
      <Choice
        form={settlementForm}
        name="kind"
        label={t.kind}
        saved="realised"
        choices={[
          ['realised', t.realised],
          ['cancelled', t.cancelled],
        ]}
        owed
      />
      <Cell form={settlementForm} name="amount" label={t.amount} saved="" figure />
      <Cell form={settlementForm} name="day" label={t.day} saved="" hint={t.finishHint} />
      <Cell form={settlementForm} name="document" label={t.voucher} saved="" wide />
      <p>
        <button type="submit">{t.record}</button>
      </p>
    </form>
  );
}

function Choice({
  form = carryOverForm,
  name,
  label,
  saved,
  choices,
  owed = false,
}: {
  form?: string;
  name: string;
  label: string;
  saved: string;
  choices: readonly (readonly [code: string, name: string])[];
  owed?: boolean;
}): ReactNode {
  const t = useCarryOverWords();
  const [typed, reason] = [useTyped(form), useReason(form)];
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={typed(name, saved)} {...reason(name)}>
        {!owed && <option value="">{t.choose}</option>}
        {choices.map(([code, says]) => (
          <option key={code} value={code}>
            {says}
          </option>
        ))}
      </select>
      <Reason form={form} of={name} />
    </p>
  );
}

function Cell({
  form = carryOverForm,
  name,
  label,
  saved,
  hint,
  wide = false,
  long = false,
  figure = false,
}: {
  form?: string;
  name: string;
  label: string;
  saved: string;
  hint?: string;
  wide?: boolean;
  long?: boolean;
  figure?: boolean;
}): ReactNode {
  const [typed, reason] = [useTyped(form), useReason(form)];
  const given = { id: name, name, defaultValue: typed(name, saved), ...reason(name) };
  return (
    <p className={wide ? 'field wide' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {long ? (
        <textarea rows={3} maxLength={4_000} {...given} />
      ) : (
        <input maxLength={500} {...given} {...(figure ? { inputMode: 'numeric', className: 'amount' } : {})} />
      )}
      {hint !== undefined && <span className="hint">{hint}</span>}
      <Reason form={form} of={name} />
    </p>
  );
}
