import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from './commands.ts';
import type { CoverageJson } from './commands/coverage.ts';
import type { Proofs } from './commands/proofs.ts';
import { main } from './main.ts';
import type { Terminal } from './terminal.ts';

const root = join(import.meta.dirname, '../../..');
const example = join(root, 'corpus/example/filing.txt');
const folder = mkdtempSync(join(tmpdir(), 'guankao-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command line as a person would see it. */
async function run(argv: readonly string[], world: Partial<Terminal> = {}) {
  let out = '';
  let err = '';
  const code = await main(argv, {
    env: {},
    cwd: root,
    width: 100,
    live: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    stdin: async () => new TextEncoder().encode('完成12萬2,009筆\n'),
    now: () => new Date('2026-01-05T01:00:00Z'),
    ...world,
  });
  return { code, out, err };
}

describe('language', () => {
  test.each([
    [['--help'], {}, '用法'],
    [['--help'], { LANG: 'en_US.UTF-8' }, 'Usage'],
    [['--help'], { LANG: 'C.UTF-8' }, '用法'],
    [['--help'], { LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, '用法'],
    [['--lang', 'en', '--help'], {}, 'Usage'],
    [['read', '--lang=en', '--help'], { LANG: 'zh_TW.UTF-8' }, 'Usage'],
  ])('%j under %j', async (argv, env, word) => {
    const { code, out } = await run(argv, { env });
    expect([code, out.includes(word)]).toEqual([0, true]);
  });
});

describe('help', () => {
  test.each(commands.map(({ name }) => name))('of %s has an example, in both languages', async (name) => {
    for (const lang of ['zh-Hant', 'en']) {
      const { code, out } = await run([name, '--help', '--lang', lang]);
      expect([code, out.includes(`guankao ${name}`)]).toEqual([0, true]);
    }
  });
});

test('serve --help names every setting of the operations guide, those of mail with an example', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');
  const table = guide.slice(guide.indexOf('| setting |'), guide.indexOf('The site answers once'));
  const settings = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(
    ([, names = '']) => names.match(/[A-Z_]{4,}/g) ?? [],
  );
  expect(settings.length).toBeGreaterThan(10);
  for (const lang of ['zh-Hant', 'en']) {
    const { out } = await run(['serve', '--help', '--lang', lang]);
    expect(settings.filter((name) => !out.includes(name))).toEqual([]);
    expect(out).toContain('smtps://');
  }
});

describe('wrong input', () => {
  const locked = join(folder, 'locked.txt');
  writeFileSync(locked, 'x');
  chmodSync(locked, 0o000);
  const empty = join(folder, 'empty');
  mkdirSync(empty);

  test.each([
    [[], '用法'],
    [['reed'], '沒有「reed」'],
    [['read'], '收到 0 個'],
    [['read', '--nonsense', example], '--nonsense'],
    [['read', join(folder, 'nowhere.txt')], '找不到'],
    [['read', empty], '沒有可讀的檔案'],
    [['explain', example, '沒有這個計畫'], '沒有「沒有這個計畫」'],
    [['explain', example, '計畫'], '請改用編號'],
    [['export', example, '--to', 'docx'], '--to'],
    [['check', example, '--severity', 'bad'], '--severity'],
    [['check', example, '--rule', 'no-such-rule'], '沒有「no-such-rule」'],
    [['coverage', example, '--list', 'bad'], '--list'],
    [['coverage', join(folder, 'nowhere.txt')], '找不到'],
    [['rules', 'no-such-rule'], '沒有「no-such-rule」'],
    [['compare', example], '收到 1 個'],
  ])('%j is refused in words, with nothing on standard output', async (argv, words) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('read', () => {
  test('prints one JSON object and nothing else', async () => {
    const { code, out, err } = await run(['read', example, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'guankao/reading@1',
      filing: { agency: '範例部', fiscalYear: 2024 },
    });
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  test('prints the text that all places are counted in', async () => {
    const { code, out } = await run(['read', example, '--text']);
    expect([code, out]).toEqual([0, readFileSync(example, 'utf8')]);
  });

  test('goes on past a bad file, one object a line, and says 2', async () => {
    const bad = join(folder, 'bad.txt');
    writeFileSync(bad, '');
    const { code, out, err } = await run(['read', bad, example, example, '--json']);
    expect([code, out.trimEnd().split('\n').length]).toEqual([2, 2]);
    expect(err).toContain('bad.txt');
  });
});

describe('check', () => {
  test('prints places, the words and the arithmetic; an error makes it 1', async () => {
    const { code, out } = await run(['check', example, '--rule', 'rate-mismatch']);
    expect(code).toBe(1);
    expect(out).toMatch(/filing\.txt:\d+:\d+: ■ 不符 rate-mismatch/);
    expect(out).toContain('1570020/1576800');
  });

  test.each([
    ['hello.txt', 'hello world\n'],
    [
      'indicators.csv',
      '杜撰署113年度施政績效報告\n關鍵策略目標,關鍵績效指標,年度目標值,實際達成值,達成度(%)\n提升服務,汰換設備,6座,5座,83.33\n',
    ],
  ])('%s, in which no plan is: said, and 2', async (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    const { code, out } = await run(['check', path]);
    expect([code, out]).toEqual([2, expect.stringContaining('沒有讀到任何計畫列')]);
    expect(out).not.toContain('沒有發現');
  });

  test('that nothing was found is said beside what was read', async () => {
    const path = join(folder, 'one.csv');
    const titles = '計畫名稱,計畫類型,計畫期程,核定總經費,已編列預算數,累計執行數,預定工作,執行情形,績效目標,達成說明';
    writeFileSync(
      path,
      `${titles}\n示範步道計畫,社會發展,112年1月至115年12月,9000,6000,5900,整建步道,已整建6公里。,整建6公里,整建6公里。\n`,
    );
    const { code, out } = await run(['check', path, '--severity', 'error']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/讀到 1 列計畫、1 個目標（1 個可判定）、\d+ 個數字；.*：沒有發現/),
    ]);
  });

  test('prints each finding with its proof, the places those of read --text', async () => {
    const { code, out } = await run(['check', example, '--rule', 'rate-mismatch', '--proofs']);
    const { findings, ...rest } = JSON.parse(out) as Proofs;
    expect([code, rest]).toMatchObject([1, { schema: 'guankao/proofs@1', document: { name: 'filing.txt' } }]);
    expect(findings.map(({ proof }) => proof?.readings[0])).toMatchObject([
      { operation: { work: 'quotient' }, times: 100, value: '130835/1314', fails: 'apart' },
    ]);
    const text = readFileSync(example, 'utf8');
    for (const premise of findings[0]?.proof?.premises ?? [])
      if ('span' in premise) expect(text.slice(premise.span.start, premise.span.end)).toBe(premise.text);
  });

  test('2 beats 1', async () => {
    expect((await run(['check', example, join(folder, 'bad.txt')])).code).toBe(2);
  });
});

describe('coverage', () => {
  test('counts every number of each row, and lists those of one class with their place and by what', async () => {
    const { code, out } = await run(['coverage', example, '--list', 'contradicted']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}r01 .*\d+$/m);
    expect(out.replaceAll('\n', '')).toMatch(/filing\.txt：\d+ 個數字：\d+ 個有矛盾、/);
    expect(out).toMatch(/filing\.txt:\d+:\d+: 99\.75% {2}r\d+ {2}\(rate-mismatch\)/);
  });

  test('in English, and as JSON whose rows and numbers add up', async () => {
    expect((await run(['coverage', example, '--lang', 'en'])).out).toContain('standing alone');
    const { code, out } = await run(['coverage', example, '--json']);
    const { numbers, all, rows } = JSON.parse(out) as CoverageJson;
    expect(code).toBe(0);
    expect(rows.length).toBe(18);
    expect(Object.values(all).reduce((sum, many) => sum + many, 0)).toBe(numbers.length);
  });

  test('of a text in which no plan is: everything unread, and 2', async () => {
    const path = join(folder, 'no-plan.txt');
    writeFileSync(path, '本週共有3件公文。\n');
    const { code, out } = await run(['coverage', path]);
    expect([code, out.replaceAll('\n', '')]).toEqual([
      2,
      expect.stringMatching(/沒有讀到任何計畫列：1 個數字：.*1 個未讀出/),
    ]);
  });
});

test('explain says how each value was read, from where', async () => {
  const { code, out } = await run(['explain', example, 'r01', '--lang', 'en']);
  expect(code).toBe(0);
  expect(out).toMatch(/approvedTotal: 486,000\n\s+said; money-column; .*filing\.txt:\d+:\d+/);
});

test('quantities reads standard input', async () => {
  const { code, out } = await run(['quantities', '--json']);
  expect([code, JSON.parse(out)]).toMatchObject([
    0,
    [{ line: 1, quantities: [{ text: '12萬2,009筆', kind: 'count', value: 122_009, unit: '筆' }] }],
  ]);
});

test('export writes the form, and reading it gives the plans back', async () => {
  const out = join(folder, 'form.ods');
  expect((await run(['export', example, '--to', 'ods', '--out', out])).code).toBe(0);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  const again = await run(['read', out, '--json']);
  expect(JSON.parse(again.out).plans).toHaveLength(18);
  expect(
    (await run(['export', example, '--to', 'csv', '--out', join(folder, 'no', 'such', 'folder.csv')])).err,
  ).toContain('ENOENT');
});
