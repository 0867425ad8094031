import type { ReactNode } from 'react';
import { figureInSigns, inSigns } from '@guankao/domain';
import { addresses } from '../addresses.ts';
import { useAddress, usePlanTitle, useReader, useWords } from '../reader.tsx';
import { useRuleTitle } from '../rule-names.ts';
import type { FindingView } from '../views.ts';
import { Citation } from './citation.tsx';
import { SeverityMark } from './severity.tsx';
import { SourceLink } from './source-link.tsx';

export interface FindingNoteProps {
  readonly view: FindingView;
  /** Names the plan: where findings of several stand together. */
  readonly namesPlan?: boolean;
  /** Prints the words pointed to: where they do not stand beside it. */
  readonly quotes?: boolean;
}

/** One finding: how grave, what, the arithmetic, the rule, and the way to the words. */
export function FindingNote({ view, namesPlan = false, quotes = false }: FindingNoteProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const { locale } = useReader();
  const ruleTitle = useRuleTitle();
  const planTitle = usePlanTitle();
  const { finding, places, plan, anchor } = view;
  const [first] = finding.evidence;
  const [place] = places;
  return (
    <article className={`finding is-${finding.severity}`} id={anchor}>
      <p className="finding-head">
        <SeverityMark severity={finding.severity} />
        {finding.doubt !== undefined && <span className="doubt-tag">{t.doubt}</span>}
        {namesPlan && (
          <a lang="zh-Hant" href={plan === null ? '#content' : address(addresses.plan(plan.id))}>
            {plan === null ? t.wholeFiling : `${plan.marker ?? ''}${planTitle(plan)}`}
          </a>
        )}
      </p>
      <p className="finding-message">{finding.message[locale]}</p>
      <Arithmetic view={view} />
      {quotes &&
        finding.evidence.map((evidence, index) => {
          const at = places[index];
          return (
            at !== undefined && (
              <p className="evidence" key={`${at.line}-${evidence.span.start}`}>
                <q lang="zh-Hant">
                  <mark>{evidence.text}</mark>
                </q>{' '}
                <SourceLink place={at} />
              </p>
            )
          );
        })}
      <p className="finding-foot">
        <a href={address(addresses.rule(finding.rule))}>
          <span className="aside-for-ears">{t.rule} </span>
          {ruleTitle(finding.rule)}
        </a>
        {!quotes && places.map((each) => <SourceLink key={`${each.line}-${each.spans[0]?.start}`} place={each} />)}
        {first !== undefined && place !== undefined && (
          <Citation
            name={finding.message[locale]}
            quotation={first.text}
            place={place}
            {...(finding.expression === null ? {} : { formula: inSigns(finding.expression) })}
          />
        )}
      </p>
    </article>
  );
}

/** `69,423 ÷ 193,020 = 0.3597`, with what the filing printed instead. */
function Arithmetic({ view: { finding } }: { view: FindingView }): ReactNode {
  const t = useWords();
  if (finding.expression === null && finding.computed === null) return null;
  return (
    <p className="arithmetic">
      {finding.expression !== null && <span>{inSigns(finding.expression)}</span>}
      {finding.computed !== null && (
        <span>
          {t.computedValue} <b>{figureInSigns(finding.computed)}</b>
        </span>
      )}
      {finding.stated !== null && (
        <span>
          {t.statedValue} <b>{figureInSigns(finding.stated)}</b>
        </span>
      )}
    </p>
  );
}
