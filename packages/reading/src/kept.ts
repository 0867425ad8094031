import type { Finding } from '@guankao/domain';
import type { Reading } from './contract.ts';

/** A reading as it was kept, as text. What the contract told later is filled in: findings kept before it name no field. */
export function parseReading(body: string): Reading {
  const reading = JSON.parse(body) as Omit<Reading, 'findings'> & {
    readonly findings: readonly (Omit<Finding, 'field'> & Partial<Pick<Finding, 'field'>>)[];
  };
  return { ...reading, findings: reading.findings.map((finding) => ({ ...finding, field: finding.field ?? null })) };
}
