/**
 * Shuffled money files with plans of one name at several agencies: amounts that would land on a wrong row.
 *
 * node scripts/run.mjs bench/money-files/prove.ts [FILES] [SEED]
 */
import { Refusal } from '@guankao/domain';
import { recordable } from '@guankao/workflow';
import { reconcileMoney } from '../../packages/pool/src/works/money.ts';
import { agencyNames, random, shares, shuffledFile } from '../../tests/money-files/shuffled.ts';
import { emptyRow } from '../../tests/money-files/empty-row.ts';

const files = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 20_261_129);

const next = random(seed);
const rows = shares.map(emptyRow);
const own = rows.map(({ id }) => id);
let [recorded, refused, wrong, missing] = [0, 0, 0, 0];
for (let at = 0; at < files; at += 1) {
  const { csv, amounts, isSure } = shuffledFile(next);
  const file = { name: 'm.csv', bytes: new TextEncoder().encode(csv) };
  try {
    const { mapping, reconciliation } = await reconcileMoney({
      file,
      asked: null,
      saved: null,
      rows,
      own,
      agencyNames,
    });
    if (reconciliation === null) throw new Error('a file whose headings are ours was not read');
    // What the table offers is looked at too, whether the file is recorded whole or not.
    const paired = reconciliation.rows.filter(({ line }) => line !== null);
    wrong += paired.filter(({ row, line }) => amounts.get(row.id) !== line?.money.budget).length;
    const taken = recordable(reconciliation, mapping, null);
    missing += taken.length === amounts.size ? 0 : 1;
    recorded += 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused += 1;
    missing += isSure ? 1 : 0;
  }
}
console.log(`${files} files (seed ${seed}): ${recorded} recorded whole, ${refused} refused`);
console.log(`amounts on a wrong row: ${wrong}; files refused or short without need: ${missing}`);
console.log(
  JSON.stringify({ summary: { passed: files - wrong - missing, failed: wrong + missing, recorded, refused, seed } }),
);
process.exitCode = wrong + missing === 0 ? 0 : 1;
