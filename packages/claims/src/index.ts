import type { Document, Filing, RowClaims } from '@guankao/domain';

/** One entry for each of `filing.plans`, in their order. */
export function readClaims(_document: Document, _filing: Filing): readonly RowClaims[] {
  throw new Error('being built');
}
