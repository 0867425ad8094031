import type { Document, Filing } from '@guankao/domain';

export function readFiling(_document: Document): Filing {
  throw new Error('being built');
}
