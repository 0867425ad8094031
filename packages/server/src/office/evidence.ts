import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { Pool } from '@guankao/pool';
import type { RowRecord } from '@guankao/workflow';
import { demand, rowPolicy, type Context } from '@guankao/workflow';
import { asking } from '../work/asking.ts';

export const largestEvidence = 20 * 1024 * 1024;

export interface EvidenceFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * A file for this row, looked into by the pool only for those who may write in it. Throws a Refusal for one that is too
 * large, or of a kind that is not taken.
 */
export async function evidenceFor(
  pool: Pool,
  request: FastifyRequest,
  row: RowRecord,
  { actor, tree }: Context,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<EvidenceFile> {
  demand(rowPolicy, 'write-texts', actor, row, tree);
  return lookedInto(pool, request, { name, bytes });
}

/** The scan of what was sealed, for those who may enter it; null: none came. */
export async function scanFor(
  pool: Pool,
  request: FastifyRequest,
  file: { readonly name: string; readonly bytes: Uint8Array } | null,
): Promise<EvidenceFile> {
  if (file === null) throw scanOwed();
  return lookedInto(pool, request, file);
}

async function lookedInto(
  pool: Pool,
  request: FastifyRequest,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<EvidenceFile> {
  if (bytes.length > largestEvidence) throw tooLarge(name, bytes.length);
  const { mediaType } = await pool.run('attachment-kind', { file: { name, bytes } }, asking(request, name));
  if (mediaType === null) throw forbiddenKind(name);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), name: name.slice(-200), mediaType, bytes };
}

function scanOwed(): Refusal {
  return new Refusal('scan-owed', 422, {
    'zh-Hant': '請附核章後送核單的掃描檔（PDF、PNG 或 JPEG）；沒有掃描檔不能登錄。',
    en: 'attach the scan of the sealed sheet (PDF, PNG or JPEG); nothing is entered without it.',
  }).about('scan');
}

function tooLarge(name: string, size: number): Refusal {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return new Refusal('evidence-too-large', 413, {
    'zh-Hant': `「${name}」有 ${megabytes} MB，上限 20 MB。請壓縮或分成幾個檔案。`,
    en: `${name} has ${megabytes} MB; the limit is 20 MB. Compress it or split it.`,
  });
}

function forbiddenKind(name: string): Refusal {
  return new Refusal('evidence-kind', 415, {
    'zh-Hant': `「${name}」不是可收的佐證檔（PDF、ODS、ODT、XLSX、DOCX、PNG、JPEG，或只裝這些檔案的 ZIP；不含巨集），或內容與副檔名不符。請另存為其中一種再附。`,
    en: `${name} is no evidence that is taken (PDF, ODS, ODT, XLSX, DOCX, PNG, JPEG, or a ZIP of these alone; without macros), or its content is not what its name says. Save it as one of these and attach that.`,
  });
}
