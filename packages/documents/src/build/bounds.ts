/**
 * How much of a file is taken. Each bound lies far beyond any filing known to us; what lies beyond one is told: the file is
 * refused with the place where the bound was met, or, where the rest still stands for itself, left out with a notice.
 * What is looked at of the texts that were read has its own table (`domain/src/bounds.ts`).
 */

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Of what is packed: a stream of a PDF, all parts of a ZIP together. Beyond `innocent`, more than `ratio` times the packed size is a bomb. */
export const mostUnpacked = {
  /** A whole-budget ODS has 60 MB of content; the largest font met has 20. */
  zip: { size: 192 * megabyte, innocent: 8 * megabyte, ratio: 300, entries: 20_000 },
  /** A page's content has some 100 kB, and is a tenth of that when packed. */
  pdf: {
    size: 64 * megabyte,
    innocent: 2 * megabyte,
    ratio: 100,
    contents: 64 * megabyte,
    allContents: 512 * megabyte,
  },
} as const;

/** A budget book has 1,500 pages. */
export const mostPages = 3_000;

/**
 * Of a page: operators, characters, ruling lines, and forms, which nest; and operators of all pages. A page that is beyond one
 * is left out whole, and that is told (3,400 operators, 2,900 characters and 200 lines met).
 */
export const mostDrawn = {
  operators: 100_000,
  glyphs: 50_000,
  rules: 50_000,
  forms: 5_000,
  depth: 50,
  /** Graphics states within one another: 28 are allowed (ISO 32000-1, annex C). */
  saved: 1_000,
  allOperators: 20_000_000,
} as const;

/** Pixels of a picture that is decoded, to show the page that it is on; to read, none is. */
export const mostPixels = 64_000_000;

/**
 * Of the tables of a file together: filled cells, and blank places left of them (the whole budget of the central government
 * has 140,000 cells, 10 wide, as a sheet).
 */
export const mostOfTables = { cells: 500_000, columns: 2_000, gaps: 5_000_000, merges: 200_000 } as const;

/** Of a workbook: sheets (the whole budget has some 300). */
export const mostSheets = 2_000;

/** Of a CSV, whose size says less about what is in it: lines and fields (14,000 and 140,000 met). */
export const mostOfCsv = { lines: 100_000, fields: 300_000 } as const;

/** Of text, where a line is a row or a paragraph (5,000 met; a thousand pages have some 50,000). */
export const mostLines = 200_000;

/** Of what stands in no table: a thousand pages have some 50,000. */
export const mostParagraphs = 200_000;

/** Of what stands before an item of a list, `(1)`, in characters. */
export const longestMarker = 200;

/** Of one cell, in characters: the longest met has 4,000. */
export const longestCell = 200_000;

/** Of a document, in characters: the whole budget has five million. */
export const longestText = 100_000_000;

/**
 * Levels of elements. Beyond `xml` and `html` a file is refused; HTML that never closes anything is usual, so that elements
 * deeper than `htmlKept` are taken as text of the ones above. The parser's time grows with the square of the levels: 16,000
 * take it some 20 ms, 48,000 of tables took 170.
 */
export const deepest = { xml: 256, html: 16_000, htmlKept: 200 } as const;

/** Elements of a part that is held as a tree: about 400 MB; a document of a thousand pages has some 200,000. */
export const mostElements = 2_000_000;

/** Of the style sheets within a page of HTML: characters of one, and rules of all. */
export const mostStyles = { characters: 500_000, rules: 20_000 } as const;

/** Of an XLSX's styles: codes of numbers that the file brings along, and characters of one (Excel takes some 250, of 255). */
export const mostNumberFormats = { codes: 5_000, characters: 1_000 } as const;
