import type { Message, Notice } from '@guankao/domain';

/** Why a reader left words out of the text that the file holds. */
export type LeftOutKind = 'struck-out' | 'note-marks' | 'hidden-text';

export interface LeftOutText {
  readonly kind: LeftOutKind;
  readonly text: string;
}

const longestSample = 20;
const mostSamples = 5;
/** Notices of one kind; what is left out beyond is told in one more. */
const mostPlaces = 50;

/** Gathers what a reader leaves out, place by place, and tells it in notices: nothing is dropped unseen. */
export class LeftOut {
  readonly #texts = new Map<LeftOutKind, Map<string, string[]>>();

  /** `place` in the terms of the format: a cell's address, `page=3`, the file's name. Blank texts are none. */
  add(kind: LeftOutKind, text: string, place: string): void {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (shown === '') return;
    const places = this.#texts.get(kind) ?? new Map<string, string[]>();
    this.#texts.set(kind, places);
    const known = places.get(place);
    if (known === undefined) places.set(place, [shown]);
    else known.push(shown);
  }

  notices(): Notice[] {
    return [...this.#texts].flatMap(([kind, places]) => {
      const all = [...places];
      const rest = all.slice(mostPlaces).flatMap(([, texts]) => texts);
      return [
        ...all.slice(0, mostPlaces).map(([place, texts]) => noticeOf(kind, place, texts)),
        ...(rest.length > 0 ? [noticeOf(kind, all[mostPlaces]?.[0] ?? '', rest)] : []),
      ];
    });
  }
}

function noticeOf(kind: LeftOutKind, place: string, texts: readonly string[]): Notice {
  const samples = texts.slice(0, mostSamples).map((text) => `「${[...text].slice(0, longestSample).join('')}」`);
  const list = `${samples.join('')}${texts.length > mostSamples ? '…' : ''}`;
  return { id: kind, place, message: words[kind](texts.length, list) };
}

const words: Readonly<Record<LeftOutKind, (count: number, list: string) => Message>> = {
  'struck-out': (count, list) => ({
    'zh-Hant': `有 ${count} 處文字加了刪除線，未讀入：${list}。請對照原件，確認應以何者為準。`,
    en: `${count} stretch${count === 1 ? '' : 'es'} of text struck out and not read: ${list}. Compare with the original which is meant.`,
  }),
  'note-marks': (count, list) => ({
    'zh-Hant': `有 ${count} 處上標視為附註記號，未讀入：${list}。如屬數字或文字的一部分，請對照原件改正。`,
    en: `${count} raised mark${count === 1 ? '' : 's'} taken for marks of notes and not read: ${list}. Compare with the original whether they are part of a figure or text.`,
  }),
  'hidden-text': (count, list) => ({
    'zh-Hant': `有 ${count} 段隱藏文字，未讀入：${list}。如屬表件內容，請取消隱藏後再讀。`,
    en: `${count} stretch${count === 1 ? '' : 'es'} of hidden text not read: ${list}. If they belong to the filing, unhide them and read again.`,
  }),
};

/** Changes are read as if they were accepted: what was put in is taken, what was taken out is not. */
export function pendingChanges(place: string, count: number): Notice {
  return {
    id: 'tracked-changes',
    place,
    message: {
      'zh-Hant': `檔案有 ${count} 處追蹤修訂尚未接受或拒絕，已按接受後的內容讀入。請先確認修訂，再讀一次。`,
      en: `${count} tracked change${count === 1 ? ' is' : 's are'} neither accepted nor rejected; the file was read as if accepted. Settle them and read again.`,
    },
  };
}
