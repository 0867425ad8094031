/** 2026-01-20 */
export function dayInTaipei(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Of an ISO day: 0 is Sunday, 6 Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The ISO day after an ISO day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** 2026-01-20 → 115年1月20日 */
export function inRoc(day: string): string {
  const [year = 0, month, date] = day.split('-').map(Number);
  return `${year - 1911}年${month}月${date}日`;
}

/** 2026-01-20; 2026-02-30 is none. */
export function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}
