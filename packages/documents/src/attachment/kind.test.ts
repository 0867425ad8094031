import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { attachmentKind } from './kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)])));
const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' };

test.each([
  ['report.pdf', bytes('%PDF-1.7'), 'application/pdf'],
  ['REPORT.PDF', bytes('%PDF-1.7'), 'application/pdf'],
  ['photo.jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['text.odt', zip(odt), 'application/vnd.oasis.opendocument.text'],
  ['all.zip', zip({ 'a/': '', 'a/1.pdf': '%PDF-1.4' }), 'application/zip'],
])('%s is taken', (name, content, mediaType) => expect(attachmentKind(name, content)).toBe(mediaType));

test.each([
  ['report.pdf', bytes('MZ')],
  ['report', bytes('%PDF-1.7')],
  ['report.exe', bytes('MZ')],
  ['page.html', bytes('<html>')],
  ['text.ods', zip(odt)],
  ['all.zip', zip({ 'a.odt': 'MZ' })],
  ['all.zip', zip({ '1.pdf': 'MZ' })],
  ['all.zip', zip({})],
  ['cut.zip', zip({ '1.pdf': '%PDF-1.4' }).subarray(0, 20)],
])('%s is refused', (name, content) => expect(attachmentKind(name, content)).toBeNull());

test('an office file in a ZIP is looked into', () => {
  const inner = zip({ ...odt, 'Basic/Standard/Module1.xml': 'x' });
  expect(attachmentKind('all.zip', zipSync({ 'a.odt': inner }))).toBeNull();
  expect(attachmentKind('all.zip', zipSync({ 'a.odt': zip(odt) }))).toBe('application/zip');
});
