import type { FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { otherBody } from './body-kinds.ts';

/** A part of a form with files, as it came: `file.name` is empty where the field for a file was left so. */
export type FormPart =
  | { readonly field: string; readonly value: string }
  | { readonly file: { readonly name: string; readonly bytes: Uint8Array } };

/**
 * The parts of a form with files, in their order. Throws a Refusal where the form is of another kind, or ends before it is
 * whole: a connection that broke is no fault of ours. What is beyond the limits is told by multipart itself.
 */
export async function* uploadedParts(
  request: FastifyRequest,
  limits: { readonly fileSize: number; readonly files: number },
): AsyncGenerator<FormPart> {
  if (!request.isMultipart())
    throw otherBody(request.headers['content-type']?.slice(0, 60) ?? '', 'multipart/form-data');
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') yield { field: part.fieldname, value: String(part.value) };
      else yield { file: { name: part.filename ?? '', bytes: await part.toBuffer() } };
    }
  } catch (error) {
    throw isOfBrokenForm(error) ? cutOff() : error;
  }
}

/** What reads the form says in plain errors that it cannot go on; limits and refusals have a status. */
function isOfBrokenForm(error: unknown): boolean {
  return error instanceof Error && !('statusCode' in error) && !(error instanceof Refusal);
}

function cutOff(): Refusal {
  return new Refusal('upload-cut-off', 400, {
    'zh-Hant': '上傳的內容在途中斷了，或格式不完整，沒有收下任何一部分。請回前一頁再送一次。',
    en: 'what was sent broke off on the way or is not whole; none of it was taken. Go back and send it again.',
  });
}
