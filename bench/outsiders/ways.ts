import { read } from '@guankao/reading';
import type { Finding } from '@guankao/domain';
import {
  findingsOf,
  outsidersSets,
  pointsAt,
  rowNamed,
  saidOf,
  sentencesAsFiling,
} from '../../packages/cli/src/bench/outsiders.ts';

/**
 * In which ways errors were read, set by set: node scripts/run.mjs bench/outsiders/ways.ts
 *
 * For each way that is wrong on a set: how often, and on how many of the sets before it was right. Then how many right errors
 * are of ways that so many sets bore out. What a set was at first contact is asked of the commit that met it, with the sets up
 * to it (docs/decisions/040).
 */

interface Told {
  right: number;
  wrong: number;
}

const ways = new Map<string, Map<string, Told>>();

function note(set: string, finding: Finding, right: boolean): void {
  if (finding.severity !== 'error' && finding.unearned !== true) return;
  const way = `${finding.rule} ${finding.proof?.readings[0]?.as ?? ''}`;
  const bySet = ways.get(way) ?? new Map<string, Told>();
  const told = bySet.get(set) ?? { right: 0, wrong: 0 };
  told[right ? 'right' : 'wrong'] += 1;
  ways.set(way, bySet.set(set, told));
}

for (const { name, files, sentences } of outsidersSets('bench/outsiders')) {
  for (const { name: file, bytes, rows } of files) {
    const { reading } = await read({ name: file, bytes });
    for (const { row, faults } of rows)
      for (const finding of findingsOf(reading, rowNamed(reading, row)))
        note(
          name,
          finding,
          faults.some((fault) => pointsAt(finding, fault)),
        );
  }
  const { reading } = await read(sentencesAsFiling(sentences));
  for (const [at, sentence] of sentences.entries())
    for (const finding of saidOf(reading, sentence, at)) note(name, finding, !sentence.sound);
}

for (const [way, bySet] of ways)
  for (const [set, { right, wrong }] of bySet)
    if (wrong > 0) {
      const before = [...bySet].filter(([other, told]) => other < set && told.right > 0).length;
      console.log(`${set}: ${way}: ${wrong} wrong, ${right} right; right on ${before} sets before`);
    }
for (const least of [1, 2, 3, 4]) {
  const borneOut = [...ways.values()].filter(
    (bySet) => [...bySet.values()].filter(({ right }) => right > 0).length >= least,
  );
  const right = borneOut.flatMap((bySet) => [...bySet.values()]).reduce((sum, told) => sum + told.right, 0);
  console.log(`right errors of ways that ${least} sets or more bore out: ${right}`);
}
