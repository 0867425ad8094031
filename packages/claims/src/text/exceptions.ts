import { once } from './items.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What 除…外 leaves out: 除丙館預計明年完工外，其餘皆已完成.
 * 除完成甲外，另辦理乙 adds instead of leaving out, and is none.
 */
export const exceptionsIn = once((item): readonly Stretch[] => {
  if (!item.text.includes('除')) return [];
  const found: Stretch[] = [];
  for (const match of item.text.matchAll(
    /除(?!了?濕|草|污|汙|役|權|籍|列)([^。；]*?)(之外|以外|外)(?=，|[^，。]{0,2}(其餘|餘|均|皆))/g,
  )) {
    const end = match.index + match[0].length;
    if (!adds(match[1] ?? '', item.text.slice(end, end + 12))) found.push({ start: match.index, end });
  }
  return found;
});

function adds(left: string, rest: string): boolean {
  const open = /(未|待|無法|預計|預定|尚|刻正|因|賡續|延)/.test(left);
  return !open && /^，?(另|並|亦|更|也|尚|同時|還|再|且)/.test(rest);
}

/** A clause that an exception runs through, and that does not go on to the rest. */
export function isExcepted(stretches: readonly Stretch[], clause: Stretch): boolean {
  return stretches.some(({ start, end }) => clause.start < end && start < clause.end && clause.end <= end + 4);
}

export function within(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some((stretch) => stretch.start <= at && at < stretch.end);
}
