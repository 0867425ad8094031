import type { Document } from '@guankao/domain';
import { DocumentBuilder } from '../build/document-builder.ts';
import { LeftOut } from '../build/left-out.ts';
import { damaged } from '../build/refusals.ts';
import { addFlow } from '../flow/flow.ts';
import type { SourceFile } from '../reader.ts';
import { openOoxml } from '../xlsx/open-ooxml.ts';
import { relationshipsOf } from '../xlsx/relationships.ts';
import { child, childrenNamed, descendants, readXmlTree, type XmlElement } from '../xml/tree.ts';
import type { Zip } from '../zip/zip.ts';
import { DocxFlow } from './docx-flow.ts';
import { readNumbering } from './list-levels.ts';
import { RunLooks } from './run-looks.ts';

export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** DOCX (and DOCM, whose macros are never run). Throws a Refusal where the container or its content cannot be read. */
export async function readDocx(file: SourceFile): Promise<Document> {
  const builder = new DocumentBuilder(file);
  const zip = openOoxml(file, 'DOCX', builder);
  const parts = new DocxParts(zip, file.name);
  const leftOut = new LeftOut();
  const styles = parts.tree('styles');
  const flow = new DocxFlow(file.name, {
    numbering: readNumbering(parts.tree('numbering'), styles),
    looks: new RunLooks(styles),
    notes: parts.notes(),
    leftOut,
  });
  for (const head of parts.trees('header')) addFlow(builder, flow.items(withoutPageNumbers(head)));
  addFlow(builder, flow.items(child(parts.main, 'w:body')?.children ?? []));
  for (const foot of parts.trees('footer')) addFlow(builder, flow.items(withoutPageNumbers(foot)));
  for (const notice of [...leftOut.notices(), ...flow.changesNotice()]) builder.notice(notice);
  return builder.finish(docxMediaType, null);
}

/** The parts of the container that make up the document. */
class DocxParts {
  readonly main: XmlElement;
  readonly #zip: Zip;
  readonly #file: string;
  readonly #parts: readonly { readonly kind: string; readonly part: string }[];

  constructor(zip: Zip, file: string) {
    this.#zip = zip;
    this.#file = file;
    const stated = [...relationshipsOf(zip, file, 'DOCX', '').values()].find(
      ({ kind }) => kind === 'officeDocument',
    )?.part;
    const part = [stated, 'word/document.xml'].find((candidate) => candidate !== undefined && zip.has(candidate));
    if (part === undefined) throw damaged(file, 'DOCX', 'it has no document');
    this.main = this.#read(part);
    this.#parts = [...relationshipsOf(zip, file, 'DOCX', part).values()];
  }

  tree(kind: string): XmlElement | undefined {
    return this.trees(kind)[0];
  }

  /** Each different one once: heads of the first, odd and even pages are often the same. */
  trees(kind: string): XmlElement[] {
    const seen = new Set<string>();
    const named = this.#parts.filter((relation) => relation.kind === kind && this.#zip.has(relation.part));
    return [...new Set(named.map(({ part }) => part))]
      .map((part) => this.#read(part))
      .filter((tree) => {
        const key = JSON.stringify(tree.children);
        return !seen.has(key) && seen.add(key);
      });
  }

  /** Footnotes and endnotes by id, prefixed with their kind. */
  notes(): Map<string, XmlElement> {
    const found = new Map<string, XmlElement>();
    for (const kind of ['footnote', 'endnote']) {
      for (const note of childrenNamed(this.tree(`${kind}s`), `w:${kind}`))
        found.set(`${kind}${note.attributes['w:id'] ?? ''}`, note);
    }
    return found;
  }

  #read(part: string): XmlElement {
    return readXmlTree(this.#zip, { file: this.#file, format: 'DOCX', part });
  }
}

function withoutPageNumbers(area: XmlElement): XmlElement[] {
  return childrenOf(area).filter((element) => {
    const codes = [
      ...descendants(element, 'w:instrText').map(({ children }) => children.join('')),
      ...descendants(element, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'] ?? ''),
    ];
    return !codes.some((code) => /\b(PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(code));
  });
}

function childrenOf(area: XmlElement): XmlElement[] {
  return area.children.filter((node) => typeof node !== 'string');
}
