import { Refusal } from '@guankao/domain';

/** Asked for by an id that the record does not hold. */
export function notHeld(what: string, id: string): Refusal {
  return new Refusal('not-held', 404, {
    'zh-Hant': `紀錄裡沒有編號「${id}」的${what === 'plan' ? '計畫列' : what === 'filing' ? '申報表' : '檔案'}。請核對網址，或從清單找起。`,
    en: `The record holds no ${what} “${id}”. Check the address, or start from the list.`,
  });
}
