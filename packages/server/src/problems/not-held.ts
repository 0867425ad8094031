import { Refusal } from '@guankao/domain';
import type { Catalogue } from '@guankao/store';

/** Asked for by an id that the record does not hold. */
export function notHeld(what: string, id: string): Refusal {
  return new Refusal('not-held', 404, {
    'zh-Hant': `紀錄裡沒有編號「${id}」的${what === 'plan' ? '計畫列' : what === 'filing' ? '執行情形表' : '檔案'}。請核對網址，或從清單找起。`,
    en: `The record holds no ${what} “${id}”. Check the address, or start from the list.`,
  });
}

/** Where a filing stood that was taken back, its place says when and on what ground; else there is none. */
export async function goneOrNotHeld(catalogue: Catalogue, id: string): Promise<Refusal> {
  const withdrawn = await catalogue.withdrawn(id);
  if (withdrawn === null) return notHeld('filing', id);
  const day = withdrawn.at.slice(0, 10);
  return new Refusal('filing-withdrawn', 410, {
    'zh-Hant': `「${id}」已於 ${day} 撤下，不再提供。理由：${withdrawn.ground}`,
    en: `${id} was withdrawn on ${day} and is no longer shown. Ground: ${withdrawn.ground}`,
  });
}
