// Written by packages/rules/catalogue.ts from the folders beside it: run it again after adding a rule.
import type { Rule } from './engine/rule.ts';
import { rule as achievedButUnspent } from './achieved-but-unspent/achieved-but-unspent.ts';
import { rule as achievedWithoutEvidence } from './achieved-without-evidence/achieved-without-evidence.ts';
import { rule as agencyName } from './agency-name/agency-name.ts';
import { rule as aheadAndBehind } from './ahead-and-behind/ahead-and-behind.ts';
import { rule as amountRestated } from './amount-restated/amount-restated.ts';
import { rule as anotherMeasure } from './another-measure/another-measure.ts';
import { rule as attainmentMismatch } from './attainment-mismatch/attainment-mismatch.ts';
import { rule as averageMismatch } from './average-mismatch/average-mismatch.ts';
import { rule as bracketUnpaired } from './bracket-unpaired/bracket-unpaired.ts';
import { rule as budgetedOverApproved } from './budgeted-over-approved/budgeted-over-approved.ts';
import { rule as carryOverTooLarge } from './carry-over-too-large/carry-over-too-large.ts';
import { rule as changeMismatch } from './change-mismatch/change-mismatch.ts';
import { rule as columnRestated } from './column-restated/column-restated.ts';
import { rule as comparisonFalse } from './comparison-false/comparison-false.ts';
import { rule as datesDiffer } from './dates-differ/dates-differ.ts';
import { rule as datesReversed } from './dates-reversed/dates-reversed.ts';
import { rule as doesNotFollow } from './does-not-follow/does-not-follow.ts';
import { rule as doneAndPending } from './done-and-pending/done-and-pending.ts';
import { rule as doubledWords } from './doubled-words/doubled-words.ts';
import { rule as durationMismatch } from './duration-mismatch/duration-mismatch.ts';
import { rule as emptyCell } from './empty-cell/empty-cell.ts';
import { rule as estimatedResult } from './estimated-result/estimated-result.ts';
import { rule as eventOutsideYear } from './event-outside-year/event-outside-year.ts';
import { rule as exactlyExecutedEverywhere } from './exactly-executed-everywhere/exactly-executed-everywhere.ts';
import { rule as executedOverBudgeted } from './executed-over-budgeted/executed-over-budgeted.ts';
import { rule as executionRateLow } from './execution-rate-low/execution-rate-low.ts';
import { rule as executionRateMismatch } from './execution-rate-mismatch/execution-rate-mismatch.ts';
import { rule as figuresDiffer } from './figures-differ/figures-differ.ts';
import { rule as formulaMismatch } from './formula-mismatch/formula-mismatch.ts';
import { rule as fullExecutionUnfinished } from './full-execution-unfinished/full-execution-unfinished.ts';
import { rule as goalsRepeatExecution } from './goals-repeat-execution/goals-repeat-execution.ts';
import { rule as impossibleDate } from './impossible-date/impossible-date.ts';
import { rule as impossibleShare } from './impossible-share/impossible-share.ts';
import { rule as incompleteDate } from './incomplete-date/incomplete-date.ts';
import { rule as lateCalledInTime } from './late-called-in-time/late-called-in-time.ts';
import { rule as listCountMismatch } from './list-count-mismatch/list-count-mismatch.ts';
import { rule as listTotalMismatch } from './list-total-mismatch/list-total-mismatch.ts';
import { rule as markupDebris } from './markup-debris/markup-debris.ts';
import { rule as metByCountingMore } from './met-by-counting-more/met-by-counting-more.ts';
import { rule as nameSpelling } from './name-spelling/name-spelling.ts';
import { rule as noMeasurableTarget } from './no-measurable-target/no-measurable-target.ts';
import { rule as numberingBroken } from './numbering-broken/numbering-broken.ts';
import { rule as parentSumMismatch } from './parent-sum-mismatch/parent-sum-mismatch.ts';
import { rule as partsMismatch } from './parts-mismatch/parts-mismatch.ts';
import { rule as periodBroken } from './period-broken/period-broken.ts';
import { rule as productMismatch } from './product-mismatch/product-mismatch.ts';
import { rule as rateMismatch } from './rate-mismatch/rate-mismatch.ts';
import { rule as rateOverHundred } from './rate-over-hundred/rate-over-hundred.ts';
import { rule as rateUnsupported } from './rate-unsupported/rate-unsupported.ts';
import { rule as resultEchoesTarget } from './result-echoes-target/result-echoes-target.ts';
import { rule as resultsInGoals } from './results-in-goals/results-in-goals.ts';
import { rule as sentenceRepeated } from './sentence-repeated/sentence-repeated.ts';
import { rule as simplifiedCharacters } from './simplified-characters/simplified-characters.ts';
import { rule as statedAchievedButMissed } from './stated-achieved-but-missed/stated-achieved-but-missed.ts';
import { rule as subtractionMismatch } from './subtraction-mismatch/subtraction-mismatch.ts';
import { rule as swappedRows } from './swapped-rows/swapped-rows.ts';
import { rule as targetFarExceeded } from './target-far-exceeded/target-far-exceeded.ts';
import { rule as targetMissed } from './target-missed/target-missed.ts';
import { rule as targetRestated } from './target-restated/target-restated.ts';
import { rule as targetUnanswered } from './target-unanswered/target-unanswered.ts';
import { rule as umbrellaTotal } from './umbrella-total/umbrella-total.ts';
import { rule as workAfterPeriod } from './work-after-period/work-after-period.ts';
import { rule as wrongCharacter } from './wrong-character/wrong-character.ts';
import achievedButUnspentPage from './achieved-but-unspent/achieved-but-unspent.md';
import achievedWithoutEvidencePage from './achieved-without-evidence/achieved-without-evidence.md';
import agencyNamePage from './agency-name/agency-name.md';
import aheadAndBehindPage from './ahead-and-behind/ahead-and-behind.md';
import amountRestatedPage from './amount-restated/amount-restated.md';
import anotherMeasurePage from './another-measure/another-measure.md';
import attainmentMismatchPage from './attainment-mismatch/attainment-mismatch.md';
import averageMismatchPage from './average-mismatch/average-mismatch.md';
import bracketUnpairedPage from './bracket-unpaired/bracket-unpaired.md';
import budgetedOverApprovedPage from './budgeted-over-approved/budgeted-over-approved.md';
import carryOverTooLargePage from './carry-over-too-large/carry-over-too-large.md';
import changeMismatchPage from './change-mismatch/change-mismatch.md';
import columnRestatedPage from './column-restated/column-restated.md';
import comparisonFalsePage from './comparison-false/comparison-false.md';
import datesDifferPage from './dates-differ/dates-differ.md';
import datesReversedPage from './dates-reversed/dates-reversed.md';
import doesNotFollowPage from './does-not-follow/does-not-follow.md';
import doneAndPendingPage from './done-and-pending/done-and-pending.md';
import doubledWordsPage from './doubled-words/doubled-words.md';
import durationMismatchPage from './duration-mismatch/duration-mismatch.md';
import emptyCellPage from './empty-cell/empty-cell.md';
import estimatedResultPage from './estimated-result/estimated-result.md';
import eventOutsideYearPage from './event-outside-year/event-outside-year.md';
import exactlyExecutedEverywherePage from './exactly-executed-everywhere/exactly-executed-everywhere.md';
import executedOverBudgetedPage from './executed-over-budgeted/executed-over-budgeted.md';
import executionRateLowPage from './execution-rate-low/execution-rate-low.md';
import executionRateMismatchPage from './execution-rate-mismatch/execution-rate-mismatch.md';
import figuresDifferPage from './figures-differ/figures-differ.md';
import formulaMismatchPage from './formula-mismatch/formula-mismatch.md';
import fullExecutionUnfinishedPage from './full-execution-unfinished/full-execution-unfinished.md';
import goalsRepeatExecutionPage from './goals-repeat-execution/goals-repeat-execution.md';
import impossibleDatePage from './impossible-date/impossible-date.md';
import impossibleSharePage from './impossible-share/impossible-share.md';
import incompleteDatePage from './incomplete-date/incomplete-date.md';
import lateCalledInTimePage from './late-called-in-time/late-called-in-time.md';
import listCountMismatchPage from './list-count-mismatch/list-count-mismatch.md';
import listTotalMismatchPage from './list-total-mismatch/list-total-mismatch.md';
import markupDebrisPage from './markup-debris/markup-debris.md';
import metByCountingMorePage from './met-by-counting-more/met-by-counting-more.md';
import nameSpellingPage from './name-spelling/name-spelling.md';
import noMeasurableTargetPage from './no-measurable-target/no-measurable-target.md';
import numberingBrokenPage from './numbering-broken/numbering-broken.md';
import parentSumMismatchPage from './parent-sum-mismatch/parent-sum-mismatch.md';
import partsMismatchPage from './parts-mismatch/parts-mismatch.md';
import periodBrokenPage from './period-broken/period-broken.md';
import productMismatchPage from './product-mismatch/product-mismatch.md';
import rateMismatchPage from './rate-mismatch/rate-mismatch.md';
import rateOverHundredPage from './rate-over-hundred/rate-over-hundred.md';
import rateUnsupportedPage from './rate-unsupported/rate-unsupported.md';
import resultEchoesTargetPage from './result-echoes-target/result-echoes-target.md';
import resultsInGoalsPage from './results-in-goals/results-in-goals.md';
import sentenceRepeatedPage from './sentence-repeated/sentence-repeated.md';
import simplifiedCharactersPage from './simplified-characters/simplified-characters.md';
import statedAchievedButMissedPage from './stated-achieved-but-missed/stated-achieved-but-missed.md';
import subtractionMismatchPage from './subtraction-mismatch/subtraction-mismatch.md';
import swappedRowsPage from './swapped-rows/swapped-rows.md';
import targetFarExceededPage from './target-far-exceeded/target-far-exceeded.md';
import targetMissedPage from './target-missed/target-missed.md';
import targetRestatedPage from './target-restated/target-restated.md';
import targetUnansweredPage from './target-unanswered/target-unanswered.md';
import umbrellaTotalPage from './umbrella-total/umbrella-total.md';
import workAfterPeriodPage from './work-after-period/work-after-period.md';
import wrongCharacterPage from './wrong-character/wrong-character.md';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  achievedButUnspent,
  achievedWithoutEvidence,
  agencyName,
  aheadAndBehind,
  amountRestated,
  anotherMeasure,
  attainmentMismatch,
  averageMismatch,
  bracketUnpaired,
  budgetedOverApproved,
  carryOverTooLarge,
  changeMismatch,
  columnRestated,
  comparisonFalse,
  datesDiffer,
  datesReversed,
  doesNotFollow,
  doneAndPending,
  doubledWords,
  durationMismatch,
  emptyCell,
  estimatedResult,
  eventOutsideYear,
  exactlyExecutedEverywhere,
  executedOverBudgeted,
  executionRateLow,
  executionRateMismatch,
  figuresDiffer,
  formulaMismatch,
  fullExecutionUnfinished,
  goalsRepeatExecution,
  impossibleDate,
  impossibleShare,
  incompleteDate,
  lateCalledInTime,
  listCountMismatch,
  listTotalMismatch,
  markupDebris,
  metByCountingMore,
  nameSpelling,
  noMeasurableTarget,
  numberingBroken,
  parentSumMismatch,
  partsMismatch,
  periodBroken,
  productMismatch,
  rateMismatch,
  rateOverHundred,
  rateUnsupported,
  resultEchoesTarget,
  resultsInGoals,
  sentenceRepeated,
  simplifiedCharacters,
  statedAchievedButMissed,
  subtractionMismatch,
  swappedRows,
  targetFarExceeded,
  targetMissed,
  targetRestated,
  targetUnanswered,
  umbrellaTotal,
  workAfterPeriod,
  wrongCharacter,
];

/** The page of each rule, Markdown, by id. */
export const pages: Readonly<Record<string, string>> = {
  'achieved-but-unspent': achievedButUnspentPage,
  'achieved-without-evidence': achievedWithoutEvidencePage,
  'agency-name': agencyNamePage,
  'ahead-and-behind': aheadAndBehindPage,
  'amount-restated': amountRestatedPage,
  'another-measure': anotherMeasurePage,
  'attainment-mismatch': attainmentMismatchPage,
  'average-mismatch': averageMismatchPage,
  'bracket-unpaired': bracketUnpairedPage,
  'budgeted-over-approved': budgetedOverApprovedPage,
  'carry-over-too-large': carryOverTooLargePage,
  'change-mismatch': changeMismatchPage,
  'column-restated': columnRestatedPage,
  'comparison-false': comparisonFalsePage,
  'dates-differ': datesDifferPage,
  'dates-reversed': datesReversedPage,
  'does-not-follow': doesNotFollowPage,
  'done-and-pending': doneAndPendingPage,
  'doubled-words': doubledWordsPage,
  'duration-mismatch': durationMismatchPage,
  'empty-cell': emptyCellPage,
  'estimated-result': estimatedResultPage,
  'event-outside-year': eventOutsideYearPage,
  'exactly-executed-everywhere': exactlyExecutedEverywherePage,
  'executed-over-budgeted': executedOverBudgetedPage,
  'execution-rate-low': executionRateLowPage,
  'execution-rate-mismatch': executionRateMismatchPage,
  'figures-differ': figuresDifferPage,
  'formula-mismatch': formulaMismatchPage,
  'full-execution-unfinished': fullExecutionUnfinishedPage,
  'goals-repeat-execution': goalsRepeatExecutionPage,
  'impossible-date': impossibleDatePage,
  'impossible-share': impossibleSharePage,
  'incomplete-date': incompleteDatePage,
  'late-called-in-time': lateCalledInTimePage,
  'list-count-mismatch': listCountMismatchPage,
  'list-total-mismatch': listTotalMismatchPage,
  'markup-debris': markupDebrisPage,
  'met-by-counting-more': metByCountingMorePage,
  'name-spelling': nameSpellingPage,
  'no-measurable-target': noMeasurableTargetPage,
  'numbering-broken': numberingBrokenPage,
  'parent-sum-mismatch': parentSumMismatchPage,
  'parts-mismatch': partsMismatchPage,
  'period-broken': periodBrokenPage,
  'product-mismatch': productMismatchPage,
  'rate-mismatch': rateMismatchPage,
  'rate-over-hundred': rateOverHundredPage,
  'rate-unsupported': rateUnsupportedPage,
  'result-echoes-target': resultEchoesTargetPage,
  'results-in-goals': resultsInGoalsPage,
  'sentence-repeated': sentenceRepeatedPage,
  'simplified-characters': simplifiedCharactersPage,
  'stated-achieved-but-missed': statedAchievedButMissedPage,
  'subtraction-mismatch': subtractionMismatchPage,
  'swapped-rows': swappedRowsPage,
  'target-far-exceeded': targetFarExceededPage,
  'target-missed': targetMissedPage,
  'target-restated': targetRestatedPage,
  'target-unanswered': targetUnansweredPage,
  'umbrella-total': umbrellaTotalPage,
  'work-after-period': workAfterPeriodPage,
  'wrong-character': wrongCharacterPage,
};
