import { nextDay, weekdayOf } from './days.ts';

/** Which days of a year are off, by the official calendar of offices. */
export interface DaysOff {
  readonly year: number;
  /** ISO days. */
  readonly off: readonly { readonly day: string }[];
}

/** Where a deadline lands, and why it is not where it was. */
export interface MovedDay {
  /** ISO: the last day on which it is in time. */
  readonly day: string;
  /** As it was counted. */
  readonly from: string;
  /** `saturday`: by the Act until the morning only. null: it stands. */
  readonly why: 'sunday' | 'saturday' | 'holiday' | null;
  /** False where the calendar of a year was not at hand: then weekends only. null: no day of rest moves it. */
  readonly byCalendar: boolean | null;
}

/** Days on which offices work: by the official calendars that are held, else all but weekends. */
export class Workdays {
  private readonly off: ReadonlyMap<number, ReadonlySet<string>>;

  constructor(calendars: readonly DaysOff[]) {
    this.off = new Map(calendars.map(({ year, off }) => [year, new Set(off.map(({ day }) => day))]));
  }

  /** Whether the official calendar of a Gregorian year is held. */
  knows(year: number): boolean {
    return this.off.has(year);
  }

  isWorkday(day: string): boolean {
    const off = this.off.get(Number(day.slice(0, 4)));
    return off === undefined ? weekdayOf(day) % 6 !== 0 : !off.has(day);
  }

  /** The day itself, or the first workday after it (行政程序法第48條第4項). */
  moved(from: string): MovedDay {
    let day = from;
    // No row of days off is longer than a month; a calendar that has no workday left moves nothing.
    for (let tries = 0; !this.isWorkday(day); tries += 1) {
      if (tries === 31) return { day: from, from, why: null, byCalendar: false };
      day = nextDay(day);
    }
    const weekday = weekdayOf(from);
    const why = day === from ? null : weekday === 0 ? 'sunday' : weekday === 6 ? 'saturday' : 'holiday';
    const byCalendar = [from, day].every((one) => this.knows(Number(one.slice(0, 4))));
    return { day, from, why, byCalendar };
  }
}

/** Where no calendar is held. */
export const weekendsOnly = new Workdays([]);
