import { sql } from 'kysely';
import { isAboutFiling, type Finding } from '@guankao/domain';
import { LineIndex, planId, type Reading } from '@guankao/reading';
import type { FindingKind, FindingLine, Found } from '../database/tables.ts';
import { mostRows, placeOf } from './plan-rows.ts';
import { normalise, pairsOf } from './words.ts';

/** Those that are numbered; more than any filing has. */
const numbered = ({ findings }: Reading): readonly Finding[] => findings.slice(0, mostRows);

export function foundIn(reading: Reading): Found {
  const numbers = new Map<string, number>();
  const kinds: FindingKind[] = [];
  const of = numbered(reading).map((finding) => {
    const kind: FindingKind = [finding.rule, finding.severity, !isAboutFiling(finding)];
    const key = kind.join(' ');
    const number = numbers.get(key) ?? kinds.push(kind) - 1;
    numbers.set(key, number);
    return number;
  });
  return { kinds, of };
}

export function findingRows(filing: string, event: number, reading: Reading) {
  return linesOfFindings(filing, reading).map((line, position) => {
    const words = wordsOfFinding(line);
    return {
      place: placeOf(event, position),
      line: JSON.stringify(line),
      words: words.join('\n'),
      pairs: sql<string>`array_to_tsvector(${pairsOf(words)}::text[])`,
    };
  });
}

/** All findings of a filing, as lists show them. */
export function linesOfFindings(filing: string, reading: Reading): FindingLine[] {
  const lines = new LineIndex(reading.document.text);
  const plans = new Map(reading.plans.map((plan) => [plan.id, plan]));
  return numbered(reading).map(({ proof: _proof, ...finding }, at) => {
    const plan = finding.plan === null ? undefined : plans.get(finding.plan);
    return {
      number: at + 1,
      plan: plan === undefined ? null : { id: planId(filing, plan.id), name: plan.name, marker: plan.marker },
      finding,
      lines: finding.evidence.map(({ span }) => lines.at(span.start).line),
    };
  });
}

/** What can be searched of a finding: the plan's name, what is said in both languages, the words it points to. */
function wordsOfFinding({ plan, finding: { message, evidence } }: FindingLine): string[] {
  return [plan?.name ?? '', message['zh-Hant'], message.en, ...evidence.map(({ text }) => text)]
    .map(normalise)
    .filter((line) => line !== '');
}
