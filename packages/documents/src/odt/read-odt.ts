import type { Document } from '@guankao/domain';
import { DocumentBuilder } from '../build/document-builder.ts';
import { LeftOut, pendingChanges } from '../build/left-out.ts';
import { addFlow } from '../flow/flow.ts';
import { OdfLooks } from '../ods/odf-looks.ts';
import { openOdf } from '../ods/open-odf.ts';
import type { SourceFile } from '../reader.ts';
import { child, descendants, readXmlTree, type XmlElement } from '../xml/tree.ts';
import { listStylesOf } from './list-styles.ts';
import { OdtFlow } from './odt-flow.ts';

export const odtMediaType = 'application/vnd.oasis.opendocument.text';

/** ODT (and OTT). Throws a Refusal where the container or its content cannot be read. Macros are never run. */
export async function readOdt(file: SourceFile): Promise<Document> {
  const builder = new DocumentBuilder(file);
  const zip = openOdf(file, 'ODT', builder);
  const content = readXmlTree(zip, { file: file.name, format: 'ODT', part: 'content.xml' });
  const styles = zip.has('styles.xml')
    ? readXmlTree(zip, { file: file.name, format: 'ODT', part: 'styles.xml' })
    : undefined;
  const leftOut = new LeftOut();
  const looks = new OdfLooks();
  looks.collect(styles);
  looks.collect(content);
  const lists = new Map([...listStylesOf(styles), ...listStylesOf(content)]);
  const flow = new OdtFlow(file.name, lists, looks, leftOut);
  addFlow(builder, flow.items(headsOf(styles)));
  addFlow(builder, flow.items(child(child(content, 'office:body'), 'office:text')?.children ?? []));
  for (const notice of leftOut.notices()) builder.notice(notice);
  const changes = descendants(content, 'text:changed-region').length;
  if (changes > 0) builder.notice(pendingChanges(file.name, changes));
  return builder.finish(odtMediaType, null);
}

/** Running heads and feet, once, as the page that prints most of them has them. A page number's line is no text of the filing. */
function headsOf(styles: XmlElement | undefined): XmlElement[] {
  const masters = descendants(styles, 'style:master-page');
  const lines = masters.flatMap((master) =>
    ['style:header', 'style:header-left', 'style:header-first', 'style:footer'].flatMap((name) =>
      descendants(master, name),
    ),
  );
  const seen = new Set<string>();
  return lines
    .flatMap((area) => descendants(area, 'text:p'))
    .filter((paragraph) => {
      if (descendants(paragraph, 'text:page-number').length > 0) return false;
      const key = JSON.stringify(paragraph.children);
      return !seen.has(key) && seen.add(key);
    });
}
