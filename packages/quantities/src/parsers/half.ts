import { Draft } from '../draft.ts';

const spans = /半(年|個月|天|日|小時|個小時)(?!報|刊|徑|遊)/y;
const notSpan = new Set('上下過大多前後對一二三四五六七八九十兩個0123456789年天');

/** 半年, 半個月. It is the one parser that begins with no numeral: the scan calls it at 半. */
export function readHalf(text: string, at: number): Draft | null {
  spans.lastIndex = at;
  const found = spans.exec(text);
  if (found === null || notSpan.has(text.charAt(at - 1))) return null;
  const draft = new Draft('half', 'duration', at, spans.lastIndex);
  draft.value = { coefficient: 5n, scale: 1 };
  draft.unit = found[1] ?? null;
  return draft;
}
