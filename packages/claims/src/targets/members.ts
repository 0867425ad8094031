import type { Item } from '../text/items.ts';
import { unitFit } from '../actuals/units.ts';
import type { Candidate } from '../actuals/candidates.ts';
import { measuresInBrackets } from '../words/units.ts';
import { normalise } from '@guankao/passages';
import type { Target } from './target.ts';

/**
 * One target for several things named in brackets after it, 降低停機率至3次(甲機、乙機),
 * becomes one for each thing where the results answer them one by one.
 */
export function perMember(target: Target, candidates: readonly Candidate[]): readonly Target[] {
  const { figure } = target;
  if (figure === null) return [target];
  const members = bracketedAfter(target.phrase.item, figure.end);
  const answered = members.filter((member) =>
    candidates.some((candidate) => unitFit(figure, candidate.figure) > 0 && speaksOf(candidate, member)),
  );
  if (answered.length < 2) return [target];
  return members.map((member) => ({ ...target, member, label: `${member} ${target.label}` }));
}

function bracketedAfter(item: Item, at: number): readonly string[] {
  const list = /^(以上|以下|以內)?\(([^()]*、[^()]*)\)/.exec(item.text.slice(at));
  const members = (list?.[2] ?? '')
    .split('、')
    .map((member) => normalise(member).trim())
    .filter((member) => member !== '');
  // 50處(座、件) are the measures of what is counted together.
  return members.every((member) => measuresInBrackets.test(member)) ? [] : members;
}

/** The thing stands in the clause, or before the colon that opens it. */
function speaksOf({ item, phrase }: Candidate, member: string): boolean {
  const clause = item.clauses.find((one) => one.start <= phrase.start && phrase.end <= one.end);
  return `${clause?.head ?? ''} ${item.text.slice(phrase.start, phrase.end)}`.includes(member);
}
