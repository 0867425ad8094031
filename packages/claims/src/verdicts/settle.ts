import type { StatedVerdict } from '@guankao/domain';
import type { Item } from '../text/items.ts';
import type { Outcome } from '../indicators.ts';

const itemAchieved =
  /^(本項|本目標|該項)?(業|皆|均|已|全數|目標|績效)*(如期|依限|全數|順利)?(已|均)?(達成|達標|完成|辦理完竣|完竣)(年度|績效|目標值?|指標|預期|預定|原定)*[。；]?$/;
const itemMissed = /^(本項|本目標)?(尚|仍)?未(能)?(達成|達標|完成|達)(年度|績效|目標值?|預期|預定)*[。；]?$/;

/**
 * What the filing states settles the indicators that nothing else decided: first the word on the same item (2. 已達成。),
 * then the one on the whole row. It never overrules a number, decides nothing that the row tells
 * in two ways, and leaves the whole plan's targets open.
 */
export function settle(
  outcomes: readonly Outcome[],
  explanation: readonly Item[],
  stated: StatedVerdict,
): readonly Outcome[] {
  const open = outcomes.filter(
    ({ met, target, contested }) => met === null && contested !== true && target.scope === 'year',
  );
  return outcomes.map((outcome) => {
    if (!open.includes(outcome)) return outcome;
    const item = wordOnItem(outcome, explanation);
    if (item !== null) return { ...outcome, met: item, reason: 'stated for this item' };
    if (stated === 'achieved') return { ...outcome, met: true, reason: 'stated for the whole row' };
    if (stated === 'not_achieved' && outcomes.length === 1)
      return { ...outcome, met: false, reason: 'stated for the whole row' };
    return outcome;
  });
}

function wordOnItem({ target }: Outcome, explanation: readonly Item[]): boolean | null {
  const { marker } = target.phrase.item.passage;
  if (marker === null || target.phrase.item.column !== 'goals') return null;
  const word = explanation.find(
    (item) => item.passage.marker === marker && item.heading === '' && target.phrase.item.heading === '',
  );
  if (word === undefined) return null;
  if (itemAchieved.test(word.text.trim())) return true;
  return itemMissed.test(word.text.trim()) ? false : null;
}
