// Rewrites corpus/replay.tsv, what the reader makes of some thousand composed lines. Its diff shows what a change does:
// node scripts/run.mjs packages/quantities/replay.ts
import { writeFileSync } from 'node:fs';
import { replayed } from './corpus/replay.ts';

writeFileSync('packages/quantities/corpus/replay.tsv', replayed());
