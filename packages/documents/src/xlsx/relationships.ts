import { readXmlTree, childrenNamed } from '../xml/tree.ts';
import type { Zip } from '../zip/zip.ts';

export interface Relationship {
  /** The last word of its type: `worksheet`, `styles`, `header`. */
  readonly kind: string;
  /** Path of the part within the container. */
  readonly part: string;
}

/** What `part` refers to within the file, by id. Links that lead out of the file are left out, and never followed. */
export function relationshipsOf(zip: Zip, file: string, format: string, part: string): Map<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  if (!zip.has(path)) return found;
  const root = readXmlTree(zip, { file, format, part: path });
  for (const { attributes } of childrenNamed(root, 'rel:Relationship')) {
    const { Id: id, Target: target, Type: type = '', TargetMode: mode } = attributes;
    if (id === undefined || target === undefined || mode === 'External') continue;
    found.set(id, { kind: type.slice(type.lastIndexOf('/') + 1), part: resolvePath(folder, target) });
  }
  return found;
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
