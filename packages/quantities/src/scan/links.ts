const link = /[a-z]{2,8}:\/\/[!-~]*|www\.[!-~]+/gi;

/** Web addresses: their figures are nobody's quantities. */
export function* linksIn(text: string): Generator<{ start: number; end: number }> {
  if (!text.includes('://') && !text.includes('www.')) return;
  for (const { index, 0: address } of text.matchAll(link)) yield { start: index, end: index + address.length };
}
