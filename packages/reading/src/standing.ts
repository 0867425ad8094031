/**
 * How it stands with a number, in their order of precedence: each is exactly one of them.
 * `contradicted`: an error or a warning says that it and others cannot all be right. `judged`: a target that was found met
 * or missed, or the result that it was held against. `borne-out`: other numbers of the row give it. `stands-alone`: nothing
 * speaks for or against it. `not-a-claim`: a date, a name, an ordinal. `unread`: it was seen, and not made out, or stands in
 * a stretch of the document that nothing was made of.
 */
export const standings = ['contradicted', 'judged', 'borne-out', 'stands-alone', 'not-a-claim', 'unread'] as const;
export type Standing = (typeof standings)[number];

/** How many numbers stand how; their sum is how many there are. */
export type StandingCounts = Readonly<Record<Standing, number>>;

export const totalOf = (counts: StandingCounts): number =>
  standings.reduce((sum, standing) => sum + counts[standing], 0);
