import type { Document } from '@guankao/domain';
import { DocumentBuilder } from '../build/document-builder.ts';
import { LeftOut } from '../build/left-out.ts';
import { addFlow } from '../flow/flow.ts';
import type { SourceFile } from '../reader.ts';
import { binaryFile } from '../refusals.ts';
import { decodeHtml } from './decode-html.ts';
import { HtmlFlow } from './html-flow.ts';
import { parseHtml } from './html-tree.ts';

export const htmlMediaType = 'text/html';

/** HTML, as a browser without scripts shows it. Nothing that it links to is followed. Throws a Refusal where it is no text. */
export async function readHtml(file: SourceFile): Promise<Document> {
  const text = decodeHtml(file.bytes);
  if (text === null) throw binaryFile(file.name);
  const builder = new DocumentBuilder(file);
  const leftOut = new LeftOut();
  const page = parseHtml(text, file.name, leftOut);
  addFlow(builder, new HtmlFlow(leftOut, file.name).items(page));
  for (const notice of leftOut.notices()) builder.notice(notice);
  return builder.finish(htmlMediaType, null);
}
