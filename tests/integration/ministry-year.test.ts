import { expect, test } from 'vitest';
import { openEmptyHouse } from '../ministry-year/empty-house.ts';
import { playYear } from '../ministry-year/play.ts';

/** `npm run prove -- ministry-year` plays the whole of it: six agencies, 49 plans, twelve months. */
test('a ministry’s year by a script that knows only the description: nothing is typed twice, the form says what the record holds', async () => {
  const house = await openEmptyHouse();
  try {
    const played = await playYear(house, { agencies: 2, plans: 3, months: 3 });
    expect(played).toMatchObject({ late: 1, carriedOver: 1, typedTwice: [], differences: [] });
    expect(played.reports).toBe(7);
    expect(played.returned).toBe(2);
    expect(played.byDeputy).toBeGreaterThan(0);
    expect(played.cells).toBeGreaterThan(50);
  } finally {
    await house.close();
  }
}, 240_000);
