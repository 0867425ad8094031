import { Refusal, type Span } from '@guankao/domain';
import {
  LineIndex,
  placeOf,
  read,
  type FieldOrigin,
  type IndicatorReading,
  type PlanReading,
  type Reading,
} from '@guankao/reading';
import { terms } from '@guankao/terms';
import type { Arguments } from '../command.ts';
import { wrap } from '../columns.ts';
import { load } from '../files.ts';
import { exit, type ExitCode, type Language, type Terminal } from '../terminal.ts';
import { verdictMarks, words } from '../words.ts';

export async function explainCommand(
  terminal: Terminal,
  { positionals: [path = '', asked = ''] }: Arguments,
): Promise<ExitCode> {
  const { reading } = await read(await load(path));
  const plan = findPlan(reading, asked, path);
  terminal.out(new Explanation(path, reading, plan, terminal).print());
  return exit.well;
}

function findPlan({ plans }: Reading, asked: string, path: string): PlanReading {
  const exact = plans.find((plan) => plan.id === asked) ?? (/^\d+$/.test(asked) ? plans[Number(asked) - 1] : undefined);
  if (exact !== undefined) return exact;
  const named = plans.filter((plan) => plan.name.includes(asked));
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  throw named.length === 0 ? noSuchPlan(path, asked, plans.length) : severalPlans(asked, named);
}

function noSuchPlan(path: string, asked: string, count: number): Refusal {
  return new Refusal('no-such-plan', 404, {
    'zh-Hant': `「${path}」的 ${count} 列計畫中沒有「${asked}」。請用列的編號（r03）、順序（3）或名稱的一部分；全部見 guankao read ${path}。`,
    en: `none of the ${count} plan rows of ${path} is "${asked}". Give a row's id (r03), its place (3) or a part of its name; all of them: guankao read ${path}.`,
  });
}

function severalPlans(asked: string, named: readonly PlanReading[]): Refusal {
  const list = named.map((plan) => `${plan.id} ${plan.name}`);
  return new Refusal('several-plans', 400, {
    'zh-Hant': `名稱含「${asked}」的有 ${named.length} 列，請改用編號：${list.join('、')}。`,
    en: `${named.length} rows have "${asked}" in their name; use an id: ${list.join('; ')}.`,
  });
}

/** One plan, value by value. */
class Explanation {
  private readonly lines: LineIndex;
  private readonly path: string;
  private readonly plan: PlanReading;
  private readonly lang: Language;
  private readonly width: number;

  constructor(path: string, reading: Reading, plan: PlanReading, { lang, width }: Terminal) {
    this.path = path;
    this.plan = plan;
    this.lang = lang;
    this.width = width;
    this.lines = new LineIndex(reading.document.text);
  }

  print(): string {
    const { plan, lang } = this;
    const sections = [
      [`${plan.id} ${plan.name}`],
      [
        this.title('欄位', 'Fields'),
        ...Object.entries(plan.origins).flatMap(([name, origin]) => this.field(name, origin)),
      ],
      [
        this.title('左右頁的對應', 'Join of the facing pages'),
        `  ${plan.join.confidence.toFixed(2)}  ${plan.join.reason}`,
      ],
      ...(['plannedWork', 'execution', 'goals', 'explanation'] as const).map((column) => [
        `${columnNames[lang][column]}`,
        ...plan[column].flatMap(({ text, marker, spans }) => this.quoted(`${marker ?? '·'} ${text}`, spans)),
      ]),
      [this.title('指標', 'Indicators'), ...plan.indicators.flatMap((indicator) => this.indicator(indicator))],
      [
        this.title('判定', 'Verdict'),
        `  ${this.title(terms.stated['zh-Hant'], terms.stated.en)}: ${plan.statedVerdict}${plan.statedVerdictSpan === null ? '' : `  (${this.place(plan.statedVerdictSpan)})`}`,
        `  ${this.title(terms.computed['zh-Hant'], terms.computed.en)}: ${verdictMarks[plan.verdict]} ${words.verdict[lang][plan.verdict]}`,
      ],
    ];
    return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  }

  private title(chinese: string, english: string): string {
    return this.lang === 'en' ? english : chinese;
  }

  private place(span: Span): string {
    return placeOf(this.path, span, this.lines);
  }

  private field(name: string, { text, spans, basis, by }: FieldOrigin): string[] {
    const said = basis === 'said' ? this.title('原文所載', 'said') : this.title('推定', 'inferred');
    return [`  ${name}: ${text}`, `      ${said}; ${by}; ${spans.map((span) => this.place(span)).join(', ')}`];
  }

  private quoted(text: string, spans: readonly Span[]): string[] {
    return [
      ...wrap(text, this.width - 4).map((line) => `  ${line}`),
      `      ${spans.map((span) => this.place(span)).join(', ')}`,
    ];
  }

  private indicator({ label, comparator, target, actual, met, reason }: IndicatorReading): string[] {
    const verdict = met === null ? '–' : met ? '●' : '○';
    return [
      `  ${verdict} ${label}  ${comparator} ${target.value ?? ''}${target.unit ?? ''}`,
      `      ${this.title('目標', 'target')}: ${target.text}  (${this.place(target.span)})`,
      `      ${this.title('實績', 'actual')}: ${actual === null ? '—' : `${actual.text}  (${this.place(actual.span)})`}`,
      `      ${reason}`,
    ];
  }
}

const columnNames = {
  'zh-Hant': {
    plannedWork: '本年度預定工作摘要',
    execution: '本年度執行情形說明',
    goals: '績效目標及本年度目標值',
    explanation: '年度績效目標已達成或未達成之說明',
  },
  en: {
    plannedWork: 'Planned work this year',
    execution: 'Execution this year',
    goals: 'Goals and targets',
    explanation: 'Whether the goals were met',
  },
} as const;
