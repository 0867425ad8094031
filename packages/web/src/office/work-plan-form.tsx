import type { ReactNode } from 'react';
import {
  controlLevels,
  percentOf,
  sumOfWeights,
  workPlanMachine,
  type ControlLevel,
  type WorkPlan,
} from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, typedDate } from '../figures/years.ts';
import { useAddress, useReader } from '../reader.tsx';
import { Reason, useReason, useTyped } from './refused.tsx';
import { useReportWords } from './report-words.ts';
import { Shown } from './shown.tsx';
import type { WorkPlanView } from './work-plan-views.ts';
import { useWorkPlanWords } from './work-plan-words.ts';
import { usePunctuation } from '../words/punctuation.ts';

/** The last part of the form's address. */
export const workPlanForm = 'work-plan';
const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Items, milestones and spending: all cells of a plan in one form. */
export function WriteForm({ view }: { view: WorkPlanView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useWorkPlanWords();
  const address = useAddress();
  const { row, plan, lines } = view;
  const sum = sumOfWeights(plan?.content.items ?? []);
  return (
    <form className="work-form" method="post" action={address(`/office/rows/${encodeURIComponent(row.id)}/work-plan`)}>
      <p>{t.lead}</p>
      <p className="hint">{t.removeHint}</p>
      <Shown version={plan?.version ?? 0} />
      <input type="hidden" name="item-lines" value={lines.items} />
      <input type="hidden" name="point-lines" value={lines.points} />
      <LevelField level={plan?.content.level ?? 'agency'} />
      <h2>{t.items}</h2>
      <p>
        {t.sumOfWeights(percentOf(sum))}
        {sum < 10_000 && `${punctuation.comma}${t.missingWeight(percentOf(10_000 - sum))}`}
      </p>
      {Array.from({ length: lines.items }, (_, at) => (
        <ItemFields key={at} number={at + 1} item={plan?.content.items[at] ?? null} />
      ))}
      <h2>{t.checkPoints}</h2>
      <p className="hint" id="point-date-hint">
        <DateHint days={view.days} />
      </p>
      {Array.from({ length: lines.points }, (_, at) => (
        <PointFields key={at} number={at + 1} point={plan?.content.checkPoints[at] ?? null} />
      ))}
      <MoneyFields view={view} />
      <p className="office-links">
        <button type="submit" name="do" value="save">
          {t.save}
        </button>
        <button type="submit" name="do" value="more">
          {t.moreLines}
        </button>
        <SubmitButton />
      </p>
    </form>
  );
}

/** By which reports are owed monthly or quarterly. */
function LevelField({ level }: { level: ControlLevel }): ReactNode {
  const t = useReportWords();
  const typed = useTyped(workPlanForm);
  return (
    <p className="field">
      <label htmlFor="level">{t.level}</label>
      <select id="level" name="level" defaultValue={typed('level', level)}>
        {controlLevels.map((one) => (
          <option key={one} value={one}>
            {t.levels[one]}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What is typed is saved and submitted together. */
function SubmitButton(): ReactNode {
  const { locale } = useReader();
  const submit = workPlanMachine.moves.find(({ name }) => name === 'submit');
  return (
    <button type="submit" name="do" value="submit">
      {submit?.label[locale]}
    </button>
  );
}

function DateHint({ days: { first, last } }: Pick<WorkPlanView, 'days'>): ReactNode {
  const t = useWorkPlanWords();
  const { locale } = useReader();
  return t.dateHint(calendarDate(first, locale), calendarDate(last, locale));
}

function ItemFields({
  number,
  item,
}: {
  number: number;
  item: WorkPlan['content']['items'][number] | null;
}): ReactNode {
  const t = useWorkPlanWords();
  const typed = useTyped(workPlanForm);
  const at = `item-${number}`;
  return (
    <fieldset className="work-line">
      <legend>{t.item(number)}</legend>
      <input type="hidden" name={`${at}-id`} value={typed(`${at}-id`, item?.id ?? '')} />
      <Line name={`${at}-name`} label={t.itemName} saved={item?.name ?? ''} wide />
      <Line name={`${at}-weight`} label={t.weight} saved={item === null ? '' : String(item.weight)} figure />
      <MonthFields name={at} legend={t.planned} saved={item?.planned.map(String) ?? []} />
    </fieldset>
  );
}

function PointFields({
  number,
  point,
}: {
  number: number;
  point: WorkPlan['content']['checkPoints'][number] | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useWorkPlanWords();
  const { locale } = useReader();
  const typed = useTyped(workPlanForm);
  const at = `point-${number}`;
  return (
    <fieldset className="work-line">
      <legend>{t.point(number)}</legend>
      <input type="hidden" name={`${at}-id`} value={typed(`${at}-id`, point?.id ?? '')} />
      <Line name={`${at}-name`} label={t.pointName} saved={point?.name ?? ''} wide />
      <Line
        name={`${at}-due`}
        label={t.date}
        saved={point === null ? '' : typedDate(point.due, locale)}
        hint="point-date-hint"
      />
      <Line
        name={`${at}-evidence`}
        label={`${t.evidence}${punctuation.open}${t.evidenceHint}${punctuation.close}`}
        saved={point?.evidence ?? ''}
        wide
      />
    </fieldset>
  );
}

function MoneyFields({ view: { plan, limit } }: { view: WorkPlanView }): ReactNode {
  const t = useWorkPlanWords();
  const saved = plan?.content.spending.map((twd) => (twd === 0 ? '' : grouped(twd))) ?? [];
  const over = limit !== null && (plan?.content.spending.at(-1) ?? 0) > limit.twd;
  return (
    <>
      <h2>{t.money}</h2>
      <p className="hint">{limit === null ? t.noLimit : t.limit(grouped(limit.twd), limit.of)}</p>
      {over && <p className="refusal">{t.overLimit}</p>}
      <MonthFields name="spending" legend={t.money} saved={saved} money />
    </>
  );
}

/** Twelve small fields, `<name>-m1` to `<name>-m12`. */
function MonthFields({
  name,
  legend,
  saved,
  money = false,
}: {
  name: string;
  legend: string;
  saved: readonly string[];
  money?: boolean;
}): ReactNode {
  const t = useWorkPlanWords();
  return (
    <fieldset className={money ? 'months months-money' : 'months'}>
      <legend>{legend}</legend>
      {months.map((month) => (
        <Line key={month} name={`${name}-m${month}`} label={t.month(month)} saved={saved[month - 1] ?? ''} figure />
      ))}
    </fieldset>
  );
}

/** One field with its label; where it was refused, with the reason. */
function Line({
  name,
  label,
  saved,
  wide = false,
  figure = false,
  hint,
}: {
  name: string;
  label: string;
  saved: string;
  wide?: boolean;
  figure?: boolean;
  hint?: string;
}): ReactNode {
  const [typed, reason] = [useTyped(workPlanForm), useReason(workPlanForm)];
  return (
    <p className={wide ? 'field wide' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        maxLength={500}
        defaultValue={typed(name, saved)}
        {...(figure ? { inputMode: 'decimal', className: 'amount' } : {})}
        {...(hint === undefined ? {} : { 'aria-describedby': hint })}
        {...reason(name)}
      />
      <Reason form={workPlanForm} of={name} />
    </p>
  );
}
