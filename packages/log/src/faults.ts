import type { ProofFault } from './proof.ts';

/** Why a proof or a checkpoint is not believed. */
export const faults: Readonly<Record<ProofFault, { readonly 'zh-Hant': string; readonly en: string }>> = {
  'no-proof': { 'zh-Hant': '不是 .tlog-proof，或已損壞', en: 'it is no .tlog-proof, or is damaged' },
  'no-leaf': { 'zh-Hant': '證明裡沒有本系統的紀錄', en: 'what it proves is no leaf of ours' },
  'of-another-leaf': { 'zh-Hant': '這是另一筆紀錄的證明', en: 'it is the proof of another leaf' },
  'not-included': { 'zh-Hant': '這筆紀錄不在所簽的公開日誌裡', en: 'the leaf is not in the log that was signed' },
  'not-opened': { 'zh-Hant': '揭示的內容與公開日誌所記不符', en: 'what is opened is not what the log commits to' },
  'no-checkpoint': { 'zh-Hant': '不是檢查點', en: 'it holds no checkpoint' },
  'of-another-log': { 'zh-Hant': '是另一份公開日誌的檢查點', en: 'its checkpoint is of another log' },
  'not-signed': { 'zh-Hant': '檢查點沒有這把金鑰的簽名', en: 'its checkpoint is not signed by this key' },
  forged: { 'zh-Hant': '檢查點的簽名不符', en: 'a signature of its checkpoint does not hold' },
};
