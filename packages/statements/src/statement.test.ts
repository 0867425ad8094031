import { describe, expect, test } from 'vitest';
import { textOf } from '@guankao/passages';
import { bestReading, borneOut, statementsOf } from './index.ts';

/** Each statement of a sentence: what is claimed, what came of it, by which reading. */
function read(words: string): readonly string[] {
  return statementsOf({ texts: [textOf(words)], fiscalYear: 2024 }).map((statement) => {
    const reading =
      statement.readings.find(({ holds }) => holds === true) ?? bestReading(statement) ?? statement.readings[0];
    return `${statement.kind} ${statement.claim.words}: ${statement.outcome}, ${reading?.as ?? 'no reading'}`;
  });
}

describe('one reading that holds is enough', () => {
  test('each change against its own base', () => {
    expect(read('經費1億2,000萬元，較上年8,000萬元增加4,000萬元，成長50%，也較前2年平均6,000萬元成長100%。')).toEqual([
      'change 4,000萬元: borne-out, base-in-the-comparison',
      'change 50%: borne-out, base-in-the-comparison',
      'change 100%: borne-out, base-in-the-comparison',
    ]);
  });

  test('the last level of a series is the total', () => {
    expect(read('植樹4萬株（109年1萬株、110年2萬株、111年3萬株及112年4萬株）。')).toEqual([
      'sum 4萬株: borne-out, the-last-level',
    ]);
  });

  test('what came in less what went out', () => {
    expect(read('服務據點共48處（既有30處、新設20處、裁撤2處）。')).toEqual(['sum 48處: borne-out, in-less-out']);
  });

  test('cut off or rounded, widened by 餘', () => {
    expect(read('補助經費1,200餘萬元，占總經費2,500萬元之48%。')).toEqual([
      'share 48%: borne-out, base-behind-the-verb',
    ]);
  });
});

describe('what is named and not printed is refuted by nothing', () => {
  test('a base', () => {
    expect(read('去年支出1億5,000萬元；今年支用2,200萬元，占分配數71.0%。')).toEqual([
      'share 71.0%: stands-alone, base-is-not-printed',
    ]);
  });

  test('last year', () => {
    expect(read('竊盜案件360件，較前一年減少36件。')).toEqual(['change 36件: stands-alone, base-is-not-printed']);
  });

  test('things that may be counted twice', () => {
    expect(read('參與單位48個，其中學校30個、社區22個，部分單位兼具兩種身分。')).toEqual([
      'sum 48個: stands-alone, parts-among-them',
    ]);
  });
});

describe('where every reading fails', () => {
  test('the words leave no doubt', () => {
    const [statement] = statementsOf({ texts: [textOf('受理1,240件，已辦結1,178件，辦結率97%。')], fiscalYear: 2024 });
    expect(statement).toMatchObject({ outcome: 'contradicted', sure: true });
    expect(statement?.alsoTried).toBeGreaterThan(0);
  });

  test('they do: it is asked about', () => {
    const [statement] = statementsOf({
      texts: [textOf('每車次載運25人，全年120車次，載運2,860人次。')],
      fiscalYear: 2024,
    });
    expect(statement).toMatchObject({ outcome: 'contradicted', sure: false });
  });

  test('a round total of finer parts may have been rounded: asked about', () => {
    const [statement] = statementsOf({
      texts: [textOf('經費3億元（設備費2億2,340萬元、人事費7,912萬元）。')],
      fiscalYear: 2024,
    });
    expect(statement).toMatchObject({ outcome: 'contradicted', sure: false });
  });

  test('a round whole beside finer figures is told as finely', () => {
    const [statement] = statementsOf({
      texts: [textOf('招標預算1億元，決標9,200萬元，標餘款900萬元。')],
      fiscalYear: 2024,
    });
    expect(statement).toMatchObject({ outcome: 'contradicted', sure: true });
  });
});

test('the figures of the reading that holds are borne out', () => {
  const [statement] = statementsOf({ texts: [textOf('報名360人，錄取180人，錄取率50%。')], fiscalYear: 2024 });
  expect(statement === undefined ? [] : borneOut(statement).map(({ words }) => words)).toEqual(['180人', '360人']);
});

test('a long text is read in a time that grows with its length', () => {
  const clause = '受理1,240件，較上年1,200件增加40件，其中北區12件、中區8件；';
  const count = (times: number): number =>
    statementsOf({ texts: [textOf(clause.repeat(times))], fiscalYear: 2024 }).length;
  expect(count(200)).toBeGreaterThan(count(20));
});
