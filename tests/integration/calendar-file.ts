/** An official calendar of offices as it is given out, for tests: weekends off, and what `days` says instead. */
export function calendarCsv(
  year: number,
  days: Readonly<Record<string, readonly [isOff: 0 | 2, note: string]>> = {},
): string {
  const lines = ['西元日期,星期,是否放假,備註'];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    const [isOff, note] = days[day] ?? [date.getUTCDay() % 6 === 0 ? 2 : 0, ''];
    lines.push([day.replaceAll('-', ''), '日一二三四五六'[date.getUTCDay()], isOff, note].join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}
