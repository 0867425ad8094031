import type { ReactNode } from 'react';
import type { IndicatorReading, QuantityReading } from '@guankao/reading';
import { terms } from '@guankao/terms';
import { addresses, type Place } from '../addresses.ts';
import { Bullet } from '../charts/bullet.tsx';
import { evidenceWords } from '../charts/evidence-words.ts';
import { grouped } from '../figures/numbers.ts';
import { useAddress, useReader, useWords, usePlanTitle } from '../reader.tsx';
import type { IndicatorView, PlanName } from '../views.ts';
import { Citation } from './citation.tsx';
import { SourceLink } from './source-link.tsx';
import { MetMark } from './verdict.tsx';

export interface IndicatorTableProps {
  readonly indicators: readonly (IndicatorView & { readonly plan?: PlanName })[];
}

/** Each target with the words that set it, the result that answers it, and what follows. */
export function IndicatorTable({ indicators }: IndicatorTableProps): ReactNode {
  const planTitle = usePlanTitle();
  const t = useWords();
  const address = useAddress();
  const namesPlan = indicators.some((each) => each.plan !== undefined);
  return (
    <table className="indicators">
      <thead>
        <tr>
          {namesPlan && <th scope="col">{t.plan}</th>}
          <th scope="col">{t.indicator}</th>
          <th scope="col">{t.target}</th>
          <th scope="col">{t.actual}</th>
          <th scope="col">{t.picture}</th>
          <th scope="col">{t.result}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map(({ indicator, target, actual, plan }) => (
          <tr key={`${plan?.id}-${target.spans[0]?.start}-${indicator.label}`}>
            {namesPlan && (
              <th scope="row" data-label={t.plan}>
                {plan !== undefined && (
                  <a lang="zh-Hant" href={address(addresses.plan(plan.id))}>
                    {planTitle(plan)}
                  </a>
                )}
              </th>
            )}
            <td className="indicator-label" data-label={t.indicator}>
              <span lang="zh-Hant">{indicator.label}</span>
              {indicator.scope === 'plan' && <span className="facts">{t.planScope}</span>}
            </td>
            <td data-label={t.target}>
              <Quantity
                stated={indicator.target}
                place={target}
                name={`${t.target}${t.colon}${indicator.label}`}
                prefix={comparatorSign(indicator)}
              />
            </td>
            <td data-label={t.actual}>
              {indicator.actual === null || actual === null ? (
                <span className="none">{t.noActual}</span>
              ) : (
                <>
                  <Quantity
                    stated={indicator.actual}
                    place={actual}
                    name={`${t.actual}${t.colon}${indicator.label}`}
                    by={indicator.reason}
                  />
                  <EvidenceOf indicator={indicator} />
                </>
              )}
            </td>
            <td className="picture" data-label={t.picture}>
              <Bullet indicator={indicator} />
            </td>
            <td data-label={t.result}>
              <MetMark met={indicator.met} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What bears the result out, with the documents or figures that do. */
function EvidenceOf({ indicator: { evidence } }: { readonly indicator: IndicatorReading }): ReactNode {
  const t = useWords();
  const { locale } = useReader();
  if (evidence === undefined || evidence === null) return null;
  const { grade, by } = evidence;
  return (
    <span className="facts">
      {terms.evidenceGrade[locale]}
      {t.colon}
      {evidenceWords.standing[locale][grade]}
      {by.length > 0 && (
        <>
          {t.colon}
          <span lang="zh-Hant">{by.join('、')}</span>
        </>
      )}
    </span>
  );
}

function comparatorSign({ comparator, strict, target }: IndicatorReading): string {
  if (target.value === null) return '';
  if (comparator === '>=') return strict === true ? '> ' : '≥ ';
  if (comparator === '<=') return strict === true ? '< ' : '≤ ';
  return comparator === '=' ? '= ' : '';
}

interface QuantityProps {
  readonly stated: QuantityReading;
  readonly place: Place;
  readonly name: string;
  readonly prefix?: string;
  readonly by?: string;
}

/** The number in figures, and below it the words that state it. */
function Quantity({ stated, place, name, prefix = '', by }: QuantityProps): ReactNode {
  const t = useWords();
  return (
    <>
      <span className="quantity">
        {stated.value === null
          ? t.milestone
          : `${prefix}${grouped(stated.value)}${stated.unit === null ? '' : ` ${stated.unit}`}`}
      </span>
      <span className="facts">
        <q lang="zh-Hant">{stated.text}</q> <SourceLink place={place} name={name} />
        <Citation name={name} quotation={stated.text} place={place} {...(by === undefined ? {} : { by })} />
      </span>
    </>
  );
}
