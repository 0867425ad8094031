import { commensurable, meet, same, type Figure } from '@guankao/passages';
import { clauseAround } from '../facts/figure.ts';
import { actualFigure, targetFigure } from '../facts/indicators.ts';
import type { Row } from '../facts/filing-facts.ts';

/** The result of a target as the explanation tells it, and as the execution does. */
export interface Answer {
  readonly explained: Figure;
  readonly executed: Figure;
  readonly name: string;
}

/**
 * 簽訂合作備忘錄42家 in the execution, 與45家企業簽訂合作備忘錄 in the explanation: the one figure of its unit that the execution
 * tells of what the target asks, and no figure of the execution is the explained one, nor do any add up to it.
 */
export function* answersThatDiffer(row: Row): Iterable<Answer> {
  for (const indicator of row.claims?.indicators ?? []) {
    const [target, explained] = [targetFigure(row, indicator), actualFigure(row, indicator)];
    if (target === null || explained === null) continue;
    if (explained.text.column === 'execution') {
      const other = onlyExplained(row, target, explained);
      if (other !== null) yield other;
    }
    if (explained.text.column !== 'explanation') continue;
    if (!isPlain(explained) || indicator.compared?.actual !== indicator.actual?.value) continue;
    const told = row.texts.filter(({ column }) => column === 'execution').flatMap(({ figures }) => figures);
    const counts = told.filter((figure) => commensurable(figure, explained));
    if (counts.some((figure) => meet(figure.interval, explained.interval) || same(figure.value, explained.value)))
      continue;
    if (addsUp(counts, explained)) continue;
    const name = nameOf(target);
    const own = counts.filter((figure) => isPlain(figure) && isOf(figure, explained.unit));
    const named = own.flatMap((figure) => {
      const shared = sharedWith(figure, [name, nameOf(explained)]);
      return shared === '' ? [] : [{ figure, shared }];
    });
    const [executed, ...more] = named;
    if (executed === undefined || more.length > 0 || !isNear(executed.figure, explained)) continue;
    yield { explained, executed: executed.figure, name: executed.shared };
  }
}

/** 下載2,370萬篇次 in the execution, 158校；2,730萬篇次 in the explanation: the one figure there in a unit that one target asks in. */
function onlyExplained(row: Row, target: Figure, executed: Figure): Answer | null {
  const asked = row.texts
    .filter(({ column }) => column === 'goals')
    .flatMap(({ figures }) => figures.filter((figure) => commensurable(figure, target)));
  const told = row.texts
    .filter(({ column }) => column === 'explanation')
    .flatMap(({ figures }) => figures.filter((figure) => commensurable(figure, target)));
  const [explained, ...more] = told;
  if (asked.length !== 1 || explained === undefined || more.length > 0 || !isOf(explained, executed.unit)) return null;
  if (!isPlain(explained) || !isPlain(executed)) return null;
  if (meet(executed.interval, explained.interval) || same(explained.value, target.value)) return null;
  const counts = row.texts
    .filter(({ column }) => column === 'execution')
    .flatMap(({ figures }) => figures.filter((figure) => commensurable(figure, explained)));
  if (counts.some((figure) => meet(figure.interval, explained.interval)) || addsUp(counts, explained)) return null;
  const shared = sharedWith(executed, [nameOf(target)]);
  return shared === '' || !isNear(executed, explained) ? null : { explained, executed, name: shared };
}

const isOf = ({ unit }: Figure, wanted: string | null): boolean => unit === wanted;

const another =
  /每|平均|均|累[計積]|其中|較|比(?!例|率)|目標|預定|應|規劃|計畫|去年|上年|前一?年|\d{2,3}年|原|由|自|從|不含|扣除|約|逾|餘|半年|季|月|第[一二三四\d]|學期|階段/u;

/** A count of the year, told for itself. */
function isPlain(figure: Figure): boolean {
  const [start] = clauseAround(figure.text.text, figure.start, figure.end);
  const lead = figure.text.text.slice(Math.max(start, figure.start - 12), figure.start);
  return figure.widening === 'exact' && figure.kind === 'count' && figure.unit !== null && !another.test(lead);
}

const empty =
  /全年|年度|本年|完成|辦理|執行|達成|實際|合計|共計|總計|截至|計畫|以上|以下|已於|均已|[^\p{Script=Han}]/gu;

/** The words of its clause before and behind it. */
function nameOf({ text, start, end }: Figure): string {
  const [from, to] = clauseAround(text.text, start, end);
  return `${text.text.slice(from, start)}｜${text.text.slice(end, Math.min(to, end + 12))}`.replaceAll(empty, '｜');
}

/** Two characters that both clauses have. */
function sharedWith(figure: Figure, names: readonly string[]): string {
  const own = nameOf(figure);
  for (let at = 0; at + 2 <= own.length; at++) {
    const two = own.slice(at, at + 2);
    if (!two.includes('｜') && names.some((name) => name.includes(two))) return two;
  }
  return '';
}

/** Some of them come to it: two together, one less another, or all of a run. */
function addsUp(counts: readonly Figure[], { value }: Figure): boolean {
  const wanted = Number(value.of) / Number(value.over);
  const values = counts.slice(0, 24).map((figure) => Number(figure.value.of) / Number(figure.value.over));
  const is = (one: number): boolean => Math.abs(one - wanted) < 1e-6 * Math.max(1, wanted);
  return values.some((a, i) => {
    let run = a;
    return values.slice(i + 1).some((b) => {
      run += b;
      return is(a + b) || is(Math.abs(a - b)) || is(run);
    });
  });
}

/** A slip leaves them near: as many digits, and within a quarter of one another. */
function isNear(a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ value }) => Number(value.of) / Number(value.over));
  if (x === undefined || y === undefined || x <= 0 || y <= 0) return false;
  return Math.max(x, y) / Math.min(x, y) <= 1.4;
}
