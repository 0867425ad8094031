import type { ReactNode } from 'react';
import { carryOverMachine, type RowRecord } from '@guankao/workflow';
import { grouped } from '../figures/numbers.ts';
import { calendarDate, instant } from '../figures/years.ts';
import { useAddress, useReader } from '../reader.tsx';
import { carryOverPath } from './carry-over-form.tsx';
import type { CarryOverOfRow } from './carry-over-views.ts';
import { useCarryOverWords } from './carry-over-words.ts';
import { ReasonField } from './refused.tsx';
import { Shown } from './shown.tsx';
import { usePunctuation } from '../words/punctuation.ts';

/** On the row's page: what it carries over, and what came in from the year before with its source. */
export function CarryOverSections({ row, of }: { row: RowRecord; of: CarryOverOfRow }): ReactNode {
  const punctuation = usePunctuation();
  const t = useCarryOverWords();
  const { locale } = useReader();
  const address = useAddress();
  return (
    <>
      <CarriedInSection row={row} of={of} />
      {(of.carryOver !== null || of.mayBegin) && (
        <section className="money-form" aria-labelledby="carry-over">
          <h2 id="carry-over">{t.carryOver}</h2>
          <p>
            {of.carryOver === null ? t.none : carryOverMachine.labels[of.carryOver.state][locale]}
            {punctuation.gap}
            <a href={address(carryOverPath(row.id))}>{of.carryOver === null ? t.apply : t.see}</a>
          </p>
        </section>
      )}
    </>
  );
}

function CarriedInSection({
  row,
  of: { before, carried, mayDraw },
}: {
  row: RowRecord;
  of: CarryOverOfRow;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useCarryOverWords();
  const { locale } = useReader();
  const address = useAddress();
  if (before.length === 0 && carried === null) return null;
  const action = address(`/office/rows/${encodeURIComponent(row.id)}/carried-in`);
  const source = before.find(({ carryOver }) => carryOver.id === carried?.carryOver);
  const isChanged =
    carried !== null && (source?.approved !== carried.amount || source.carryOver.decision?.number !== carried.document);
  return (
    <section className="money-form" aria-labelledby="carried-in">
      <h2 id="carried-in">{t.carriedIn}</h2>
      {carried !== null && (
        <p>
          {t.carriedLead(grouped(carried.amount), carried.document, calendarDate(carried.date, locale))}
          <span className="facts">{t.drawnBy(carried.by, instant(carried.at, locale))}</span>
          {carried.overruled !== null && (
            <span className="facts">
              {t.overruled(carried.overruled.by, instant(carried.overruled.at, locale), carried.overruled.reason)}
            </span>
          )}
        </p>
      )}
      {isChanged && source !== undefined && <p>{t.changedSince}</p>}
      {before.map(({ carryOver, approved }) => (
        <form key={carryOver.id} method="post" action={action}>
          <Shown version={row.version} />
          <input type="hidden" name="carryOver" value={carryOver.id} />
          <p>
            {carried === null &&
              carryOver.decision !== null &&
              `${t.carriedLead(grouped(approved), carryOver.decision.number, calendarDate(carryOver.decision.date, locale))}${punctuation.gap}`}
            <a href={address(carryOverPath(carryOver.row))}>{t.see}</a>
          </p>
          {mayDraw && (carried === null || isChanged || carried.overruled !== null) && (
            <p>
              <button type="submit" name="do" value="draw">
                {carried === null ? t.draw : t.drawAgain}
              </button>
            </p>
          )}
        </form>
      ))}
      {mayDraw && carried !== null && carried.overruled === null && (
        <form method="post" action={action}>
          <Shown version={row.version} />
          <ReasonField form="carried-in" label={t.overruleReason} id="overrule-carried" />
          <p>
            <button type="submit" name="do" value="overrule">
              {t.overrule}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
