import type { TextColumn } from '@guankao/domain';
import { otherStage, stagesAround, stagesIn } from '../text/stages.ts';
import { clauseAt, clausesOfSentence } from '../text/items.ts';
import type { Weights } from '../text/words.ts';
import { contentOf, phraseOf, type Phrase } from '../targets/phrases.ts';
import { roleOf } from '../targets/roles.ts';
import type { Asked } from './asked.ts';
import { isCumulative, type Candidate } from './candidates.ts';
import { isNamedFully } from './likeness.ts';
import { unitFit } from './units.ts';

/** What rules a candidate out whatever its words are. */
export function isRuledOut(asked: Asked, candidate: Candidate, weights: Weights): boolean {
  if (!rolesAgree(asked, candidate) || !stagesAgree(asked, candidate)) return true;
  if (candidate.role === 'among' && !isAmong(asked) && !isNamedFully(asked, candidate, weights)) return true;
  if (candidate.isTotal && isListed(asked)) return true;
  if (isPerTime(asked.target.phrase) && !isPerTime(candidate.phrase)) return true;
  // 救護車3輛延至明年交車 tells the target again.
  if (candidate.isOpen && candidate.figure.value === asked.figure.value) return true;
  return (
    candidate.listedWith.length > 0 &&
    !listsToo(asked) &&
    !isNamedFully(asked, candidate, weights) &&
    isOneOfMany(asked, candidate, weights)
  );
}

/** Results told where results belong come before those told in passing. */
const columnBonus: Readonly<Record<TextColumn, number>> = {
  goals: 0.08,
  explanation: 0.08,
  execution: 0.02,
  plannedWork: 0,
};

/** What speaks for or against a candidate besides words and place. */
export function signsFor(asked: Asked, candidate: Candidate): number {
  const total = candidate.isTotal && !countsOthersToo(asked, candidate) ? 0.2 : 0;
  const aside = candidate.aside ? -0.15 : 0;
  return (
    columnBonus[candidate.item.column] +
    total +
    aside +
    confirmation(asked, candidate) +
    sameSpan(asked, candidate) +
    sameStep(asked, candidate)
  );
}

/** 新增14處，展延22處，合計36處: what was there before is no answer to what was to be new. */
function countsOthersToo({ target }: Asked, { item, figure, phrase }: Candidate): boolean {
  if (!isStep(target.phrase) || isStep(phrase)) return false;
  const { sentence } = clauseAt(item, figure.start);
  const parts = clausesOfSentence(item, sentence).filter((clause) => clause.end <= phrase.start);
  return (
    parts.some(({ text }) => /展延|延續|續辦|維持|既有|原有|更新/.test(text)) &&
    parts.some(({ start, end }) => isStep({ item, start, end }))
  );
}

function isAmong({ target, figure }: Asked): boolean {
  return roleOf(target.phrase.item, figure) === 'among';
}

/** The target is one of several in its unit itself. */
function listsToo({ target, figure }: Asked): boolean {
  return target.phrase.item.figures.some((other) => other !== figure && other.unit === figure.unit);
}

/** 日均5萬人次 is asked a day, and answered by the day. */
function isPerTime({ item, start, end }: Phrase): boolean {
  return /[日月週]均|平均每?[日月週]/.test(item.text.slice(start, end));
}

/** 汽車180輛、機車1,200輛: each is answered by its own, not by what all come to. */
function isListed({ target, figure }: Asked): boolean {
  const { item } = target.phrase;
  if (/(合計|共計|總計|計|共)$/.test(item.text.slice(0, figure.start))) return false;
  const isListMark = (from: number, to: number) => from <= to && /^[、及與和]/.test(item.text.slice(from, to));
  return item.figures.some(
    (other) =>
      other.unit === figure.unit &&
      (isListMark(other.end, figure.start) || isListMark(figure.end, other.start)) &&
      clauseAt(item, other.start) === clauseAt(item, figure.start),
  );
}

/** Others of its list are about as like the target, or the list as a whole reaches it: 消防車輛15輛 is not answered by 水箱消防車5輛 alone. */
function isOneOfMany(
  { own, figure }: Asked,
  { item, figure: given, phrase, listedWith }: Candidate,
  weights: Weights,
): boolean {
  const likeness = weights.cover(own, contentOf(phrase));
  if (listedWith.some((other) => weights.cover(own, contentOf(phraseOf(item, other))) >= 0.8 * likeness)) return true;
  const [goal, value] = [figure.value ?? 0, given.value ?? 0];
  return value < goal && value + listedWith.reduce((sum, other) => sum + (other.value ?? 0), 0) >= goal;
}

/** 預算執行率40% tells how much was spent, and answers nothing else. */
const spendingRate = /(預算|經費|累計|年度)[^，；。%]{0,6}(執行|支用|動支)率(已|僅)?(達|為|約|計)?$/;
const asksForSpending = /(執行|支用|動支)率|預算|經費/;

/** A growth answers a growth, a rate of attainment a rate of attainment. */
function rolesAgree({ target, figure }: Asked, candidate: Candidate): boolean {
  const text = target.phrase.item.text.slice(target.phrase.start, figure.end);
  if (candidate.role === 'attainment') return /(達成率|達成度|達標率)/.test(text);
  if (spendingRate.test(candidate.item.text.slice(0, candidate.figure.start)) && !asksForSpending.test(text))
    return false;
  if (candidate.role === 'difference') return /(增加|成長|提升|提高|減少|降低|下降|縮短|節省)/.test(text);
  return true;
}

export function stagesAgree({ target }: Asked, { item }: Candidate): boolean {
  const asked = target.phrase.item;
  return item === asked || !otherStage(stagesIn(asked, target.phrase.start, target.phrase.end), stagesAround(item));
}

/** A total to date answers a total to date, the year's figure the year's. */
function sameSpan({ target }: Asked, candidate: Candidate): number {
  const wanted = target.scope === 'plan' || isCumulative(target.phrase);
  if (wanted) return candidate.isCumulative ? 0.1 : -0.3;
  return candidate.isCumulative ? -0.15 : 0;
}

/** 新增6館 tells of a step, 據點達41館 of where things stand. */
function sameStep({ target }: Asked, candidate: Candidate): number {
  if (isStep(target.phrase)) return tellsStock(candidate.phrase) && !isStep(candidate.phrase) ? -0.35 : 0;
  return isStep(candidate.phrase) ? -0.15 : 0;
}

/** 截至年底領有證照者達1,519人: how many there are, not how many came. */
function tellsStock({ item, start, end }: Phrase): boolean {
  return /截至|迄今|現有|總數/.test(item.text.slice(start, end));
}

export function isStep({ item, start, end }: Phrase): boolean {
  return /新增|增加|增設|新設|擴增|成長|提升/.test(item.text.slice(start, end));
}

/** Its own line repeats this target before it, or another one. */
export function saidBeside({ figure }: Asked, { beside }: Candidate): number {
  if (beside === null || unitFit(figure, beside) === 0) return 0;
  return beside.value === figure.value ? 0.5 : -0.5;
}

/** 完成65案，達成率108.3% under 完成60案: neither has words of its own, and the rate says it. */
export function isBorneOut({ own, figure }: Asked, { attainment, figure: given }: Candidate): boolean {
  if (own.size > 0 || attainment === null || figure.value === null || given.value === null || figure.value === 0)
    return false;
  return Math.abs((100 * given.value) / figure.value - attainment) < 0.1;
}

function confirmation(asked: Asked, candidate: Candidate): number {
  if (isConfirmed(asked, candidate)) return 0.5;
  return isRateOf(asked, candidate, asked.attainment) ? 0.3 : 0;
}

/** Its own rate of attainment is that of this result over this target. 達成率100% says nothing: it may be any target's. */
export function isConfirmed(asked: Asked, candidate: Candidate): boolean {
  return candidate.attainment !== 100 && isRateOf(asked, candidate, candidate.attainment);
}

function isRateOf(
  { figure: { value: goal } }: Asked,
  { figure: { value: result } }: Candidate,
  rate: number | null,
): boolean {
  if (goal === null || result === null || goal === 0 || rate === null) return false;
  return Math.abs((100 * result) / goal - rate) < 0.1;
}
