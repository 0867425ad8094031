import { sentencesOf } from '../text/sentences.ts';
import { all, notAll } from '../words/all.ts';
import type { Derived, Untold } from './derived.ts';

/** 不符案件裁處率100%, answered by 不符63件全數裁處: all of them, in words. */
export function allOf({ target, items }: Untold): Derived | null {
  const { figure, phrase, comparator, each, change } = target;
  if (figure?.kind !== 'percent' || figure.value !== 100 || comparator === '<=' || each !== null || change !== null)
    return null;
  const stem = /(\p{Script=Han}{2})(?:率|比率|比例)[^，；。#]{0,3}$/u.exec(
    phrase.item.text.slice(0, figure.start),
  )?.[1];
  if (stem === undefined) return null;
  const done = new RegExp(`${all.source}[^，；。]{0,4}${stem}(?![率中])`, 'u');
  for (const item of items)
    for (const { clauses } of sentencesOf(item)) {
      const clause = clauses.find(({ text }) => done.test(text));
      if (clause === undefined || clauses.some(({ text }) => notAll.test(text))) continue;
      return {
        met: true,
        result: 100,
        phrase: { item, start: clause.start, end: clause.end },
        reason: 'all, in words',
      };
    }
  return null;
}
