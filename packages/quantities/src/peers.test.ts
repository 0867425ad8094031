import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { notClaimed } from '../corpus/peers-not-claimed.ts';
import { failures, type PeerCase, type PeerModel } from '../corpus/peers.ts';

const folder = join(import.meta.dirname, '../../../../shared/peer-tests');
const traditional = Converter({ from: 'cn', to: 't' });

describe.skipIf(!existsSync(folder))('the tables of other recognisers (skipped where ../shared is absent)', () => {
  test.each<[PeerModel, number]>([
    ['NumberModel', 365],
    ['PercentModel', 152],
  ])('%s, %d cases, through a Simplified to Traditional table', (model, size) => {
    const cases = tableOf(model);
    expect(cases).toHaveLength(size);
    expect(failures(model, cases, traditional)).toEqual(
      notClaimed[model].flatMap(([, list]) => list).toSorted((a, b) => a - b),
    );
  });

  test.each<PeerModel>(['NumberModel', 'PercentModel'])(
    '%s as it is: only Simplified characters make a difference',
    (model) => {
      const cases = tableOf(model);
      const claimed = new Set(notClaimed[model].flatMap(([, list]) => list));
      const surprising = failures(model, cases, (text) => text).filter(
        (i) => !claimed.has(i) && traditional(cases[i]?.Input ?? '') === cases[i]?.Input,
      );
      expect(surprising).toEqual([]);
    },
  );
});

function tableOf(model: PeerModel): PeerCase[] {
  return JSON.parse(readFileSync(join(folder, `${model}.json`), 'utf8')) as PeerCase[];
}
