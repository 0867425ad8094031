import type { Join, Passage, Span, TextColumn } from '@guankao/domain';

/** The texts of one plan row, with the print that they take. */
export type Texts = Readonly<Record<TextColumn, readonly Passage[]>> & {
  readonly join: Join;
  readonly spans: readonly Span[];
};
