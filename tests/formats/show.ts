import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openDocument } from '@guankao/documents';
const file = process.argv[2]!;
const t0 = performance.now();
const doc = await openDocument({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) });
const t1 = performance.now();
const cut = (s: string) => (s.length > 300 ? s.slice(0, 300) + '…' : s);
let n = 0;
for (const b of doc.blocks) {
  if (n++ > Number(process.argv[3] ?? 60)) break;
  const at = (s: { start: number; end: number }) => cut(doc.text.slice(s.start, s.end).replaceAll('\u2029', '¶'));
  if (b.kind === 'paragraph') console.log(`P${b.span.page ?? ''} ${at(b.span)}`);
  else { console.log(`T${b.span.page ?? ''} ${b.span.box ?? b.span.address ?? ''}`); for (const r of b.rows) console.log(`   | ` + r.cells.map(c => `${c.column}${c.columnSpan > 1 ? '+' + c.columnSpan : ''}${c.rowSpan > 1 ? 'v' + c.rowSpan : ''}:${at(c.span)}`).join(' | ')); }
}
console.log(doc.notices.map(n => n.id + ' ' + n.place), doc.pages, (t1 - t0).toFixed(0) + 'ms');
