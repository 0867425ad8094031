import { Refusal } from '@guankao/domain';
import { filingsOfPlanId } from '@guankao/reading';
import type { Shown } from '@guankao/store';
import { pastOf } from '../as-of/as-of.ts';

/** Asked for by an id that the record does not hold. */
export function notHeld(what: string, id: string): Refusal {
  return new Refusal('not-held', 404, {
    'zh-Hant': `紀錄裡沒有編號「${id}」的${what === 'plan' ? '計畫列' : what === 'filing' ? '執行情形表' : '檔案'}。請核對網址，或從清單找起。`,
    en: `The record holds no ${what} “${id}”. Check the address, or start from the list.`,
  });
}

/** Where a filing stood that was taken back, its place says when and on what ground; else there is none. */
export async function goneOrNotHeld(shown: Shown, id: string): Promise<Refusal> {
  const then = pastOf(shown);
  const withdrawn = await shown.withdrawn(id);
  if (withdrawn !== null)
    return then?.past.isShownNow(id) === true ? withdrawnThen(id, withdrawn, then.asked) : gone(id, withdrawn);
  const first = then?.past.firstShown(id) ?? null;
  return first === null ? notHeld('filing', id) : notYet(id, first.at.slice(0, 10), then?.asked ?? '');
}

/** The same of a plan's row of a time before: it is known by its filing. */
export async function planNotHeld(shown: Shown, id: string): Promise<Refusal> {
  if (pastOf(shown) === null) return notHeld('plan', id);
  for (const filing of filingsOfPlanId(id)) {
    if ((await shown.filing(filing)) !== null) continue;
    const refusal = await goneOrNotHeld(shown, filing);
    if (refusal.id !== 'not-held') return refusal;
  }
  return notHeld('plan', id);
}

type Withdrawn = NonNullable<Awaited<ReturnType<Shown['withdrawn']>>>;

function gone(id: string, { at, ground }: Withdrawn): Refusal {
  const day = at.slice(0, 10);
  return new Refusal('filing-withdrawn', 410, {
    'zh-Hant': `「${id}」已於 ${day} 撤下，不再提供。理由：${ground}`,
    en: `${id} was withdrawn on ${day} and is no longer shown. Ground: ${ground}`,
  });
}

/** It was shown again later; or not this edition of it. */
function withdrawnThen(id: string, { at, ground }: Withdrawn, asked: string): Refusal {
  const day = at.slice(0, 10);
  return new Refusal('filing-withdrawn-then', 410, {
    'zh-Hant': `「${id}」截至 ${asked} 所公開的，已於 ${day} 撤下，不提供當時的內容。理由：${ground}。現在公開的請看現在的內容。`,
    en: `what ${id} showed as of ${asked} was withdrawn on ${day} and is not given. Ground: ${ground}. See the present for what is shown now.`,
  });
}

function notYet(id: string, since: string, asked: string): Refusal {
  return new Refusal('asof-not-yet', 404, {
    'zh-Hant': `截至 ${asked}，「${id}」還沒有公開；最早公開於 ${since}。請選那天或之後，或看現在的內容。`,
    en: `as of ${asked} ${id} had not been published; it first was on ${since}. Give that day or a later one, or see the present.`,
  });
}
