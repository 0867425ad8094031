import { Refusal } from '@guankao/domain';
import {
  coverageInWords,
  LineIndex,
  placeOf,
  read,
  standingNames,
  standings,
  totalOf,
  type CountedNumber,
  type Read,
  type Standing,
  type StandingCounts,
} from '@guankao/reading';
import type { Arguments } from '../command.ts';
import { clip, displayWidth, padEnd, padStart, wrap } from '../columns.ts';
import { expand, load } from '../files.ts';
import { exit, type ExitCode, type Language, type Terminal } from '../terminal.ts';

/** What `guankao coverage --json` prints for a file. */
export interface CoverageJson {
  readonly schema: 'guankao/coverage@1';
  readonly document: { readonly name: string; readonly sha256: string };
  readonly all: StandingCounts;
  readonly rows: readonly { readonly plan: string; readonly name: string; readonly counts: StandingCounts }[];
  readonly numbers: readonly CountedNumber[];
}

/** `guankao coverage FILE… [--list STANDING] [--json]`: each number of a filing, and how it stands with it. */
export async function coverageCommand(terminal: Terminal, { positionals, values }: Arguments): Promise<ExitCode> {
  const listed = standingAsked(values['list']);
  let worst: ExitCode = exit.well;
  for (const path of await expand(positionals)) {
    try {
      const done = await read(await load(path));
      if (done.lookedAt.plans === 0) worst = exit.refused;
      terminal.out(
        values['json'] === true ? `${JSON.stringify(asJson(done))}\n` : report(path, done, listed, terminal),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      terminal.err(`guankao: ${path}: ${error.inBothLanguages[terminal.lang]}\n`);
      worst = exit.refused;
    }
  }
  return worst;
}

function standingAsked(value: string | boolean | undefined): Standing | null {
  if (value === undefined) return null;
  const found = standings.find((standing) => standing === value);
  if (found !== undefined) return found;
  throw new Refusal('wrong-arguments', 400, {
    'zh-Hant': `--list 要的是 ${standings.join('、')} 之一，收到「${String(value)}」。`,
    en: `--list takes one of ${standings.join(', ')}; it was given "${String(value)}".`,
  });
}

function asJson({ reading, coverage }: Read): CoverageJson {
  const { name, sha256 } = reading.document;
  return {
    schema: 'guankao/coverage@1',
    document: { name, sha256 },
    all: coverage.all,
    rows: reading.plans.flatMap((plan) => {
      const counts = coverage.rows.get(plan.id);
      return counts === undefined ? [] : [{ plan: plan.id, name: plan.name, counts }];
    }),
    numbers: coverage.numbers,
  };
}

function report(path: string, { reading, coverage }: Read, listed: Standing | null, { lang, width }: Terminal): string {
  const nameWidth = Math.max(16, width - 66);
  const titles = standings.map((standing) => shortNames[lang][standing]);
  const row = (id: string, name: string, counts: StandingCounts): string =>
    `  ${padEnd(id, 4)} ${padEnd(clip(name, nameWidth), nameWidth)}${padStart(String(totalOf(counts)), 7)}${standings
      .map((standing, at) => padStart(String(counts[standing]), columnOf(titles[at] ?? '')))
      .join('')}`;
  const head = `  ${' '.repeat(nameWidth + 5)}${padStart(lang === 'en' ? 'all' : '全部', 7)}${titles.map((title) => padStart(title, columnOf(title))).join('')}`;
  const rows = reading.plans.flatMap(({ id, name }) => {
    const counts = coverage.rows.get(id);
    return counts === undefined ? [] : [row(id, name, counts)];
  });
  const sentence =
    reading.plans.length === 0
      ? lang === 'en'
        ? `${path}: no plan row was recognised: ${coverageInWords(coverage.all, lang)}`
        : `${path}：沒有讀到任何計畫列：${coverageInWords(coverage.all, lang)}`
      : `${path}${lang === 'en' ? ': ' : '：'}${coverageInWords(coverage.all, lang)}`;
  const lines = new LineIndex(reading.document.text);
  const numbers = coverage.numbers.filter(({ standing }) => standing === listed);
  return [
    ...(rows.length === 0 ? [] : [head, ...rows]),
    ...wrap(sentence, Math.max(40, width)),
    ...(listed === null ? [] : [`${standingNames[lang][listed]}${lang === 'en' ? ':' : '：'}`]),
    ...numbers.map((number) => entry(path, number, lines)),
    '',
  ].join('\n');
}

const entry = (path: string, { span, text, plan, by }: CountedNumber, lines: LineIndex): string =>
  `  ${placeOf(path, span, lines)}: ${text.replaceAll(/\s+/gu, '')}${plan === null ? '' : `  ${plan}`}${by.length === 0 ? '' : `  (${by.join('; ').replaceAll(/\s+/gu, ' ')})`}`;

const columnOf = (title: string): number => Math.max(7, displayWidth(title) + 2);

const shortNames: Readonly<Record<Language, Readonly<Record<Standing, string>>>> = {
  'zh-Hant': {
    contradicted: '矛盾',
    judged: '判定',
    'borne-out': '印證',
    'stands-alone': '無從',
    'not-a-claim': '非主張',
    unread: '未讀出',
  },
  en: {
    contradicted: 'contra',
    judged: 'judged',
    'borne-out': 'borne',
    'stands-alone': 'alone',
    'not-a-claim': 'none',
    unread: 'unread',
  },
};
