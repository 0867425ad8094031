import { join } from 'node:path';
import { read } from '@guankao/reading';
import {
  findingsOf,
  outsidersSets,
  pointsAt,
  rowNamed,
  saidOf,
  sentencesAsFiling,
  type OutsidersSet,
} from '../../packages/cli/src/bench/outsiders.ts';

/**
 * What a rule says as a warning in all sets, which no score counts against it: node scripts/run.mjs bench/outsiders/warnings.ts RULE
 * In rows: how many point at a fault that the author names, how many of those alone, and each that points at none; in
 * sentences: how many of the wrong ones and of the sound ones it speaks of, and each of the sound.
 */

const [rule] = process.argv.slice(2);
if (rule === undefined) throw new Error('name a rule, such as does-not-follow');
const tally = { right: 0, alone: 0, wrong: 0, sentences: 0, sound: 0 };
for (const set of outsidersSets(join('bench', 'outsiders'))) {
  await inRows(set);
  await inSentences(set);
}
const { right, alone, wrong, sentences, sound } = tally;
console.log(`${rule}: in rows ${right} right, ${alone} of them the only finding of their fault, ${wrong} wrong`);
console.log(`${rule}: in sentences ${sentences} wrong ones, ${sound} sound ones`);

async function inRows({ name: set, files }: OutsidersSet): Promise<void> {
  for (const { name, bytes, rows } of files) {
    const { reading } = await read({ name, bytes });
    for (const { row, faults } of rows) {
      const said = findingsOf(reading, rowNamed(reading, row)).filter(({ severity }) => severity !== 'question');
      for (const finding of said.filter((one) => one.rule === rule)) {
        const fault = faults.find((one) => pointsAt(finding, one));
        if (fault === undefined) {
          tally.wrong += 1;
          console.log(`  ${set} ${row}: ${finding.message['zh-Hant']}`);
          continue;
        }
        tally.right += 1;
        if (!said.some((other) => other !== finding && pointsAt(other, fault))) tally.alone += 1;
      }
    }
  }
}

async function inSentences({ name: set, sentences: all }: OutsidersSet): Promise<void> {
  const { reading } = await read(sentencesAsFiling(all));
  for (const [at, sentence] of all.entries()) {
    if (!saidOf(reading, sentence, at).some((finding) => finding.rule === rule)) continue;
    if (sentence.sound) console.log(`  ${set}: ${sentence.text}`);
    tally[sentence.sound ? 'sound' : 'sentences'] += 1;
  }
}
