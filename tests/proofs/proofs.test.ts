import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal, type Finding, type Span } from '@guankao/domain';
import { read, type Reading } from '@guankao/reading';
import { labelledFilings } from '../../packages/cli/src/bench/labels.ts';
import { mutantsOf } from '../../packages/cli/src/bench/mutants.ts';
import { seeded } from '../../packages/cli/src/bench/random.ts';
import { changedProofs } from './changed.ts';

// A program in another language, which shares nothing with ours, judges every proof that our findings carry.

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'guankao-proofs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Documents with findings of theirs as one, so that the verifier starts once: every place is moved behind the texts before it. */
function verified(documents: readonly { readonly text: string; readonly findings: readonly Finding[] }[]) {
  let text = '';
  const findings = documents.flatMap((document) => {
    const by = text.length;
    text += `${document.text}\n`;
    const moved = (key: string, value: unknown) =>
      key === 'span' ? { start: (value as Span).start + by, end: (value as Span).end + by } : value;
    return JSON.parse(JSON.stringify(document.findings), moved) as Finding[];
  });
  const [proofs, source] = [join(folder, 'proofs.json'), join(folder, 'text.txt')];
  writeFileSync(proofs, JSON.stringify({ findings }));
  writeFileSync(source, text);
  const { stdout, stderr, status } = spawnSync('python3', [join(root, 'verify/verify.py'), proofs, source], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe('');
  const rejected = new Set(
    [...stdout.matchAll(/^(?<at>\d+) \S+: rejected: /gmu)].map(({ groups }) => Number(groups?.['at'])),
  );
  const why = stdout.split('\n').filter((line) => line.includes(': rejected: '));
  return { code: status, accepted: Number(/^\d+(?= proofs accepted)/mu.exec(stdout)?.[0]), rejected, why };
}

const hasPython = spawnSync('python3', ['--version']).error === undefined;

function filesOf(...path: readonly string[]): readonly string[] {
  const at = join(root, ...path);
  return existsSync(at)
    ? readdirSync(at)
        .filter((name) => /\.(?:txt|csv|html|xlsx)$/.test(name))
        .map((name) => join(at, name))
    : [];
}

const files = [
  ...readdirSync(join(root, 'corpus')).flatMap((name) => (name.includes('.') ? [] : filesOf('corpus', name))),
  ...readdirSync(join(root, 'bench/outsiders')).flatMap((name) =>
    name.includes('.') ? [] : filesOf('bench/outsiders', name),
  ),
  ...filesOf('../shared/filings'),
  ...filesOf('../shared/cases'),
];

/** Every sentence of the rules' own tests that contradicts itself, each in a row of its own. */
function sentencesAsFiling(): string {
  const at = join(root, 'packages/rules/src/sentences');
  const sentences = readdirSync(at)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(at, name), 'utf8').split('\n'))
    .flatMap((line) => (line.startsWith('- ') ? [line.slice(2).split(' | ')[1] ?? ''] : []));
  const heads =
    '計畫名稱,計畫類型,計畫期程,計畫核定總經費,截至本年度已編列預算數,截至本年底止累計執行數,本年度預定工作摘要,本年度執行情形說明,績效目標及本年度目標值,年度績效目標已達成或未達成之說明';
  return [
    '範例署\n重要社會發展、重大科技發展計畫執行情形及目標達成情形表\n中華民國113年度\n單位：新臺幣千元',
    heads,
    ...sentences.map(
      (sentence, at) =>
        `第${at + 1}號計畫,社會發展,112年1月至115年12月,"300,000","250,000","240,000",辦理相關作業。,"${sentence.replaceAll('"', '""')}",完成相關作業。,如執行情形。`,
    ),
  ].join('\n');
}

const readings: { readonly name: string; readonly reading: Reading }[] = [];

beforeAll(async () => {
  for (const path of files) {
    try {
      const { reading } = await read({
        name: path.slice(path.lastIndexOf('/') + 1),
        bytes: new Uint8Array(readFileSync(path)),
      });
      readings.push({ name: path.slice(root.length + 1), reading });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  const bytes = new TextEncoder().encode(sentencesAsFiling());
  readings.push({ name: 'sentences', reading: (await read({ name: 'sentences.csv', bytes })).reading });
}, 120_000);

const severe = ({ severity }: Finding): boolean => severity !== 'question';
const asDocuments = () => readings.map(({ reading }) => ({ text: reading.document.text, findings: reading.findings }));

test('every error has a proof, and whatever has none says what kind of judgement it is', () => {
  for (const { name, reading } of readings)
    for (const { rule, severity, proof, judgement } of reading.findings) {
      if (severity === 'error') expect(proof, `${name} ${rule}`).toBeDefined();
      expect(proof === undefined, `${name} ${rule}`).toBe(judgement !== undefined);
    }
  const told = readings.flatMap(({ reading }) => reading.findings).filter(severe);
  expect(told.filter(({ proof }) => proof !== undefined).length / told.length).toBeGreaterThan(0.8);
});

// Where there is no Python these say that they were skipped.
describe.skipIf(!hasPython)('the verifier', { timeout: 120_000 }, () => {
  test('accepts every proof of every filing at hand', () => {
    const { why, code, accepted } = verified(asDocuments());
    expect([why, code]).toEqual([[], 0]);
    expect(accepted).toBeGreaterThan(300);
  });

  test('accepts those of mutants of the corpus, one digit of a sound claim changed', async () => {
    const mutants = mutantsOf(labelledFilings(root), seeded(113)).slice(0, 40);
    const documents = [];
    for (const { filing, source } of mutants) {
      const { reading } = await read({ name: filing.file.name, bytes: new TextEncoder().encode(source) });
      documents.push({ text: reading.document.text, findings: reading.findings });
    }
    const { why, code } = verified(documents);
    expect([why, code]).toEqual([[], 0]);
  });

  test('rejects each that was changed in what it says', () => {
    const proven = readings.flatMap(({ reading }, document) =>
      reading.findings.filter(({ proof }) => proof !== undefined).map((finding) => ({ finding, document })),
    );
    const changed = changedProofs(proven, 1000, seeded(17)).toSorted((a, b) => a.document - b.document);
    const documents = asDocuments().map(({ text }, at) => ({
      text,
      findings: changed.filter(({ document }) => document === at).map(({ finding }) => finding),
    }));
    const { rejected } = verified(documents);
    const passed = changed.filter((_, at) => !rejected.has(at + 1));
    expect(passed.map(({ how, finding }) => `${how}: ${JSON.stringify(finding.proof)}`)).toEqual([]);
  });

  test('rejects an error without a proof, and asks for both of its files', () => {
    const error = { severity: 'error', rule: 'unproven', evidence: [] } as unknown as Finding;
    expect(verified([{ text: '', findings: [error] }])).toMatchObject({ code: 1, accepted: 0 });
    expect(spawnSync('python3', [join(root, 'verify/verify.py')], { encoding: 'utf8' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('PROOFS.json TEXT'),
    });
  });

  test('stays under 300 lines', () => {
    expect(readFileSync(join(root, 'verify/verify.py'), 'utf8').trimEnd().split('\n').length).toBeLessThan(300);
  });
});
