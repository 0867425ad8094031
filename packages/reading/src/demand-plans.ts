import { Refusal } from '@guankao/domain';
import type { Reading } from './contract.ts';

/** Throws a Refusal where no plan row was read: such a file is not taken into the record, whichever way it comes. */
export function demandPlans({ document: { name }, plans }: Pick<Reading, 'document' | 'plans'>): void {
  if (plans.length > 0) return;
  throw new Refusal('no-plans', 422, {
    'zh-Hant': `「${name}」裡沒有讀到任何計畫列，沒有收入。請確認是不是執行情形表；若是，請另存為 ODS 或 CSV 再試。`,
    en: `no plan was found in ${name}; it was not taken in. Check that it is a filing of this form; if it is, save it as ODS or CSV and try again.`,
  });
}
