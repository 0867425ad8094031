import { describe, expect, test } from 'vitest';
import { evidenceFile, largestEvidence } from './evidence.ts';

const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]);

describe('evidence', () => {
  test('a PDF is taken, and known by its hash', () => {
    expect(evidenceFile('證明.pdf', pdf)).toMatchObject({
      name: '證明.pdf',
      mediaType: 'application/pdf',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    ['page.html', pdf, 'evidence-kind'],
    ['picture.svg', new TextEncoder().encode('<svg/>'), 'evidence-kind'],
    ['renamed.pdf', new TextEncoder().encode('<script>'), 'evidence-kind'],
    ['program.exe', new Uint8Array([0x4d, 0x5a]), 'evidence-kind'],
    ['empty.pdf', new Uint8Array(), 'evidence-kind'],
    ['large.pdf', new Uint8Array(largestEvidence + 1), 'evidence-too-large'],
  ])('%s is refused', (name, bytes, id) => {
    expect(() => evidenceFile(name, bytes)).toThrow(expect.objectContaining({ id }));
  });
});
