import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { read } from '@guankao/reading';
import { quantitiesJson } from '../../packages/cli/src/commands/quantities.ts';

/** What we print has the shapes of the contract, for every filing of the corpus (skipped where ../shared is absent). */

const root = join(import.meta.dirname, '../..');
const contract = join(root, '../shared/contract');
const corpus = readdirSync(join(root, 'corpus'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) =>
    readdirSync(join(root, 'corpus', entry.name))
      .filter((name) => name.startsWith('filing.'))
      .map((name) => join(root, 'corpus', entry.name, name)),
  );

function schema(name: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  return ajv.compile(JSON.parse(readFileSync(join(contract, name), 'utf8')));
}

describe.skipIf(!existsSync(contract))('the contract (skipped where ../shared is absent)', () => {
  test.each(corpus)('reading.schema.json: %s', { timeout: 60_000 }, async (path) => {
    const { reading } = await read({ name: path, bytes: new Uint8Array(readFileSync(path)) });
    const valid = schema('reading.schema.json');
    valid(JSON.parse(JSON.stringify(reading)));
    expect(valid.errors ?? []).toEqual([]);
    for (const { evidence } of reading.findings)
      for (const { text, span } of evidence) expect(reading.document.text.slice(span.start, span.end)).toBe(text);
    for (const { indicators } of reading.plans)
      for (const { target, actual } of indicators)
        for (const stated of [target, actual])
          if (stated !== null) expect(stated.span.end).toBeGreaterThan(stated.span.start);
  });

  test('quantities.schema.json', () => {
    const valid = schema('quantities.schema.json');
    valid(quantitiesJson('完成12萬2,009筆，達9成3。\n\n113年9月18日至20日，3至5億元，約2小時。\n'));
    expect(valid.errors ?? []).toEqual([]);
  });
});
