import { decisive } from '../judge.ts';
import { clauseAt, clausesOfSentence, type Figure, type Item } from '../text/items.ts';
import { roleOf } from '../targets/roles.ts';
import { rates } from '../weights.ts';
import {
  anyNewWork,
  countedTogether,
  earlierBefore,
  earlierBehind,
  inTheEnd,
  newWork,
  outcomes,
  repairs,
  severalYears,
} from '../words/earlier.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { hasSameWords, isConfirmed } from './signs.ts';

/** Why a figure that reaches the target may not answer it; null where nothing speaks against it. */
export function doubtOf(asked: Asked, candidate: Candidate): string | null {
  if (isConfirmed(asked, candidate)) return null;
  return (
    earlierStage(asked, candidate) ??
    (hasSameWords(asked, candidate) ? null : onlyTheEffort(asked, candidate)) ??
    refutedByCounts(asked, candidate) ??
    othersToo(asked, candidate) ??
    yearsTogether(asked, candidate) ??
    anotherWork(asked, candidate) ??
    fewerInTheEnd(asked, candidate)
  );
}

/** 服務長者及身障者共6,200人次 for 服務長者5,000人次. */
function othersToo({ target }: Asked, { item, figure }: Candidate): string | null {
  const { text } = item;
  const before = text.slice(clauseAt(item, figure.start).start, figure.start);
  const [, others = ''] = countedTogether.exec(before) ?? [];
  const last = others.slice(-2);
  return last === '' || target.phrase.item.text.includes(last) ? null : `counts ${others} too`;
}

/** 自112年起累計72家, where the year's are asked. */
function yearsTogether({ target }: Asked, { item, figure }: Candidate): string | null {
  const before = item.text.slice(clauseAt(item, figure.start).start, figure.start);
  if (target.scope === 'plan' || /累[計積]|歷年|起/.test(target.phrase.item.text)) return null;
  return severalYears.test(before) && !/(本|113)年度?(?![^，]*累[計積])/.test(before)
    ? 'counts earlier years too'
    : null;
}

/** 整修12座 for 新設10座. */
function anotherWork({ target, figure: asked }: Asked, { item, figure }: Candidate): string | null {
  const { text } = target.phrase.item;
  const [wanted, told] = [
    text.slice(clauseAt(target.phrase.item, asked.start).start, asked.start),
    item.text.slice(clauseAt(item, figure.start).start, figure.start),
  ];
  return newWork.test(wanted) && repairs.test(told) && !anyNewWork.test(told) && !repairs.test(wanted)
    ? 'repaired, where new ones were asked'
    : null;
}

/** 錄取42人，實際報到36人: what it came to in the end is less. */
function fewerInTheEnd({ target, figure: asked }: Asked, { item, figure }: Candidate): string | null {
  const goal = decisive(asked, target.comparator);
  if (goal === null || target.comparator === '<=') return null;
  const { sentence } = clauseAt(item, figure.start);
  const fewer = item.figures.some(
    (other) =>
      other.start >= figure.end &&
      other.measure === figure.measure &&
      other.kind === figure.kind &&
      other.value !== null &&
      other.value < goal &&
      // 僅較目標多3處: how far, and not how many.
      roleOf(item, other) !== 'difference' &&
      clauseAt(item, other.start).sentence === sentence &&
      inTheEnd.test(item.text.slice(clauseAt(item, other.start).start, other.start)),
  );
  return fewer ? 'fewer in the end' : null;
}

/** 已完成發包12座 for 完成補強12座, 申請專利3件 for 取得專利3件. */
function earlierStage({ target }: Asked, { item, figure }: Candidate): string | null {
  const clause = clauseAt(item, figure.start);
  const stage =
    earlierBefore.exec(item.text.slice(clause.start, figure.start))?.[1] ??
    earlierBehind.exec(item.text.slice(figure.end, clause.end))?.[1];
  const asks = `${target.phrase.item.heading}${target.phrase.item.text}`;
  return stage === undefined || asks.includes(stage) ? null : `counts what is at ${stage}`;
}

/** 輔導30家 for 輔導取得認證25家: what came of the effort is not told. */
function onlyTheEffort({ target, figure }: Asked, { item }: Candidate): string | null {
  if (figure.kind !== 'count') return null;
  const { text } = target.phrase.item;
  const behind = /^[^，；。]*/.exec(text.slice(figure.end, figure.end + 4))?.[0] ?? '';
  const near = [text.slice(Math.max(0, figure.start - 6), figure.start), behind];
  const wanted = outcomes.find((words) => near.some((stretch) => words.test(stretch)));
  return wanted === undefined || wanted.test(`${item.heading}${item.text}`) ? null : 'only the effort is counted';
}

/** 抽查480口，合格447口，合格率95.1% where 95% is asked: the counts beside it come to less. */
function refutedByCounts({ target, figure: asked }: Asked, { item, figure }: Candidate): string | null {
  if (figure.kind !== 'percent' || figure.value === null) return null;
  const counts = countsBefore(item, figure);
  const [all, part] = counts;
  const goal = decisive(asked, target.comparator);
  if (all === undefined || part === undefined || counts.length > 2 || goal === null) return null;
  if (!namesItsPart(item, part, figure)) return null;
  const rate = (100 * (part.value ?? 0)) / (all.value ?? 1);
  const reached = target.comparator === '<=' ? rate <= goal : rate >= goal;
  return reached || Math.abs(rate - figure.value) < rates.share ? null : `its counts come to ${rate.toPrecision(3)}%`;
}

/** The counts of one measure in its sentence before a rate, where each is a number. */
function countsBefore(item: Item, rate: Figure): readonly Figure[] {
  const sentence = clausesOfSentence(item, clauseAt(item, rate.start).sentence);
  const from = sentence[0]?.start ?? 0;
  const counts = item.figures.filter((one) => one.start >= from && one.end <= rate.start && one.kind === 'count');
  const [all, part] = counts;
  const fit =
    all !== undefined &&
    part !== undefined &&
    all.measure === part.measure &&
    all.value !== null &&
    part.value !== null &&
    part.value <= all.value &&
    all.value > 0;
  return fit ? counts : [];
}

/** 合格447口，合格率: the rate is named after what the part counts. */
function namesItsPart({ text }: Item, part: Figure, rate: Figure): boolean {
  const name = /([\p{Script=Han}]{2})率[^，；。0-9]{0,4}$/u.exec(text.slice(part.end, rate.start))?.[1];
  return name !== undefined && text.slice(Math.max(0, part.start - 6), part.start).includes(name);
}
