import { describe, expect, test } from 'vitest';
import { mostFindings, type Message } from '@guankao/domain';
import { example } from '../example/example-filing.ts';
import { proofOfColumnSum } from '../proofs/of-figures.ts';
import { check } from './check-filing.ts';
import { filingRule, rowRule, type RowRule, type RuleMeta } from './rule.ts';

const both = (words: string): Message => ({ 'zh-Hant': words, en: words });

const meta = (id: string, more: Partial<RuleMeta> = {}): RuleMeta => ({
  id,
  title: both(id),
  category: 'text',
  severity: 'warning',
  authority: '例',
  validFrom: null,
  validTo: null,
  why: both('因為。'),
  messages: { says: { fault: both('「{words}」有誤。'), settle: both('請更正。') } },
  ...more,
});

/** Finds the plan's name, in every row. */
const naming = (id: string, more: Partial<RuleMeta> = {}): RowRule =>
  rowRule(meta(id, more), function* ({ plan }) {
    yield { says: 'says', words: { words: plan.name.value }, at: plan.name.spans };
  });

const throwing = rowRule(meta('throws'), () => {
  throw new Error('a fault of ours');
});

const two = example({ plans: [{ name: '甲計畫' }, { name: '乙計畫' }] });

describe('a rule that fails', () => {
  test('is a bug for the operator, and the other rules’ findings still come', () => {
    const { findings, bugs } = check(two, { rules: [throwing, naming('names')] });
    expect(findings.map(({ rule, plan }) => [rule, plan])).toEqual([
      ['names', 'r01'],
      ['names', 'r02'],
    ]);
    expect(bugs.map(({ rule, plan, error }) => [rule, plan, error.message])).toEqual([
      ['throws', 'r01', 'a fault of ours'],
    ]);
  });

  test('is stopped where it takes too long, and what it had found stays', () => {
    let time = 0;
    const { findings, bugs } = check(two, { rules: [naming('slow')], limit: 10, now: () => (time += 20) });
    expect(findings.map(({ plan }) => plan)).toEqual(['r01']);
    expect(bugs[0]?.error.message).toBe('slow took 20 ms, more than 10');
  });

  test('gives no evidence: a bug, and no finding without a place', () => {
    const nowhere = rowRule(meta('nowhere'), function* () {
      yield { says: 'says', words: { words: '' }, at: [] };
    });
    expect(check(two, { rules: [nowhere] })).toMatchObject({ findings: [], bugs: [{ rule: 'nowhere' }] });
  });

  test('forgets a word of its message: a bug', () => {
    const wordless = rowRule(meta('wordless'), function* ({ plan }) {
      yield { says: 'says', words: {}, at: plan.name.spans };
    });
    expect(check(two, { rules: [wordless] }).bugs[0]?.error.message).toContain('no word for {words}');
  });
});

describe('a finding', () => {
  test('says the fault, why it matters and what would settle it, with the words as printed', () => {
    const [finding] = check(two, { rules: [naming('names')] }).findings;
    expect(finding).toMatchObject({
      message: { 'zh-Hant': '「甲計畫」有誤。因為。請更正。' },
      evidence: [{ text: '甲計畫' }],
      authority: '例',
    });
  });

  test('names the row and the field in which its first evidence stands', () => {
    const executed = rowRule(meta('executed'), function* ({ plan }) {
      yield {
        says: 'says',
        words: { words: '' },
        at: [...(plan.executedToDate?.spans ?? []), ...plan.name.spans],
      };
    });
    const told = rowRule(meta('told'), function* ({ plan }) {
      yield { says: 'says', words: { words: '' }, at: plan.goals.flatMap(({ spans }) => spans).slice(-1) };
    });
    const money = example({ plans: [{ executed: 12, goals: ['完成甲案。', '完成乙案。'] }] });
    expect(
      check(money, { rules: [executed, told, naming('names')] }).findings.map(({ plan, field }) => [plan, field]),
    ).toEqual([
      ['r01', 'name'],
      ['r01', 'executedToDate'],
      ['r01', 'goals'],
    ]);
  });

  test('about the whole document names no field', () => {
    const document = filingRule(meta('document'), function* ({ rows }) {
      yield { plan: null, says: 'says', words: { words: '' }, at: rows[0]?.plan.name.spans ?? [] };
    });
    expect(check(two, { rules: [document] }).findings.map(({ field }) => field)).toEqual([null]);
  });

  test('carries doubt only where text is all there is', () => {
    const glyph = rowRule(meta('glyph'), function* ({ plan }) {
      yield { says: 'says', words: { words: '' }, at: plan.name.spans, perhapsConversion: true };
    });
    const [fromText] = check(two, { rules: [glyph] }).findings;
    const [fromPages] = check(example({ mediaType: 'application/pdf', plans: [{ name: '甲計畫' }] }), {
      rules: [glyph],
    }).findings;
    expect(fromText?.doubt).toBe('transcription');
    expect(fromText?.message['zh-Hant']).toContain('請核對原印頁');
    expect(fromPages).not.toHaveProperty('doubt');
  });

  const proven = (id: string, more: Partial<RuleMeta> = {}): RowRule =>
    rowRule(meta(id, more), function* ({ plan }) {
      const proof = plan.executedToDate && proofOfColumnSum(plan.executedToDate, [plan.budgetedToDate]);
      yield { says: 'says', words: { words: '' }, at: plan.name.spans, proof };
    });
  const unequal = { budgeted: 200, executed: 100 };

  test('about two columns is only a question where the join is not sure', () => {
    const contradiction = proven('contradiction', { category: 'contradiction', severity: 'error' });
    const severities = [0.59, 0.6].map(
      (confidence) =>
        check(example({ plans: [{ confidence, ...unequal }] }), { rules: [contradiction] }).findings[0]?.severity,
    );
    expect(severities).toEqual(['question', 'error']);
  });

  test('is an error only with its proof, which quotes the document', () => {
    const both = [proven('proven', { severity: 'error' }), naming('unproven', { severity: 'error' })];
    const [first, second] = check(example({ plans: [unequal] }), { rules: both }).findings;
    expect(first).toMatchObject({
      rule: 'proven',
      severity: 'error',
      proof: {
        premises: [{ text: '200' }, { text: '100' }],
        readings: [{ value: '200', fails: 'apart', claim: 'p2' }],
      },
    });
    expect(second).toMatchObject({ rule: 'unproven', severity: 'question', judgement: 'wording' });
  });

  test('is told once, by the rule that tells it better', () => {
    const { findings } = check(two, { rules: [naming('worse', { yieldsTo: ['better'] }), naming('better')] });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['better']));
  });
});

describe('the law in force', () => {
  test.each([
    ['2024-12-31', null, 2],
    ['2025-01-01', null, 0],
    [null, '2024-01-01', 2],
    [null, '2023-12-31', 0],
  ])('from %s to %s a rule finds %i in 113年度', (validFrom, validTo, count) => {
    expect(check(two, { rules: [naming('dated', { validFrom, validTo })] }).findings).toHaveLength(count);
  });
});

test('findings stand in the order of the rows, those of the document last', () => {
  const document = filingRule(meta('document'), function* ({ rows }) {
    yield { plan: null, says: 'says', words: { words: '' }, at: rows[0]?.plan.name.spans ?? [] };
  });
  expect(check(two, { rules: [document, naming('names')] }).findings.map(({ plan }) => plan)).toEqual([
    'r01',
    'r02',
    null,
  ]);
});

describe('more than anybody would look at', () => {
  const tireless = (over: 'findings' | 'places'): RowRule =>
    rowRule(meta('tireless'), function* ({ plan }) {
      const [span] = plan.name.spans;
      if (span === undefined) return;
      const fault = (times: number) => ({
        says: 'says',
        words: { words: '甲' },
        at: Array.from({ length: times }, () => span),
      });
      if (over === 'places') yield fault(1_000);
      else for (;;) yield fault(1);
    });

  test('of endless findings the first are given, and that there are more is told', () => {
    const { findings, cut, bugs } = check(two, { rules: [tireless('findings')] });
    expect(findings.length).toBe(2 * mostFindings.row);
    expect(bugs).toEqual([]);
    expect(cut).toEqual(['r01', 'r02'].map((plan) => ({ rule: 'tireless', plan, given: mostFindings.row })));
  });

  test('likewise of endless places of one finding', () => {
    const { findings, cut } = check(two, { rules: [tireless('places')] });
    expect(findings.map(({ evidence }) => evidence.length)).toEqual([mostFindings.places, mostFindings.places]);
    expect(cut.length).toBe(2);
  });
});

describe('a row that was looked at in part', () => {
  const inPart = example({ plans: [{ name: '甲計畫' }, { name: '乙計畫' }] });
  const [first, ...others] = inPart.filing.plans.map((plan) => ({ ...plan, inPart: true as const }));
  const checked = { ...inPart, filing: { ...inPart.filing, plans: [first, ...others].flatMap((plan) => plan ?? []) } };

  test('is spoken of only by rules whose fault stands within a sentence', () => {
    const rules = [naming('lacks'), naming('within', { withinSentence: true })];
    expect(check(checked, { rules }).findings.map(({ rule }) => rule)).toEqual(['within', 'within']);
  });

  test('nor does a rule over the whole filing place a finding on it', () => {
    const over = filingRule(meta('over'), function* ({ rows }) {
      for (const { plan } of rows) yield { plan: plan.id, says: 'says', words: { words: '甲' }, at: plan.name.spans };
    });
    expect(check(checked, { rules: [over] }).findings).toEqual([]);
  });
});
