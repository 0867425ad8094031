import type { Indicator, Verdict } from '@guankao/domain';

/** What the indicators amount to. One that the filing does not settle does not lower it. */
export function verdictOf(indicators: readonly Pick<Indicator, 'met'>[]): Verdict {
  const decided = indicators.filter(({ met }) => met !== null);
  const missed = decided.filter(({ met }) => met === false).length;
  if (decided.length === 0) return 'undetermined';
  if (missed === 0) return 'achieved';
  return missed === decided.length ? 'not_achieved' : 'partly';
}
