/**
 * How much is taken and looked at. Each bound lies far beyond any filing known to us: what pairs one thing with
 * another must not grow with the square of a text that somebody pastes. What lies beyond one is kept and shown like the
 * rest; that nobody looked at it is told as a notice. Beside each, the most that was met in some 250 rows of filings.
 */

/** Characters that one field of a row may hold: more is refused with its place (970 met). */
export const longestField = 32_000;

/** Of one item of a text: a longer one is looked at in parts, between sentences (224 characters and 16 numbers met). */
export const mostOfItem = { characters: 2_000, numbers: 100 } as const;

/** Of one text column of a row (20 items, 58 numbers, some 120 clauses met). */
export const mostOfColumn = { items: 600, clauses: 1_500, numbers: 1_000 } as const;

/**
 * Of one row: targets that results are sought for, and figures that may answer one (9 and 58 met); and of each column
 * the sentences nearest to a target that are asked what became of it (20 met).
 */
export const mostOfRow = { targets: 80, results: 400, sentences: 60 } as const;

/** Findings of one rule in one row and over the whole filing, and places of one finding: the first ones are enough to look at (3 and 6 met). */
export const mostFindings = { row: 30, filing: 500, places: 40 } as const;
