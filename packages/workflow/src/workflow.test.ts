import { describe, expect, test } from 'vitest';
import { Refusal } from '@guankao/domain';
import { formFile, pastedForm, readDocument, typedDocument } from '@guankao/reading';
import {
  addIndicator,
  AgencyTree,
  applyToRow,
  applyToYear,
  budgetedToDate,
  computedVerdict,
  correctYear,
  currentEntry,
  moveRow,
  openYear,
  recordActual,
  recordMoney,
  recordPlanVersion,
  reviewIndicator,
  revisionsOf,
  reviseTarget,
  saveIndicators,
  saveTexts,
  submitYear,
  textsFromIndicators,
  typedForm,
  versionInForce,
  type Actor,
  type Context,
  type Role,
  type RowEvent,
  type RowRecord,
  type WorkflowEvent,
  type YearEvent,
  type YearMoney,
  type YearRecord,
} from './index.ts';

const tree = new AgencyTree([
  { id: 'ministry', name: '範例部', parent: null },
  { id: 'bureau', name: '範例署', parent: 'ministry' },
  { id: 'other', name: '虛擬局', parent: 'ministry' },
]);
const actor = (role: Role, agency = 'bureau', id: string = role): Actor => ({
  id,
  name: id,
  grants: [{ role, agency }],
});
const as = (who: Actor): Context => ({ actor: who, tree, now: new Date('2026-01-10T02:00:00Z') });

const fold = (events: readonly WorkflowEvent[], row: RowRecord | null = null) =>
  (events as readonly RowEvent[]).reduce<RowRecord | null>(applyToRow, row) as RowRecord;
const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.id;
    throw error;
  }
  return 'none';
};

async function opened(): Promise<{ year: YearRecord; row: RowRecord }> {
  const { form } = pastedForm('範例部', 2024, '千元', [
    {
      name: '海岸復育計畫',
      type: '社會發展',
      period: '112年1月至115年12月',
      approvedTotal: '9,000',
      budgetedToDate: '700',
      executedToDate: '650',
      plannedWork: '植生',
      execution: '長浪預警系統預計114年6月上線。',
      goals: '植生3公頃',
      explanation: '植生3公頃',
    },
  ]);
  const { reading } = readDocument(await typedDocument(form));
  const events = openYear(
    {
      ministry: 'ministry',
      ministryName: '範例部',
      fiscalYear: 2025,
      predecessor: {
        reading,
        document: '範例部113年度情形表',
        agencies: { r01: 'bureau' },
        left: {},
        records: {},
        followers: {},
      },
    },
    as(actor('compiler', 'ministry')),
  );
  const [first, second] = events;
  if (first === undefined || second === undefined) throw new Error('nothing was opened');
  return { year: applyToYear(null, first as YearEvent), row: applyToRow(null, second as RowEvent) };
}

const money: YearMoney = {
  budget: 500_000,
  supplementary: 0,
  carriedIn: 50_000,
  realised: 400_000,
  payable: 30_000,
  carriedOver: 100_000,
  lapsed: 20_000,
  prepaid: 0,
};

describe('opening a year', () => {
  test('rows are carried over: name, period, totals and opening balance stand; texts begin empty beside last year’s', async () => {
    const { year, row } = await opened();
    expect(year).toMatchObject({ id: '範例部-114', state: 'open', editions: [] });
    expect(row).toMatchObject({
      id: '範例部-114-01',
      agency: 'bureau',
      predecessors: [],
      successors: [],
      state: 'drafting',
      texts: { name: '海岸復育計畫', execution: '' },
    });
    expect(row.money).toMatchObject({ approvedTotal: 9_000_000, opening: { budgeted: 700_000, executed: 650_000 } });
    expect(row.lastYear?.texts.execution).toContain('長浪預警系統');
    expect(row.lastYear?.commitments.map(({ due }) => due)).toEqual(['2025-06']);
  });

  test('is the compiler’s alone', () => {
    for (const role of ['officer', 'supervisor', 'accountant', 'auditor', 'administrator'] as const) {
      expect(
        refusal(() =>
          openYear(
            { ministry: 'ministry', ministryName: '範例部', fiscalYear: 2025, predecessor: null },
            as(actor(role, 'ministry')),
          ),
        ),
      ).toBe('not-allowed');
    }
  });
});

describe('writing', () => {
  test('keeps what was before and after, raises the version, and the same again is no event', async () => {
    const { row } = await opened();
    const [event] = saveTexts(row, { execution: '長浪預警系統於114年6月上線。' }, 1, as(actor('officer')));
    expect(event?.payload).toMatchObject({
      before: { execution: '' },
      after: { execution: '長浪預警系統於114年6月上線。' },
    });
    const next = fold(event === undefined ? [] : [event], row);
    expect(next.version).toBe(2);
    expect(saveTexts(next, { execution: '長浪預警系統於114年6月上線。' }, 1, as(actor('officer')))).toEqual([]);
  });

  test('on an older version is refused, and so is another agency’s officer, and any other role', async () => {
    const { row } = await opened();
    const later = fold(saveTexts(row, { goals: '植生4公頃' }, 1, as(actor('officer'))), row);
    expect(refusal(() => saveTexts(later, { goals: '植生5公頃' }, 1, as(actor('officer'))))).toBe('stale-version');
    expect(refusal(() => saveTexts(row, { goals: '植生5公頃' }, 1, as(actor('officer', 'other'))))).toBe('not-allowed');
    expect(refusal(() => saveTexts(row, { goals: '植生5公頃' }, 1, as(actor('accountant'))))).toBe('not-allowed');
  });

  test('32,000 characters go in, one more is refused', async () => {
    const { row } = await opened();
    expect(saveTexts(row, { execution: '字'.repeat(32_000) }, 1, as(actor('officer')))).toHaveLength(1);
    expect(refusal(() => saveTexts(row, { execution: '字'.repeat(32_001) }, 1, as(actor('officer'))))).toBe(
      'text-too-long',
    );
  });

  test('a target may be revised but the first promise cannot be taken away', async () => {
    const { row } = await opened();
    const target = { value: 3, text: '植生3公頃', at: '2026-01-05', by: 'officer', reason: null, document: null };
    const indicator = {
      id: 'i1',
      label: '植生面積',
      comparator: '>=' as const,
      unit: '公頃',
      scope: 'year' as const,
      targets: [target],
      actual: null,
      evidence: [],
      stated: null,
      reviewed: null,
    };
    const next = fold(saveIndicators(row, [indicator], 1, as(actor('officer'))), row);
    expect(
      refusal(() =>
        saveIndicators(next, [{ ...indicator, targets: [{ ...target, value: 2 }] }], 2, as(actor('officer'))),
      ),
    ).toBe('promise-removed');
    expect(
      saveIndicators(
        next,
        [{ ...indicator, targets: [target, { ...target, value: 2, reason: '用地縮減' }] }],
        2,
        as(actor('officer')),
      ),
    ).toHaveLength(1);
  });
});

describe('money', () => {
  test('is the accountant’s alone, and must add up', async () => {
    const { row } = await opened();
    const entry = { ...currentEntry(row), money };
    expect(refusal(() => recordMoney(row, entry, null, 1, as(actor('officer'))))).toBe('not-allowed');
    expect(recordMoney(row, entry, '114年12月會計月報', 1, as(actor('accountant')))).toHaveLength(1);
    expect(
      refusal(() =>
        recordMoney(row, { ...entry, money: { ...money, lapsed: 20_001 } }, null, 1, as(actor('accountant'))),
      ),
    ).toBe('money-identity');
    expect(
      refusal(() =>
        recordMoney(row, { ...entry, money: { ...money, realised: 0.5 } }, null, 1, as(actor('accountant'))),
      ),
    ).toBe('not-an-amount');
    for (const approvedTotal of [-1, 2 ** 60, Number.POSITIVE_INFINITY])
      expect(refusal(() => recordMoney(row, { ...entry, approvedTotal }, null, 1, as(actor('accountant'))))).toBe(
        'not-an-amount',
      );
  });

  test('that is recorded again as it stands is no event, in whatever order the record gives its parts back', async () => {
    const { row } = await opened();
    const accountant = as(actor('accountant'));
    const entry = { ...currentEntry(row), money };
    const held = fold(recordMoney(row, entry, null, 1, accountant), row);
    const backwards = Object.fromEntries(Object.entries(money).toReversed()) as unknown as YearMoney;
    const given = { ...held, money: { ...held.money, years: [{ fiscalYear: 2025, money: backwards }] } };
    expect(recordMoney(given, entry, null, held.version, accountant)).toEqual([]);
    const more = { ...entry, money: { ...money, realised: 400_001, lapsed: 19_999 } };
    expect(recordMoney(given, more, null, held.version, accountant)).toHaveLength(1);
  });
});

describe('approved versions', () => {
  const first = {
    documentNumber: '院臺範字第1120000001號',
    date: '2023-01-05',
    total: 9_000_000,
    period: '112年1月至115年12月',
    reason: '',
  };
  const revised = {
    documentNumber: '院臺範字第1140000002號',
    date: '2025-08-09',
    total: 12_000_000,
    period: '112年1月至116年8月',
    reason: '用地取得展延',
  };
  const accountant = as(actor('accountant'));

  async function versioned() {
    const { row } = await opened();
    const now = fold(recordPlanVersion(row, first, 1, accountant), row);
    return fold(recordPlanVersion(now, revised, now.version, accountant), now);
  }

  test('stand side by side, and the row prints the one in force at the year’s end', async () => {
    const row = await versioned();
    expect(row).toMatchObject({ texts: { period: '112年1月至116年8月' }, money: { approvedTotal: 12_000_000 } });
    expect(
      revisionsOf(row.versions).map(({ version, totalChange, periodChanged }) => [
        version.number,
        version.reason,
        totalChange,
        periodChanged,
      ]),
    ).toEqual([
      [1, null, null, false],
      [2, '用地取得展延', 3_000_000, true],
    ]);
    const next = fold(
      recordPlanVersion(
        row,
        { ...revised, documentNumber: '院臺範字第1150000003號', date: '2026-01-03', total: 15_000_000 },
        row.version,
        accountant,
      ),
      row,
    );
    expect(versionInForce(next.versions, 2025)?.number).toBe(2);
    expect(next.money.approvedTotal).toBe(12_000_000);
  });

  test('are the accountant’s to record, in the order of their approval, whole and with a reason', async () => {
    const row = await versioned();
    const later = { ...revised, documentNumber: 'x', date: '2025-09-01' };
    expect(refusal(() => recordPlanVersion(row, later, row.version, as(actor('officer'))))).toBe('not-allowed');
    expect(refusal(() => recordPlanVersion(row, { ...later, date: '2024-01-01' }, row.version, accountant))).toBe(
      'version-out-of-order',
    );
    expect(refusal(() => recordPlanVersion(row, { ...later, reason: ' ' }, row.version, accountant))).toBe(
      'reason-owed',
    );
    for (const lacking of [
      { documentNumber: ' ' },
      { date: '2025-9-1' },
      { total: Number.NaN },
      { total: -1 },
      { period: '' },
    ]) {
      expect(refusal(() => recordPlanVersion(row, { ...later, ...lacking }, row.version, accountant))).toBe(
        'version-unclear',
      );
    }
    expect(refusal(() => recordPlanVersion(row, later, row.version - 1, accountant))).toBe('stale-version');
    expect(recordPlanVersion(row, revised, 1, accountant)).toEqual([]);
  });

  test('neither total nor period is then typed otherwise', async () => {
    const row = await versioned();
    expect(
      refusal(() =>
        recordMoney(row, { ...currentEntry(row), approvedTotal: 9_000_000 }, null, row.version, accountant),
      ),
    ).toBe('total-not-approved');
    expect(refusal(() => saveTexts(row, { period: '112年1月至117年12月' }, row.version, as(actor('officer'))))).toBe(
      'period-not-approved',
    );
    expect(
      saveTexts(row, { period: row.texts.period, goals: '植生4公頃' }, row.version, as(actor('officer'))),
    ).toHaveLength(1);
  });

  test('and money by component, whole-plan targets and the share go on into the next year; its own results do not', async () => {
    let row = await versioned();
    row = fold(recordMoney(row, { ...currentEntry(row), money }, null, row.version, accountant), row);
    for (const scope of ['year', 'plan'] as const) {
      row = fold(
        addIndicator(
          row,
          { label: scope, comparator: '>=', unit: '公頃', scope, target: 30, text: '植生30公頃' },
          row.version,
          as(actor('officer')),
        ),
        row,
      );
    }
    row = fold(recordActual(row, 'i2', 12, '12公頃', null, row.version, as(actor('officer'))), row);
    const { reading } = readDocument(await typedDocument(typedForm('範例部', 2025, [row])));
    const [, event] = openYear(
      {
        ministry: 'ministry',
        ministryName: '範例部',
        fiscalYear: 2026,
        predecessor: {
          reading,
          document: '範例部114年度情形表',
          agencies: {},
          left: {},
          records: { [row.id]: row },
          followers: {},
        },
      },
      as(actor('compiler', 'ministry')),
    );
    const next = event === undefined ? null : applyToRow(null, event as RowEvent);
    expect(next).toMatchObject({
      share: row.share,
      agency: 'bureau',
      versions: [{ number: 1 }, { number: 2 }],
      money: {
        approvedTotal: 12_000_000,
        opening: { budgeted: 700_000 },
        years: [{ fiscalYear: 2025, money: { budget: 500_000 } }],
      },
    });
    expect(
      next?.indicators.map(({ id, label, actual, targets }) => [id, label, actual, targets.map(({ value }) => value)]),
    ).toEqual([['i1', 'plan', null, [30]]]);
    expect(next === null ? null : budgetedToDate(next.money, 2026)).toBe(1_200_000);
  });
});

describe('the way through', () => {
  test('submit, return with a comment, submit, approve by another person, file, correct', async () => {
    const { year, row } = await opened();
    const officer = as(actor('officer'));
    const supervisor = as(actor('supervisor'));
    const compiler = as(actor('compiler', 'ministry'));
    let now = fold(saveTexts(row, { execution: '完成。' }, 1, officer), row);
    now = fold(moveRow(now, 'submit', [], now.version, officer), now);
    expect(refusal(() => moveRow(now, 'return', [], now.version, supervisor))).toBe('reason-owed');
    now = fold(moveRow(now, 'return', [{ field: 'execution', text: '請補公頃數' }], now.version, supervisor), now);
    expect(now).toMatchObject({
      state: 'returned',
      // What was written stands, and so do those who wrote it.
      writers: ['officer'],
      remarks: [{ field: 'execution', text: '請補公頃數' }],
    });
    now = fold(saveTexts(now, { execution: '完成植生3公頃。' }, now.version, officer), now);
    now = fold(moveRow(now, 'submit', [], now.version, officer), now);
    expect(refusal(() => submitYear(year, [now], 'f'.repeat(64), {}, [], 1, compiler))).toBe('rows-not-approved');
    now = fold(moveRow(now, 'approve', [], now.version, supervisor), now);
    const overspent = { 'zh-Hant': '執行數大於編列數。', en: 'More was executed than budgeted.' };
    expect(refusal(() => submitYear(year, [now], 'f'.repeat(64), {}, [overspent], 1, compiler))).toBe(
      'blocking-findings',
    );
    const events = submitYear(year, [now], 'f'.repeat(64), {}, [], 1, compiler);
    now = fold(
      events.filter(({ kind }) => kind === 'row-moved'),
      now,
    );
    const filed = events
      .filter(({ kind }) => kind === 'year-moved')
      .reduce(applyToYear as (year: YearRecord, event: WorkflowEvent) => YearRecord, year);
    expect([now.state, filed.state, filed.editions.length]).toEqual(['filed', 'submitted', 1]);
    expect(
      refusal(() => recordMoney(now, { ...currentEntry(now), money }, null, now.version, as(actor('accountant')))),
    ).toBe('not-allowed');
    const correction = correctYear(filed, [now], [now.id], '公頃數誤植', filed.version, compiler);
    expect(
      fold(
        correction.filter(({ kind }) => kind === 'row-moved'),
        now,
      ).state,
    ).toBe('returned');
  });

  test('who wrote it may not approve it, whatever roles they hold', async () => {
    const { row } = await opened();
    const both: Actor = {
      id: 'both',
      name: 'both',
      grants: [
        { role: 'officer', agency: 'bureau' },
        { role: 'supervisor', agency: 'bureau' },
      ],
    };
    const supervisor = as(actor('supervisor'));
    const approves = (one: RowRecord, who: Context) => refusal(() => moveRow(one, 'approve', [], one.version, who));
    const submitted = (one: RowRecord, who: Context) => fold(moveRow(one, 'submit', [], one.version, who), one);

    const written = submitted(fold(saveTexts(row, { execution: '完成。' }, 1, as(both)), row), as(both));
    expect([approves(written, as(both)), approves(written, supervisor)]).toEqual(['not-allowed', 'none']);
    // They cannot be rid of it by sending it back themselves, nor by another's sending it back and submitting it.
    expect(refusal(() => moveRow(written, 'return', [{ field: null, text: '重寫' }], written.version, as(both)))).toBe(
      'not-allowed',
    );
    const returned = fold(
      moveRow(written, 'return', [{ field: null, text: '補件' }], written.version, supervisor),
      written,
    );
    const again = submitted(returned, as(actor('officer')));
    expect([approves(again, as(both)), approves(again, supervisor)]).toEqual(['not-allowed', 'none']);
    // Submitting alone counts; so do money and a version of the plan; what was emptied is nobody's.
    expect(approves(submitted(row, as(both)), as(both))).toBe('not-allowed');
    const empty = fold(saveTexts(returned, { execution: '' }, returned.version, as(actor('officer'))), returned);
    expect(approves(submitted(empty, as(actor('officer'))), as(both))).toBe('none');
    const paying: Actor = {
      id: 'paying',
      name: 'paying',
      grants: [
        { role: 'accountant', agency: 'bureau' },
        { role: 'supervisor', agency: 'bureau' },
      ],
    };
    const paid = submitted(
      fold(recordMoney(row, { ...currentEntry(row), money }, null, 1, as(paying)), row),
      as(actor('officer')),
    );
    expect(approves(paid, as(paying))).toBe('not-allowed');
  });

  test('what is recorded after the approval ends it; the form’s own moves cannot be asked for by themselves', async () => {
    const { row } = await opened();
    const [officer, supervisor, accountant] = [as(actor('officer')), as(actor('supervisor')), as(actor('accountant'))];
    let now = fold(saveTexts(row, { execution: '完成。' }, 1, officer), row);
    now = fold(moveRow(now, 'submit', [], now.version, officer), now);
    now = fold(moveRow(now, 'approve', [], now.version, supervisor), now);
    expect(refusal(() => moveRow(now, 'file', [], now.version, as(actor('compiler', 'ministry'))))).toBe(
      'not-by-itself',
    );
    now = fold(recordMoney(now, { ...currentEntry(now), money }, null, now.version, accountant), now);
    expect(now.state).toBe('submitted');
  });

  test('an illegal move says what could be done and by whom', async () => {
    const { row } = await opened();
    try {
      moveRow(row, 'approve', [], 1, as(actor('supervisor')));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect((error as Refusal).inBothLanguages['zh-Hant']).toContain('陳核（承辦）');
    }
  });
});

test('the same form has the same file, whatever the order of rows and keys; another edition has another', async () => {
  const { row } = await opened();
  const second = { ...row, id: 'x', position: 2 };
  const turned = Object.fromEntries(Object.entries(second.texts).toReversed()) as RowRecord['texts'];
  const file = (edition: number, ...rows: RowRecord[]) => formFile(typedForm('範例部', 2025, rows, edition));
  expect(file(1, second, row)).toEqual(file(1, row, { ...second, texts: turned }));
  expect(file(2, row)).not.toEqual(file(1, row));
});

test('what no form can hold is left out of it, line ends are one kind; all else stays as it was typed', async () => {
  const { row } = await opened();
  const texts = { ...row.texts, name: ' 合計\t<b>\u200f ', goals: 'a\r\nb\rc\n', execution: '甲\u0000\ud800乙' };
  expect(typedForm('範例部', 2025, [{ ...row, texts }]).rows[0]).toMatchObject({
    name: ' 合計\t<b>\u200f ',
    goals: 'a\nb\nc\n',
    execution: '甲\ufffd乙',
  });
});

describe('indicators', () => {
  const km = {
    label: '步道整建',
    comparator: '>=' as const,
    unit: '公里',
    scope: 'year' as const,
    target: 12,
    text: '完成步道整建12公里',
  };

  test('the first promise stays; a revision owes its reason; three verdicts stand side by side', async () => {
    const { row } = await opened();
    const officer = as(actor('officer'));
    let now = fold(addIndicator(row, km, 1, officer), row);
    expect(
      refusal(() => reviseTarget(now, 'i1', { target: 10, reason: ' ', document: '' }, now.version, officer)),
    ).toBe('reason-owed');
    now = fold(reviseTarget(now, 'i1', { target: 10, reason: '用地縮減', document: '' }, now.version, officer), now);
    now = fold(recordActual(now, 'i1', 11, '完成11公里', 'met', now.version, officer), now);
    const [indicator] = now.indicators;
    expect(indicator?.targets.map(({ value }) => value)).toEqual([12, 10]);
    expect(indicator === undefined ? null : computedVerdict(indicator)).toBe('met');
    now = fold(
      reviewIndicator(now, 'i1', 'missed', '對原訂目標未達', now.version, as(actor('auditor', 'ministry'))),
      now,
    );
    expect(now.indicators[0]).toMatchObject({ stated: 'met', reviewed: { verdict: 'missed' } });
    expect(refusal(() => reviewIndicator(now, 'i1', 'met', 'x', now.version, officer))).toBe('not-allowed');
    expect(refusal(() => recordActual(now, 'i9', 1, '', null, now.version, officer))).toBe('no-such-indicator');
  });

  test('are written into the texts after what stands there, each once, and the checks then read them', async () => {
    const { row } = await opened();
    const officer = as(actor('officer'));
    let now = fold(saveTexts(row, { goals: '1. 沙丘植生3公頃。', explanation: '' }, 1, officer), row);
    for (const [label, comparator, text] of [
      ['步道整建', '>=', '12公里'],
      ['平均等候時間', '<=', '3日。'],
      ['沙丘植生', '>=', '3公頃'],
      ['驗收', 'milestone', '於12月底前完成驗收'],
    ] as const) {
      now = fold(
        addIndicator(
          now,
          { label, comparator, unit: null, scope: 'year', target: comparator === 'milestone' ? null : 3, text },
          now.version,
          officer,
        ),
        now,
      );
    }
    now = fold(recordActual(now, 'i1', 11, '完成步道整建11公里', 'missed', now.version, officer), now);
    now = fold(recordActual(now, 'i2', 2, '平均2日', 'met', now.version, officer), now);
    now = fold(saveTexts(now, textsFromIndicators(now), now.version, officer), now);
    expect(now.texts.goals).toBe(
      '1. 沙丘植生3公頃。\n2. 步道整建達12公里。\n3. 平均等候時間不超過3日。\n4. 於12月底前完成驗收。',
    );
    expect(now.texts.explanation).toBe('1. 完成步道整建11公里。\n2. 平均等候時間：平均2日。');
    expect(saveTexts(now, textsFromIndicators(now), now.version, officer)).toEqual([]);
    const { reading } = readDocument(await typedDocument(typedForm('範例部', 2025, [now])));
    expect(reading.plans[0]?.indicators.find(({ label }) => label.includes('步道'))).toMatchObject({
      target: { value: 12 },
      actual: { value: 11 },
      met: false,
    });
  });

  test.each([
    ['>=', 12, 12, 'met'],
    ['>=', 12, 11.999, 'missed'],
    ['<=', 12, 12, 'met'],
    ['<=', 12, 12.001, 'missed'],
    ['=', 12, 13, 'missed'],
    ['>=', 12, null, null],
  ] as const)('%s %s against %s is %s', (comparator, target, value, verdict) => {
    const indicator = {
      id: 'i1',
      label: 'x',
      comparator,
      unit: null,
      scope: 'year' as const,
      targets: [{ value: target, text: '', at: '', by: '', reason: null, document: null }],
      actual: { value, text: '' },
      evidence: [],
      stated: null,
      reviewed: null,
    };
    expect(computedVerdict(indicator)).toBe(verdict);
  });
});
